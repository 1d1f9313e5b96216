package org.ronda.contribution;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Code;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Idempotent;
import org.ronda.kernel.Slice;
import org.ronda.process.Process;
import org.ronda.process.Processes;
import org.ronda.process.Standing;

/** The groups of a process, for programs. */
@Path("/api/v1/processes/{slug}/groups")
class GroupsApi {
    /** A group in the list; {@code members} are read, {@code gone} are withdrawn or hidden. */
    record Item(String code, String title, String synthesis, String language, Instant madeAt, int members, int gone) {}

    /** A page of the list; {@code next} is null on the last. */
    record Page(List<Item> items, String next) {}

    /** A new group; {@code codes} are those of its first members, or nothing. */
    record NewGroup(String title, String synthesis, String language, List<String> codes) {
        GroupInput input() {
            return new GroupInput(title, synthesis, language, codes == null ? "" : String.join(" ", codes), null);
        }
    }

    /** The code of the group that was made. */
    record Made(String code) {}

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
    @Operation(summary = "The groups of similar contributions of a process, the latest first")
    public Page list(@RestPath String slug, @RestQuery String cursor, @RestQuery Integer limit) {
        Slice<GroupReading.Listed> groups =
                reading.of(processes.reach(slug), Cursor.parse(cursor, 1), limit == null ? GroupReading.PAGE : limit);
        return new Page(
                groups.items().stream()
                        .map(listed -> new Item(
                                listed.group().code(),
                                listed.group().title(),
                                listed.group().synthesis(),
                                listed.group().language(),
                                listed.group().madeAt(),
                                listed.there(),
                                listed.gone()))
                        .toList(),
                groups.next() == null ? null : groups.next().toString());
    }

    @POST
    @Operation(summary = "Make a group of similar contributions")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Made.class)))
    public Response make(@RestPath String slug, NewGroup sent) {
        Participant by = viewer.writing();
        Process process = processes.reach(slug);
        if (!standing.isOfTeam(process.id())) {
            throw new NotFoundException();
        }
        GroupInput input = Idempotent.sent(sent).input();
        return idempotent.write(input, by.id(), () -> {
            String code = grouping.make(process.id(), input, Code.allIn(input.codes()), by.id())
                    .code();
            return Response.created(URI.create("/api/v1/groups/" + code))
                    .entity(new Made(code))
                    .build();
        });
    }
}
