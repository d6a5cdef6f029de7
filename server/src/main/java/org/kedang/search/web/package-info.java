/** Search over HTTP. */
@NullMarked
package org.kedang.search.web;

import org.jspecify.annotations.NullMarked;
