package org.ronda.process;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Idempotent;

/** The phases of a process that is set up, for programs. */
@Path("/api/v1/setup/{slug}/phases")
class PhaseSetupApi {
    /** A phase as it is sent: moments are by the clock of the process, without a zone, as in 2026-12-01T09:00. */
    record Words(
            String kind,
            String titleEs,
            String titleEn,
            String titleFr,
            String askEs,
            String askEn,
            String askFr,
            String opensAt,
            String endsAt,
            String lateUntil,
            List<String> actions,
            String supportsPerVoter,
            String proposalsPerVoter,
            String maxLength,
            String moderation,
            boolean hasDisagree,
            boolean hasHiddenTally,
            boolean hasOrganisations,
            List<String> owed,
            String answersDueAt,
            String promisedShare,
            String reason) {
        static Words of(PhaseInput input) {
            return new Words(
                    input.kind(),
                    input.titleEs(),
                    input.titleEn(),
                    input.titleFr(),
                    input.askEs(),
                    input.askEn(),
                    input.askFr(),
                    input.opensAt(),
                    input.endsAt(),
                    input.lateUntil(),
                    input.actions(),
                    input.supportsPerVoter(),
                    input.proposalsPerVoter(),
                    input.maxLength(),
                    input.moderation(),
                    input.hasDisagree() != null,
                    input.hasHiddenTally() != null,
                    input.hasOrganisations() != null,
                    input.owed(),
                    input.answersDueAt(),
                    input.promisedShare(),
                    null);
        }

        PhaseInput input(ProcessSetup.Seen seen) {
            return new PhaseInput(
                    kind,
                    titleEs,
                    titleEn,
                    titleFr,
                    askEs,
                    askEn,
                    askFr,
                    opensAt,
                    endsAt,
                    lateUntil,
                    actions,
                    supportsPerVoter,
                    proposalsPerVoter,
                    maxLength,
                    moderation,
                    hasDisagree ? "true" : null,
                    hasHiddenTally ? "true" : null,
                    hasOrganisations ? "true" : null,
                    owed,
                    answersDueAt,
                    promisedShare,
                    reason,
                    seen == null ? null : seen.version(),
                    seen == null ? null : seen.terms());
        }
    }

    /** New terms: extend, suspend, resume or reopen. */
    record NewTerms(String act, String opensAt, String endsAt, String reason) {
        TermsInput input(ProcessSetup.Seen seen) {
            return new TermsInput(act, opensAt, endsAt, reason, seen.terms());
        }
    }

    /** Terms that a phase had, has or will have. */
    record TermsJson(
            int number,
            PhaseTerms.Change change,
            Instant effectiveAt,
            Instant opensAt,
            Instant endsAt,
            Instant lateUntil,
            boolean suspended,
            String reason) {}

    /** A phase: how it stands, the last contract with its words as they can be sent again, and all its terms. */
    record PhaseJson(String code, String etag, Stage.State state, Words phase, List<TermsJson> terms) {}

    /** All phases of a process, in their order. */
    record Phases(List<PhaseJson> items) {}

    /** What a request without a body does. */
    record Act(String what) {}

    @Inject
    Administration administration;

    @Inject
    ProcessSetup setup;

    @Inject
    Processes processes;

    @Inject
    Idempotent idempotent;

    @Inject
    Viewer viewer;

    @GET
    @Operation(
            summary = "The phases of a process with their whole contracts and all their terms",
            description = "`etag` is what a change of that phase sends as If-Match.")
    public Phases list(@RestPath String slug) {
        return phases(administration.of(slug));
    }

    @POST
    @Operation(
            summary = "Add a phase",
            description =
                    "At the end; once the process is public, `reason` is needed and the phase opens later than now.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PhaseJson.class)))
    public Response add(@RestPath String slug, Words words) {
        Process process = administration.of(slug);
        PhaseInput input = Idempotent.sent(words).input(null);
        return idempotent.write(input, viewer.id(), () -> {
            Phase.Sketch sketch = input.sketch();
            Phase phase = setup.add(
                    process.id(),
                    sketch.kind(),
                    sketch.title(),
                    sketch.ask(),
                    input.contract(process.zone(), null),
                    input.reason(),
                    viewer.id());
            Phase.flush();
            return Response.created(URI.create("/api/v1/setup/" + slug + "/phases/" + phase.code()))
                    .entity(json(process, phase))
                    .build();
        });
    }

    @GET
    @Path("{code}")
    @Operation(summary = "A phase with its whole contract and all its terms")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PhaseJson.class)))
    public Response show(@RestPath String slug, @RestPath String code) {
        Process process = administration.of(slug);
        return answer(process, administration.phase(process, code));
    }

    @PUT
    @Path("{code}")
    @Operation(
            summary = "A phase's words and contract",
            description = "All of it at once. Once the process is public, `reason` is needed, the kind stays, and what"
                    + " has opened keeps its opening.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PhaseJson.class)))
    public Response revise(
            @RestPath String slug, @RestPath String code, Words words, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        Process process = administration.of(slug);
        Phase phase = administration.phase(process, code);
        PhaseInput input = Idempotent.sent(words).input(SeenTag.phase(seen));
        return idempotent.write(input, viewer.id(), () -> {
            Contract before = ProcessSetup.last(phase.id()).contract();
            setup.revise(
                    phase.id(),
                    input.sketch(),
                    input.contract(process.zone(), before),
                    input.seen(),
                    input.reason(),
                    viewer.id());
            return changed(process, phase);
        });
    }

    @POST
    @Path("{code}/terms")
    @Operation(
            summary = "Extend, suspend, resume or reopen a phase",
            description = "With a public reason, in force half a minute later. `extend` takes `endsAt`; `reopen` takes"
                    + " `opensAt` and `endsAt`.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PhaseJson.class)))
    public Response change(
            @RestPath String slug,
            @RestPath String code,
            NewTerms terms,
            @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        Process process = administration.of(slug);
        Phase phase = administration.phase(process, code);
        TermsInput input = Idempotent.sent(terms).input(SeenTag.phase(seen));
        return idempotent.write(input, viewer.id(), () -> {
            Contract before = ProcessSetup.last(phase.id()).contract();
            setup.change(
                    phase.id(),
                    input.terms(),
                    input.on(before, process.zone(), setup.settled()),
                    input.reason(),
                    viewer.id());
            return changed(process, phase);
        });
    }

    @DELETE
    @Path("{code}")
    @Operation(summary = "Remove a phase while the process is not public")
    @APIResponse(responseCode = "204", description = "Done; there is nothing more to say.")
    public Response remove(@RestPath String slug, @RestPath String code) {
        Process process = administration.of(slug);
        Phase phase = administration.phase(process, code);
        return idempotent.write(new Act("remove " + code), viewer.id(), () -> {
            setup.remove(phase.id(), viewer.id());
            return Response.noContent().build();
        });
    }

    @POST
    @Path("{code}/earlier")
    @Operation(
            summary = "Let a phase change places with the one before it",
            description = "Once the process is public, the query parameter `reason` is needed.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Phases.class)))
    public Response raise(@RestPath String slug, @RestPath String code, @RestQuery String reason) {
        Process process = administration.of(slug);
        Phase phase = administration.phase(process, code);
        ReasonInput why = new ReasonInput(reason);
        return idempotent.write(why, viewer.id(), () -> {
            setup.raise(phase.id(), why.reason(), viewer.id());
            Phase.flush();
            return Response.ok(phases(process)).build();
        });
    }

    private Phases phases(Process process) {
        return new Phases(processes.timeline(process).stages().stream()
                .map(stage -> json(process, stage))
                .toList());
    }

    /** The phase as it is after the act. */
    private Response changed(Process process, Phase phase) {
        Phase.flush();
        return answer(process, phase);
    }

    private Response answer(Process process, Phase phase) {
        PhaseJson json = json(process, phase);
        return Response.ok(json).header(HttpHeaders.ETAG, json.etag()).build();
    }

    private PhaseJson json(Process process, Phase phase) {
        return json(process, processes.timeline(process).of(phase.id()).orElseThrow());
    }

    private static PhaseJson json(Process process, Stage stage) {
        Phase phase = stage.phase();
        PhaseInput input =
                PhaseInput.of(phase.sketch(), stage.last(), process.zone(), phase.version(), stage.lastTerms());
        return new PhaseJson(
                phase.code(),
                '"' + SeenTag.of(phase, stage.lastTerms()).getValue() + '"',
                stage.state(),
                Words.of(input),
                stage.history().stream().map(PhaseSetupApi::json).toList());
    }

    private static TermsJson json(PhaseTerms terms) {
        Contract contract = terms.contract();
        return new TermsJson(
                terms.n(),
                terms.change(),
                terms.effectiveAt(),
                contract.opensAt(),
                contract.endsAt(),
                contract.lateUntil(),
                contract.isSuspended(),
                terms.reason());
    }
}
