/** Customers go from one person to another (移交), and are told. */
@NullMarked
@ApplicationModule(
        displayName = "Handover",
        allowedDependencies = {
            "kernel",
            "audit",
            "form",
            "identity",
            "notice",
            "approval",
            "customer"
        })
package org.kedang.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
