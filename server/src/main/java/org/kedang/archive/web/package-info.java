/** The archive over HTTP. */
@NullMarked
package org.kedang.archive.web;

import org.jspecify.annotations.NullMarked;
