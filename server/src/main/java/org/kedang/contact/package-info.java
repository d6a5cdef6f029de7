/** Whom to call at a customer: contacts, their part in decisions, and who decided when. */
@NullMarked
@ApplicationModule(
        displayName = "Contact",
        allowedDependencies = {"kernel", "audit", "form", "customfield", "identity", "customer"})
package org.kedang.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
