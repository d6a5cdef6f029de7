/** Contacts over HTTP. */
@NullMarked
package org.kedang.contact.web;

import org.jspecify.annotations.NullMarked;
