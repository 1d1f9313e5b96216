package org.ronda.commitment;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.process.Processes;

/** The draft commitments of a process, for programs. */
@Path("/api/v1/processes/{slug}/commitments")
class DraftsApi {
    /** A draft in the list; {@code version} is the number of the present one. */
    record Item(String code, String title, String language, int version, int comments) {}

    /** All of them: a process has a handful. */
    record Items(List<Item> items) {}

    @Inject
    CommitmentReading reading;

    @Inject
    Processes processes;

    @GET
    @Operation(summary = "The draft commitments of a process")
    public Items list(@RestPath String slug) {
        return new Items(reading.of(processes.reach(slug)).stream()
                .filter(CommitmentReading.Listed::isPublic)
                .map(draft -> new Item(
                        draft.commitment().code(),
                        draft.title(),
                        draft.commitment().language(),
                        draft.present().n(),
                        draft.comments()))
                .toList());
    }
}
