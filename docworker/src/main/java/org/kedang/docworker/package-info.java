/**
 * A process that opens one untrusted document at a time and may die without harm to anybody else.
 */
@NullMarked
package org.kedang.docworker;

import org.jspecify.annotations.NullMarked;
