package org.ronda.kernel;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A request larger than we take is answered with a page that says so. Quarkus alone would hang up while the browser is
 * still sending, which then shows only that the connection broke; so what comes is read and dropped first, within
 * reason.
 */
@ApplicationScoped
class TooLarge {
    private static final long STILL_READ = 300L * 1024 * 1024;
    /** Before Quarkus's own limit. */
    private static final int PRIORITY = 10_000;

    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize limit;

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext routing) {
        long length = length(routing.request());
        if (length <= limit.asLongValue() || length > STILL_READ) {
            routing.next();
            return;
        }
        HttpServerRequest request = routing.request();
        request.handler(dropped -> {});
        request.endHandler(end -> {
            request.headers().remove(HttpHeaders.CONTENT_LENGTH);
            routing.reroute(HttpMethod.GET, request.path().startsWith("/api/") ? "/api/too-large" : "/too-large");
        });
        request.resume();
    }

    private static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
    }

    /** Where such a request is led to. */
    @Path("/{api:(api/)?}too-large")
    static class Pages {
        @GET
        public Response get() {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
    }
}
