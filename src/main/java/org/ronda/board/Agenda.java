package org.ronda.board;

import java.util.List;
import org.ronda.kernel.Translated;

/** Asked of the room of processes: what a board still has to decide, so that it does not end before. */
public interface Agenda {
    /** The titles of the public processes that it decides and that are not archived. */
    List<Translated> open(Board board);
}
