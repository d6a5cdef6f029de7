/** Confirming records over HTTP. */
@NullMarked
package org.kedang.confirmation.web;

import org.jspecify.annotations.NullMarked;
