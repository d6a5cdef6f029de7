/**
 * How customers want to be treated, what they attended, and by what callers and guests are known.
 */
@NullMarked
@ApplicationModule(
        displayName = "Preference",
        allowedDependencies = {"kernel", "audit", "form", "identity", "customer", "contact"})
package org.kedang.preference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
