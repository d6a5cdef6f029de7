/** Preferences, activities and identification over HTTP. */
@NullMarked
package org.kedang.preference.web;

import org.jspecify.annotations.NullMarked;
