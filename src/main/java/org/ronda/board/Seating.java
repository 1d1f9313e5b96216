package org.ronda.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ronda.identity.Office;
import org.ronda.identity.Participant;
import org.ronda.kernel.Code;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Outbox;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.kernel.Wording;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;
import org.ronda.organisation.Organisation;

/** Sets boards up, and seats people on them. Each act holds the board, so that nobody accepts rules that just changed. */
@ApplicationScoped
public class Seating {
    /** More seats than can sit around one table. */
    private static final int MOST = 100;

    @Inject
    Outbox outbox;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    @ConfigProperty(name = "ronda.zone")
    ZoneId zone;

    @Transactional
    public Board create(BoardInput input, long by) {
        Instant at = now.atGate();
        Board board = new Board(input.name(), input.purpose(), at);
        board.persist();
        new BoardRules(board, 1, input.rules(), at, by).persist();
        Map<String, String> content = new LinkedHashMap<>();
        put(content, "name", input.name());
        put(content, "purpose", input.purpose());
        put(content, "rules", input.rules());
        record("board.created", board, content, by, at);
        return board;
    }

    /** The next version of the rules, in force at once; whoever sits there is asked to accept it. */
    @Transactional
    int rule(String code, RulesInput input, long by) {
        Board board = lasting(code);
        BoardRules before = BoardRules.present(board.id());
        if (before.n() != Integer.parseInt(input.seen())) {
            throw Refused.conflict(language -> words(language).rulesChanged());
        }
        if (before.words().equals(input.words())) {
            throw Refused.conflict(language -> words(language).unchanged());
        }
        Instant at = now.atGate();
        int next = before.n() + 1;
        new BoardRules(board, next, input.words(), at, by).persist();
        Map<String, String> content = new LinkedHashMap<>();
        content.put("version", String.valueOf(next));
        put(content, "rules", input.words());
        record("board.ruled", board, content, by, at);
        return next;
    }

    @Transactional
    public String add(String code, SeatInput input, long by) {
        Board board = lasting(code);
        if (Seat.of(board.id()).stream().filter(seat -> !seat.isClosed()).count() >= MOST) {
            throw Refused.conflict(language -> words(language).tooMany(MOST));
        }
        Scope body = body(input.body());
        Instant at = now.atGate();
        Seat seat = new Seat(board, input.seatKind(), input.seatSector(), input.name(), body, at);
        seat.persist();
        Map<String, String> content = new LinkedHashMap<>();
        content.put("seat", seat.code());
        content.put("kind", seat.kind().name());
        content.put("sector", seat.sector().name());
        put(content, "name", seat.name());
        if (body != null) {
            content.put("body", Code.normalise(input.body()));
        }
        record("seat.added", board, content, by, at);
        return seat.code();
    }

    /** Asks somebody to sit there; they do once they accept. */
    @Transactional
    public String appoint(String seatCode, AppointmentInput input, long by) {
        Seat seat = Seat.byCode(seatCode).orElseThrow(NotFoundException::new);
        Board board = Board.findById(seat.boardId());
        board.hold();
        refuseEnding(board);
        Seat.getEntityManager().refresh(seat);
        refuseClosed(seat);
        long asked = Participant.one(input.who()).id();
        Instant at = now.atGate();
        Instant from = input.period().begins(at, zone);
        Instant to = input.period().ends(from, zone);
        for (Appointment one : Appointment.open(board.id())) {
            boolean isSamePlace = one.seatId() == seat.id() && one.isDeputy() == input.isDeputy();
            if (!isSamePlace && !one.isOf(asked)) {
                continue;
            }
            if (!one.hasRunOut(at)) {
                throw Refused.invalid(
                        "who",
                        language -> isSamePlace
                                ? words(language).isTaken()
                                : words(language).sitsThereAlready());
            }
            one.runOut();
        }
        Appointment.flush();
        Appointment appointment = new Appointment(seat, asked, input.isDeputy(), from, to, by, at);
        appointment.persist();
        outbox.put(SeatLetter.KIND, asked, appointment.code());
        record("seat.offered", board, content(seat, appointment), by, at);
        return appointment.code();
    }

    /** @param rules the version of the rules that was read with it */
    @Transactional
    public void accept(String code, int rules, long by) {
        Appointment appointment = own(code, by);
        if (!appointment.isAsked()) {
            throw Refused.conflict(language -> words(language).alreadyAnswered());
        }
        Instant at = now.atGate();
        if (appointment.hasRunOut(at)) {
            throw Refused.conflict(language -> words(language).ranOut());
        }
        refuseOlder(appointment, rules);
        appointment.accept(rules, at);
        Participant.<Participant>findById(by).beResponder();
        recordOwn("seat.accepted", appointment, rules, by, at);
    }

    @Transactional
    void decline(String code, long by) {
        Appointment appointment = own(code, by);
        if (!appointment.isAsked()) {
            throw Refused.conflict(language -> words(language).alreadyAnswered());
        }
        Instant at = now.atGate();
        appointment.decline(at);
        recordOwn("seat.declined", appointment, null, by, at);
    }

    /** Accepts a later version of the rules. */
    @Transactional
    void agree(String code, int rules, long by) {
        Appointment appointment = own(code, by);
        Instant at = now.atGate();
        if (appointment.isAsked() || appointment.hasRunOut(at)) {
            throw Refused.conflict(language -> words(language).doesNotSit());
        }
        refuseOlder(appointment, rules);
        if (appointment.rulesVersion() == rules) {
            throw Refused.conflict(language -> words(language).agreedAlready());
        }
        appointment.agree(rules, at);
        recordOwn("seat.agreed", appointment, rules, by, at);
    }

    /** Who sits there leaves, at any time and without a reason. */
    @Transactional
    void leave(String code, long by) {
        Appointment appointment = own(code, by);
        Instant at = now.atGate();
        appointment.end("", by, at);
        recordOwn("seat.ended", appointment, null, by, at);
    }

    /** Leaves everything, also what was only asked, as the account is erased. */
    @Transactional
    void leaveAll(long by) {
        for (Appointment one : Appointment.openOf(by)) {
            Board.<Board>findById(one.boardId()).hold();
            Appointment.getEntityManager().refresh(one);
            if (one.isOpen()) {
                Instant at = now.atGate();
                one.end("", by, at);
                recordOwn("seat.ended", one, null, by, at);
            }
        }
    }

    /** Ends it for the platform, with a reason that everybody reads; what was only asked, too. */
    @Transactional
    public void end(String code, EndingInput input, long by) {
        Appointment appointment = open(code);
        Instant at = now.atGate();
        appointment.end(input.reason(), by, at);
        Map<String, String> content = content(Seat.findById(appointment.seatId()), appointment);
        content.put("reason", input.reason());
        record("seat.ended", Board.findById(appointment.boardId()), content, by, at);
    }

    private static Appointment own(String code, long person) {
        Appointment.byCode(code).filter(one -> one.isOf(person)).orElseThrow(NotFoundException::new);
        return open(code);
    }

    /** As it is once its board is held; what ended meanwhile is told so. */
    private static Appointment open(String code) {
        Appointment appointment = Appointment.byCode(code).orElseThrow(NotFoundException::new);
        Board.<Board>findById(appointment.boardId()).hold();
        Appointment.getEntityManager().refresh(appointment);
        if (!appointment.isOpen()) {
            throw Refused.conflict(language -> words(language).alreadyEnded());
        }
        return appointment;
    }

    private static void refuseOlder(Appointment appointment, int rules) {
        if (BoardRules.present(appointment.boardId()).n() != rules) {
            throw Refused.conflict(language -> words(language).rulesChanged());
        }
    }

    private static Board lasting(String code) {
        Board board = Board.byCode(code).orElseThrow(NotFoundException::new);
        board.hold();
        refuseEnding(board);
        return board;
    }

    /** What is about to end takes nobody and nothing new. */
    private static void refuseEnding(Board board) {
        if (board.isEnding()) {
            throw Refused.conflict(language -> words(language).endIsSet());
        }
    }

    static void refuseClosed(Seat seat) {
        if (seat.isClosed()) {
            throw Refused.conflict(language -> words(language).seatIsClosed());
        }
    }

    private static Scope body(String code) {
        if (code.isEmpty()) {
            return null;
        }
        return Organisation.byCode(code)
                .filter(Organisation::isAccepted)
                .map(Organisation::scope)
                .or(() -> Office.byCode(code).map(office -> Scope.office(office.id())))
                .orElseThrow(() ->
                        Refused.invalid("body", language -> words(language).noBody()));
    }

    private static Map<String, String> content(Seat seat, Appointment appointment) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("seat", seat.code());
        content.put("appointment", appointment.code());
        content.put("as", appointment.isDeputy() ? "deputy" : "holder");
        content.put("from", appointment.validFrom.toString());
        if (appointment.validTo() != null) {
            content.put("to", appointment.validTo().toString());
        }
        return content;
    }

    private static void put(Map<String, String> content, String what, Translated text) {
        text.texts()
                .forEach((language, said) -> content.put(what + "_" + language.toLowerCase(Locale.ROOT), said.text()));
    }

    /** What somebody does about their own seat, in their own name. */
    private void recordOwn(String kind, Appointment appointment, Integer rules, long by, Instant at) {
        Map<String, String> content = content(Seat.findById(appointment.seatId()), appointment);
        if (rules != null) {
            content.put("rules", String.valueOf(rules));
        }
        ledger.record(Event.of(kind, Scope.board(appointment.boardId()))
                .at(at)
                .by(by, Scope.person(by))
                .saying(content));
    }

    private void record(String kind, Board board, Map<String, String> content, long by, Instant at) {
        ledger.record(
                Event.of(kind, board.scope()).at(at).by(by, Scope.PLATFORM).saying(content));
    }

    static BoardMessages words(Language language) {
        return Wording.of(BoardMessages.class, language);
    }
}
