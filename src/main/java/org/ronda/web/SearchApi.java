package org.ronda.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.kernel.Limited;
import org.ronda.process.Process;
import org.ronda.process.Processes;

/** The search for programs: the same statement, the same reach. */
@Path("/api/v1/search")
class SearchApi {
    /** Something found. */
    record Item(
            String kind,
            String title,
            String excerpt,
            String language,
            String process,
            String address,
            Instant saidAt) {}

    /** A page of a list; {@code next} is null on the last. */
    record Page(List<Item> items, String next) {}

    @Inject
    Finding finding;

    @Inject
    Processes processes;

    @Inject
    org.ronda.kernel.Page page;

    @GET
    @Limited(times = 60, perSeconds = 60)
    @Operation(summary = "Search processes, proposals and comments")
    public Page search(
            @RestQuery String q,
            @RestQuery String kind,
            @RestQuery String process,
            @RestQuery String cursor,
            @RestQuery Integer limit) {
        if (q == null || kind != null && !Finding.KINDS.contains(kind)) {
            throw new BadRequestException();
        }
        Process within = process == null ? null : processes.reach(process);
        Finding.Slice slice = finding.find(q, within, kind, cursor, limit == null ? 20 : limit, page.language());
        return new Page(
                slice.found().stream().map(SearchApi::item).toList(),
                slice.next() == null ? null : slice.next().toString());
    }

    private static Item item(Finding.Found found) {
        return new Item(
                found.hit().kind(),
                found.hit().title(),
                found.excerpt(),
                found.hit().language(),
                found.process().slug(),
                found.address(),
                found.hit().saidAt());
    }
}
