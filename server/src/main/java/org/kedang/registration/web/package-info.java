/** The way in over HTTP. */
@NullMarked
package org.kedang.registration.web;

import org.jspecify.annotations.NullMarked;
