/** Customers' certificates: how long they hold, their scans, their reviews, and who is reminded. */
@NullMarked
@ApplicationModule(
        displayName = "Certificate",
        allowedDependencies = {
            "kernel",
            "audit",
            "form",
            "identity",
            "storage",
            "document",
            "notice",
            "customer"
        })
package org.kedang.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
