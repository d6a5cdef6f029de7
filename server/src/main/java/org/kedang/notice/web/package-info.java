/** Notices over HTTP. */
@NullMarked
package org.kedang.notice.web;

import org.jspecify.annotations.NullMarked;
