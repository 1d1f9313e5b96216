package org.ronda.board;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.Language;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Translated;

/** Another name of a board, and what it is for in other words. */
public record CorrectionInput(
        @RestForm @NotBlank @Size(max = 120) String nameEs,
        @RestForm @NotBlank @Size(max = 120) String nameEn,
        @RestForm @NotBlank @Size(max = 120) String nameFr,
        @RestForm @NotBlank @Size(max = 4_000) String purposeEs,
        @RestForm @NotBlank @Size(max = 4_000) String purposeEn,
        @RestForm @NotBlank @Size(max = 4_000) String purposeFr,
        @RestForm @NotBlank @Size(max = 1_000) String reason,
        @RestForm Long version) {
    public CorrectionInput {
        nameEs = PlainText.line(nameEs);
        nameEn = PlainText.line(nameEn);
        nameFr = PlainText.line(nameFr);
        purposeEs = PlainText.clean(purposeEs);
        purposeEn = PlainText.clean(purposeEn);
        purposeFr = PlainText.clean(purposeFr);
        reason = PlainText.clean(reason);
    }

    static CorrectionInput of(Board board) {
        return new CorrectionInput(
                board.name().exactly(Language.ES),
                board.name().exactly(Language.EN),
                board.name().exactly(Language.FR),
                board.purpose().exactly(Language.ES),
                board.purpose().exactly(Language.EN),
                board.purpose().exactly(Language.FR),
                "",
                board.version());
    }

    /** The version that was read; none that there is where the form did not say. */
    long seen() {
        return version == null ? -1 : version;
    }

    Translated name() {
        return Translated.of(nameEs, nameEn, nameFr);
    }

    Translated purpose() {
        return Translated.of(purposeEs, purposeEn, purposeFr);
    }
}
