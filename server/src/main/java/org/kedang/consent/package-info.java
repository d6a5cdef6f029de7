/** For what a customer's data may be used, and what the customer said to it. */
@NullMarked
@ApplicationModule(
        displayName = "Consent",
        allowedDependencies = {
            "kernel",
            "audit",
            "form",
            "identity",
            "storage",
            "document",
            "customer"
        })
package org.kedang.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
