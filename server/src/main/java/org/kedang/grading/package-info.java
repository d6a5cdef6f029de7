/** Grading customers by rules that people write without code. */
@NullMarked
@ApplicationModule(
        displayName = "Grading",
        allowedDependencies = {
            "kernel",
            "audit",
            "form",
            "customfield",
            "identity",
            "approval",
            "customer"
        })
package org.kedang.grading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
