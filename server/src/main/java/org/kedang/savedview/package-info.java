/** Lists as somebody likes to see them: filters and words under a name of one's own. */
@NullMarked
@ApplicationModule(displayName = "Saved view", allowedDependencies = "kernel")
package org.kedang.savedview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
