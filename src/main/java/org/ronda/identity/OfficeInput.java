package org.ronda.identity;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.Language;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Translated;

/**
 * An office as its administrator writes it.
 *
 * @param kind an {@link Office.Kind}
 * @param parent the code of what it is part of, or empty
 * @param from its first day
 * @param version of what was before the writer's eyes; nothing for a new one
 */
public record OfficeInput(
        @RestForm @Size(max = 200) String nameEs,
        @RestForm @Size(max = 200) String nameEn,
        @RestForm @Size(max = 200) String nameFr,
        @RestForm String kind,
        @RestForm String parent,
        @RestForm @NotBlank String from,
        @RestForm @Email @Size(max = 255) String contact,
        @RestForm Long version) {
    public OfficeInput {
        nameEs = PlainText.line(nameEs);
        nameEn = PlainText.line(nameEn);
        nameFr = PlainText.line(nameFr);
        kind = kind == null ? "" : kind.strip();
        parent = parent == null ? "" : parent.strip();
        from = from == null ? "" : from.strip();
        contact = PlainText.line(contact);
    }

    static OfficeInput beginning(LocalDate day) {
        return new OfficeInput("", "", "", Office.Kind.DIRECTORATE.name(), "", day.toString(), "", null);
    }

    static OfficeInput of(Office office, Office parent) {
        return new OfficeInput(
                office.name().exactly(Language.ES),
                office.name().exactly(Language.EN),
                office.name().exactly(Language.FR),
                office.kind().name(),
                parent == null ? "" : parent.code(),
                office.validFrom().toString(),
                office.contact(),
                office.version());
    }

    long seen() {
        return version == null ? -1 : version;
    }

    Translated name() {
        return name(nameEs, nameEn, nameFr);
    }

    static Translated name(String spanish, String english, String french) {
        Translated name = Translated.of(spanish, english, french);
        if (name.isEmpty()) {
            throw Refused.invalid(
                    "nameEs", language -> OfficeSetup.words(language).nameMissing());
        }
        return name;
    }

    Office.Kind chosenKind() {
        return Arrays.stream(Office.Kind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(
                        "kind", language -> OfficeSetup.words(language).choose()));
    }

    LocalDate validFrom() {
        return Period.day("from", from);
    }
}
