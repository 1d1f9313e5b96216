package org.ronda.proposal;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.contribution.OrganisationSupporting;
import org.ronda.contribution.Supporting;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Idempotent;

/** Supporting a proposal, in one's own name or in that of an organisation, for programs. */
@Path("/api/v1/proposals/{code}/support")
class SupportApi {
    /**
     * The meaning that the supporter saw.
     *
     * @param organisation the code of the one in whose name, or null
     */
    record Seen(@NotNull Integer meaning, @Size(max = 16) String organisation) {}

    /**
     * What became of a support.
     *
     * @param receipt null when nothing was counted
     * @param waiting whether it is for an organisation in which a second person confirms, and one is missing
     */
    record Supported(String code, String receipt, boolean waiting) {}

    /** What a request without a body does. */
    record Act(String what, String organisation) {}

    @Inject
    ProposalReading reading;

    @Inject
    Supporting supporting;

    @Inject
    OrganisationSupporting organisationSupporting;

    @Inject
    Idempotent idempotent;

    @Inject
    Viewer viewer;

    @PUT
    @Operation(summary = "Support a proposal in the meaning that was read")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Supported.class)))
    public Response support(@RestPath String code, Seen seen) {
        Participant supporter = viewer.writing();
        Proposal proposal = reading.everPublished(code);
        return idempotent.write(
                seen,
                supporter.id(),
                () -> Response.ok(given(proposal, seen, supporter)).build());
    }

    private Supported given(Proposal proposal, Seen seen, Participant supporter) {
        if (isOwn(seen.organisation())) {
            Optional<String> receipt = supporting.give(proposal, seen.meaning(), supporter.id());
            return new Supported(proposal.code(), receipt.orElse(null), false);
        }
        OrganisationSupporting.Given given =
                organisationSupporting.give(proposal, seen.meaning(), seen.organisation(), supporter.id());
        return new Supported(proposal.code(), given.receipt(), given.isWaiting());
    }

    /** @param organisation the code of the one in whose name, or none for one's own */
    @DELETE
    @Operation(summary = "Take a support back while input is open")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ProposalApi.Done.class)))
    public Response withdraw(@RestPath String code, @RestQuery String organisation) {
        Participant supporter = viewer.required();
        Proposal proposal = reading.everPublished(code);
        return idempotent.write(
                new Act("take support back", organisation),
                supporter.id(),
                () -> Response.ok(new ProposalApi.Done(
                                proposal.code(),
                                (isOwn(organisation)
                                                ? supporting.withdraw(proposal, supporter.id())
                                                : organisationSupporting.withdraw(
                                                        proposal, organisation, supporter.id()))
                                        .orElse(null)))
                        .build());
    }

    private static boolean isOwn(String organisation) {
        return organisation == null || organisation.isBlank();
    }
}
