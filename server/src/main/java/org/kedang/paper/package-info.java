/** Documents that an office files: A4 pages with ruled tables, written as PDF. */
@NullMarked
@ApplicationModule(
        displayName = "Paper",
        allowedDependencies = {})
package org.kedang.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
