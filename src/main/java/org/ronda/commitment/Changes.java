package org.ronda.commitment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronda.kernel.Differences;
import org.ronda.kernel.Differences.Piece;

/**
 * What changed between two versions, clause by clause and word by word. What was split or joined is compared with what
 * it came from, so that words that only went elsewhere are not shown as new.
 *
 * @param rows the clauses of the newer version in their order, each that went behind what stood before it
 */
record Changes(Edition old, Edition fresh, List<Row> rows) {
    private static final String BETWEEN = "\n\n";

    /** What became of a clause. */
    enum Fate {
        SAME,
        CHANGED,
        NEW,
        REMOVED
    }

    /**
     * A clause beside what it was.
     *
     * @param line the clause, in the newer version unless it is removed
     * @param was what it was called before, where that changed; else null
     * @param isMoved whether it stands elsewhere among the others
     * @param from clauses that its words come from, too
     * @param into where the words of what was removed are now
     */
    record Row(
            Edition.Line line,
            Fate fate,
            String was,
            List<Piece> pieces,
            boolean isMoved,
            List<Edition.Line> from,
            List<Edition.Line> into) {
        public boolean isSame() {
            return fate == Fate.SAME && !isMoved;
        }

        public boolean isNew() {
            return fate == Fate.NEW;
        }

        public boolean isRemoved() {
            return fate == Fate.REMOVED;
        }
    }

    static Changes between(Edition old, Edition fresh) {
        return new Comparing(old, fresh).changes();
    }

    /** Whether anything that the clauses say is another. */
    public boolean isEmpty() {
        return rows.stream().allMatch(Row::isSame);
    }

    /** How many clauses are not as they were. */
    public int count() {
        return (int) rows.stream().filter(row -> !row.isSame()).count();
    }

    /** The work of one comparison. */
    private static final class Comparing {
        private final Edition old;
        private final Edition fresh;
        private final Map<String, Edition.Line> before = new LinkedHashMap<>();
        private final Map<String, Edition.Line> after = new LinkedHashMap<>();
        private final Map<String, String> leaders = new HashMap<>();
        private final Map<String, List<Piece>> pieces = new HashMap<>();

        Comparing(Edition old, Edition fresh) {
            this.old = old;
            this.fresh = fresh;
            old.lines().forEach(line -> before.put(line.clause().key(), line));
            fresh.lines().forEach(line -> after.put(line.clause().key(), line));
        }

        Changes changes() {
            after.forEach((key, line) -> sources(line).forEach(source -> unite(key, source)));
            Map<String, List<String>> groups = new LinkedHashMap<>();
            Set<String> keys = new LinkedHashSet<>(before.keySet());
            keys.addAll(after.keySet());
            keys.forEach(key -> groups.computeIfAbsent(leader(key), one -> new ArrayList<>())
                    .add(key));
            groups.values().forEach(this::compare);
            Set<String> moved = moved();
            List<Row> rows = new ArrayList<>();
            Set<String> shown = new HashSet<>();
            for (Edition.Line line : fresh.lines()) {
                rows.add(row(line, moved.contains(line.clause().key())));
                shown.add(line.clause().key());
                goneAfter(line.clause().key(), shown, rows);
            }
            before.keySet().stream()
                    .filter(key -> !after.containsKey(key) && !shown.contains(key))
                    .forEach(key -> rows.add(gone(before.get(key))));
            return new Changes(old, fresh, rows);
        }

        /** The clauses of the old version that are in this one, besides itself. */
        private List<String> sources(Edition.Line line) {
            return line.text().cameFrom().stream().filter(before::containsKey).toList();
        }

        private String leader(String key) {
            String leader = leaders.getOrDefault(key, key);
            return leader.equals(key) ? key : leader(leader);
        }

        private void unite(String one, String other) {
            leaders.put(leader(one), leader(other));
        }

        /** Compares all that has words in common by origin, and gives each clause of the newer version its part. */
        private void compare(List<String> keys) {
            List<Edition.Line> from = in(keys, old);
            List<Edition.Line> to = in(keys, fresh);
            List<Piece> all = Comparison.between(joined(from), joined(to));
            if (to.isEmpty()) {
                from.forEach(line -> pieces.put(
                        line.clause().key(),
                        List.of(new Piece(Differences.Kind.GONE, line.text().words()))));
                return;
            }
            int begin = 0;
            for (Edition.Line line : to) {
                int end = begin + line.text().words().length();
                boolean isLast = line == to.get(to.size() - 1);
                pieces.put(line.clause().key(), part(all, begin, end, isLast));
                begin = end + BETWEEN.length();
            }
        }

        private static List<Edition.Line> in(List<String> keys, Edition edition) {
            return edition.lines().stream()
                    .filter(line -> keys.contains(line.clause().key()))
                    .toList();
        }

        private static String joined(List<Edition.Line> lines) {
            return lines.stream().map(line -> line.text().words()).collect(Collectors.joining(BETWEEN));
        }

        /** What of the pieces concerns a part of the newer text; what went stands with what is before it. */
        private static List<Piece> part(List<Piece> all, int begin, int end, boolean isLast) {
            List<Piece> part = new ArrayList<>();
            int at = 0;
            for (Piece piece : all) {
                if (piece.isGone()) {
                    boolean isHere = at >= begin && (at < end + BETWEEN.length() || isLast);
                    if (isHere && !piece.text().isBlank()) {
                        part.add(piece);
                    }
                    continue;
                }
                int from = Math.max(begin, at);
                int to = Math.min(end, at + piece.text().length());
                if (from < to) {
                    part.add(new Piece(piece.kind(), piece.text().substring(from - at, to - at)));
                }
                at += piece.text().length();
            }
            return part;
        }

        private Row row(Edition.Line line, boolean isMoved) {
            String key = line.clause().key();
            Edition.Line was = before.get(key);
            List<Edition.Line> from = sources(line).stream().map(before::get).toList();
            boolean isRenamed =
                    was != null && !was.text().heading().equals(line.text().heading());
            boolean isSame =
                    was != null && was.text().words().equals(line.text().words());
            Fate fate = was == null ? Fate.NEW : isSame && !isRenamed && from.isEmpty() ? Fate.SAME : Fate.CHANGED;
            return new Row(
                    line, fate, isRenamed ? was.text().heading() : null, pieces.get(key), isMoved, from, List.of());
        }

        /** What stood behind a clause and is gone, until the next that is still there. */
        private void goneAfter(String key, Set<String> shown, List<Row> rows) {
            List<String> order = new ArrayList<>(before.keySet());
            for (int i = order.indexOf(key) + 1; i > 0 && i < order.size() && !after.containsKey(order.get(i)); i++) {
                if (shown.add(order.get(i))) {
                    rows.add(gone(before.get(order.get(i))));
                }
            }
        }

        private Row gone(Edition.Line line) {
            String key = line.clause().key();
            List<Edition.Line> into = fresh.lines().stream()
                    .filter(one -> one.text().cameFrom().contains(key))
                    .toList();
            List<Piece> words = into.isEmpty() ? pieces.get(key) : List.of();
            return new Row(line, Fate.REMOVED, null, words, false, List.of(), into);
        }

        /** As few as possible of those that are in both and stand in another order: all but a longest part in order. */
        private Set<String> moved() {
            Map<String, Integer> place = new HashMap<>();
            before.keySet().forEach(key -> place.put(key, place.size()));
            List<String> both =
                    after.keySet().stream().filter(before::containsKey).toList();
            int[] longest = new int[both.size()];
            int[] previous = new int[both.size()];
            int last = -1;
            for (int i = 0; i < both.size(); i++) {
                longest[i] = 1;
                previous[i] = -1;
                for (int j = 0; j < i; j++) {
                    if (place.get(both.get(j)) < place.get(both.get(i)) && longest[j] + 1 > longest[i]) {
                        longest[i] = longest[j] + 1;
                        previous[i] = j;
                    }
                }
                last = last < 0 || longest[i] > longest[last] ? i : last;
            }
            Set<String> moved = new HashSet<>(both);
            for (int i = last; i >= 0; i = previous[i]) {
                moved.remove(both.get(i));
            }
            return moved;
        }
    }
}
