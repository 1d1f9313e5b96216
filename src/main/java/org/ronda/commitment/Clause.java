package org.ronda.commitment;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ronda.kernel.Language;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Wording;

/** A clause of a draft commitment: what stays the same while its words change. Threads are about it. */
@Entity
public class Clause extends PanacheEntity {
    /** What a clause is for; the fields of the commitment form of OGP Local. */
    public enum Kind {
        TITLE,
        PROBLEM,
        STATUS_QUO,
        ACTION,
        CONTRIBUTION,
        GOAL,
        RELEVANCE,
        RESOURCES,
        MILESTONE,
        OTHER;

        /** Those that every draft begins with, in the order of the form. */
        static final List<Kind> FORM =
                List.of(TITLE, PROBLEM, STATUS_QUO, ACTION, CONTRIBUTION, GOAL, RELEVANCE, RESOURCES, MILESTONE);

        public String in(Language language) {
            CommitmentMessages words = Wording.of(CommitmentMessages.class, language);
            return switch (this) {
                case TITLE -> words.kindTitle();
                case PROBLEM -> words.kindProblem();
                case STATUS_QUO -> words.kindStatusQuo();
                case ACTION -> words.kindAction();
                case CONTRIBUTION -> words.kindContribution();
                case GOAL -> words.kindGoal();
                case RELEVANCE -> words.kindRelevance();
                case RESOURCES -> words.kindResources();
                case MILESTONE -> words.kindMilestone();
                case OTHER -> words.kindOther();
            };
        }
    }

    long commitmentId;

    @Column(name = "clause_key")
    String key;

    @Enumerated(EnumType.STRING)
    Kind kind;

    protected Clause() {}

    /** @param number which one of its kind, from 1; never used again for another one */
    Clause(long commitmentId, Kind kind, int number) {
        this.commitmentId = commitmentId;
        this.kind = kind;
        this.key = kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + (number == 1 ? "" : "-" + number);
    }

    static Optional<Clause> byKey(long commitmentId, String key) {
        return find("commitmentId = ?1 and key = ?2", commitmentId, key).firstResultOptional();
    }

    static int countOf(long commitmentId, Kind kind) {
        return (int) count("commitmentId = ?1 and kind = ?2", commitmentId, kind);
    }

    public long id() {
        return id;
    }

    public Scope scope() {
        return Scope.clause(id);
    }

    /** Names it within its draft, in every version, such as {@code problem} or {@code milestone-2}. */
    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isTitle() {
        return kind == Kind.TITLE;
    }

    long commitmentId() {
        return commitmentId;
    }
}
