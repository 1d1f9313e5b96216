package org.ronda.contribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of a contribution as they were at one time; kept for good, readable as long as the contribution is. */
@Entity
@IdClass(ContributionVersion.Key.class)
public class ContributionVersion extends PanacheEntityBase {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the author said a new version was: domain, "Correction or change of meaning". */
    public enum Change {
        FIRST,
        CORRECTION,
        MEANING
    }

    /** The contribution and the number of the version. */
    public static class Key implements Serializable {
        long contributionId;
        int n;

        public Key() {}

        Key(long contributionId, int n) {
            this.contributionId = contributionId;
            this.n = n;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.contributionId == contributionId && key.n == n;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(contributionId) * 31 + n;
        }
    }

    @Id
    long contributionId;

    @Id
    int n;

    int meaning;

    @Enumerated(EnumType.STRING)
    Change change;

    String words;
    Instant savedAt;
    Long savedBy;
    Instant setRightAt;
    String setRightReason;

    protected ContributionVersion() {}

    public ContributionVersion(Contribution contribution, Change change, Instant at, Long by) {
        this.contributionId = contribution.id();
        this.n = contribution.wordsVersion();
        this.meaning = contribution.meaning();
        this.change = change;
        this.savedBy = by;
        write(contribution.words(), at);
    }

    /** Puts other words in its place: while nobody could have relied on them yet, or when a passage is redacted. */
    public void write(Map<String, String> words, Instant at) {
        try {
            this.words = JSON.writeValueAsString(words);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
        this.savedAt = at;
    }

    /** The same version of a text that was mended in place. */
    public void mean(int meaning) {
        this.meaning = meaning;
    }

    /** It is not what its author said it was; a moderator says so, in public and with a reason. */
    public void setRight(Change change, int meaning, Instant at, String reason) {
        this.change = change;
        this.meaning = meaning;
        this.setRightAt = at;
        this.setRightReason = reason;
    }

    public Map<String, String> words() {
        try {
            return JSON.readValue(words, new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("version " + n + " of " + contributionId + " is not a JSON map", broken);
        }
    }

    public int n() {
        return n;
    }

    public int meaning() {
        return meaning;
    }

    public Change change() {
        return change;
    }

    public Instant savedAt() {
        return savedAt;
    }

    /** When a moderator set right what its author said of it, or null. */
    public Instant setRightAt() {
        return setRightAt;
    }

    public String setRightReason() {
        return setRightReason;
    }

    public boolean isFirst() {
        return change == Change.FIRST;
    }

    public boolean isChangeOfMeaning() {
        return change == Change.MEANING;
    }

    public static List<ContributionVersion> of(long contributionId) {
        return list("contributionId = ?1 order by n", contributionId);
    }

    /**
     * One page of a history.
     *
     * @param versions the latest first, with the one before the last of them, so that each can be compared
     * @param shown how many of these are the page
     */
    public record Page(List<ContributionVersion> versions, int shown) {
        private static final int SIZE = 10;

        /** The version that the next page is of those before; null where there is none. */
        public Integer next() {
            return versions.size() > shown
                    ? Integer.valueOf(versions.get(shown - 1).n())
                    : null;
        }

        /** What came before the version in that place; empty for the first. */
        public Map<String, String> wordsBefore(int place) {
            return place + 1 < versions.size() ? versions.get(place + 1).words() : Map.of();
        }
    }

    /** The versions before that number, or all from the latest on; a page costs the same however many there are. */
    public static Page page(long contributionId, Integer before) {
        List<ContributionVersion> versions = ContributionVersion.<ContributionVersion>find(
                        "contributionId = ?1 and n < ?2 order by n desc",
                        contributionId,
                        before == null ? Integer.MAX_VALUE : before)
                .page(0, Page.SIZE + 1)
                .list();
        return new Page(versions, Math.min(versions.size(), Page.SIZE));
    }

    public static Optional<ContributionVersion> of(long contributionId, int n) {
        return findByIdOptional(new Key(contributionId, n));
    }
}
