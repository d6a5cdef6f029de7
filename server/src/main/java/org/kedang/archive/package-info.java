/**
 * Fonds, classification, numbers, dossiers, items and their files: what is held about a customer.
 */
@NullMarked
@ApplicationModule(
        displayName = "Archive",
        allowedDependencies = {
            "kernel",
            "audit",
            "form",
            "identity",
            "storage",
            "document",
            "customer",
            "index"
        })
package org.kedang.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
