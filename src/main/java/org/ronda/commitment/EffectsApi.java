package org.ronda.commitment;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.Outcome;
import org.ronda.contribution.Sitting;
import org.ronda.process.Process;
import org.ronda.process.Processes;

/** Where the words of a contribution went, for programs. */
@Path("/api/v1/contributions/{code}/effects")
class EffectsApi {
    /** What a contribution changed in a clause, in a public version. */
    record EffectJson(String commitment, int version, String clause, String relation, String before, String after) {}

    /**
     * What became of a contribution.
     *
     * @param decision null while nothing is public
     * @param sitting the code of the sitting that decided it
     */
    record EffectsJson(
            String contribution,
            String decision,
            String reason,
            String sitting,
            Instant publishedAt,
            List<EffectJson> effects) {}

    @Inject
    Effects effects;

    @Inject
    Processes processes;

    @GET
    @Operation(summary = "What became of a contribution, and what it changed")
    public EffectsJson effects(@RestPath String code) {
        Contribution contribution = Contribution.ofAnyKind(code)
                .filter(found -> found.isPublished() && processes.isReached(Process.findById(found.processId())))
                .orElseThrow(NotFoundException::new);
        Outcome outcome =
                Outcome.of(contribution.id()).filter(Outcome::isPublic).orElse(null);
        return new EffectsJson(
                contribution.code(),
                outcome == null ? null : outcome.decision().name(),
                outcome == null ? null : outcome.reason(),
                outcome == null
                        ? null
                        : Sitting.<Sitting>findById(outcome.sittingId()).code(),
                outcome == null ? null : outcome.publishedAt(),
                effects.of(contribution).stream()
                        .map(effect -> new EffectJson(
                                effect.commitment().code(),
                                effect.version(),
                                effect.clause().key(),
                                effect.relation().name(),
                                effect.before(),
                                effect.after()))
                        .toList());
    }
}
