package org.ronda.moderation;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Now;

/** What was decided about me and what I said, and what became of what I reported, for programs. */
@Path("/api/v1/me/moderation")
class MyModerationApi {
    /** @param blockedUntil until when I may not write, or null */
    record Mine(Instant blockedUntil, String blockedReason, List<DecidedJson> decisions, List<ReportedJson> reports) {}

    /** What was decided; the decision itself tells all. */
    record DecidedJson(String decision, String kind, String reason, Instant decidedAt) {}

    /**
     * @param state of the contribution; a report of what was withdrawn waits no longer
     * @param outcome the kind of the decision, or null while there is none
     */
    record ReportedJson(String contribution, String state, String rule, Instant at, String outcome, String reason) {}

    @Inject
    Decisions decisions;

    @Inject
    Viewer viewer;

    @Inject
    Now now;

    @GET
    @Operation(
            summary = "What was decided about the reader, and what became of their reports; the latest hundred of each")
    public Mine mine() {
        Participant me = viewer.required();
        boolean isBlocked = me.isBlocked(now.instant());
        return new Mine(
                isBlocked ? me.blockedUntil() : null,
                isBlocked ? me.blockedReason() : null,
                decisions.mine(me).stream()
                        .map(one -> new DecidedJson(one.code(), one.kind().key(), one.reason(), one.decidedAt()))
                        .toList(),
                decisions.reportsOf(me).stream()
                        .map(one -> new ReportedJson(
                                one.contribution().code(),
                                one.contribution().state().name(),
                                one.report().rule().key(),
                                one.report().reportedAt(),
                                one.outcome() == null
                                        ? null
                                        : one.outcome().kind().key(),
                                one.outcome() == null ? null : one.outcome().reason()))
                        .toList());
    }
}
