package org.ronda.commitment;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One version of a draft commitment: being written, or public and from then on never changed. */
@Entity
public class CommitmentVersion extends PanacheEntity {
    /** Where a version stands. One at most is working, one at most is public. */
    public enum State {
        WORKING,
        PUBLIC,
        SUPERSEDED
    }

    /**
     * What a version says beside its clauses.
     *
     * @param leadOfficeId the office that answers for it, or null while there is none
     * @param startsOn its first day, or null
     * @param endsOn its last day, or null
     */
    public record Facts(Long leadOfficeId, LocalDate startsOn, LocalDate endsOn, Set<OgpValue> values) {
        static final Facts NONE = new Facts(null, null, null, Set.of());
    }

    long commitmentId;
    int n;

    @Enumerated(EnumType.STRING)
    State state;

    Long leadOfficeId;
    LocalDate startsOn;
    LocalDate endsOn;

    @Convert(converter = OgpValue.SetAsText.class)
    Set<OgpValue> ogpValues;

    Long begunBy;
    Instant begunAt;
    LocalDate expectedOn;
    Long publishedBy;
    Instant publishedAt;
    String summary;

    @Version
    long version;

    protected CommitmentVersion() {}

    CommitmentVersion(long commitmentId, int n, Facts facts, long by, Instant now) {
        this.commitmentId = commitmentId;
        this.n = n;
        this.state = State.WORKING;
        this.begunBy = by;
        this.begunAt = now;
        this.summary = "";
        state(facts);
    }

    /** Says other facts; only while it is being written. */
    void state(Facts facts) {
        require(State.WORKING);
        this.leadOfficeId = facts.leadOfficeId();
        this.startsOn = facts.startsOn();
        this.endsOn = facts.endsOn();
        this.ogpValues = facts.values();
    }

    /** @param day when it is to be public, or null; said in public while it is being written */
    void expect(LocalDate day) {
        require(State.WORKING);
        this.expectedOn = day;
    }

    /** @param summary what changed since the version before, in the language of record */
    void publish(String summary, long by, Instant now) {
        require(State.WORKING);
        this.state = State.PUBLIC;
        this.summary = summary;
        this.publishedBy = by;
        this.publishedAt = now;
    }

    void supersede() {
        require(State.PUBLIC);
        this.state = State.SUPERSEDED;
    }

    private void require(State expected) {
        if (state != expected) {
            throw new IllegalStateException("is " + state + ", not " + expected);
        }
    }

    /** All of them, the first first; drafts have a handful. */
    static List<CommitmentVersion> of(long commitmentId) {
        return list("commitmentId = ?1 order by n", commitmentId);
    }

    /** The one that is being written, if one is. */
    static Optional<CommitmentVersion> working(long commitmentId) {
        return find("commitmentId = ?1 and state = ?2", commitmentId, State.WORKING)
                .firstResultOptional();
    }

    /** The one that is read and commented on now, if one is public. */
    static Optional<CommitmentVersion> present(long commitmentId) {
        return find("commitmentId = ?1 and state = ?2", commitmentId, State.PUBLIC)
                .firstResultOptional();
    }

    /** Those that are or were public, as the database knows them now, the first first. */
    static List<CommitmentVersion> everPublic(long commitmentId) {
        return list("commitmentId = ?1 and state <> ?2 order by n", commitmentId, State.WORKING);
    }

    public long id() {
        return id;
    }

    /** Its number, from 1. */
    public int n() {
        return n;
    }

    long commitmentId() {
        return commitmentId;
    }

    public State state() {
        return state;
    }

    public boolean isWorking() {
        return state == State.WORKING;
    }

    /** Whether it is the one that is read and commented on now. */
    public boolean isPresent() {
        return state == State.PUBLIC;
    }

    public Facts facts() {
        return new Facts(leadOfficeId, startsOn, endsOn, ogpValues);
    }

    /** When it is to be public, or was; null where nothing was promised. */
    public LocalDate expectedOn() {
        return expectedOn;
    }

    /** When it became public, or null. */
    public Instant publishedAt() {
        return publishedAt;
    }

    public String summary() {
        return summary;
    }

    /** Counts saves of the facts, so that an older form does not overwrite a newer one. */
    public long version() {
        return version;
    }
}
