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
                        "select c.phase_id, count(*) from contribution c where c.phase_id in (:phases)"
                                + " and c.is_owed_answer and c.state = 'PUBLISHED' and not exists (select 1 from outcome o"
                                + " where o.contribution_id = c.id and o.published_at is not null) group by c.phase_id",
                        Object[].class)
                .setParameter("phases", phaseIds)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), row -> ((Number) row[1]).longValue()));
    }
}
