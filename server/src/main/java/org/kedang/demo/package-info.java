/** A made-up company for looking around: loaded once, only when asked for. */
@NullMarked
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "kernel",
            "form",
            "identity",
            "customfield",
            "access",
            "customer",
            "contact",
            "certificate",
            "preference",
            "grading",
            "archive",
            "storage",
            "consent",
            "privacy",
            "keychange",
            "export"
        })
package org.kedang.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
