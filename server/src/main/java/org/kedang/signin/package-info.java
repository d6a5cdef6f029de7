/** Proving who one is: passwords, sessions, tokens, and the gate before every endpoint. */
@NullMarked
@ApplicationModule(
        displayName = "Sign-in",
        allowedDependencies = {"kernel", "audit", "identity", "storage"})
package org.kedang.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
