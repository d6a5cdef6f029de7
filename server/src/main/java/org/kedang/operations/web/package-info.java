/** Operations over HTTP. */
@NullMarked
package org.kedang.operations.web;

import org.jspecify.annotations.NullMarked;
