/** Approvals over HTTP. */
@NullMarked
package org.kedang.approval.web;

import org.jspecify.annotations.NullMarked;
