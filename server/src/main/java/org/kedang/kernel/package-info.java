/**
 * Who acts, when, what went wrong, and how lists are cut into pages: what every module needs,
 * nothing of the domain.
 */
@NullMarked
@ApplicationModule(
        displayName = "Kernel",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.kedang.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
