package org.ronda.contribution;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ronda.process.Unanswered;

/** Whatever is public and owed an answer has none yet: what is withdrawn or hidden leaves the count. */
@ApplicationScoped
@Unremovable
class OwedAnswers implements Unanswered {
    @Inject
    EntityManager entityManager;

    @Override
    public Map<Long, Long> byPhase(Collection<Long> phaseIds) {
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select phase_id, count(*) from contribution where phase_id in (:phases) and is_owed_answer"
                                + " and state = 'PUBLISHED' group by phase_id",
                        Object[].class)
                .setParameter("phases", phaseIds)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), row -> ((Number) row[1]).longValue()));
    }
}
