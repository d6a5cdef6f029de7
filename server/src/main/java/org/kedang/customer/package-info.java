/** Who the customers are: their living record, its classification, and who looks after them. */
@NullMarked
@ApplicationModule(
        displayName = "Customer",
        allowedDependencies = {
            "kernel",
            "audit",
            "form",
            "customfield",
            "identity",
            "index",
            "notice"
        })
package org.kedang.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
