/** Audit events over HTTP. */
@NullMarked
package org.kedang.audit.web;

import org.jspecify.annotations.NullMarked;
