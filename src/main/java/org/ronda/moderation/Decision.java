package org.ronda.moderation;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.ronda.kernel.Code;
import org.ronda.kernel.Language;
import org.ronda.kernel.Wording;

/**
 * What a moderator decided about a contribution or a participant, by which rule and why. A decision that takes something
 * away is in force until it is lifted, and can be looked at once more by somebody else.
 */
@Entity
@Table(name = "moderation_decision")
public class Decision extends PanacheEntity {
    /** For this long, whom a decision concerns may ask for a second look. */
    static final Duration LOOK_WITHIN = Duration.ofDays(30);

    /** What was decided. */
    public enum Kind {
        /** A public contribution left the public. */
        HIDE,
        /** A passage was taken out. */
        REDACT,
        /** What was hidden came back. */
        RESTORE,
        /** What was held became public. */
        RELEASE,
        /** What was held does not become public. */
        REFUSE,
        /** What was reported stays as it is. */
        KEEP,
        /** A participant may, until some instant, only read, withdraw and ask for a second look. */
        BLOCK,
        /** A block ended before its time. */
        UNBLOCK;

        static Optional<Kind> of(String typed) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equals(typed))
                    .findFirst();
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it takes something away from somebody. */
        boolean isMeasure() {
            return this == HIDE || this == REDACT || this == REFUSE || this == BLOCK;
        }

        /** Whether the public may read of it, where the contribution was public. */
        boolean isPublic() {
            return this == HIDE || this == REDACT || this == RESTORE;
        }

        public String in(Language language) {
            ModerationMessages words = Wording.of(ModerationMessages.class, language);
            return switch (this) {
                case HIDE -> words.kindHide();
                case REDACT -> words.kindRedact();
                case RESTORE -> words.kindRestore();
                case RELEASE -> words.kindRelease();
                case REFUSE -> words.kindRefuse();
                case KEEP -> words.kindKeep();
                case BLOCK -> words.kindBlock();
                case UNBLOCK -> words.kindUnblock();
            };
        }
    }

    /** What a second look came to. */
    public enum Outcome {
        UPHELD,
        CHANGED;

        static Optional<Outcome> of(String typed) {
            return Arrays.stream(values())
                    .filter(outcome -> outcome.name().toLowerCase(Locale.ROOT).equals(typed))
                    .findFirst();
        }
    }

    String code;
    long processId;
    Long contributionId;
    Long participantId;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Enumerated(EnumType.STRING)
    Rule rule;

    String reason;
    String words;
    Instant until;
    long decidedBy;
    Instant decidedAt;
    boolean isInForce;
    Instant secondLookAskedAt;
    String secondLookWords;
    Long secondLookBy;
    Instant secondLookAt;

    @Enumerated(EnumType.STRING)
    Outcome secondLookOutcome;

    String secondLookReason;

    @Version
    long version;

    protected Decision() {}

    private Decision(Kind kind, long processId, Rule rule, String reason, long by, Instant at) {
        this.code = Code.random('M');
        this.kind = kind;
        this.processId = processId;
        this.rule = rule;
        this.reason = reason;
        this.decidedBy = by;
        this.decidedAt = at;
        this.isInForce = kind.isMeasure();
    }

    /** @param words the words concerned, or an empty text when it is the whole */
    static Decision about(
            long processId,
            long contributionId,
            Kind kind,
            Rule rule,
            String reason,
            String words,
            long by,
            Instant at) {
        Decision decision = new Decision(kind, processId, rule, reason, by, at);
        decision.contributionId = contributionId;
        decision.words = words.isEmpty() ? null : words;
        return decision;
    }

    /** @param contributionId what it is because of */
    static Decision blocking(
            long processId,
            long participantId,
            long contributionId,
            Rule rule,
            String reason,
            Instant until,
            long by,
            Instant at) {
        Decision decision = new Decision(Kind.BLOCK, processId, rule, reason, by, at);
        decision.participantId = participantId;
        decision.contributionId = contributionId;
        decision.until = until;
        return decision;
    }

    /** The end of a block before its time. */
    Decision unblocking(String why, long by, Instant at) {
        Decision decision = new Decision(Kind.UNBLOCK, processId, rule, why, by, at);
        decision.participantId = participantId;
        decision.contributionId = contributionId;
        lift();
        return decision;
    }

    /** The passage that it is about goes for good; what was decided and why stays. */
    void forgetWords() {
        words = null;
    }

    /** How a second look was asked for goes for good. */
    void forgetPlea() {
        secondLookWords = null;
    }

    void lift() {
        isInForce = false;
    }

    /** Whether whom it concerns may still ask for a second look. */
    boolean mayAskLook(Instant now) {
        return isInForce && secondLookAskedAt == null && now.isBefore(lookUntil());
    }

    void askLook(String words, Instant at) {
        if (!mayAskLook(at)) {
            throw new IllegalStateException(code + " cannot be looked at again");
        }
        secondLookAskedAt = at;
        secondLookWords = words.isEmpty() ? null : words;
    }

    void look(Outcome outcome, String why, long by, Instant at) {
        if (!isLookOpen() || by == decidedBy) {
            throw new IllegalStateException(code + " is not looked at again by " + by);
        }
        secondLookBy = by;
        secondLookAt = at;
        secondLookOutcome = outcome;
        secondLookReason = why;
        if (outcome == Outcome.CHANGED) {
            lift();
        }
    }

    public long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String address() {
        return "/moderation/" + code;
    }

    public long processId() {
        return processId;
    }

    Long contributionId() {
        return contributionId;
    }

    Long participantId() {
        return participantId;
    }

    public Kind kind() {
        return kind;
    }

    /** Null where none was broken: what stays, is released or restored. */
    public Rule rule() {
        return rule;
    }

    public String reason() {
        return reason;
    }

    /** The words concerned, or null when it is the whole. */
    public String words() {
        return words;
    }

    /** When a block ends; null for everything else, which has no end of its own. */
    public Instant until() {
        return until;
    }

    long decidedBy() {
        return decidedBy;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    /** Whether it still takes something away. A block past its end is no longer felt, though it was never lifted. */
    public boolean isInForce() {
        return isInForce;
    }

    public boolean isMeasure() {
        return kind.isMeasure();
    }

    public boolean isBlock() {
        return kind == Kind.BLOCK;
    }

    public boolean isRedaction() {
        return kind == Kind.REDACT;
    }

    public boolean isRefusal() {
        return kind == Kind.REFUSE;
    }

    public Instant lookUntil() {
        return decidedAt.plus(LOOK_WITHIN);
    }

    public Instant lookAskedAt() {
        return secondLookAskedAt;
    }

    /** What was said when a second look was asked for; may be null. */
    public String lookWords() {
        return secondLookWords;
    }

    public boolean isLookOpen() {
        return secondLookAskedAt != null && secondLookAt == null && isInForce;
    }

    public boolean isLookDone() {
        return secondLookAt != null;
    }

    public boolean isUpheld() {
        return secondLookOutcome == Outcome.UPHELD;
    }

    public Instant lookAt() {
        return secondLookAt;
    }

    public String lookReason() {
        return secondLookReason;
    }

    static Optional<Decision> byCode(String code) {
        return find("code", Code.normalise(code)).firstResultOptional();
    }

    /** Everything that was decided about a contribution, the latest first. */
    static List<Decision> about(long contributionId) {
        return list("contributionId = ?1 order by id desc", contributionId);
    }

    /** What keeps a contribution out of the public. */
    static List<Decision> hiding(long contributionId) {
        return list(
                "contributionId = ?1 and isInForce and kind in ?2 order by id",
                contributionId,
                List.of(Kind.HIDE, Kind.REFUSE));
    }

    /** What keeps a participant from writing at that instant, the longest first. */
    static Stream<Decision> blocking(long participantId, Instant at) {
        return stream(
                "participantId = ?1 and kind = ?2 and isInForce and until > ?3 order by until desc, id",
                participantId,
                Kind.BLOCK,
                at);
    }

    /** The passages that are taken out of a contribution, the first first. */
    static List<Decision> redacting(long contributionId) {
        return list("contributionId = ?1 and isInForce and kind = ?2 order by id", contributionId, Kind.REDACT);
    }
}
