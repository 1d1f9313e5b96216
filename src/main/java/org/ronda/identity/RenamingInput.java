package org.ronda.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Translated;

/**
 * A new name for an office.
 *
 * @param until the first day of the new name
 */
public record RenamingInput(
        @RestForm @Size(max = 200) String nameEs,
        @RestForm @Size(max = 200) String nameEn,
        @RestForm @Size(max = 200) String nameFr,
        @RestForm @NotBlank String until) {
    public RenamingInput {
        nameEs = PlainText.line(nameEs);
        nameEn = PlainText.line(nameEn);
        nameFr = PlainText.line(nameFr);
        until = until == null ? "" : until.strip();
    }

    static RenamingInput of(Office office, LocalDate day) {
        OfficeInput present = OfficeInput.of(office, null);
        return new RenamingInput(present.nameEs(), present.nameEn(), present.nameFr(), day.toString());
    }

    Translated name() {
        return OfficeInput.name(nameEs, nameEn, nameFr);
    }

    LocalDate day() {
        return Period.day("until", until);
    }
}
