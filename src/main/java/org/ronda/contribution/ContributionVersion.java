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

    /** Corrects what the author said of it; a moderator may, in public and with a reason. */
    public void setChange(Change change, int meaning) {
        this.change = change;
        this.meaning = meaning;
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

    public static List<ContributionVersion> of(long contributionId) {
        return list("contributionId = ?1 order by n", contributionId);
    }

    public static Optional<ContributionVersion> of(long contributionId, int n) {
        return findByIdOptional(new Key(contributionId, n));
    }
}
