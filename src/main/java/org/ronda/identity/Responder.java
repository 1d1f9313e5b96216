package org.ronda.identity;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** That somebody responds for an office: from when until when, with which role there. Ended, never deleted. */
@Entity
@Table(name = "office_responder")
public class Responder extends PanacheEntity {
    private static final String OPEN = "OPEN";

    long officeId;
    long participantId;
    String title;
    Instant validFrom;
    Instant validTo;
    Long givenBy;
    Instant givenAt;
    Long endedBy;
    Instant endedAt;

    // uq_responder_once: one that is open for the same person and the same office
    String slot;

    protected Responder() {}

    Responder(Office office, long participant, String title, Instant from, Instant to, long by, Instant at) {
        this.officeId = office.id();
        this.participantId = participant;
        this.title = title;
        this.validFrom = from;
        this.validTo = to;
        this.givenBy = by;
        this.givenAt = at;
        this.slot = OPEN;
    }

    /** The same for the office that follows. */
    Responder following(Office successor, Instant from, long by, Instant at) {
        Instant begins = validFrom.isAfter(from) ? validFrom : from;
        return new Responder(successor, participantId, title, begins, validTo, by, at);
    }

    /** Those of an office that were not ended, whether they are in force or not. */
    static List<Responder> open(long office) {
        return list("officeId = ?1 and slot = ?2 order by id", office, OPEN);
    }

    /** The same, held until the transaction ends: nobody speaks under one of them meanwhile. */
    static List<Responder> holdOpen(long office) {
        return Responder.<Responder>find("officeId = ?1 and slot = ?2 order by id", office, OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Those of one person for one office, held until the transaction ends: none is ended meanwhile. */
    static List<Responder> held(long office, long participant) {
        return Responder.<Responder>find(
                        "officeId = ?1 and participantId = ?2 and slot = ?3 order by id", office, participant, OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    void end(Long by, Instant at) {
        endedBy = by;
        endedAt = at;
        slot = null;
    }

    /** Its time is over: room for another one. */
    void runOut() {
        slot = null;
    }

    boolean isOpen() {
        return slot != null;
    }

    /** Whether it counts at that instant, as far as its office is in force. */
    public boolean isInForce(Instant at) {
        return !at.isBefore(validFrom) && !hasRunOut(at) && (endedAt == null || at.isBefore(endedAt));
    }

    boolean hasRunOut(Instant at) {
        return validTo != null && !at.isBefore(validTo);
    }

    public long id() {
        return id;
    }

    public long officeId() {
        return officeId;
    }

    public long participantId() {
        return participantId;
    }

    /** The role in the office, such as "directora". */
    public String title() {
        return title;
    }

    public Instant validFrom() {
        return validFrom;
    }

    /** Null for without end. */
    public Instant validTo() {
        return validTo;
    }

    /** The end as people say it: within its last day. */
    public Instant lastMoment() {
        return validTo.minusMillis(1);
    }
}
