/** Feedback over HTTP. */
@NullMarked
package org.kedang.feedback.web;

import org.jspecify.annotations.NullMarked;
