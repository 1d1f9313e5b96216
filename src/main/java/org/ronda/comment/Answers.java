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

    /** One's own reply holds nothing, nor does what nobody reads any more; what is said for an organisation is not one's own. */
    @Override
    public boolean isAnsweredByOthers(long contribution, long author) {
        String byOthers = " and c.state = 'PUBLISHED'"
                + " and (c.author_id is null or c.author_id <> :author or c.name_kind <> 'PERSON')";
        return !entityManager
                .createNativeQuery("select t.id from thread_comment t join contribution c on c.id = t.id"
                        + " where t.subject_kind = :kind and t.subject_id = :id"
                        + byOthers
                        + " union all select t.id from thread_comment t join contribution c on c.id = t.id"
                        + " where t.parent_id = :id"
                        + byOthers
                        + " union all select contribution_id from reaction where contribution_id = :id")
                .setParameter("kind", Scope.Kind.CONTRIBUTION.name())
                .setParameter("id", contribution)
                .setParameter("author", author)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
