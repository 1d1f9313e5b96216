package org.ronda.board;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ronda.kernel.Code;
import org.ronda.kernel.Language;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;

/** A seat on a board, whoever sits there. It may be that of an organisation or of an office. */
@Entity
class Seat extends PanacheEntity {
    /** Whether it is always there, for one theme only, or listens without deciding. */
    enum Kind {
        PERMANENT,
        THEMATIC,
        OBSERVER;

        public String in(Language language) {
            BoardMessages words = Seating.words(language);
            return switch (this) {
                case PERMANENT -> words.permanent();
                case THEMATIC -> words.thematic();
                case OBSERVER -> words.observer();
            };
        }
    }

    /** For which part of the city it speaks. */
    enum Sector {
        GOVERNMENT,
        CIVIL_SOCIETY,
        ACADEMIA,
        BUSINESS,
        MEDIA,
        COLLECTIVE,
        RESIDENTS;

        public String in(Language language) {
            BoardMessages words = Seating.words(language);
            return switch (this) {
                case GOVERNMENT -> words.government();
                case CIVIL_SOCIETY -> words.civilSociety();
                case ACADEMIA -> words.academia();
                case BUSINESS -> words.business();
                case MEDIA -> words.media();
                case COLLECTIVE -> words.collective();
                case RESIDENTS -> words.residents();
            };
        }
    }

    String code;
    long boardId;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Enumerated(EnumType.STRING)
    Sector sector;

    Translated name;

    @Enumerated(EnumType.STRING)
    Scope.Kind bodyKind;

    Long bodyId;
    Instant addedAt;
    Instant closedAt;
    String closedReason;

    @Version
    long version;

    protected Seat() {}

    Seat(Board board, Kind kind, Sector sector, Translated name, Scope body, Instant at) {
        this.code = Code.random('S');
        this.boardId = board.id();
        this.kind = kind;
        this.sector = sector;
        this.name = name;
        this.bodyKind = body == null ? null : body.kind();
        this.bodyId = body == null ? null : body.id();
        this.addedAt = at;
    }

    void correct(Translated name, Sector sector) {
        this.name = name;
        this.sector = sector;
    }

    void close(Instant at, String reason) {
        closedAt = at;
        closedReason = reason;
    }

    static Optional<Seat> byCode(String code) {
        return find("code", Code.normalise(code)).firstResultOptional();
    }

    static List<Seat> of(long board) {
        return list("boardId = ?1 order by id", board);
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

    public Kind kind() {
        return kind;
    }

    /** Whether who sits there decides, and speaks for the board. */
    public boolean decides() {
        return kind != Kind.OBSERVER;
    }

    public Sector sector() {
        return sector;
    }

    public boolean isClosed() {
        return closedAt != null;
    }

    /** Null while it is there. */
    public Instant closedAt() {
        return closedAt;
    }

    public String closedReason() {
        return closedReason;
    }

    /** Counts saves, so that an older form does not overwrite a newer one. */
    public long version() {
        return version;
    }

    /** Whom or what it is for, such as "universities". */
    public Translated name() {
        return name;
    }

    /** The organisation or the office whose seat it is; nothing where it is nobody's. */
    Optional<Scope> body() {
        return bodyKind == null ? Optional.empty() : Optional.of(new Scope(bodyKind, bodyId));
    }
}
