package org.ronda.identity;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.kernel.Idempotent;

/** Who responds for an office, for the platform's administrator, as programs. */
@Path("/api/v1/offices/{code}/responders")
class ResponderApi {
    /**
     * Somebody who responds for it, or is to.
     *
     * @param participant the code of who it is
     * @param title the role in the office
     */
    record ResponderJson(long id, String participant, String name, String title, Instant from, Instant to) {}

    /** All that were not ended. */
    record Responders(List<ResponderJson> items) {}

    /**
     * Who is to respond.
     *
     * @param who a participant's code or public name
     */
    record NewResponder(String who, String title, String from, String to) {
        ResponderInput input() {
            return new ResponderInput(who, title, from, to);
        }
    }

    /** What was given. */
    record Given(long id) {}

    /** What a request without a body does. */
    record Act(String what) {}

    @Inject
    Responding responding;

    @Inject
    Idempotent idempotent;

    @Inject
    Viewer viewer;

    @GET
    @Operation(summary = "Who responds for an office now or later; for administrators")
    public Responders list(@RestPath String code) {
        viewer.administrator();
        return new Responders(
                responding.people(one(code)).stream().map(ResponderApi::json).toList());
    }

    @POST
    @Operation(
            summary = "Let somebody respond for an office; for administrators",
            description =
                    "`who` is a code or a public name; days are `2027-03-01`, nothing for at once and without end.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Given.class)))
    public Response give(@RestPath String code, NewResponder responder) {
        Participant administrator = viewer.administrator();
        Office office = one(code);
        ResponderInput input = Idempotent.sent(responder).input();
        return idempotent.write(input, administrator.id(), () -> {
            Given given =
                    new Given(responding.give(code, input, administrator.id()).id());
            return Response.created(URI.create("/api/v1/offices/" + office.code() + "/responders"))
                    .entity(given)
                    .build();
        });
    }

    @POST
    @Path("{id}/end")
    @Operation(summary = "Let somebody respond for an office no longer; for administrators")
    @APIResponse(responseCode = "204", description = "Done; there is nothing more to say.")
    public Response end(@RestPath String code, @RestPath String id) {
        Participant administrator = viewer.administrator();
        one(code);
        long responder = Responding.number(id);
        return idempotent.write(new Act("end"), administrator.id(), () -> {
            responding.end(code, responder, administrator.id());
            return Response.noContent().build();
        });
    }

    private static Office one(String code) {
        return Office.byCode(code).orElseThrow(NotFoundException::new);
    }

    private static ResponderJson json(Responding.Person person) {
        Responder responder = person.responder();
        return new ResponderJson(
                responder.id(),
                person.code(),
                person.name(),
                responder.title(),
                responder.validFrom(),
                responder.validTo());
    }
}
