/** Changes of customers' key facts that take effect when a second person has checked them. */
@NullMarked
@ApplicationModule(
        displayName = "Key changes",
        allowedDependencies = {"kernel", "audit", "form", "identity", "approval", "customer"})
package org.kedang.keychange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
