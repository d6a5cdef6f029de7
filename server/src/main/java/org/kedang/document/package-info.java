/**
 * Finds out what untrusted documents are and say, in worker processes that may die without harm to
 * the server.
 */
@NullMarked
@ApplicationModule(displayName = "Document", allowedDependencies = "kernel")
package org.kedang.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
