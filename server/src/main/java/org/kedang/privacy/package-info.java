/** What customers ask for about their own data, and that they are answered in time. */
@NullMarked
@ApplicationModule(
        displayName = "Privacy",
        allowedDependencies = {
            "kernel",
            "audit",
            "calendar",
            "form",
            "identity",
            "notice",
            "consent",
            "customer"
        })
package org.kedang.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
