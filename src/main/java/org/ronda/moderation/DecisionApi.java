package org.ronda.moderation;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Code;
import org.ronda.kernel.Idempotent;

/** Decisions of moderators for programs: the same rules, the same use-cases as at the desk. */
@Path("/api/v1/decisions")
class DecisionApi {
    /** What was done, with its receipt. */
    record Done(String code, String receipt) {}

    /** As at the desk; {@code version} is that of the contribution which was read. */
    record Asked(String contribution, String act, String rule, String words, String reason, String version) {
        DecisionInput input() {
            return new DecisionInput(contribution, act, rule, words, reason, version);
        }
    }

    /** What is said for a second look, if anything. */
    record Said(String words) {}

    /** What the second look came to: upheld or changed. */
    record Outcome(String outcome, String reason) {}

    /** Why a block ends. */
    record Reason(String reason) {}

    @Inject
    Decisions decisions;

    @Inject
    Moderating moderating;

    @Inject
    Desk desk;

    @Inject
    Idempotent idempotent;

    @Inject
    Viewer viewer;

    @POST
    @Operation(summary = "Decides about a contribution: keep, hide, redact, restore, release or refuse")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DecisionJson.class)))
    public Response decide(Asked asked) {
        Participant moderator = desk.moderator();
        DecisionInput input = Idempotent.sent(asked).input();
        return idempotent.write(input, moderator.id(), () -> made(moderating.decide(input, moderator)));
    }

    @GET
    @Path("{code}")
    @Operation(summary = "A decision, as far as its reader may know of it")
    public DecisionJson show(@RestPath String code) {
        return DecisionJson.of(decisions.reach(Code.normalise(code)));
    }

    @POST
    @Path("{code}/second-look")
    @Operation(summary = "Asks that another moderator looks once more; for whom the decision concerns")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Done.class)))
    public Response ask(@RestPath String code, Said said) {
        Participant concerned = viewer.required();
        String decision = Code.normalise(code);
        if (!decisions.reach(decision).isConcerned()) {
            throw new NotFoundException();
        }
        Plea plea = said == null ? Plea.BLANK : new Plea(said.words());
        return idempotent.write(
                plea,
                concerned.id(),
                () -> Response.ok(new Done(decision, moderating.askLook(decision, plea, concerned)))
                        .build());
    }

    @POST
    @Path("{code}/second-look/outcome")
    @Operation(summary = "Looks once more: upheld, or changed, which gives back what was taken")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DecisionJson.class)))
    public Response look(@RestPath String code, Outcome outcome) {
        Participant moderator = desk.moderator();
        LookInput input = new LookInput(Idempotent.sent(outcome).outcome(), outcome.reason());
        return idempotent.write(
                input, moderator.id(), () -> shown(moderating.look(Code.normalise(code), input, moderator)));
    }

    @POST
    @Path("{code}/end")
    @Operation(summary = "Ends a block before its time")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DecisionJson.class)))
    public Response unblock(@RestPath String code, Reason reason) {
        Participant moderator = desk.moderator();
        Why why = new Why(Idempotent.sent(reason).reason());
        return idempotent.write(
                why, moderator.id(), () -> made(moderating.unblock(Code.normalise(code), why, moderator)));
    }

    private Response made(Decision decision) {
        return Response.created(URI.create("/api/v1/decisions/" + decision.code()))
                .entity(DecisionJson.of(decisions.reach(decision.code())).withoutWords())
                .build();
    }

    private Response shown(Decision decision) {
        return Response.ok(DecisionJson.of(decisions.reach(decision.code())).withoutWords())
                .build();
    }
}
