package org.ronda.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.ronda.kernel.Language;
import org.ronda.kernel.Letter;
import org.ronda.kernel.Letters;
import org.ronda.kernel.Now;

/** Tells somebody at once that they are asked to sit on a board, while they are. */
@ApplicationScoped
class SeatLetter implements Letters {
    static final String KIND = "seat";

    @Inject
    Now now;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> write(long participantId, String appointment, Language language) {
        return Appointment.byCode(appointment)
                .filter(one -> one.isAsked() && !one.hasRunOut(now.instant()))
                .map(one -> letter(Board.findById(one.boardId()), Seat.findById(one.seatId()), language));
    }

    private static Letter letter(Board board, Seat seat, Language language) {
        BoardMessages words = Seating.words(language);
        String name = board.name().in(language).text();
        String asked = words.awaitingSeat(name);
        return new Letter(
                asked,
                List.of(asked + ": " + seat.name().in(language).text() + ".", words.mailSeat()),
                List.of(new Letter.Section(
                        "",
                        List.of(
                                new Letter.Item(words.mineTitle(), "/me/seats", ""),
                                new Letter.Item(name, board.address(), "")))),
                null);
    }
}
