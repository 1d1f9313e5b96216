package org.ronda.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ronda.identity.Office;
import org.ronda.identity.Participant;
import org.ronda.identity.PlatformRole;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Scope;
import org.ronda.organisation.Organisation;

/** Finds boards with their seats and who sits there; the same number of statements whatever their number. */
@ApplicationScoped
class BoardReading {
    /** Somebody who is asked to sit somewhere, does or did. */
    public record Sitting(Appointment appointment, String name) {}

    /** Whose seat it is. @param address null where it has no page */
    public record Body(String code, String name, String address) {}

    /**
     * A seat with its people.
     *
     * @param body whose it is, or null
     * @param holder who sits there now, or null
     * @param deputy or null
     * @param coming who accepted and begins later
     * @param past who sat there, the latest first
     * @param asked who is asked and did not answer yet: for who looks after boards only
     */
    public record SeatView(
            Seat seat,
            Body body,
            Sitting holder,
            Sitting deputy,
            List<Sitting> coming,
            List<Sitting> past,
            List<Sitting> asked) {
        /** Whose term can be ended: now, later, or not yet answered. */
        public List<Sitting> endable() {
            List<Sitting> endable = new ArrayList<>();
            if (holder != null) {
                endable.add(holder);
            }
            if (deputy != null) {
                endable.add(deputy);
            }
            endable.addAll(coming);
            endable.addAll(asked);
            return endable;
        }
    }

    /** A seat of the viewer's own. */
    public record Own(Appointment appointment, Seat seat, Board board, BoardRules rules) {
        /** Whether later rules than those that were accepted wait. */
        public boolean isBehind() {
            return appointment.acceptedAt() != null && appointment.agreedTo() < rules.n();
        }
    }

    @Inject
    EntityManager entityManager;

    @Inject
    Viewer viewer;

    @Inject
    Now now;

    Board reach(String code) {
        return Board.byCode(code).orElseThrow(NotFoundException::new);
    }

    Seat seat(Board board, String code) {
        return Seat.byCode(code).filter(one -> one.boardId() == board.id()).orElseThrow(NotFoundException::new);
    }

    /** A term of a seat, also one that is over. */
    static Appointment term(Seat seat, String code) {
        return Appointment.byCode(code).filter(one -> one.seatId() == seat.id()).orElseThrow(NotFoundException::new);
    }

    /** One that can be ended. */
    static Appointment openTerm(Seat seat, String code) {
        Appointment term = term(seat, code);
        if (!term.isOpen()) {
            throw new NotFoundException();
        }
        return term;
    }

    /** One of somebody's own terms, or what they are asked to. */
    static Appointment ownTerm(Participant person, String code) {
        return Appointment.byCode(code).filter(one -> one.isOf(person.id())).orElseThrow(NotFoundException::new);
    }

    boolean mayAdminister() {
        return viewer.has(PlatformRole.ADMINISTRATOR);
    }

    List<SeatView> seats(Board board, Language language) {
        List<Seat> seats = Seat.of(board.id());
        Map<Long, List<Sitting>> sittings = sittings(board);
        Map<Scope, Body> bodies = bodies(seats, language);
        Instant at = now.instant();
        return seats.stream()
                .map(seat -> view(
                        seat,
                        seat.body().map(bodies::get).orElse(null),
                        sittings.getOrDefault(seat.id(), List.of()),
                        at))
                .toList();
    }

    private static SeatView view(Seat seat, Body body, List<Sitting> all, Instant at) {
        Predicate<Sitting> sits = one -> one.appointment().isInForce(at);
        return new SeatView(
                seat,
                body,
                all.stream()
                        .filter(sits.and(one -> !one.appointment().isDeputy()))
                        .findFirst()
                        .orElse(null),
                all.stream()
                        .filter(sits.and(one -> one.appointment().isDeputy()))
                        .findFirst()
                        .orElse(null),
                only(all, one -> one.isOpen() && !one.isAsked() && !one.isInForce(at) && !one.hasRunOut(at)),
                only(all, one -> one.isPast(at)).stream()
                        .sorted(Comparator.comparing(
                                        (Sitting one) -> one.appointment().until())
                                .reversed())
                        .toList(),
                only(all, one -> one.isAsked() && !one.hasRunOut(at)));
    }

    private static List<Sitting> only(List<Sitting> all, Predicate<Appointment> which) {
        return all.stream().filter(one -> which.test(one.appointment())).toList();
    }

    private Map<Long, List<Sitting>> sittings(Board board) {
        return entityManager
                .createQuery(
                        "select a, p.name from Appointment a join Participant p on p.id = a.participantId"
                                + " where a.boardId = :board order by a.id",
                        Object[].class)
                .setParameter("board", board.id())
                .getResultStream()
                .map(row -> new Sitting((Appointment) row[0], (String) row[1]))
                .collect(Collectors.groupingBy(one -> one.appointment().seatId()));
    }

    private static Map<Scope, Body> bodies(List<Seat> seats, Language language) {
        Map<Scope, Body> bodies = new HashMap<>();
        List<Scope> scopes =
                seats.stream().flatMap(seat -> seat.body().stream()).toList();
        Organisation.<Organisation>list("id in ?1", ids(scopes, Scope.Kind.ORGANISATION))
                .forEach(one -> bodies.put(one.scope(), new Body(one.code(), one.name(), one.address())));
        Office.<Office>list("id in ?1", ids(scopes, Scope.Kind.OFFICE))
                .forEach(one -> bodies.put(
                        Scope.office(one.id()),
                        new Body(one.code(), one.name().in(language).text(), null)));
        return bodies;
    }

    private static List<Long> ids(List<Scope> scopes, Scope.Kind kind) {
        return scopes.stream().filter(one -> one.kind() == kind).map(Scope::id).toList();
    }

    /** What somebody is asked to, has and had, the latest first. */
    List<Own> own(long participant) {
        List<Object[]> rows = entityManager
                .createQuery(
                        "select a, s, b from Appointment a join Seat s on s.id = a.seatId join Board b"
                                + " on b.id = a.boardId where a.participantId = :me order by a.id desc",
                        Object[].class)
                .setParameter("me", participant)
                .setMaxResults(100)
                .getResultList();
        Map<Long, BoardRules> rules = rows.isEmpty() ? Map.of() : presentRules();
        return rows.stream()
                .map(row ->
                        new Own((Appointment) row[0], (Seat) row[1], (Board) row[2], rules.get(((Board) row[2]).id())))
                .toList();
    }

    private Map<Long, BoardRules> presentRules() {
        return BoardRules.<BoardRules>list(
                        "from BoardRules r where r.n = (select max(l.n) from BoardRules l where l.boardId = r.boardId)")
                .stream()
                .collect(Collectors.toMap(one -> one.boardId, Function.identity()));
    }
}
