package org.ronda.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.ronda.board.Agenda;
import org.ronda.board.Board;
import org.ronda.kernel.Translated;

/** A board does not end while it decides a process that goes on. */
@ApplicationScoped
class BoardAgenda implements Agenda {
    @Inject
    DecisionBodies bodies;

    @Override
    public List<Translated> open(Board board) {
        return bodies.answeredBy(board).stream().map(Process::title).toList();
    }
}
