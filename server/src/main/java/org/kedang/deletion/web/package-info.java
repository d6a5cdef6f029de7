/** Deletions over HTTP. */
@NullMarked
package org.kedang.deletion.web;

import org.jspecify.annotations.NullMarked;
