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

/** What is said about a phase, for programs. */
@Path("/api/v1/phases/{code}/comments")
class PhaseCommentsApi {
    @Inject
    ThreadApi thread;

    @GET
    @Operation(summary = "The comments on a phase")
    public CommentJson.Page list(
            @RestPath String code,
            @RestQuery String order,
            @RestQuery String root,
            @RestQuery String cursor,
            @RestQuery Integer limit) {
        return thread.list("phase:" + code, order, root, cursor, limit);
    }

    @POST
    @Operation(summary = "Comment on a phase")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ThreadApi.Done.class)))
    public Response say(@RestPath String code, ThreadApi.Words words) {
        return thread.say("phase:" + code, words);
    }
}
