/** Saved views over HTTP. */
@NullMarked
package org.kedang.savedview.web;

import org.jspecify.annotations.NullMarked;
