/**
 * The one box: finds customers, dossiers, items and files by typed words, and keeps the index
 * whole.
 */
@NullMarked
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {"kernel", "audit", "identity", "index"})
package org.kedang.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
