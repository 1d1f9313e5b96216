package org.ronda.contribution;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What one person asked for an organisation to support, until another one confirms it, or input ends. */
@Entity
class SupportWish extends PanacheEntity {
    long organisationId;
    long contributionId;
    int meaning;
    long wishedBy;
    Instant wishedAt;

    protected SupportWish() {}

    SupportWish(long organisation, Contribution contribution, int meaning, long by, Instant at) {
        this.organisationId = organisation;
        this.contributionId = contribution.id();
        this.meaning = meaning;
        this.wishedBy = by;
        this.wishedAt = at;
    }

    static Optional<SupportWish> of(long organisation, long contribution, int meaning) {
        return find("organisationId = ?1 and contributionId = ?2 and meaning = ?3", organisation, contribution, meaning)
                .firstResultOptional();
    }

    static List<SupportWish> of(Collection<Long> organisations, Contribution contribution) {
        return list(
                "organisationId in ?1 and contributionId = ?2 and meaning = ?3",
                organisations,
                contribution.id(),
                contribution.meaning());
    }

    /** How many of an organisation's wait in a phase. */
    static long open(long organisation, long phase) {
        return count(
                "organisationId = ?1 and contributionId in (select c.id from Contribution c where c.phaseId = ?2)",
                organisation,
                phase);
    }

    static void drop(long organisation, long contribution) {
        delete("organisationId = ?1 and contributionId = ?2", organisation, contribution);
    }

    long organisationId() {
        return organisationId;
    }

    boolean isBy(long person) {
        return wishedBy == person;
    }
}
