/** Fields as data: what a form asks for, kept in versions as JSON Schema, and checked. */
@NullMarked
@ApplicationModule(displayName = "Form", allowedDependencies = "kernel")
package org.kedang.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
