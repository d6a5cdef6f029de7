/** Having owners look through their customers' records each quarter (资料核对). */
@NullMarked
@ApplicationModule(
        displayName = "Confirmation",
        allowedDependencies = {"kernel", "audit", "form", "identity", "notice", "customer"})
package org.kedang.confirmation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
