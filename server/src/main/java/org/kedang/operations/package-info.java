/** Whether the installation is well: what works, what is off, and how to mend it. */
@NullMarked
@ApplicationModule(
        displayName = "Operations",
        allowedDependencies = {"kernel", "audit", "document", "storage", "search"})
package org.kedang.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
