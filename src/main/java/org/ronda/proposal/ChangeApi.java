package org.ronda.proposal;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Code;
import org.ronda.kernel.Idempotent;
import org.ronda.kernel.Now;
import org.ronda.kernel.PlainText;

/** What the latest version of a proposal really is, as a moderator says. */
@Path("/api/v1/proposals/{code}/change")
class ChangeApi {
    /** @param change "correction" or "meaning" */
    record Judged(
            @NotBlank @Pattern(regexp = "correction|meaning")
            String change,

            @NotBlank @Size(max = 1_000) String reason) {
        Judged {
            reason = PlainText.clean(reason);
        }
    }

    @Inject
    ProposalReading reading;

    @Inject
    SettingRight settingRight;

    @Inject
    Idempotent idempotent;

    @Inject
    Viewer viewer;

    @Inject
    Now now;

    @PUT
    @Operation(summary = "Set right what the author said of the latest version; for moderators")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ProposalApi.Done.class)))
    public Response setRight(@RestPath String code, Judged judged, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        Participant moderator = viewer.writing();
        Proposal proposal = reading.everPublished(Code.normalise(code));
        if (!settingRight.isFor(proposal, moderator, now.instant())) {
            throw new NotFoundException();
        }
        String version = String.valueOf(Idempotent.seen(seen));
        return idempotent.write(judged, moderator.id(), () -> {
            ChangeInput input = new ChangeInput(judged.change(), judged.reason(), version);
            return Response.ok(
                            new ProposalApi.Done(proposal.code(), settingRight.set(proposal.code(), input, moderator)))
                    .build();
        });
    }
}
