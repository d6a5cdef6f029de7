/** Lists of customers as files: who takes what out, why, and who agreed. */
@NullMarked
@ApplicationModule(
        displayName = "Export",
        allowedDependencies = {
            "kernel",
            "audit",
            "form",
            "identity",
            "storage",
            "notice",
            "approval",
            "customer",
            "customfield"
        })
package org.kedang.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
