/** Grading rules over HTTP. */
@NullMarked
package org.kedang.grading.web;

import org.jspecify.annotations.NullMarked;
