/**
 * Watching what the log tells: figures of activity, review rounds of auditors, and the security
 * officer's report on administrators.
 */
@NullMarked
@ApplicationModule(
        displayName = "Oversight",
        allowedDependencies = {"kernel", "audit", "calendar", "identity"})
package org.kedang.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
