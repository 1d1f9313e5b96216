package org.ronda.kernel;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One person, or one address, may do this only so often; more is refused (429). */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Limited {
    /** How many times at once, and within {@link #perSeconds()}. */
    @Nonbinding
    int times();

    @Nonbinding
    int perSeconds() default 60;

    /** Methods of the same name share one limit; by default each method has its own. */
    @Nonbinding
    String act() default "";
}
