package org.ronda.commitment;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Idempotent;
import org.ronda.kernel.PlainText;
import org.ronda.process.Contract;
import org.ronda.process.Processes;

/** The rounds of a process, for programs. */
@Path("/api/v1/processes/{slug}/rounds")
class RoundApi {
    /**
     * How much was said in a round.
     *
     * @param comments all of them, with the replies; the others are of those that are no reply
     * @param unanswered questions without an official reply
     */
    record HeardJson(int comments, int support, int doubt, int against, int questions, int unanswered) {
        static HeardJson of(Heard heard) {
            return new HeardJson(
                    heard.comments(),
                    heard.support(),
                    heard.doubt(),
                    heard.against(),
                    heard.questions(),
                    heard.unanswered());
        }
    }

    /** A clause of a draft with what was said about it in the round. {@code heading} is its own, or null. */
    record ClauseJson(String key, String kind, String heading, HeardJson said) {}

    /**
     * A draft in a round.
     *
     * @param baseVersion the number of the version that the round began with
     * @param version that of the one that is commented on in it, or was last
     * @param published the numbers of those that became public since it opened, up to the next round
     */
    record DraftJson(
            String code,
            String title,
            String language,
            int baseVersion,
            int version,
            List<Integer> published,
            HeardJson said,
            List<ClauseJson> clauses) {}

    /** A round in the list. {@code phase} is the code of the phase whose terms it has. */
    record Item(
            int n, String phase, String state, Instant opensAt, Instant endsAt, Instant answersDueAt, HeardJson said) {}

    /** All of them: a process has a handful. */
    record Items(List<Item> items) {}

    /** @param isChosen whether its team chose its drafts; else every public one is in it */
    record RoundJson(
            int n,
            String phase,
            String state,
            Instant opensAt,
            Instant endsAt,
            Instant answersDueAt,
            boolean isLast,
            boolean isChosen,
            HeardJson said,
            List<DraftJson> drafts) {}

    /**
     * Which drafts a round has.
     *
     * @param drafts their codes; none for every public one
     * @param reason why some are added after input opened
     */
    record Chosen(
            @NotNull List<String> drafts, @Size(max = 1_000) String reason) {
        Chosen {
            reason = PlainText.clean(reason);
        }
    }

    @Inject
    Rounds rounds;

    @Inject
    RoundReading reading;

    @Inject
    Preparing preparing;

    @Inject
    Processes processes;

    @Inject
    Team team;

    @Inject
    Idempotent idempotent;

    @Inject
    Viewer viewer;

    @GET
    @Operation(summary = "The rounds in which the drafts of a process are commented on")
    public Items list(@RestPath String slug) {
        return new Items(reading.of(rounds.of(processes.timeline(processes.reach(slug)))).stream()
                .map(RoundApi::item)
                .toList());
    }

    private static Item item(RoundView view) {
        Round round = view.round();
        Contract contract = round.stage().contract();
        return new Item(
                round.n(),
                round.stage().phase().code(),
                round.stage().state().name(),
                contract.opensAt(),
                contract.endsAt(),
                contract.answers().dueAt(),
                HeardJson.of(view.heard()));
    }

    @GET
    @Path("{n}")
    @Operation(summary = "A round with its drafts, their clauses and how much was said about each")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RoundJson.class)))
    public Response show(@RestPath String slug, @RestPath int n) {
        return answer(rounds.reach(slug, n));
    }

    @PUT
    @Path("{n}/drafts")
    @Operation(
            summary = "Choose the drafts of a round; for its team",
            description =
                    "Freely until input opens, then only adding, with a reason, until it ends. If-Match is the ETag of"
                            + " the round.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RoundJson.class)))
    public Response choose(
            @RestPath String slug, @RestPath int n, Chosen chosen, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        Participant by = viewer.writing();
        if (!team.has(rounds.reach(slug, n).process().id())) {
            throw new NotFoundException();
        }
        long revision = Idempotent.seen(seen);
        return idempotent.write(chosen, by.id(), () -> {
            preparing.choose(slug, n, chosen.drafts(), chosen.reason(), revision, by.id());
            return answer(rounds.reach(slug, n));
        });
    }

    private Response answer(Round round) {
        return Response.ok(json(reading.of(round)))
                .tag(String.valueOf(round.revision()))
                .build();
    }

    private static RoundJson json(RoundView view) {
        Item item = item(view);
        return new RoundJson(
                item.n(),
                item.phase(),
                item.state(),
                item.opensAt(),
                item.endsAt(),
                item.answersDueAt(),
                view.round().isLast(),
                view.round().isChosen(),
                item.said(),
                view.parts().stream().map(RoundApi::json).toList());
    }

    private static DraftJson json(RoundView.Part part) {
        return new DraftJson(
                part.commitment().code(),
                part.title(),
                part.commitment().language(),
                part.base().n(),
                part.read().n(),
                part.brought().stream().map(CommitmentVersion::n).toList(),
                HeardJson.of(part.heard()),
                part.lines().stream()
                        .map(line -> new ClauseJson(
                                line.key(),
                                line.kind().name(),
                                line.heading().isEmpty() ? null : line.heading(),
                                HeardJson.of(line.heard())))
                        .toList());
    }
}
