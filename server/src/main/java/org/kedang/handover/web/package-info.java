/** Handovers over HTTP. */
@NullMarked
package org.kedang.handover.web;

import org.jspecify.annotations.NullMarked;
