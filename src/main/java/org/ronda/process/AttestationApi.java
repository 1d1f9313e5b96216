package org.ronda.process;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Idempotent;
import org.ronda.kernel.PlainText;

/** Confirming in person who somebody is, for programs: by the facilitators and administrators of a process. */
@Path("/api/v1/processes/{slug}/attestations")
class AttestationApi {
    /**
     * That somebody was seen.
     *
     * @param participant the code of whom it is about
     * @param document whether the number of a document was typed, which is kept nowhere
     * @param by the public name of who confirmed it
     * @param revokedAt null while it is in force
     */
    record AttestationJson(
            String code,
            String participant,
            String name,
            boolean document,
            String by,
            Instant at,
            Instant revokedAt,
            String revokedReason) {}

    /** The latest fifty. */
    record Attestations(List<AttestationJson> items) {}

    /**
     * Who is confirmed to be who they are.
     *
     * @param who a participant's code, public name or verified address
     * @param seen that a document was seen
     * @param documentNumber its number, or nothing
     */
    record NewAttestation(String who, Boolean seen, String documentNumber) {
        AttestationInput input() {
            return new AttestationInput(who, String.valueOf(seen), documentNumber);
        }
    }

    /** What was made. */
    record Made(String code) {}

    /** Why it is revoked. */
    record Reason(@Size(max = 1_000) String reason) {}

    @Inject
    Attesting attesting;

    @Inject
    Idempotent idempotent;

    @Inject
    Viewer viewer;

    /** @param find a code or a public name, to find an earlier one */
    @GET
    @Operation(
            summary = "Who was confirmed in person, the latest fifty; for who confirms it",
            description =
                    "For a process whose eligibility is `IN_PERSON`. `find` is a participant's code or public name.")
    public Attestations list(@RestPath String slug, @RestQuery String find) {
        return new Attestations(attesting.latest(attesting.reach(slug), PlainText.line(find)).stream()
                .map(AttestationApi::json)
                .toList());
    }

    @POST
    @Operation(
            summary = "Confirm in person who somebody is; for facilitators and administrators of the process",
            description = "`who` is a code, a public name or a verified address; `seen` that a document was seen. Of"
                    + " `documentNumber` only a key is made: whoever shows the same document with two accounts is one"
                    + " voter.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Made.class)))
    public Response attest(@RestPath String slug, NewAttestation attestation) {
        Process process = attesting.reach(slug);
        AttestationInput input = Idempotent.sent(attestation).input();
        Supplier<byte[]> document = attesting.document(process, input);
        return idempotent.write(input.sealed(document), viewer.id(), () -> {
            Made made = new Made(
                    attesting.attest(process, input, document, viewer.id()).code());
            return Response.created(URI.create("/api/v1/processes/" + process.slug() + "/attestations"))
                    .entity(made)
                    .build();
        });
    }

    @POST
    @Path("{code}/revocation")
    @Operation(
            summary = "Revoke it, with a reason",
            description = "The account counts no more; what it gave stays until it takes it back.")
    @APIResponse(responseCode = "204", description = "Done; there is nothing more to say.")
    public Response revoke(@RestPath String slug, @RestPath String code, Reason reason) {
        Process process = attesting.reach(slug);
        Attestation attestation = Attestation.byCode(process.id(), code).orElseThrow(NotFoundException::new);
        Reason why = new Reason(PlainText.clean(Idempotent.sent(reason).reason()));
        return idempotent.write(why, viewer.id(), () -> {
            attesting.revoke(process.id(), attestation.code(), why.reason(), viewer.id());
            return Response.noContent().build();
        });
    }

    private static AttestationJson json(Attesting.Attested one) {
        Attestation attestation = one.attestation();
        Participant person = one.person();
        return new AttestationJson(
                attestation.code(),
                person.code(),
                person.name(),
                attestation.hasDocument(),
                one.by().name(),
                attestation.attestedAt(),
                attestation.revokedAt(),
                attestation.revokedReason());
    }
}
