/** Rights cases over HTTP. */
@NullMarked
package org.kedang.privacy.web;

import org.jspecify.annotations.NullMarked;
