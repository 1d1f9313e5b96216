package org.ronda.commitment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which drafts a team chose for a round; none means that every public draft is in it. */
@Entity
public class RoundPreparation extends PanacheEntityBase {
    @Id
    long phaseId;

    // no @Version: the phase's row is held while it is written, and the number is what forms name
    int revision;
    Long preparedBy;
    Instant preparedAt;

    @ElementCollection
    @CollectionTable(name = "round_draft", joinColumns = @JoinColumn(name = "phase_id"))
    @Column(name = "commitment_id")
    Set<Long> drafts = new TreeSet<>();

    protected RoundPreparation() {}

    RoundPreparation(long phaseId) {
        this.phaseId = phaseId;
    }

    void choose(Collection<Long> chosen, long by, Instant now) {
        drafts.clear();
        drafts.addAll(chosen);
        revision++;
        preparedBy = by;
        preparedAt = now;
    }

    static List<RoundPreparation> of(Collection<Long> phaseIds) {
        return list("from RoundPreparation p left join fetch p.drafts where p.phaseId in ?1", phaseIds);
    }

    long phaseId() {
        return phaseId;
    }

    /** Counts saves, so that an older form does not overwrite a newer one. */
    int revision() {
        return revision;
    }

    /** The ids of the drafts. */
    Set<Long> drafts() {
        return drafts;
    }
}
