package org.ronda.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What the API answers when something cannot be done (RFC 9457), with the fields concerned. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, String instance, List<Wrong> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One member of the request that is wrong. */
    public record Wrong(String field, String message) {}

    public static Response of(int status, String title, String detail, String field, String instance) {
        List<Wrong> errors = field == null ? null : List.of(new Wrong(field, detail));
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(new Problem("about:blank", title, status, detail, instance, errors))
                .build();
    }
}
