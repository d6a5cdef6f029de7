/** People and departments over HTTP. */
@NullMarked
package org.kedang.identity.web;

import org.jspecify.annotations.NullMarked;
