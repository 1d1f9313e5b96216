package org.ronda.contribution;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Idempotent;
import org.ronda.kernel.Slice;

/** What waits for a second person to confirm it, for programs. */
@Path("/api/v1/me/confirmations")
class ConfirmingApi {
    /**
     * Something that waits.
     *
     * @param words what it says, by field
     * @param version what confirming it names
     * @param until until when it may be confirmed
     * @param own whether the reader sent it, so that somebody else has to confirm
     */
    record WaitingJson(
            String code,
            String kind,
            String process,
            String organisation,
            String organisationName,
            String role,
            String language,
            Map<String, String> words,
            long version,
            Instant until,
            boolean own) {}

    /** A comment that nobody confirmed in time; a proposal is a draft of its author's again. */
    record ReturnedJson(
            String code,
            String process,
            String organisation,
            String organisationName,
            String language,
            Map<String, String> words) {}

    /**
     * A support that somebody asked for in the name of an organisation; supporting in the same name confirms it.
     *
     * @param code of what is to be supported
     * @param own whether the reader asked for it
     */
    record WishJson(
            String code,
            String kind,
            String process,
            String organisation,
            String organisationName,
            String headline,
            int meaning,
            boolean own) {}

    /**
     * What waits, the oldest first, and what went back; the first hundred of each.
     *
     * @param next where the supports go on, or null
     */
    record Confirmations(List<WaitingJson> items, List<WishJson> supports, String next, List<ReturnedJson> returned) {}

    /** The version that was read. */
    record Seen(@NotNull Long version) {}

    /** What was confirmed, with its receipt. */
    record Done(String code, String receipt) {}

    @Inject
    Confirming confirming;

    @Inject
    Supporters supporters;

    @Inject
    Idempotent idempotent;

    @Inject
    Viewer viewer;

    @GET
    @Operation(
            summary = "What waits for a second person, in the names that you may speak in, and what went back to you",
            description = "`cursor` leads on in the supports.")
    public Confirmations waiting(@RestQuery String cursor, @RestQuery Integer limit) {
        Participant me = viewer.required();
        Slice<Supporters.Wish> wishes =
                supporters.wishes(me.id(), false, Cursor.parse(cursor, 1), limit == null ? Slice.LARGEST : limit);
        return new Confirmations(
                confirming.waiting(me.id()).stream().map(ConfirmingApi::json).toList(),
                wishes.items().stream().map(ConfirmingApi::json).toList(),
                wishes.next() == null ? null : wishes.next().toString(),
                confirming.returned(me.id()).stream().map(ConfirmingApi::json).toList());
    }

    @POST
    @Path("{code}")
    @Operation(
            summary = "Confirm what another person sent for an organisation, in the version that was read",
            description = "It is public from then on, or held where the phase is moderated first. Until then whoever"
                    + " speaks for the organisation may send it back by withdrawing it: the proposal or comment at its"
                    + " own address. One's own words are confirmed by somebody else, and words that changed since they"
                    + " were read by nobody (409).")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Done.class)))
    public Response confirm(@RestPath String code, Seen seen) {
        Participant second = viewer.writing();
        Contribution contribution = confirming.reach(code, second.id());
        return idempotent.write(
                seen,
                second.id(),
                () -> Response.ok(new Done(
                                contribution.code(),
                                confirming.confirm(contribution.code(), seen.version(), second.id())))
                        .build());
    }

    private static WaitingJson json(Confirming.Waiting one) {
        Contribution contribution = one.contribution();
        return new WaitingJson(
                contribution.code(),
                contribution.kind().name(),
                one.process().slug(),
                one.organisation().code(),
                one.organisation().name(),
                contribution.nameTitle().isEmpty() ? null : contribution.nameTitle(),
                contribution.language(),
                words(contribution),
                contribution.version(),
                one.until(),
                one.isOwn());
    }

    private static WishJson json(Supporters.Wish wish) {
        return new WishJson(
                wish.contribution().code(),
                wish.contribution().kind().name(),
                wish.process().slug(),
                wish.organisation().code(),
                wish.organisation().name(),
                wish.contribution().headline(),
                wish.contribution().meaning(),
                wish.isOwn());
    }

    private static ReturnedJson json(Confirming.Comments one) {
        return new ReturnedJson(
                one.contribution().code(),
                one.process().slug(),
                one.organisation().code(),
                one.organisation().name(),
                one.contribution().language(),
                words(one.contribution()));
    }

    /** As the page shows them: files are read at the proposal. */
    private static Map<String, String> words(Contribution contribution) {
        Map<String, String> words = new LinkedHashMap<>(contribution.words());
        words.remove("files");
        return words;
    }
}
