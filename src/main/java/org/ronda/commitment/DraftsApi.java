package org.ronda.commitment;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Idempotent;
import org.ronda.process.Process;
import org.ronda.process.Processes;

/** The draft commitments of a process, for programs. */
@Path("/api/v1/processes/{slug}/commitments")
class DraftsApi {
    /** A draft in the list; {@code version} is the number of the present one. */
    record Item(String code, String title, String language, int version, int comments) {}

    /** All of them: a process has a handful. */
    record Items(List<Item> items) {}

    /** A draft that was begun, for its team only until its first version is public; {@code address} is of its page. */
    record BegunJson(String code, String address) {}

    @Inject
    CommitmentReading reading;

    @Inject
    Importing importing;

    @Inject
    Drafting drafting;

    @Inject
    Idempotent idempotent;

    @Inject
    Team team;

    @Inject
    Viewer viewer;

    @Inject
    Processes processes;

    @GET
    @Operation(summary = "The draft commitments of a process")
    public Items list(@RestPath String slug) {
        return new Items(reading.of(processes.reach(slug)).stream()
                .filter(CommitmentReading.Listed::isPublic)
                .map(draft -> new Item(
                        draft.commitment().code(),
                        draft.title(),
                        draft.commitment().language(),
                        draft.present().n(),
                        draft.comments()))
                .toList());
    }

    @POST
    @Operation(
            summary = "Begin a draft with all its words",
            description = "For the team of the process. `language` is one of those of the process and `kind` one of"
                    + " PROBLEM, STATUS_QUO, ACTION, CONTRIBUTION, GOAL, RELEVANCE, RESOURCES, MILESTONE and OTHER. Nobody"
                    + " but the team sees the draft until its first version is published.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BegunJson.class)))
    public Response begin(@RestPath String slug, WholeInput whole) {
        Participant by = viewer.writing();
        Process process = team.process(slug);
        return idempotent.write(whole, by.id(), () -> {
            Commitment begun = drafting.begin(process.id(), whole, by.id());
            String work = begun.address() + "/work";
            return Response.created(URI.create(work))
                    .entity(new BegunJson(begun.code(), work))
                    .build();
        });
    }

    @POST
    @Path("preview")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @Operation(
            summary = "How a text would be cut into clauses",
            description = "For the team of the process. A Markdown or DOCX file of up to 5 MB in the field `file`, or"
                    + " Markdown in the field `markdown`. Nothing of it is kept: the answer, corrected, is what begins a"
                    + " draft. The text of a DOCX is as it would be with all its tracked changes accepted; `changes` says"
                    + " how many there are, and `comments` how many comments were left out.")
    public Cut preview(@RestPath String slug, @BeanParam SourceInput input) {
        viewer.writing();
        team.process(slug);
        return importing.cut(input);
    }
}
