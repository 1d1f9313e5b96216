package org.ronda.board;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import org.ronda.kernel.Translated;

/** One version of a board's rules, in Markdown. Versions are added, never changed: who sits there accepted them. */
@Entity
class BoardRules extends PanacheEntity {
    long boardId;
    int n;
    Translated words;
    Instant publishedAt;
    long publishedBy;

    protected BoardRules() {}

    BoardRules(Board board, int n, Translated words, Instant at, long by) {
        this.boardId = board.id();
        this.n = n;
        this.words = words;
        this.publishedAt = at;
        this.publishedBy = by;
    }

    /** All versions of one board's, the latest first. */
    static List<BoardRules> of(long board) {
        return list("boardId = ?1 order by n desc", board);
    }

    /** The version in force. */
    static BoardRules present(long board) {
        return BoardRules.<BoardRules>find("boardId = ?1 order by n desc", board)
                .page(0, 1)
                .singleResult();
    }

    /** The number of the version, from 1. */
    public int n() {
        return n;
    }

    public Translated words() {
        return words;
    }

    public Instant publishedAt() {
        return publishedAt;
    }
}
