/** What customers tell the company, until it is answered. */
@NullMarked
@ApplicationModule(
        displayName = "Feedback",
        allowedDependencies = {
            "kernel",
            "audit",
            "form",
            "identity",
            "notice",
            "consent",
            "customer"
        })
package org.kedang.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
