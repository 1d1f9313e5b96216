package org.ronda.board;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.Language;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Translated;

/** Another name of a seat, or another sector. */
public record SeatCorrectionInput(
        @RestForm @NotBlank @Size(max = 120) String nameEs,
        @RestForm @NotBlank @Size(max = 120) String nameEn,
        @RestForm @NotBlank @Size(max = 120) String nameFr,
        @RestForm @NotBlank String sector,
        @RestForm @NotBlank @Size(max = 1_000) String reason,
        @RestForm Long version) {
    public SeatCorrectionInput {
        nameEs = PlainText.line(nameEs);
        nameEn = PlainText.line(nameEn);
        nameFr = PlainText.line(nameFr);
        sector = PlainText.line(sector);
        reason = PlainText.clean(reason);
    }

    static SeatCorrectionInput of(Seat seat) {
        return new SeatCorrectionInput(
                seat.name().exactly(Language.ES),
                seat.name().exactly(Language.EN),
                seat.name().exactly(Language.FR),
                seat.sector().name(),
                "",
                seat.version());
    }

    long seen() {
        return version == null ? -1 : version;
    }

    Translated name() {
        return Translated.of(nameEs, nameEn, nameFr);
    }

    Seat.Sector seatSector() {
        return SeatInput.sector(sector);
    }
}
