/** Consents over HTTP. */
@NullMarked
package org.kedang.consent.web;

import org.jspecify.annotations.NullMarked;
