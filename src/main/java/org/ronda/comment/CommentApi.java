package org.ronda.comment;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.contribution.Marking;
import org.ronda.contribution.Names;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Code;
import org.ronda.kernel.Idempotent;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Problems;

/** One comment for programs: the same rules, the same use-cases as in the pages. */
@Path("/api/v1/comments/{code}")
class CommentApi {
    /** Other words for a comment. */
    record Words(@NotNull @Size(max = 20_000) String body) {}

    /** Agrees with 1, disagrees with -1 where the phase takes it. */
    record Direction(@NotNull @Min(-1) @Max(1) Integer direction) {}

    /** What a request without a body does. */
    record Act(String what) {}

    @Inject
    Subjects subjects;

    @Inject
    Talks talks;

    @Inject
    Marking marking;

    @Inject
    Commenting commenting;

    @Inject
    Idempotent idempotent;

    @Inject
    Names names;

    @Inject
    Viewer viewer;

    @GET
    @Operation(summary = "A comment")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CommentJson.class)))
    public Response show(@RestPath String code) {
        Comment comment = found(code);
        Subject subject = subjects.reach(subjects.nameOf(comment));
        Voice voice = talks.one(comment);
        List<Marking.Mark> marks =
                marking.marks(subject.process(), List.of(voice.id())).getOrDefault(voice.id(), List.of());
        return Response.ok(CommentJson.of(subject.on(), voice, marks))
                .tag(new EntityTag(String.valueOf(voice.version())))
                .build();
    }

    /** Other words; {@code If-Match} says which version was seen. */
    @PUT
    @Operation(summary = "Other words for a comment")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ThreadApi.Done.class)))
    public Response revise(@RestPath String code, Words words, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        Participant author = viewer.writing();
        Comment comment = own(code, author);
        Long version = version(seen);
        if (version == null) {
            throw new ClientErrorException(Problems.UNSEEN);
        }
        return idempotent.write(words, author.id(), () -> {
            String body = PlainText.clean(words.body());
            if (body.isBlank()) {
                throw Commenting.empty();
            }
            return done(comment, commenting.revise(comment.code(), body, version, author));
        });
    }

    /** Takes it back; its mark and the replies to it stay. */
    @DELETE
    @Operation(summary = "Withdraw a comment; its mark and the replies stay")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ThreadApi.Done.class)))
    public Response withdraw(@RestPath String code) {
        Participant author = viewer.required();
        Comment comment = own(code, author);
        return idempotent.write(
                new Act("withdraw " + comment.code()),
                author.id(),
                () -> done(comment, commenting.withdraw(comment.code(), author)));
    }

    /** Agrees or disagrees; where {@code If-Match} names the version that was read, with no later one. */
    @PUT
    @Path("agreement")
    @Operation(summary = "Agree or disagree with a comment")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ThreadApi.Done.class)))
    public Response agree(@RestPath String code, Direction way, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        Participant by = viewer.writing();
        Comment comment = reached(code);
        Direction asked = way == null ? new Direction(1) : way;
        return idempotent.write(asked, by.id(), () -> react(comment, asked.direction(), version(seen), by));
    }

    @DELETE
    @Path("agreement")
    @Operation(summary = "Take an agreement back")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ThreadApi.Done.class)))
    public Response takeBackAgreement(@RestPath String code) {
        Participant by = viewer.required();
        Comment comment = reached(code);
        return idempotent.write(new Act("no agreement"), by.id(), () -> react(comment, 0, null, by));
    }

    private Response react(Comment comment, int direction, Long seen, Participant by) {
        return done(
                comment, commenting.react(comment.code(), direction, seen, by).orElse(null));
    }

    /** The version that a tag names, or null. */
    private static Long version(String tag) {
        return tag != null && tag.matches("\"\\d{1,18}\"") ? Long.valueOf(tag.replace("\"", "")) : null;
    }

    private static Response done(Comment comment, String receipt) {
        return Response.ok(new ThreadApi.Done(comment.code(), receipt)).build();
    }

    private Comment reached(String code) {
        Comment comment = found(code);
        subjects.reach(subjects.nameOf(comment));
        talks.one(comment);
        return comment;
    }

    private static Comment found(String code) {
        return Comment.byCode(Code.normalise(code)).orElseThrow(NotFoundException::new);
    }

    private Comment own(String code, Participant author) {
        return Comment.byCode(Code.normalise(code))
                .filter(comment -> names.isOneOf(comment, author.id()))
                .orElseThrow(NotFoundException::new);
    }
}
