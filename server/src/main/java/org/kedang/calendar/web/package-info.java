/** The working calendar over HTTP. */
@NullMarked
package org.kedang.calendar.web;

import org.jspecify.annotations.NullMarked;
