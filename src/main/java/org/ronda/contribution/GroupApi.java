package org.ronda.contribution;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
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
import org.ronda.process.Process;
import org.ronda.process.Processes;
import org.ronda.process.Standing;

/** A group for programs. */
@Path("/api/v1/groups/{code}")
class GroupApi {
    /** A member that everybody reads. */
    record MemberJson(String code, String kind, String headline, String language, Instant publishedAt) {}

    /** A page of the members; {@code next} is null on the last. */
    record MembersJson(List<MemberJson> items, String next) {}

    /**
     * A group.
     *
     * @param dissolvedAt since when it holds nothing any more, or null
     * @param there how many members are read
     * @param gone how many are withdrawn or hidden
     * @param voters how many different voters support at least one member of which the tally is public; null where none is
     * @param tallyHidden of how many members the supports are not public yet
     * @param etag what a correction sends as If-Match
     */
    record GroupJson(
            String code,
            String process,
            String title,
            String synthesis,
            String language,
            Instant madeAt,
            Instant dissolvedAt,
            String dissolvedReason,
            int there,
            int gone,
            Integer voters,
            int tallyHidden,
            MembersJson members,
            String etag) {}

    /** What a group says, corrected. */
    record Words(String title, String synthesis, String language) {}

    /** The codes of contributions. */
    record Codes(List<String> codes) {}

    /** Why it is dissolved, as everybody reads it. */
    record Why(String reason) {}

    /** What a write without words does, so that its key stands for nothing else. */
    private record Act(String what) {}

    @Inject
    GroupReading reading;

    @Inject
    Grouping grouping;

    @Inject
    Processes processes;

    @Inject
    Standing standing;

    @Inject
    Viewer viewer;

    @Inject
    Idempotent idempotent;

    @GET
    @Operation(summary = "A group of similar contributions, with its members by age")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GroupJson.class)))
    public Response show(@RestPath String code, @RestQuery String cursor, @RestQuery Integer limit) {
        SimilarityGroup group = reading.reach(code);
        return Response.ok(json(group, Cursor.parse(cursor, 1), limit == null ? GroupReading.PAGE : limit))
                .tag(new EntityTag(String.valueOf(group.version())))
                .build();
    }

    @PUT
    @Operation(summary = "Correct what a group says; for the team of its process")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GroupJson.class)))
    public Response correct(@RestPath String code, Words words, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        Participant by = viewer.writing();
        own(code);
        Words sent = Idempotent.sent(words);
        GroupInput input = new GroupInput(sent.title(), sent.synthesis(), sent.language(), "", Idempotent.seen(seen));
        return idempotent.write(input, by.id(), () -> {
            grouping.correct(code, input, by.id());
            return answered(code);
        });
    }

    @POST
    @Path("members")
    @Operation(summary = "Put contributions into a group; for the team of its process")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GroupJson.class)))
    public Response add(@RestPath String code, Codes codes) {
        Participant by = viewer.writing();
        own(code);
        MembersInput input = new MembersInput(Idempotent.sent(codes).codes(), "");
        return idempotent.write(input, by.id(), () -> {
            grouping.add(code, input.all(), by.id());
            return answered(code);
        });
    }

    @DELETE
    @Path("members/{member}")
    @Operation(summary = "Take a contribution out of a group; for the team of its process")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GroupJson.class)))
    public Response takeOut(@RestPath String code, @RestPath String member) {
        Participant by = viewer.writing();
        own(code);
        return idempotent.write(new Act("take out"), by.id(), () -> {
            grouping.takeOut(code, member, by.id());
            return answered(code);
        });
    }

    @POST
    @Path("members/{member}/departure")
    @Operation(summary = "Say that one's own contribution does not belong there; it leaves the group for good")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GroupJson.class)))
    public Response leave(@RestPath String code, @RestPath String member) {
        Participant author = viewer.required();
        SimilarityGroup group = reading.reach(code);
        if (!idempotent.isRepeated(author.id()) && !reading.isTheirs(group, member, author.id())) {
            throw new NotFoundException();
        }
        return idempotent.write(new Act("leave"), author.id(), () -> {
            grouping.leave(code, member, author.id());
            return answered(code);
        });
    }

    @POST
    @Path("dissolution")
    @Operation(summary = "Dissolve a group; for the team of its process")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GroupJson.class)))
    public Response dissolve(@RestPath String code, Why why) {
        Participant by = viewer.writing();
        own(code);
        DissolutionInput input = new DissolutionInput(Idempotent.sent(why).reason());
        return idempotent.write(input, by.id(), () -> {
            grouping.dissolve(code, input.reason(), by.id());
            return answered(code);
        });
    }

    private void own(String code) {
        if (!standing.isOfTeam(reading.reach(code).processId())) {
            throw new NotFoundException();
        }
    }

    private Response answered(String code) {
        return Response.ok(json(reading.reach(code), null, GroupReading.PAGE)).build();
    }

    private GroupJson json(SimilarityGroup group, Cursor after, int limit) {
        Process process = Process.findById(group.processId());
        GroupReading.Size size = reading.size(group);
        GroupReading.Voices voices = reading.voices(group, processes.timeline(process));
        Slice<Contribution> members = reading.members(group, after, limit);
        return new GroupJson(
                group.code(),
                process.slug(),
                group.title(),
                group.synthesis(),
                group.language(),
                group.madeAt(),
                group.dissolvedAt(),
                group.dissolvedReason(),
                size.there(),
                size.gone(),
                voices.counted() == 0 ? null : voices.voters(),
                voices.hidden(),
                new MembersJson(
                        members.items().stream().map(GroupApi::json).toList(),
                        members.next() == null ? null : members.next().toString()),
                "\"" + group.version() + "\"");
    }

    private static MemberJson json(Contribution member) {
        return new MemberJson(
                member.code(), member.kind().name(), member.headline(), member.language(), member.publishedAt());
    }
}
