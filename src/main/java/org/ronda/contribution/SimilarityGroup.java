package org.ronda.contribution;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ronda.kernel.Code;
import org.ronda.kernel.Scope;

/**
 * Contributions of a process that say much the same, put together by its team under a title and a synthesis. They stay
 * what they are, each with its page, its author and its supports: a group takes the place of nothing.
 */
@Entity
public class SimilarityGroup extends PanacheEntity {
    String code;
    long processId;
    String title;
    String synthesis;
    String language;
    Long madeBy;
    Instant madeAt;
    Instant dissolvedAt;
    String dissolvedReason;

    @Version
    long version;

    protected SimilarityGroup() {}

    SimilarityGroup(long processId, GroupInput input, String language, long by, Instant now) {
        this.code = Code.random('G');
        this.processId = processId;
        this.madeBy = by;
        this.madeAt = now;
        write(input, language);
    }

    void write(GroupInput input, String language) {
        this.title = input.title();
        this.synthesis = input.synthesis();
        this.language = language;
    }

    void dissolve(String reason, Instant now) {
        dissolvedAt = now;
        dissolvedReason = reason;
    }

    public static Optional<SimilarityGroup> byCode(String code) {
        return find("code", Code.normalise(code)).firstResultOptional();
    }

    /** Those of a process with these codes that are not dissolved. */
    public static List<SimilarityGroup> inForce(long processId, Collection<String> codes) {
        return list("processId = ?1 and code in ?2 and dissolvedAt is null", processId, codes);
    }

    /** The same, held until the transaction ends: whatever changes the group begins so. */
    static Optional<SimilarityGroup> held(String code) {
        return SimilarityGroup.<SimilarityGroup>find("code", Code.normalise(code))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    public long id() {
        return id;
    }

    public Scope scope() {
        return Scope.group(id);
    }

    public String code() {
        return code;
    }

    public String address() {
        return "/groups/" + code;
    }

    public long processId() {
        return processId;
    }

    public String title() {
        return title;
    }

    /** What its members have in common, in the words of the team. Markdown. */
    public String synthesis() {
        return synthesis;
    }

    /** BCP 47 tag of the language that title and synthesis are written in. */
    public String language() {
        return language;
    }

    /** The participant who made it; null once they are erased. */
    Long madeBy() {
        return madeBy;
    }

    public Instant madeAt() {
        return madeAt;
    }

    public boolean isDissolved() {
        return dissolvedAt != null;
    }

    /** When it was dissolved, or null. */
    public Instant dissolvedAt() {
        return dissolvedAt;
    }

    public String dissolvedReason() {
        return dissolvedReason;
    }

    /** Counts corrections of its text, so that an older form does not overwrite a newer one. */
    public long version() {
        return version;
    }
}
