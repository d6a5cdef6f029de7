/** Rules of assignment over HTTP. */
@NullMarked
package org.kedang.assignment.web;

import org.jspecify.annotations.NullMarked;
