package org.ronda.contribution;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Office;

/** The official replies of an office, for programs. */
@Path("/api/v1/offices/{code}/replies")
class OfficeRepliesApi {
    @Inject
    Spoken spoken;

    @GET
    @Operation(summary = "The official replies of an office that are public, the latest first")
    public OrganisationContributionsApi.Page list(
            @RestPath String code, @RestQuery String cursor, @RestQuery Integer limit) {
        Office office = Office.byCode(code).orElseThrow(NotFoundException::new);
        return OrganisationContributionsApi.Page.of(
                spoken.of(office.scope(), cursor, limit == null ? Spoken.PAGE : limit));
    }
}
