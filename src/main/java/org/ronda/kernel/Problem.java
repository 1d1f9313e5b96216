package org.ronda.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * What the API answers when something cannot be done (RFC 9457), with the members of the request that are wrong.
 *
 * @param detail the reason, in the language of the request
 * @param instance the path that was asked for
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, String instance, List<Wrong> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One member of the request that is wrong. */
    public record Wrong(String field, String message) {}

    static Problem of(int status, String detail, String instance, List<Wrong> errors) {
        return of("about:blank", status, detail, instance, errors);
    }

    static Problem of(String type, int status, String detail, String instance, List<Wrong> errors) {
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? (status == 422 ? "Unprocessable Content" : "Error") : known.getReasonPhrase();
        return new Problem(type, title, status, detail, instance, errors);
    }

    Response asResponse() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
