package org.ronda.commitment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** A clause of a working version as somebody saved it. */
@Entity
@IdClass(ClauseRevision.Key.class)
public class ClauseRevision extends PanacheEntityBase {
    /** What identifies it. */
    public static class Key implements Serializable {
        long clauseTextId;
        int n;

        protected Key() {}

        Key(long clauseTextId, int n) {
            this.clauseTextId = clauseTextId;
            this.n = n;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.clauseTextId == clauseTextId && key.n == n;
        }

        @Override
        public int hashCode() {
            return Objects.hash(clauseTextId, n);
        }
    }

    @Id
    long clauseTextId;

    @Id
    int n;

    String heading;
    String words;
    String easyRead;
    Long savedBy;
    Instant savedAt;

    protected ClauseRevision() {}

    ClauseRevision(ClauseText text, long by, Instant now) {
        this.clauseTextId = text.id();
        this.n = text.revision();
        this.heading = text.heading();
        this.words = text.words();
        this.easyRead = text.easyRead();
        this.savedBy = by;
        this.savedAt = now;
    }

    static Optional<ClauseRevision> of(ClauseText text, int n) {
        return findByIdOptional(new Key(text.id(), n));
    }

    ClauseText.Wording wording() {
        return new ClauseText.Wording(heading, words, easyRead);
    }
}
