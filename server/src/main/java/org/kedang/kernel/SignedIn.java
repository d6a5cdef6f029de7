package org.kedang.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The endpoint is open to everyone who is signed in. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SignedIn {
    /** Whether it is open even while a first password waits to be changed. */
    boolean withFirstPassword() default false;

    /** Whether it is open even while a second step, which a role demands, waits to be set up. */
    boolean withoutSecondStep() default false;
}
