package org.ronda.contribution;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.kernel.Slice;
import org.ronda.organisation.Organisation;

/** What an organisation supports, for programs. */
@Path("/api/v1/organisations/{code}/supports")
class OrganisationSupportsApi {
    record PositionJson(String code, String kind, String process, String headline, String language, Instant since) {}

    /** A page of the list; {@code next} is null on the last. */
    record Page(List<PositionJson> items, String next) {}

    @Inject
    Supporters supporters;

    @GET
    @Operation(summary = "What an organisation supports, the latest first; not while the tally of a phase is hidden")
    public Page list(@RestPath String code, @RestQuery String cursor, @RestQuery Integer limit) {
        Organisation organisation =
                Organisation.byCode(code).filter(Organisation::isPublic).orElseThrow(NotFoundException::new);
        Slice<Supporters.Position> slice =
                supporters.positions(organisation, cursor, limit == null ? Supporters.PAGE : limit);
        return new Page(
                slice.items().stream().map(OrganisationSupportsApi::json).toList(),
                slice.next() == null ? null : slice.next().toString());
    }

    private static PositionJson json(Supporters.Position position) {
        Contribution contribution = position.contribution();
        return new PositionJson(
                contribution.code(),
                contribution.kind().name(),
                position.process().slug(),
                contribution.headline(),
                contribution.language(),
                position.since());
    }
}
