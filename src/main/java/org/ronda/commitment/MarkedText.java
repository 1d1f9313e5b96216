package org.ronda.commitment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A text in which the words that have comments are marked.
 *
 * @param shown about which comments it tells: {@code all}, a stance in lower case, or {@code none}
 * @param pieces by the ids of clauses, those without marks left out
 */
record MarkedText(String shown, Map<Long, List<Piece>> pieces) {
    static final String NONE = "none";

    /** Where words begin and end in the words of a clause. */
    record Range(int from, int to) {}

    /** Words that follow each other, and how many comments are about them. */
    record Piece(String words, int comments) {
        public boolean isMarked() {
            return comments > 0;
        }
    }

    public boolean isOn() {
        return !shown.equals(NONE);
    }

    public boolean isShowing(String which) {
        return shown.equals(which);
    }

    public List<Piece> of(Edition.Line line) {
        return pieces.getOrDefault(
                line.clause().id(), List.of(new Piece(line.text().words(), 0)));
    }

    /** The words cut where a range begins or ends; together they are the words again. */
    static List<Piece> cut(String words, List<Range> ranges) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, words.length()));
        for (Range range : ranges) {
            cuts.add(Math.min(range.from(), words.length()));
            cuts.add(Math.min(range.to(), words.length()));
        }
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int to : cuts.tailSet(1)) {
            int start = from;
            int comments = (int) ranges.stream()
                    .filter(range -> range.from() <= start && range.to() >= to)
                    .count();
            pieces.add(new Piece(words.substring(from, to), comments));
            from = to;
        }
        return pieces;
    }
}
