/**
 * Deleting customers: asked for, agreed to, done by a further person, and written down for good.
 */
@NullMarked
@ApplicationModule(
        displayName = "Deletion",
        allowedDependencies = {
            "kernel",
            "audit",
            "form",
            "identity",
            "notice",
            "approval",
            "customer"
        })
package org.kedang.deletion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
