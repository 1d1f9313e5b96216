package org.ronda.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronda.kernel.Translated;

/** Says who decides on which board at which instant: whoever sits on a seat that is not an observer's, as its holder or deputy. */
@ApplicationScoped
public class Deciding {
    @Inject
    EntityManager entityManager;

    /**
     * From which seat somebody speaks for a board at that instant, held until the transaction ends: whoever ends their term
     * waits, so that nothing is said for the board that came after.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Translated> seat(Board board, long person, Instant at) {
        return Appointment.held(board.id(), person).stream()
                .filter(one -> one.isInForce(at))
                .map(one -> Seat.<Seat>findById(one.seatId()))
                .filter(Seat::decides)
                .map(Seat::name)
                .findFirst();
    }

    /** The same question for a page: without holding anything. */
    public boolean decidesOn(long board, long person, Instant at) {
        return boards(person, at).stream().anyMatch(one -> one.id() == board);
    }

    /** Who may speak for one of these boards; one statement. */
    public Set<Long> people(Collection<Long> boards, Instant at) {
        return entityManager
                .createQuery(
                        "select a from Appointment a join Seat s on s.id = a.seatId where a.boardId in :boards"
                                + " and a.slot is not null and s.kind <> org.ronda.board.Seat.Kind.OBSERVER",
                        Appointment.class)
                .setParameter("boards", boards)
                .getResultStream()
                .filter(one -> one.isInForce(at))
                .map(Appointment::participantId)
                .collect(Collectors.toSet());
    }

    /** The boards that somebody may speak for; one statement. */
    public List<Board> boards(long person, Instant at) {
        return entityManager
                .createQuery(
                        "select b, a from Appointment a join Board b on b.id = a.boardId join Seat s on s.id = a.seatId"
                                + " where a.participantId = :person and a.slot is not null"
                                + " and s.kind <> org.ronda.board.Seat.Kind.OBSERVER order by b.id",
                        Object[].class)
                .setParameter("person", person)
                .getResultStream()
                .filter(row -> ((Appointment) row[1]).isInForce(at))
                .map(row -> (Board) row[0])
                .toList();
    }
}
