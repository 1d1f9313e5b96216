package org.ronda.board;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ronda.kernel.Code;

/**
 * That somebody is asked to sit on a seat, as its holder or as the deputy; they do once they accept it together with the
 * rules of the board. It is ended, never deleted.
 */
@Entity
class Appointment extends PanacheEntity {
    private static final String OPEN = "OPEN";

    String code;
    long boardId;
    long seatId;
    long participantId;
    boolean isDeputy;
    Instant validFrom;
    Instant validTo;
    long appointedBy;
    Instant appointedAt;
    Instant acceptedAt;
    Instant declinedAt;
    Integer rulesVersion;
    Instant rulesAcceptedAt;
    // by the end of the board, with the end that it had before
    boolean isShortened;
    Instant ownEnd;

    Instant endedAt;
    Long endedBy;
    String endedReason;

    // uq_appointment_seat and uq_appointment_person: one that is open for each place, and for each person on a board
    String slot;

    protected Appointment() {}

    Appointment(Seat seat, long participant, boolean isDeputy, Instant from, Instant to, long by, Instant at) {
        this.code = Code.random('A');
        this.boardId = seat.boardId();
        this.seatId = seat.id();
        this.participantId = participant;
        this.isDeputy = isDeputy;
        this.validFrom = from;
        this.validTo = to;
        this.appointedBy = by;
        this.appointedAt = at;
        this.slot = OPEN;
    }

    static Optional<Appointment> byCode(String code) {
        return find("code", Code.normalise(code)).firstResultOptional();
    }

    /** Those of a board that are neither declined nor ended. */
    static List<Appointment> open(long board) {
        return list("boardId = ?1 and slot = ?2 order by id", board, OPEN);
    }

    /** Those of one person on one board, held until the transaction ends: none is ended meanwhile. */
    static List<Appointment> held(long board, long participant) {
        return Appointment.<Appointment>find(
                        "boardId = ?1 and participantId = ?2 and slot = ?3", board, participant, OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The same, held until the transaction ends: nobody speaks under one of them meanwhile. */
    static List<Appointment> holdOpen(long board) {
        return Appointment.<Appointment>find("boardId = ?1 and slot = ?2 order by id", board, OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    static List<Appointment> openOf(long participant) {
        return list("participantId = ?1 and slot = ?2 order by id", participant, OPEN);
    }

    void accept(int rules, Instant at) {
        acceptedAt = at;
        agree(rules, at);
    }

    /** Accepts a version of the rules. */
    void agree(int rules, Instant at) {
        rulesVersion = rules;
        rulesAcceptedAt = at;
    }

    void decline(Instant at) {
        declinedAt = at;
        slot = null;
    }

    void end(String reason, long by, Instant at) {
        endedAt = at;
        endedBy = by;
        endedReason = reason;
        slot = null;
    }

    /** Ends not later than the board. */
    void endBy(Instant end) {
        if (validTo == null || validTo.isAfter(end)) {
            isShortened = true;
            ownEnd = validTo;
            validTo = end;
        }
    }

    /** Lasts as long as it did before the board was to end. */
    void goOn() {
        if (isShortened) {
            validTo = ownEnd;
            ownEnd = null;
            isShortened = false;
        }
    }

    /** Its time is over: room for the next. */
    void runOut() {
        slot = null;
    }

    boolean beginsBefore(Instant at) {
        return validFrom.isBefore(at);
    }

    long participantId() {
        return participantId;
    }

    boolean isOf(long participant) {
        return participantId == participant;
    }

    boolean isOpen() {
        return slot != null;
    }

    /** Whether it waits to be accepted. */
    public boolean isAsked() {
        return acceptedAt == null && slot != null;
    }

    public boolean isInForce(Instant at) {
        return acceptedAt != null
                && !at.isBefore(validFrom)
                && !at.isBefore(acceptedAt)
                && !hasRunOut(at)
                && endedAt == null;
    }

    public boolean hasRunOut(Instant at) {
        return validTo != null && !at.isBefore(validTo);
    }

    /** Whether they sat there and do no longer. */
    boolean isPast(Instant at) {
        return acceptedAt != null && (endedAt == null ? hasRunOut(at) : endedAt.isAfter(validFrom));
    }

    public long id() {
        return id;
    }

    public String code() {
        return code;
    }

    long boardId() {
        return boardId;
    }

    long seatId() {
        return seatId;
    }

    public boolean isDeputy() {
        return isDeputy;
    }

    /** From when they sat there. */
    public Instant since() {
        return acceptedAt == null || acceptedAt.isBefore(validFrom) ? validFrom : acceptedAt;
    }

    /** Null for without end. */
    public Instant validTo() {
        return validTo;
    }

    /** The end as people say it: within its last day. */
    public Instant lastMoment() {
        return validTo.minusMillis(1);
    }

    /** The end, by its date or before it; null while there is none. */
    public Instant until() {
        return endedAt != null ? endedAt : validTo == null ? null : lastMoment();
    }

    Instant acceptedAt() {
        return acceptedAt;
    }

    public Instant declinedAt() {
        return declinedAt;
    }

    public Instant endedAt() {
        return endedAt;
    }

    /** Empty where who sat there left. */
    public String endedReason() {
        return endedReason;
    }

    public boolean hasReason() {
        return endedReason != null && !endedReason.isEmpty();
    }

    /** The version of the rules that was accepted last; 0 before. */
    public int agreedTo() {
        return rulesVersion == null ? 0 : rulesVersion;
    }

    /** The same, null before. */
    public Integer rulesVersion() {
        return rulesVersion;
    }

    public Instant rulesAcceptedAt() {
        return rulesAcceptedAt;
    }
}
