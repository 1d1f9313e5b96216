package org.ronda.process;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Idempotent;
import org.ronda.kernel.Page;

/** The processes that somebody sets up, for programs: which there are, and a new one. */
@Path("/api/v1/setup")
class SetupApi {
    /** A process in the list of those that somebody administers. */
    record Row(String slug, Map<String, String> title, Instant createdAt, Instant publishedAt, Instant archivedAt) {}

    /** All of them at once: nobody administers more than can be read. */
    record Rows(List<Row> items) {}

    /** How a process begins; {@code from} is "blank", "template" or "copy". */
    record Words(String from, String copyOf, String title, String slug, String start) {
        NewProcessInput input() {
            return new NewProcessInput(from, copyOf, title, slug, start);
        }
    }

    /** What was begun, and where it is set up. */
    record Begun(String slug) {}

    @Inject
    Administration administration;

    @Inject
    Beginning beginning;

    @Inject
    Processes processes;

    @Inject
    Idempotent idempotent;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @GET
    @Operation(summary = "The processes that you administer, the newest first")
    public Rows list() {
        viewer.writing();
        List<Process> mine = processes.mine();
        if (mine.isEmpty() && !administration.mayCreate()) {
            throw new NotFoundException();
        }
        return new Rows(mine.stream()
                .map(process -> new Row(
                        process.slug(),
                        ProcessApi.texts(process.title()),
                        process.createdAt(),
                        process.publishedAt(),
                        process.archivedAt()))
                .toList());
    }

    @POST
    @Operation(
            summary = "Begin a process from nothing, from the template or as a copy",
            description =
                    "The title is in the language of the request (`lang`, else Accept-Language). `from` is `blank`,"
                            + " `template` or `copy`; `start` is by the clock of the place, without a zone, and the first phase"
                            + " opens then. You become its first administrator.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Begun.class)))
    public Response create(Words words) {
        Participant creator = viewer.writing();
        if (!administration.mayCreate()) {
            throw new NotFoundException();
        }
        NewProcessInput input = Idempotent.sent(words).input();
        return idempotent.write(input, creator.id(), () -> {
            String slug = beginning.begin(input, page.language(), creator.id()).slug();
            return Response.created(URI.create("/api/v1/setup/" + slug))
                    .entity(new Begun(slug))
                    .build();
        });
    }
}
