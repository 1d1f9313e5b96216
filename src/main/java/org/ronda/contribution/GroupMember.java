package org.ronda.contribution;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.ronda.kernel.Code;

/** That a contribution is in a group; in one at most. */
@Entity
class GroupMember extends PanacheEntityBase {
    @Id
    long contributionId;

    long groupId;
    Instant addedAt;

    protected GroupMember() {}

    GroupMember(SimilarityGroup group, Contribution contribution, Instant now) {
        this.contributionId = contribution.id();
        this.groupId = group.id();
        this.addedAt = now;
    }

    /** The contribution with that code, if the group holds it. */
    static Optional<Contribution> in(SimilarityGroup group, String code) {
        return getEntityManager()
                .createQuery(
                        "select c from Contribution c join GroupMember m on m.contributionId = c.id"
                                + " where m.groupId = :group and c.code = :code",
                        Contribution.class)
                .setParameter("group", group.id())
                .setParameter("code", Code.normalise(code == null ? "" : code))
                .getResultStream()
                .findFirst();
    }
}
