package org.ronda.proposal;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import org.ronda.contribution.Reliance;
import org.ronda.identity.PersonalData;
import org.ronda.identity.Telling;

/** Drafts, whose words have no versions yet; room {@code contribution} erases them. What a topic came from is relied on. */
@ApplicationScoped
@Priority(45)
class ProposalData implements PersonalData, Reliance {
    @Inject
    EntityManager entityManager;

    @Override
    public void tell(Telling telling, long participantId) throws IOException {
        telling.list(
                "drafts",
                participantId,
                "select c.code, r.title, r.problem, r.solution from proposal r join contribution c on c.id = r.id"
                        + " where c.state = 'DRAFT' and c.author_id = ? order by c.id");
    }

    @Override
    public boolean isAnswered(long contribution) {
        return !entityManager
                .createNativeQuery(
                        "select topic_id from topic_origin where contribution_id = :id and published_at is not null",
                        Long.class)
                .setParameter("id", contribution)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
