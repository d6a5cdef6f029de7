/** Who gets a new customer: rules as data, tried in order. */
@NullMarked
@ApplicationModule(
        displayName = "Assignment",
        allowedDependencies = {"kernel", "audit", "form", "identity", "customer"})
package org.kedang.assignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
