/** Oversight over HTTP. */
@NullMarked
package org.kedang.oversight.web;

import org.jspecify.annotations.NullMarked;
