package org.ronda.contribution;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ronda.kernel.Code;
import org.ronda.kernel.Scope;

/** A decision of the body that decides in a process, recorded once for all that it settled: domain, "Settled". */
@Entity
public class Sitting extends PanacheEntity {
    /** How it was decided. */
    public enum Method {
        CONSENSUS,
        VOTES
    }

    /**
     * Votes, where there was a vote.
     *
     * @param inFavour voices for it
     */
    public record Votes(int inFavour, int against, int abstaining) {}

    String code;
    long processId;

    @Enumerated(EnumType.STRING)
    Scope.Kind bodyKind;

    long bodyId;
    LocalDate heldOn;

    @Enumerated(EnumType.STRING)
    Method method;

    Integer votesFor;
    Integer votesAgainst;
    Integer votesAbstaining;
    String dissent;
    String link;
    String language;
    Long recordedBy;
    Instant recordedAt;

    protected Sitting() {}

    /**
     * @param body an office or a board
     * @param votes null where there was none
     * @param dissent what whoever disagreed wanted to be kept, or empty
     * @param link to the record of it, or empty
     */
    Sitting(
            long processId,
            Scope body,
            LocalDate heldOn,
            Votes votes,
            String dissent,
            String link,
            String language,
            long by,
            Instant at) {
        this.code = Code.random('D');
        this.processId = processId;
        this.bodyKind = body.kind();
        this.bodyId = body.id();
        this.heldOn = heldOn;
        this.method = votes == null ? Method.CONSENSUS : Method.VOTES;
        this.votesFor = votes == null ? null : Integer.valueOf(votes.inFavour());
        this.votesAgainst = votes == null ? null : Integer.valueOf(votes.against());
        this.votesAbstaining = votes == null ? null : Integer.valueOf(votes.abstaining());
        this.dissent = dissent;
        this.link = link;
        this.language = language;
        this.recordedBy = by;
        this.recordedAt = at;
    }

    public static Optional<Sitting> byCode(String code) {
        return find("code", Code.normalise(code)).firstResultOptional();
    }

    /** Those of a process, the latest first. */
    public static List<Sitting> of(long processId) {
        return list("processId = ?1 order by heldOn desc, id desc", processId);
    }

    public long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String address() {
        return "/sittings/" + code;
    }

    public long processId() {
        return processId;
    }

    public Scope body() {
        return new Scope(bodyKind, bodyId);
    }

    public LocalDate heldOn() {
        return heldOn;
    }

    public Method method() {
        return method;
    }

    public boolean isByVotes() {
        return method == Method.VOTES;
    }

    /** Null where it was decided by consensus. */
    public Votes votes() {
        return isByVotes() ? new Votes(votesFor, votesAgainst, votesAbstaining) : null;
    }

    public String dissent() {
        return dissent;
    }

    public String link() {
        return link;
    }

    /** BCP 47 tag of the language that the dissent is written in. */
    public String language() {
        return language;
    }
}
