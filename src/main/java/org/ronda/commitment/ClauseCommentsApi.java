package org.ronda.commitment;

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
import org.ronda.comment.CommentJson;
import org.ronda.comment.ThreadApi;
import org.ronda.kernel.Code;

/** What is said about a clause of a draft, for programs. */
@Path("/api/v1/commitments/{code}/clauses/{key}/comments")
class ClauseCommentsApi {
    @Inject
    ThreadApi thread;

    @GET
    @Operation(summary = "The comments on a clause of a draft commitment")
    public CommentJson.Page list(
            @RestPath String code,
            @RestPath String key,
            @RestQuery String order,
            @RestQuery String root,
            @RestQuery String cursor,
            @RestQuery Integer limit) {
        return thread.list(on(code, key), order, root, cursor, limit);
    }

    @POST
    @Operation(summary = "Comment on a clause, or on words of it")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ThreadApi.Done.class)))
    public Response say(@RestPath String code, @RestPath String key, ThreadApi.Words words) {
        return thread.say(on(code, key), words);
    }

    private static String on(String code, String key) {
        return "clause:" + Code.normalise(code) + "." + key;
    }
}
