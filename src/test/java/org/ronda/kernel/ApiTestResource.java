package org.ronda.kernel;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes and failures of an API, as every room writes them. */
@Path("/api/v1/test")
class ApiTestResource {
    static final AtomicInteger ACTS = new AtomicInteger();

    record Input(@NotBlank @Size(max = 10) String title, int limit) {}

    record Made(@JsonProperty int act, @JsonProperty String title) {}

    @Inject
    Idempotent idempotent;

    @POST
    @Path("writes")
    @Consumes("application/json")
    public Response write(Input input) {
        return idempotent.write(input, 4243, () -> {
            int act = ACTS.incrementAndGet();
            if (input.title().equals("refuse")) {
                throw Refused.invalid("title", language -> "no");
            }
            return Response.created(URI.create("/api/v1/test/writes/" + act))
                    .entity(new Made(act, input.title()))
                    .build();
        });
    }

    @POST
    @Path("valid")
    @Consumes("application/json")
    public String valid(@Valid Input input) {
        return input.title();
    }

    @GET
    @Path("{what}")
    public String fail(@PathParam("what") String what) {
        switch (what) {
            case "missing" -> throw new NotFoundException();
            case "forbidden" -> throw new ForbiddenException();
            case "refused" -> throw new Refused(Refused.Status.CONFLICT, null, language -> "en " + language.tag());
            case "broken" -> throw new IllegalStateException("a secret");
            default -> {
                return what;
            }
        }
    }
}
