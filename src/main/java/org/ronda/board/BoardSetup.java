package org.ronda.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ronda.identity.OfficeReading;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;

/** Puts boards and seats right, closes seats and ends boards, each with a reason that everybody reads. Each act holds the board. */
@ApplicationScoped
public class BoardSetup {
    /** Days after its last one, for a slip that is noticed late. */
    private static final int RESUMED_WITHIN = 30;

    @Inject
    OfficeReading offices;

    @Inject
    Instance<Agenda> agendas;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    @ConfigProperty(name = "ronda.zone")
    ZoneId zone;

    @Transactional
    public void correct(String code, CorrectionInput input, long by) {
        Instant at = now.atGate();
        Board board = held(code, at);
        refuseOlder(input.seen(), board.version());
        if (input.name().equals(board.name()) && input.purpose().equals(board.purpose())) {
            throw unchanged();
        }
        board.correct(input.name(), input.purpose());
        Map<String, String> content = new LinkedHashMap<>();
        put(content, "name", input.name());
        put(content, "purpose", input.purpose());
        record("board.changed", board, content, input.reason(), by, at);
    }

    @Transactional
    public void correct(String code, String seatCode, SeatCorrectionInput input, long by) {
        Instant at = now.atGate();
        Board board = held(code, at);
        Seat seat = open(board, seatCode);
        refuseOlder(input.seen(), seat.version());
        if (input.name().equals(seat.name()) && input.seatSector() == seat.sector()) {
            throw unchanged();
        }
        seat.correct(input.name(), input.seatSector());
        Map<String, String> content = new LinkedHashMap<>();
        content.put("seat", seat.code());
        content.put("sector", seat.sector().name());
        put(content, "name", seat.name());
        record("seat.changed", board, content, input.reason(), by, at);
    }

    /**
     * Closes a seat at once: whoever sits there does no longer, and nobody is asked to. The last one that decides stays
     * while the board has to decide a process that goes on.
     */
    @Transactional
    public void close(String code, String seatCode, EndingInput input, long by) {
        Instant at = now.atGate();
        Board board = held(code, at);
        Seat seat = open(board, seatCode);
        if (isLastThatDecides(seat)) {
            refuseWhileItDecides(board, BoardMessages::lastDeciding);
        }
        Appointment.holdOpen(board.id()).stream()
                .filter(one -> one.seatId() == seat.id())
                .forEach(one -> one.end(input.reason(), by, at));
        seat.close(at, input.reason());
        Map<String, String> content = new LinkedHashMap<>();
        content.put("seat", seat.code());
        record("seat.closed", board, content, input.reason(), by, at);
    }

    /**
     * Ends a board after its last day, and with it all that sit there; not while it has to decide a process that goes on. An
     * end that is set is moved so, until it comes.
     */
    @Transactional
    public void end(String code, BoardEndInput input, long by) {
        Instant at = now.atGate();
        Board board = held(code, at);
        LocalDate last = input.day();
        if (last.isBefore(offices.day(at))) {
            throw Refused.invalid("lastDay", language -> Seating.words(language).lastDayIsPast());
        }
        if (board.isEnding() && last.equals(board.lastDay())) {
            throw Refused.invalid("lastDay", language -> Seating.words(language).endIsThatDay());
        }
        refuseWhileItDecides(board, BoardMessages::stillDecides);
        board.end(last, input.reason());
        Instant over = last.plusDays(1).atStartOfDay(zone).toInstant();
        for (Appointment one : Appointment.holdOpen(board.id())) {
            one.goOn();
            if (one.beginsBefore(over)) {
                one.endBy(over);
            } else {
                one.end(input.reason(), by, at);
            }
        }
        Map<String, String> content = new LinkedHashMap<>();
        content.put("until", board.validTo().toString());
        record("board.ended", board, content, input.reason(), by, at);
    }

    /**
     * Takes the end of a board back, until {@value #RESUMED_WITHIN} days after its last day: whoever sat there to its end
     * does as long as they would have.
     */
    @Transactional
    public void resume(String code, BoardResumptionInput input, long by) {
        Instant at = now.atGate();
        Board board = Board.byCode(code).orElseThrow(NotFoundException::new);
        board.hold();
        if (!board.isEnding()) {
            throw Refused.conflict(language -> Seating.words(language).notEnding());
        }
        // whoever sat there does again: not years later
        if (board.validTo().plusDays(RESUMED_WITHIN).isBefore(offices.day(at))) {
            throw Refused.conflict(language -> Seating.words(language).tooLateToResume(RESUMED_WITHIN));
        }
        board.resume();
        Appointment.holdOpen(board.id()).forEach(Appointment::goOn);
        record("board.resumed", board, new LinkedHashMap<>(), input.reason(), by, at);
    }

    private static boolean isLastThatDecides(Seat seat) {
        return seat.decides()
                && Seat.of(seat.boardId()).stream()
                        .noneMatch(one -> one.id() != seat.id() && one.decides() && !one.isClosed());
    }

    /** @param reason what to say, with the titles of what it still decides */
    private void refuseWhileItDecides(Board board, BiFunction<BoardMessages, String, String> reason) {
        List<Translated> open =
                agendas.stream().flatMap(room -> room.open(board).stream()).toList();
        if (!open.isEmpty()) {
            throw Refused.conflict(language -> reason.apply(
                    Seating.words(language),
                    open.stream().map(title -> title.in(language).text()).collect(Collectors.joining(" · "))));
        }
    }

    /** What has ended stays as it was. */
    private Board held(String code, Instant at) {
        Board board = Board.byCode(code).orElseThrow(NotFoundException::new);
        board.hold();
        if (board.hasEnded(offices.day(at))) {
            throw Refused.conflict(language -> Seating.words(language).boardHasEnded());
        }
        return board;
    }

    private static Seat open(Board board, String code) {
        Seat seat = Seat.byCode(code).filter(one -> one.boardId() == board.id()).orElseThrow(NotFoundException::new);
        Seat.getEntityManager().refresh(seat);
        Seating.refuseClosed(seat);
        return seat;
    }

    private static void refuseOlder(long seen, long present) {
        if (seen != present) {
            throw Refused.conflict(language -> Seating.words(language).changedMeanwhile());
        }
    }

    private static Refused unchanged() {
        return Refused.conflict(language -> Seating.words(language).unchanged());
    }

    private static void put(Map<String, String> content, String what, Translated text) {
        text.texts().forEach((language, said) -> content.put(what + "_" + language, said.text()));
    }

    private void record(String kind, Board board, Map<String, String> content, String reason, long by, Instant at) {
        content.put("reason", reason);
        ledger.record(
                Event.of(kind, board.scope()).at(at).by(by, Scope.PLATFORM).saying(content));
    }
}
