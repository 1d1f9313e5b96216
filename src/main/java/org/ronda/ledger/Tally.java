package org.ronda.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.ronda.kernel.Scope;

/** Deltas summed by subject, written to {@code subject_count} in one batch, always in the same order of rows. */
final class Tally {
    private record Row(Scope subject, int meaning) {}

    private static final Comparator<Row> ORDER = Comparator.comparing(
                    (Row row) -> row.subject.kind().name())
            .thenComparing(row -> row.subject.id())
            .thenComparing(Row::meaning);

    private final Map<Row, int[]> sums = new TreeMap<>(ORDER);

    void add(String deltas) {
        for (Delta delta : Delta.read(deltas)) {
            sums.computeIfAbsent(new Row(delta.subject(), delta.meaning()), row -> new int[Counter.values().length])[
                            delta.counter().ordinal()] +=
                    delta.by();
        }
    }

    /** A support is added to the row of its meaning, everything else (meaning 0) to all rows of the subject. */
    void writeTo(Connection connection) throws SQLException {
        try (PreparedStatement supports = connection.prepareStatement("update subject_count set supports = supports + ?"
                        + " where subject_kind = ? and subject_id = ? and meaning = ?");
                PreparedStatement others = connection.prepareStatement(
                        "update subject_count set"
                                + " contributions = contributions + ?, comments = comments + ?, agrees = agrees + ?,"
                                + " disagrees = disagrees + ?, voices = voices + ? where subject_kind = ? and subject_id = ?")) {
            for (Map.Entry<Row, int[]> sum : sums.entrySet()) {
                Row row = sum.getKey();
                int[] by = sum.getValue();
                if (row.meaning != 0) {
                    new Parameters(supports)
                            .number((long) by[Counter.SUPPORTS.ordinal()])
                            .scope(row.subject)
                            .number((long) row.meaning);
                    supports.addBatch();
                } else {
                    new Parameters(others)
                            .number((long) by[Counter.CONTRIBUTIONS.ordinal()])
                            .number((long) by[Counter.COMMENTS.ordinal()])
                            .number((long) by[Counter.AGREES.ordinal()])
                            .number((long) by[Counter.DISAGREES.ordinal()])
                            .number((long) by[Counter.VOICES.ordinal()])
                            .scope(row.subject);
                    others.addBatch();
                }
            }
            supports.executeBatch();
            others.executeBatch();
        }
        sums.clear();
    }
}
