/**
 * Makes a large company's data and measures the product next to the limits of the machine it runs
 * on.
 */
@NullMarked
package org.kedang.bench;

import org.jspecify.annotations.NullMarked;
