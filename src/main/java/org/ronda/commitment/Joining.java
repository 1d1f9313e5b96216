package org.ronda.commitment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** An organisation that joins somebody's amendment. Where two people confirm, it is one from the second person on. */
@Entity
@IdClass(Joining.Key.class)
class Joining extends PanacheEntityBase {
    /** What identifies it. */
    static class Key implements Serializable {
        long amendmentId;
        long organisationId;

        protected Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.amendmentId == amendmentId && key.organisationId == organisationId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(amendmentId, organisationId);
        }
    }

    @Id
    long amendmentId;

    @Id
    long organisationId;

    Long askedBy;
    Instant askedAt;
    Long confirmedBy;
    Instant confirmedAt;

    protected Joining() {}

    /** Asked for by one person; theirs alone is enough where {@code isWhole}. */
    Joining(long amendmentId, long organisationId, long by, Instant at, boolean isWhole) {
        this.amendmentId = amendmentId;
        this.organisationId = organisationId;
        this.askedBy = by;
        this.askedAt = at;
        this.confirmedAt = isWhole ? at : null;
    }

    static Optional<Joining> of(long amendmentId, long organisationId) {
        return find("amendmentId = ?1 and organisationId = ?2", amendmentId, organisationId)
                .firstResultOptional();
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    boolean isAskedBy(long person) {
        return askedBy != null && askedBy == person;
    }

    void confirm(long by, Instant at) {
        confirmedBy = by;
        confirmedAt = at;
    }

    /** Asked for anew, as whoever asked before does not speak for it any more. */
    void ask(long by, Instant at) {
        askedBy = by;
        askedAt = at;
    }
}
