package org.ronda.comment;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What is said about a process, for programs. */
@Path("/api/v1/processes/{slug}/comments")
class ProcessCommentsApi {
    @Inject
    ThreadApi thread;

    @GET
    @Operation(summary = "The comments on a process")
    public CommentJson.Page list(
            @RestPath String slug,
            @RestQuery String order,
            @RestQuery String root,
            @RestQuery String cursor,
            @RestQuery Integer limit) {
        return thread.list("process:" + slug, order, root, cursor, limit);
    }

    @POST
    @Operation(summary = "Comment on a process")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ThreadApi.Done.class)))
    public Response say(@RestPath String slug, ThreadApi.Words words) {
        return thread.say("process:" + slug, words);
    }
}
