package org.ronda.contribution;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** That a contribution was not decided in one round, and is to be in a later one: still owed an answer, with a public reason. */
@Entity
@IdClass(Carried.Key.class)
public class Carried extends PanacheEntityBase {
    /** What identifies it. */
    public static class Key implements Serializable {
        long contributionId;
        long toPhaseId;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.contributionId == contributionId && key.toPhaseId == toPhaseId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(contributionId, toPhaseId);
        }
    }

    @Id
    long contributionId;

    @Id
    long toPhaseId;

    long fromPhaseId;
    String reason;
    String language;
    Long carriedBy;
    Instant carriedAt;

    protected Carried() {}

    public Carried(Contribution contribution, long from, long to, String reason, String language, long by, Instant at) {
        this.contributionId = contribution.id();
        this.fromPhaseId = from;
        this.toPhaseId = to;
        this.reason = reason;
        this.language = language;
        this.carriedBy = by;
        this.carriedAt = at;
    }

    /** The latest first. */
    public static List<Carried> of(long contributionId) {
        return list("contributionId = ?1 order by carriedAt desc", contributionId);
    }

    public static boolean isThere(long contributionId, long toPhase) {
        return count("contributionId = ?1 and toPhaseId = ?2", contributionId, toPhase) > 0;
    }

    public long contributionId() {
        return contributionId;
    }

    public String reason() {
        return reason;
    }

    /** BCP 47 tag of the language that the reason is written in. */
    public String language() {
        return language;
    }

    public Instant carriedAt() {
        return carriedAt;
    }
}
