/**
 * Encrypted content: data keys, a store of files that is durable or absent, and resumable uploads.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.kedang.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
