package org.ronda.proposal;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.contribution.Supporters;
import org.ronda.kernel.Code;
import org.ronda.kernel.Slice;

/** The organisations that support a proposal, for programs. */
@Path("/api/v1/proposals/{code}/organisations")
class OrganisationSupportersApi {
    record SupporterJson(String code, String name, Instant since) {}

    /** A page of the list; {@code next} is null on the last. */
    record Page(List<SupporterJson> items, String next) {}

    @Inject
    ProposalReading reading;

    @Inject
    Supporters supporters;

    @GET
    @Operation(summary = "The organisations that support a proposal, not while the tally of its phase is hidden")
    public Page list(@RestPath String code, @RestQuery String cursor, @RestQuery Integer limit) {
        Slice<Supporters.Supporter> slice = supporters.of(
                reading.counted(Code.normalise(code)).proposal(), cursor, limit == null ? Supporters.PAGE : limit);
        return new Page(
                slice.items().stream().map(OrganisationSupportersApi::json).toList(),
                slice.next() == null ? null : slice.next().toString());
    }

    static SupporterJson json(Supporters.Supporter supporter) {
        return new SupporterJson(supporter.code(), supporter.name(), supporter.since());
    }
}
