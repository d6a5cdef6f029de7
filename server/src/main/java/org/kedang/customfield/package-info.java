/** Fields that a company adds to its records without code: what they are, their values, files. */
@NullMarked
@ApplicationModule(
        displayName = "Custom fields",
        allowedDependencies = {"kernel", "audit", "form", "identity", "storage", "document"})
package org.kedang.customfield;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
