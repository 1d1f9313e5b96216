package org.ronda.contribution;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

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
}
