/**
 * The proof that permissions hold on every path: every operation is asked by every kind of reader
 * for things planted where that reader may not see them, and no answer may hold a trace of them.
 */
@NullMarked
package org.kedang.walk;

import org.jspecify.annotations.NullMarked;
