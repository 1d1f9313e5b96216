package org.ronda.contribution;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ronda.kernel.Language;
import org.ronda.kernel.Wording;

/**
 * What became of a contribution, with the reason. It is a recommendation until it names the sitting that decided it, and
 * the contribution's answer once it is public: domain, "Settled".
 */
@Entity
public class Outcome extends PanacheEntityBase {
    /** What was decided. */
    public enum Decision {
        /** The amendment is in the text, word by word. */
        ADOPTED,
        /** The amendment is in the text, in other words. */
        ADOPTED_MODIFIED,
        /** Something of a comment is in the text. */
        TAKEN,
        NOT_TAKEN,
        /** It breaks a rule, so that nobody decided about what it says. */
        INADMISSIBLE;

        public String in(Language language) {
            ContributionMessages words = Wording.of(ContributionMessages.class, language);
            return switch (this) {
                case ADOPTED -> words.decidedAdopted();
                case ADOPTED_MODIFIED -> words.decidedModified();
                case TAKEN -> words.decidedTaken();
                case NOT_TAKEN -> words.decidedNotTaken();
                case INADMISSIBLE -> words.decidedInadmissible();
            };
        }

        /** Whether words of the text come from it. */
        public boolean hasEffect() {
            return this == ADOPTED || this == ADOPTED_MODIFIED || this == TAKEN;
        }
    }

    @Id
    long contributionId;

    @Enumerated(EnumType.STRING)
    Decision decision;

    String reason;
    String language;
    Long sittingId;
    Long recordedBy;
    Instant recordedAt;
    Instant publishedAt;

    @Version
    long version;

    protected Outcome() {}

    /** @param reason why, in plain words of that language */
    public Outcome(
            long contributionId,
            Decision decision,
            String reason,
            String language,
            Sitting sitting,
            long by,
            Instant at) {
        this.contributionId = contributionId;
        this.decision = decision;
        this.reason = reason;
        this.language = language;
        this.sittingId = sitting == null ? null : sitting.id();
        this.recordedBy = by;
        this.recordedAt = at;
    }

    /** Decided there; no longer a recommendation. */
    public void decidedIn(Sitting sitting) {
        requireUnpublished();
        sittingId = sitting.id();
    }

    /** It is the answer from now on, and never changed. */
    public void publish(Instant at) {
        requireUnpublished();
        if (sittingId == null) {
            throw new IllegalStateException("a recommendation is no decision");
        }
        publishedAt = at;
    }

    private void requireUnpublished() {
        if (publishedAt != null) {
            throw new IllegalStateException("is public");
        }
    }

    public static Optional<Outcome> of(long contributionId) {
        return findByIdOptional(contributionId);
    }

    public static boolean isThere(long contributionId) {
        return count("contributionId", contributionId) > 0;
    }

    /** By the id of the contribution; in one statement. */
    public static Map<Long, Outcome> of(Collection<Long> contributions) {
        return contributions.isEmpty()
                ? Map.of()
                : Outcome.<Outcome>list("contributionId in ?1", contributions).stream()
                        .collect(Collectors.toMap(Outcome::contributionId, Function.identity()));
    }

    public long contributionId() {
        return contributionId;
    }

    public Decision decision() {
        return decision;
    }

    public String reason() {
        return reason;
    }

    /** BCP 47 tag of the language that the reason is written in. */
    public String language() {
        return language;
    }

    /** The sitting that decided it; null while it is a recommendation. */
    public Long sittingId() {
        return sittingId;
    }

    public boolean isRecommendation() {
        return sittingId == null;
    }

    public boolean isPublic() {
        return publishedAt != null;
    }

    public Instant publishedAt() {
        return publishedAt;
    }
}
