package org.ronda.board;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Translated;

/**
 * A new seat.
 *
 * @param body the code of the organisation or of the office whose seat it is, or empty
 */
public record SeatInput(
        @RestForm @NotBlank String kind,
        @RestForm @NotBlank String sector,
        @RestForm @NotBlank @Size(max = 120) String nameEs,
        @RestForm @NotBlank @Size(max = 120) String nameEn,
        @RestForm @NotBlank @Size(max = 120) String nameFr,
        @RestForm @Size(max = 20) String body) {
    static final SeatInput BLANK = new SeatInput("", "", "", "", "", "");

    public SeatInput {
        kind = PlainText.line(kind);
        sector = PlainText.line(sector);
        nameEs = PlainText.line(nameEs);
        nameEn = PlainText.line(nameEn);
        nameFr = PlainText.line(nameFr);
        body = PlainText.line(body);
    }

    Translated name() {
        return Translated.of(nameEs, nameEn, nameFr);
    }

    Seat.Kind seatKind() {
        return chosen("kind", kind, Seat.Kind.values(), Seat.Kind::name);
    }

    Seat.Sector seatSector() {
        return sector(sector);
    }

    static Seat.Sector sector(String typed) {
        return chosen("sector", typed, Seat.Sector.values(), Seat.Sector::name);
    }

    private static <T> T chosen(String field, String typed, T[] all, Function<T, String> name) {
        return Arrays.stream(all)
                .filter(one -> name.apply(one).equals(typed))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(
                        field, language -> Seating.words(language).choose()));
    }
}
