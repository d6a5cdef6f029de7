/** Putting customers on record (备案) in time, and what may be spent on those that are. */
@NullMarked
@ApplicationModule(
        displayName = "Registration",
        allowedDependencies = {
            "kernel",
            "audit",
            "calendar",
            "form",
            "identity",
            "notice",
            "approval",
            "customer"
        })
package org.kedang.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
