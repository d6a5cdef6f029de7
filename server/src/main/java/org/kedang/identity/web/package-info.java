/** Signing in, people and departments over HTTP, and the gate before every endpoint. */
@NullMarked
package org.kedang.identity.web;

import org.jspecify.annotations.NullMarked;
