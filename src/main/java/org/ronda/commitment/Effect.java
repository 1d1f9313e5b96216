package org.ronda.commitment;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ronda.kernel.Language;

/**
 * That words of a clause come from a contribution, in one version: what the clause said before, and what it said then.
 * Follows {@code wasDerivedFrom} of W3C PROV-O.
 */
@Entity
public class Effect extends PanacheEntity {
    /** How near the words of the text are to those that were said. */
    public enum Relation {
        /** Word by word. */
        QUOTED,
        /** In other words. */
        ADAPTED,
        /** The thought only. */
        INSPIRED;

        public String in(Language language) {
            CommitmentMessages words = Drafting.words(language);
            return switch (this) {
                case QUOTED -> words.relationQuoted();
                case ADAPTED -> words.relationAdapted();
                case INSPIRED -> words.relationInspired();
            };
        }
    }

    long contributionId;
    long versionId;
    long clauseId;

    @Enumerated(EnumType.STRING)
    Relation relation;

    String beforeWords;
    String afterWords;
    boolean hasWritten;
    Long madeBy;
    Instant madeAt;

    protected Effect() {}

    /**
     * @param before null where the clause is new
     * @param after null where it is gone
     * @param hasWritten whether deciding about it wrote the words, which may have been there already
     */
    Effect(
            long contributionId,
            long versionId,
            long clauseId,
            Relation relation,
            String before,
            String after,
            boolean hasWritten,
            long by,
            Instant at) {
        this.contributionId = contributionId;
        this.versionId = versionId;
        this.clauseId = clauseId;
        this.relation = relation;
        this.beforeWords = before;
        this.afterWords = after;
        this.hasWritten = hasWritten;
        this.madeBy = by;
        this.madeAt = at;
    }

    /** What came into a version, by the id of the contribution that it came from; one statement. */
    static Map<Long, List<Effect>> in(CommitmentVersion version) {
        return Effect.<Effect>list("versionId = ?1 order by id", version.id()).stream()
                .collect(Collectors.groupingBy(Effect::contributionId));
    }

    /** What came from a contribution in one version. */
    static List<Effect> of(long contributionId, long versionId) {
        return list("contributionId = ?1 and versionId = ?2 order by id", contributionId, versionId);
    }

    long contributionId() {
        return contributionId;
    }

    long clauseId() {
        return clauseId;
    }

    public Relation relation() {
        return relation;
    }

    /** What the clause said before; null where it is new. */
    public String before() {
        return beforeWords;
    }

    /** What it said then; null where it is gone. */
    public String after() {
        return afterWords;
    }

    /** Whether deciding about it wrote the words. */
    boolean hasWritten() {
        return hasWritten;
    }

    /** Stands for the words that another one wrote, as that goes. */
    void takeOver(Effect other) {
        hasWritten = true;
        beforeWords = other.beforeWords;
    }

    /** What everybody can read: the clause in the public version before, and in the one that becomes public. */
    void settle(String before, String after) {
        beforeWords = before;
        afterWords = after;
    }
}
