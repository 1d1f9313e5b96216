package org.ronda.moderation;

import jakarta.inject.Inject;
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
import org.ronda.kernel.Limited;

/** Telling the moderators of a contribution, and blocking its author, for programs. */
@Path("/api/v1/contributions/{code}")
class ReportApi {
    /** Which rule it breaks, and what else there is to say. */
    record Reported(String rule, String reason) {}

    /** For how many days, by which rule and why. */
    record Block(String rule, String days, String reason) {}

    @Inject
    Moderating moderating;

    @Inject
    Decisions decisions;

    @Inject
    Desk desk;

    @Inject
    Idempotent idempotent;

    @Inject
    Viewer viewer;

    @POST
    @Path("reports")
    @Limited(times = 30, perSeconds = 3600, act = "report")
    @Operation(summary = "Reports a proposal, a topic entry or a comment by a rule, once for each person")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = DecisionApi.Done.class)))
    public Response report(@RestPath String code, Reported reported) {
        Participant reporter = viewer.writing();
        String contribution = moderating.reportable(Code.normalise(code)).code();
        ReportInput input = new ReportInput(Idempotent.sent(reported).rule(), reported.reason());
        return idempotent.write(input, reporter.id(), () -> {
            String receipt = moderating.report(contribution, input, reporter);
            return Response.created(URI.create("/api/v1/receipts/" + receipt))
                    .entity(new DecisionApi.Done(contribution, receipt))
                    .build();
        });
    }

    @POST
    @Path("block")
    @Operation(summary = "Keeps its author from writing for some days")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DecisionJson.class)))
    public Response block(@RestPath String code, Block asked) {
        Participant moderator = desk.moderator();
        BlockInput input = new BlockInput(Idempotent.sent(asked).rule(), asked.days(), asked.reason());
        return idempotent.write(input, moderator.id(), () -> {
            Decision block = moderating.block(Code.normalise(code), input, moderator);
            return Response.created(URI.create("/api/v1/decisions/" + block.code()))
                    .entity(DecisionJson.of(decisions.reach(block.code())).withoutWords())
                    .build();
        });
    }
}
