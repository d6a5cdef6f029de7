/** Customers over HTTP. */
@NullMarked
package org.kedang.customer.web;

import org.jspecify.annotations.NullMarked;
