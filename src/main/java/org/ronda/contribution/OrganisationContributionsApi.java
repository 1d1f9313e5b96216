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

/** What was said for an organisation, for programs. */
@Path("/api/v1/organisations/{code}/contributions")
class OrganisationContributionsApi {
    /** @param role the role that its author had in the organisation then, or null */
    record SpokenJson(
            String code,
            String kind,
            String process,
            String headline,
            String language,
            String role,
            Instant publishedAt) {}

    /** A page of the list; {@code next} is null on the last. */
    record Page(List<SpokenJson> items, String next) {
        static Page of(Slice<Spoken.One> slice) {
            return new Page(
                    slice.items().stream()
                            .map(OrganisationContributionsApi::json)
                            .toList(),
                    slice.next() == null ? null : slice.next().toString());
        }
    }

    @Inject
    Spoken spoken;

    @GET
    @Operation(summary = "What was said for an organisation and is public, the latest first")
    public Page list(@RestPath String code, @RestQuery String cursor, @RestQuery Integer limit) {
        Organisation organisation =
                Organisation.byCode(code).filter(Organisation::isPublic).orElseThrow(NotFoundException::new);
        return Page.of(spoken.of(organisation.scope(), cursor, limit == null ? Spoken.PAGE : limit));
    }

    private static SpokenJson json(Spoken.One one) {
        Contribution contribution = one.contribution();
        return new SpokenJson(
                contribution.code(),
                contribution.kind().name(),
                one.process().slug(),
                contribution.headline(),
                contribution.language(),
                one.role().isEmpty() ? null : one.role(),
                contribution.publishedAt());
    }
}
