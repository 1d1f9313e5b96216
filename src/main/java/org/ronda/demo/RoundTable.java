package org.ronda.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.ronda.board.AppointmentInput;
import org.ronda.board.Board;
import org.ronda.board.BoardInput;
import org.ronda.board.SeatInput;
import org.ronda.board.Seating;
import org.ronda.identity.Participant;
import org.ronda.kernel.Language;
import org.ronda.kernel.Translated;

/** The dialogue board of the made-up city, with a dozen seats, most of them taken. */
@ApplicationScoped
class RoundTable {
    /** @param holder which of the people sits there, or -1; the same for the deputy */
    private record Place(String kind, String sector, int holder, int deputy) {}

    private static final List<Place> PLACES = List.of(
            new Place("PERMANENT", "GOVERNMENT", 10, 11),
            new Place("PERMANENT", "GOVERNMENT", 12, -1),
            new Place("PERMANENT", "CIVIL_SOCIETY", 2, 13),
            new Place("PERMANENT", "CIVIL_SOCIETY", 14, 15),
            new Place("PERMANENT", "ACADEMIA", 16, 17),
            new Place("PERMANENT", "BUSINESS", 18, -1),
            new Place("PERMANENT", "MEDIA", 19, -1),
            new Place("PERMANENT", "COLLECTIVE", 20, 21),
            new Place("PERMANENT", "RESIDENTS", 1, 22),
            new Place("THEMATIC", "COLLECTIVE", 23, -1),
            new Place("THEMATIC", "ACADEMIA", -1, -1),
            new Place("OBSERVER", "CIVIL_SOCIETY", 24, -1));

    /** The seat of the organisation of the demonstration. */
    private static final int OF_ORGANISATION = 2;

    @Inject
    Seating seating;

    Board set(List<Participant> people, String organisation, long administrator) {
        Translated name = City.text("table.name");
        Translated purpose = City.text("table.purpose");
        Translated rules = City.text("table.rules");
        Board board = seating.create(
                new BoardInput(
                        name.exactly(Language.ES),
                        name.exactly(Language.EN),
                        name.exactly(Language.FR),
                        purpose.exactly(Language.ES),
                        purpose.exactly(Language.EN),
                        purpose.exactly(Language.FR),
                        rules.exactly(Language.ES),
                        rules.exactly(Language.EN),
                        rules.exactly(Language.FR)),
                administrator);
        for (int i = 0; i < PLACES.size(); i++) {
            Place place = PLACES.get(i);
            Translated seat = City.text("table.seat." + (i + 1));
            String code = seating.add(
                    board.code(),
                    new SeatInput(
                            place.kind,
                            place.sector,
                            seat.exactly(Language.ES),
                            seat.exactly(Language.EN),
                            seat.exactly(Language.FR),
                            i == OF_ORGANISATION ? organisation : ""),
                    administrator);
            sit(code, "holder", place.holder, people, administrator);
            sit(code, "deputy", place.deputy, people, administrator);
        }
        return board;
    }

    private void sit(String seat, String as, int who, List<Participant> people, long administrator) {
        if (who >= 0) {
            Participant person = people.get(who);
            String appointment = seating.appoint(seat, new AppointmentInput(person.code(), as, "", ""), administrator);
            seating.accept(appointment, 1, person.id());
        }
    }
}
