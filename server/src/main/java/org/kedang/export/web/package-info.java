@NullMarked
package org.kedang.export.web;

import org.jspecify.annotations.NullMarked;
