package org.ronda.identity;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.Optional;
import org.ronda.kernel.Code;
import org.ronda.kernel.Translated;

/**
 * An office of the city, such as a secretariat or a district centre. A renamed office is a new one that begins where the
 * old one ends, so that what was decided keeps the name of who decided.
 */
@Entity
public class Office extends PanacheEntity {
    String code;
    Translated name;
    LocalDate validFrom;
    LocalDate validTo;

    protected Office() {}

    public Office(Translated name, LocalDate validFrom) {
        this.code = Code.random('O');
        this.name = name;
        this.validFrom = validFrom;
    }

    public static Optional<Office> byCode(String code) {
        return find("code", code).firstResultOptional();
    }

    public long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public Translated name() {
        return name;
    }

    /** Ends on that day, which is no longer part of it. */
    public void end(LocalDate day) {
        if (!day.isAfter(validFrom)) {
            throw new IllegalArgumentException("an office ends after it begins");
        }
        this.validTo = day;
    }

    public boolean isValid(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}
