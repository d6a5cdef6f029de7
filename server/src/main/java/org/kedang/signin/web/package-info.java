/** Signing in and out over HTTP, and what holds for every request. */
@NullMarked
package org.kedang.signin.web;

import org.jspecify.annotations.NullMarked;
