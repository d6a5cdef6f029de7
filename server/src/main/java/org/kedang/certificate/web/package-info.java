/** Certificates over HTTP. */
@NullMarked
package org.kedang.certificate.web;

import org.jspecify.annotations.NullMarked;
