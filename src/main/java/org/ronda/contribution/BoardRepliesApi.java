package org.ronda.contribution;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.board.Board;

/** The official replies of a dialogue board, for programs. */
@Path("/api/v1/boards/{code}/replies")
class BoardRepliesApi {
    @Inject
    Spoken spoken;

    @GET
    @Operation(summary = "The official replies of a dialogue board that are public, the latest first")
    public OrganisationContributionsApi.Page list(
            @RestPath String code, @RestQuery String cursor, @RestQuery Integer limit) {
        Board board = Board.byCode(code).orElseThrow(NotFoundException::new);
        return OrganisationContributionsApi.Page.of(
                spoken.of(board.scope(), cursor, limit == null ? Spoken.PAGE : limit));
    }
}
