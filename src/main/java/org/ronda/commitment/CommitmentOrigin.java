package org.ronda.commitment;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import org.ronda.kernel.Scope;

/** That a draft began with a proposal, a topic entry or a group of contributions. */
@Entity
class CommitmentOrigin extends PanacheEntity {
    long commitmentId;
    Long contributionId;
    Long groupId;

    protected CommitmentOrigin() {}

    CommitmentOrigin(Commitment commitment, Scope from) {
        this.commitmentId = commitment.id();
        if (from.kind() == Scope.Kind.GROUP) {
            this.groupId = from.id();
        } else {
            this.contributionId = from.id();
        }
    }
}
