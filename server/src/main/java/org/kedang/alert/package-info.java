/** Rules that find the unusual in the log, and the alerts they raise. */
@NullMarked
@ApplicationModule(
        displayName = "Alert",
        allowedDependencies = {"kernel", "audit", "calendar", "identity", "notice"})
package org.kedang.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
