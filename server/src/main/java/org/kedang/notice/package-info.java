/** What people are told: in the page, by mail, by the robots of their groups. */
@NullMarked
@ApplicationModule(
        displayName = "Notice",
        allowedDependencies = {"kernel", "audit", "identity"})
package org.kedang.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
