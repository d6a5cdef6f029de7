/** Asking for rights, reviewing them, and the confidentiality agreements behind them. */
@NullMarked
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {
            "kernel",
            "audit",
            "identity",
            "storage",
            "document",
            "form",
            "approval"
        })
package org.kedang.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
