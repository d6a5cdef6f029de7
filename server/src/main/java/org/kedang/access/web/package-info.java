/** Rights requests, reviews, agreements and effective rights over HTTP. */
@NullMarked
package org.kedang.access.web;

import org.jspecify.annotations.NullMarked;
