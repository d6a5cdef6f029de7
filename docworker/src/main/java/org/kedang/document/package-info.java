/**
 * What the server and its document workers say to each other; also the public words of the server's
 * module.
 */
@NullMarked
package org.kedang.document;

import org.jspecify.annotations.NullMarked;
