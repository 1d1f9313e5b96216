package org.ronda.comment;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.ronda.contribution.Reliance;
import org.ronda.kernel.Scope;

/**
 * A contribution is answered by any comment on it or reply to it, also one that was withdrawn or is held: its author read
 * those words; and by whoever agreed or disagreed with it.
 */
@ApplicationScoped
@Unremovable
class Answers implements Reliance {
    @Inject
    EntityManager entityManager;

    @Override
    public boolean isAnswered(long contribution) {
        return !entityManager
                .createNativeQuery("select id from thread_comment where subject_kind = :kind and subject_id = :id"
                        + " union all select id from thread_comment where parent_id = :id"
                        + " union all select contribution_id from reaction where contribution_id = :id")
                .setParameter("kind", Scope.Kind.CONTRIBUTION.name())
                .setParameter("id", contribution)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
