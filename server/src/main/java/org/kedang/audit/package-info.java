/** Keeps what anyone did as events that can be added and read, never changed. */
@NullMarked
@ApplicationModule(displayName = "Audit", allowedDependencies = "kernel")
package org.kedang.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
