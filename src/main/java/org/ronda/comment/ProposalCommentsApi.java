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
import org.ronda.kernel.Code;

/** What is said about a proposal, for programs. */
@Path("/api/v1/proposals/{code}/comments")
class ProposalCommentsApi {
    @Inject
    ThreadApi thread;

    @GET
    @Operation(summary = "The comments on a proposal")
    public CommentJson.Page list(
            @RestPath String code,
            @RestQuery String order,
            @RestQuery String root,
            @RestQuery String cursor,
            @RestQuery Integer limit) {
        return thread.list("proposal:" + Code.normalise(code), order, root, cursor, limit);
    }

    @POST
    @Operation(summary = "Comment on a proposal")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ThreadApi.Done.class)))
    public Response say(@RestPath String code, ThreadApi.Words words) {
        return thread.say("proposal:" + Code.normalise(code), words);
    }
}
