package org.ronda.board;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ronda.kernel.Code;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;

/** A dialogue board, which stands, whatever processes there are. */
@Entity
public class Board extends PanacheEntity {
    String code;
    Translated name;
    Translated purpose;
    Instant createdAt;
    LocalDate validTo;
    String endedReason;

    @Version
    long version;

    protected Board() {}

    Board(Translated name, Translated purpose, Instant at) {
        this.code = Code.random('B');
        this.name = name;
        this.purpose = purpose;
        this.createdAt = at;
    }

    public static Optional<Board> byCode(String code) {
        return find("code", Code.normalise(code)).firstResultOptional();
    }

    /** All of them, the eldest first: a city has a few. */
    public static List<Board> all() {
        return list("order by id");
    }

    public static List<Board> byIds(Collection<Long> ids) {
        return list("id in ?1", ids);
    }

    /** Holds its row until the transaction ends: whatever changes its seats and its rules begins so, and what it is to decide. */
    public void hold() {
        if (getEntityManager()
                .createNativeQuery("select id from board where id = :id for update")
                .setParameter("id", id)
                .getResultList()
                .isEmpty()) {
            throw new NotFoundException();
        }
        getEntityManager().refresh(this);
    }

    void correct(Translated name, Translated purpose) {
        this.name = name;
        this.purpose = purpose;
    }

    /** Ends with a last day. */
    void end(LocalDate lastDay, String reason) {
        validTo = lastDay.plusDays(1);
        endedReason = reason;
    }

    /** Goes on as if it had never been ended. */
    void resume() {
        validTo = null;
        endedReason = null;
    }

    /** Whether its end is set, be it to come. */
    public boolean isEnding() {
        return validTo != null;
    }

    public boolean hasEnded(LocalDate day) {
        return validTo != null && !day.isBefore(validTo);
    }

    /** The first day that is no longer part of it, or null. */
    public LocalDate validTo() {
        return validTo;
    }

    /** The last day that is part of it, or null. */
    public LocalDate lastDay() {
        return validTo == null ? null : validTo.minusDays(1);
    }

    public String endedReason() {
        return endedReason;
    }

    /** Counts saves, so that an older form does not overwrite a newer one. */
    public long version() {
        return version;
    }

    public long id() {
        return id;
    }

    public Scope scope() {
        return Scope.board(id);
    }

    public String code() {
        return code;
    }

    public Translated name() {
        return name;
    }

    /** What it is for and what it decides, in Markdown. */
    public Translated purpose() {
        return purpose;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String address() {
        return "/boards/" + code;
    }
}
