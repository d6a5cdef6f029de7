@NullMarked
package org.kedang.keychange.web;

import org.jspecify.annotations.NullMarked;
