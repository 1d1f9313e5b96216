package org.ronda.kernel;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A request larger than we take is answered with a page that says so, or with its form and what was typed in it. Quarkus alone would hang up while the browser is
 * still sending, which then shows only that the connection broke; so what comes is read and dropped first, within
 * reason.
 */
@ApplicationScoped
class TooLarge {
    /** The field of a kept form that names the one whose file was too large. */
    static final String FIELD = "too-large";

    private static final String SENT = "ronda.too-large";
    private static final long STILL_READ = 300L * 1024 * 1024;
    private static final int HEAD = 256 * 1024;
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
        Buffer head = Buffer.buffer();
        request.handler(part -> {
            if (head.length() < HEAD) {
                head.appendBuffer(part);
            }
        });
        String path = request.path();
        request.endHandler(end -> {
            routing.put(SENT, new Sent(path, request.getHeader(HttpHeaders.CONTENT_TYPE), head.getBytes()));
            request.headers().remove(HttpHeaders.CONTENT_LENGTH);
            routing.reroute(HttpMethod.GET, request.path().startsWith("/api/") ? "/api/too-large" : "/too-large");
        });
        request.resume();
    }

    /** What came of a request before the rest was dropped. */
    private record Sent(String path, String contentType, byte[] head) {}

    private static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
    }

    /** Where such a request is led to. */
    @Path("/{api:(api/)?}too-large")
    static class Pages {
        @Inject
        KeptForms keptForms;

        @Inject
        CurrentVertxRequest request;

        @GET
        public Response get(@PathParam("api") String api) {
            Sent sent = request.getCurrent().get(SENT);
            if (sent != null && (api == null || api.isEmpty())) {
                FormHead form = FormHead.of(sent.contentType(), sent.head());
                if (!form.file().isEmpty()) {
                    form.typed().put(FIELD, List.of(form.file()));
                    return keptForms.tooLarge(sent.path(), form.typed());
                }
            }
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
    }
}
