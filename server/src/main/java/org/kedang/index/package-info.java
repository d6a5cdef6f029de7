/**
 * The search index: how words, names and visibility go into it and are asked from it; nothing of
 * the domain.
 */
@NullMarked
@ApplicationModule(
        displayName = "Index",
        allowedDependencies = {"kernel", "audit", "identity"})
package org.kedang.index;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
