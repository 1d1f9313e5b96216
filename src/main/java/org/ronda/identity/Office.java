package org.ronda.identity;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import org.ronda.kernel.Code;
import org.ronda.kernel.Language;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.kernel.Wording;

/**
 * An office of the city, such as a secretariat or a district centre. A renamed office is a new one that begins where the
 * old one ends, so that what was decided keeps the name of who decided.
 */
@Entity
public class Office extends PanacheEntity {
    /** What it is in the administration. */
    public enum Kind {
        SECRETARIAT,
        UNDERSECRETARIAT,
        DIRECTORATE,
        ENTITY;

        public String in(Language language) {
            OfficeMessages words = Wording.of(OfficeMessages.class, language);
            return switch (this) {
                case SECRETARIAT -> words.kindSecretariat();
                case UNDERSECRETARIAT -> words.kindUndersecretariat();
                case DIRECTORATE -> words.kindDirectorate();
                case ENTITY -> words.kindEntity();
            };
        }
    }

    String code;
    Translated name;

    @Enumerated(EnumType.STRING)
    Kind kind;

    Long parentId;
    LocalDate validFrom;
    LocalDate validTo;
    Long successorId;
    String contact;

    @Version
    long version;

    protected Office() {}

    Office(Translated name, Kind kind, Long parentId, LocalDate validFrom, String contact) {
        this.code = Code.random('O');
        this.name = name;
        this.kind = kind;
        this.parentId = parentId;
        this.validFrom = validFrom;
        this.contact = contact;
    }

    public static Optional<Office> byCode(String code) {
        return find("code", Code.normalise(code)).firstResultOptional();
    }

    /** What was written wrong put right; a new name is a new office. */
    void correct(Translated name, Kind kind, Long parentId, LocalDate validFrom, String contact) {
        this.name = name;
        this.kind = kind;
        this.parentId = parentId;
        this.validFrom = validFrom;
        this.contact = contact;
    }

    /** The same under another name, from that day on. */
    Office renamed(Translated name, LocalDate day) {
        return new Office(name, kind, parentId, day, contact);
    }

    /** Ends on that day, which is no longer part of it. */
    void end(LocalDate day, Office successor) {
        if (!day.isAfter(validFrom)) {
            throw new IllegalArgumentException("an office ends after it begins");
        }
        validTo = day;
        successorId = successor == null ? null : successor.id;
    }

    /** Goes on as if it had never been ended. */
    void resume() {
        validTo = null;
        successorId = null;
    }

    public boolean isValid(LocalDate day) {
        return !day.isBefore(validFrom) && !hasEnded(day);
    }

    public boolean hasEnded(LocalDate day) {
        return validTo != null && !day.isBefore(validTo);
    }

    public long id() {
        return id;
    }

    public Scope scope() {
        return Scope.office(id);
    }

    public String address() {
        return "/offices/" + code;
    }

    public String code() {
        return code;
    }

    public Translated name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    Long parentId() {
        return parentId;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    /** The first day that is no longer part of it, or null. */
    public LocalDate validTo() {
        return validTo;
    }

    /** The last day that is part of it. */
    public LocalDate lastDay() {
        return validTo.minusDays(1);
    }

    Long successorId() {
        return successorId;
    }

    /** The mail address of the role, not of a person; may be empty. */
    public String contact() {
        return contact;
    }

    /** Counts saves, so that an older form does not overwrite a newer one. */
    public long version() {
        return version;
    }
}
