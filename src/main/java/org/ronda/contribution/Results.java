package org.ronda.contribution;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.qute.TemplateExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.ronda.kernel.Rows;
import org.ronda.process.Action;
import org.ronda.process.Stage;

/** States the results of a phase as they stood when its input ended, once they are frozen. */
@ApplicationScoped
@Unremovable
public class Results {
    /** @param position how far the ledger had come by then */
    public record Result(
            Instant frozenAt, long position, int contributions, int comments, int supports, boolean hasSupports) {}

    /** For the page of a phase, which belongs to an earlier room. */
    @TemplateExtension(namespace = "results")
    static class InTemplates {
        private InTemplates() {}

        /** Null while the phase goes on, and for the half minute until nothing of it can still arrive. */
        static Result of(Stage stage) {
            return stage.isPast()
                    ? Arc.container().instance(Results.class).get().frozen(stage)
                    : null;
        }
    }

    @Inject
    EntityManager entityManager;

    Result frozen(Stage stage) {
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select frozen_at, ledger_position, contributions, comments, supports from phase_freeze"
                                + " where phase_id = :phase and ended_at = :end",
                        Object[].class)
                .setParameter("phase", stage.phase().id())
                .setParameter("end", stage.contract().endsAt())
                .getResultList();
        return rows.stream()
                .map(row -> new Result(
                        Rows.instant(row[0]),
                        ((Number) row[1]).longValue(),
                        ((Number) row[2]).intValue(),
                        ((Number) row[3]).intValue(),
                        ((Number) row[4]).intValue(),
                        stage.contract().actions().contains(Action.SUPPORT)))
                .findFirst()
                .orElse(null);
    }
}
