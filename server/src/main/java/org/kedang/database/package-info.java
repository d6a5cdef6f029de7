/**
 * Brings a PostgreSQL to the application: one of its own in the data folder, or the one it is
 * given.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.kedang.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
