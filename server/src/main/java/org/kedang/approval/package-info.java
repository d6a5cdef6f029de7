/** Requests that people decide: who asks, who must agree, by when, and what happens then. */
@NullMarked
@ApplicationModule(
        displayName = "Approval",
        allowedDependencies = {
            "kernel",
            "audit",
            "calendar",
            "document",
            "form",
            "identity",
            "notice",
            "paper",
            "storage"
        })
package org.kedang.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
