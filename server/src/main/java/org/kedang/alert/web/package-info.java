/** Rules and alerts over HTTP. */
@NullMarked
package org.kedang.alert.web;

import org.jspecify.annotations.NullMarked;
