/** Custom fields over HTTP. */
@NullMarked
package org.kedang.customfield.web;

import org.jspecify.annotations.NullMarked;
