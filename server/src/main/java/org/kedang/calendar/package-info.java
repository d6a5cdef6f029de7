/** Which days are worked: weekends, statutory holidays and make-up working days. */
@NullMarked
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {"kernel", "audit"})
package org.kedang.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
