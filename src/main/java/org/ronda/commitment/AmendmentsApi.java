package org.ronda.commitment;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.comment.ThreadApi;
import org.ronda.contribution.Contribution;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Idempotent;
import org.ronda.kernel.Limits;
import org.ronda.kernel.Slice;
import org.ronda.process.Processes;

/** The changes that are proposed to a draft, for programs. */
@Path("/api/v1/commitments/{code}/amendments")
class AmendmentsApi {
    private static final int USUAL = 20;

    /**
     * A change to be proposed.
     *
     * @param clause the key of the clause
     * @param op replace, insert_after or delete
     * @param version the number of the version that was read
     * @param heading of the clause that is added
     * @param words what the clause is to say, or the one that is added
     * @param organisation the code of the one in whose name, or null
     */
    record ChangeJson(
            @NotBlank @Size(max = 24) String clause,
            @NotBlank @Size(max = 16) String op,
            @NotNull Integer version,
            @Size(max = ClauseInput.LONGEST_HEADING) String heading,
            @Size(max = ClauseInput.LONGEST) String words,
            @NotBlank @Size(max = 20_000) String reason,
            @Size(max = 16) String organisation) {
        AmendmentInput input() {
            return new AmendmentInput(clause, op, version, heading, words, reason, organisation);
        }
    }

    /**
     * An amendment.
     *
     * @param version the number of the version that it was written against
     * @param before what the clause said there
     * @param state OPEN, ADOPTED, ADOPTED_MODIFIED, REJECTED, INADMISSIBLE, WITHDRAWN or LAPSED
     * @param by whose it is; null once erased
     * @param supports null while the tally of the phase is hidden
     * @param joined the codes of the organisations that joined it; null in lists, where {@code joinedCount} is all
     */
    record AmendmentJson(
            String code,
            String commitment,
            String clause,
            int version,
            String op,
            String before,
            String heading,
            String words,
            String reason,
            String language,
            String state,
            String by,
            Integer meaning,
            Integer supports,
            int comments,
            int joinedCount,
            List<String> joined,
            Instant publishedAt) {}

    /** @param next where the next page begins, or null */
    record Items(List<AmendmentJson> items, String next) {}

    @Inject
    CommitmentReading commitments;

    @Inject
    AmendmentReading reading;

    @Inject
    Processes processes;

    @Inject
    Amending amending;

    @Inject
    Idempotent idempotent;

    @Inject
    Limits limits;

    @Inject
    Viewer viewer;

    @GET
    @Operation(summary = "The changes that are proposed to a draft, the latest first")
    public Items list(
            @RestPath String code, @RestQuery String clause, @RestQuery String cursor, @RestQuery Integer limit) {
        Draft draft = commitments.reach(code);
        Cursor after = Cursor.parse(cursor, 1);
        int size = limit == null ? USUAL : Math.max(1, Math.min(limit, Slice.LARGEST));
        Clause only =
                clause == null ? null : commitments.everSaid(draft, clause).clause();
        Slice<AmendmentCard> cards = reading.of(
                draft,
                processes.timeline(draft.process()),
                only,
                after == null ? null : Long.valueOf(after.number(0)),
                size);
        return new Items(
                cards.items().stream().map(card -> json(draft, card, null)).toList(),
                cards.next() == null ? null : cards.next().toString());
    }

    @POST
    @Operation(summary = "Propose a change of a clause")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ThreadApi.Done.class)))
    public Response propose(@RestPath String code, ChangeJson change) {
        Participant author = viewer.writing();
        commitments.reach(code);
        return idempotent.write(change, author.id(), () -> {
            limits.countSaying();
            Amending.Sent sent = amending.send(code, change.input(), author, Contribution.Channel.API);
            String fresh = sent.amendment().code();
            return Response.created(URI.create("/api/v1/amendments/" + fresh))
                    .entity(new ThreadApi.Done(fresh, sent.receipt()))
                    .build();
        });
    }

    static AmendmentJson json(Draft draft, AmendmentCard card, List<String> joined) {
        Amendment amendment = card.amendment();
        return new AmendmentJson(
                amendment.code(),
                draft.commitment().code(),
                card.clause().key(),
                card.version(),
                amendment.op().name().toLowerCase(Locale.ROOT),
                card.base().words(),
                amendment.heading().isEmpty() ? null : amendment.heading(),
                amendment.isRemoval() ? null : amendment.proposed(),
                amendment.reason(),
                amendment.language(),
                card.state().name(),
                card.by() == null ? null : card.by().name(),
                amendment.meaning(),
                card.isTallyPublic() ? Integer.valueOf(card.counts().supports()) : null,
                card.counts().comments(),
                card.joined(),
                joined,
                amendment.publishedAt());
    }
}
