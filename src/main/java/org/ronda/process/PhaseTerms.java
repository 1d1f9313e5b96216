package org.ronda.process;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One row of a phase's contract, never changed once it is public. The one in force is the latest with {@code effectiveAt
 * <= now}; what is announced but not yet in force is public too.
 */
@Entity
public class PhaseTerms extends PanacheEntity {
    /** What a new row of terms does to the one before it. */
    public enum Change {
        FIRST,
        ADJUSTED,
        EXTENDED,
        SHORTENED,
        REOPENED,
        SUSPENDED,
        RESUMED
    }

    long phaseId;
    int n;
    Instant effectiveAt;
    Instant opensAt;
    Instant endsAt;
    Instant lateUntil;
    boolean isSuspended;

    @Convert(converter = EnumSetAsText.Actions.class)
    Set<Action> actions;

    Integer supportsPerVoter;
    Integer proposalsPerVoter;
    int maxLength;

    @Enumerated(EnumType.STRING)
    Moderation moderation;

    boolean hasDisagree;
    boolean hasHiddenTally;
    boolean hasOrganisations;

    @Convert(converter = EnumSetAsText.Owings.class)
    Set<Owed> owed;

    Instant answersDueAt;
    int promisedShare;

    @Enumerated(EnumType.STRING)
    Change change;

    String reason;
    Long madeBy;
    Instant madeAt;

    protected PhaseTerms() {}

    PhaseTerms(
            Phase phase,
            int n,
            Instant effectiveAt,
            Contract contract,
            Change change,
            String reason,
            Long by,
            Instant at) {
        this.phaseId = phase.id;
        this.n = n;
        this.effectiveAt = effectiveAt;
        this.opensAt = contract.opensAt();
        this.endsAt = contract.endsAt();
        this.lateUntil = contract.lateUntil();
        this.isSuspended = contract.isSuspended();
        this.actions = contract.actions();
        this.supportsPerVoter = contract.limits().supportsPerVoter();
        this.proposalsPerVoter = contract.limits().proposalsPerVoter();
        this.maxLength = contract.limits().maxLength();
        this.moderation = contract.moderation();
        this.hasDisagree = contract.hasDisagree();
        this.hasHiddenTally = contract.hasHiddenTally();
        this.hasOrganisations = contract.hasOrganisations();
        this.owed = contract.answers().owed();
        this.answersDueAt = contract.answers().dueAt();
        this.promisedShare = contract.answers().promisedShare();
        this.change = change;
        this.reason = reason;
        this.madeBy = by;
        this.madeAt = at;
    }

    public Contract contract() {
        return new Contract(
                new Contract.Window(opensAt, endsAt, lateUntil),
                isSuspended,
                actions,
                new Contract.Limits(supportsPerVoter, proposalsPerVoter, maxLength),
                moderation,
                hasDisagree,
                hasHiddenTally,
                hasOrganisations,
                new Contract.Answers(owed, answersDueAt, promisedShare));
    }

    public long phaseId() {
        return phaseId;
    }

    public int n() {
        return n;
    }

    public Instant effectiveAt() {
        return effectiveAt;
    }

    public Change change() {
        return change;
    }

    /** Why the terms changed; null for the first. */
    public String reason() {
        return reason;
    }

    public Long madeBy() {
        return madeBy;
    }

    public Instant madeAt() {
        return madeAt;
    }

    static List<PhaseTerms> ofProcess(long processId) {
        return list(
                "from PhaseTerms t where t.phaseId in (select p.id from Phase p where p.processId = ?1) order by t.phaseId, t.n",
                processId);
    }

    static List<PhaseTerms> ofPhase(long phaseId) {
        return list("phaseId = ?1 order by n", phaseId);
    }
}
