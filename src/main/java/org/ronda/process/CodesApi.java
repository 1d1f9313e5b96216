package org.ronda.process;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** The lists of codes of a process in numbers, for programs. Uploading is looked at first, on the page. */
@Path("/api/v1/setup/{slug}/with/codes")
class CodesApi {
    /** A list: how many codes were given, how many of them are used. */
    record CodesJson(String code, int given, int used, int refused, boolean confirmed, boolean withdrawn, Instant at) {}

    /** All lists of a process. */
    record AllCodes(List<CodesJson> items) {}

    @Inject
    Administration administration;

    @Inject
    CodeLists codeLists;

    @GET
    @Operation(summary = "The lists of codes of a process whose eligibility is CODES: how many are given and used")
    public AllCodes list(@RestPath String slug) {
        Process process = administration.of(slug);
        if (!process.asks(Eligibility.CODES)) {
            throw new NotFoundException();
        }
        return new AllCodes(codeLists.of(process.id()).stream()
                .map(one -> new CodesJson(
                        one.list().code(),
                        one.list().given(),
                        one.used(),
                        one.list().refused(),
                        !one.list().isPreview(),
                        one.list().isWithdrawn(),
                        one.list().madeAt()))
                .toList());
    }
}
