/** How the kernel's notions appear over HTTP. */
@NullMarked
package org.kedang.kernel.web;

import org.jspecify.annotations.NullMarked;
