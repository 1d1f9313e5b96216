package org.ronda.kernel;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.time.Duration;

/** Counts before the method runs, and before its transaction. */
@Limited(times = 0)
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class LimitedInterceptor {
    @Inject
    Limits limits;

    @AroundInvoke
    Object count(InvocationContext call) throws Exception {
        Method method = call.getMethod();
        Limited limited = method.isAnnotationPresent(Limited.class)
                ? method.getAnnotation(Limited.class)
                : method.getDeclaringClass().getAnnotation(Limited.class);
        String act =
                limited.act().isEmpty() ? method.getDeclaringClass().getName() + "." + method.getName() : limited.act();
        limits.count(act, limited.times(), Duration.ofSeconds(limited.perSeconds()));
        return call.proceed();
    }
}
