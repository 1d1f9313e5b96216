package org.ronda.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.ronda.kernel.Scope;

/**
 * The numbers of subjects, as they are shown: those sealed, and the viewer's own acts also while they are pending, so
 * that who gives a support sees it at once. Both are read in one statement, so that an act is never seen twice or not
 * at all while it is being sealed.
 */
@ApplicationScoped
public class Counters {
    private static final int FOLD_AT_ONCE = 5000;
    private static final String STORED = "select subject_kind, subject_id, meaning, contributions, comments, supports,"
            + " agrees, disagrees, voices, cast(null as varchar(2000)) as deltas from subject_count where ";
    private static final String OWN = " union all select null, 0, 0, 0, 0, 0, 0, 0, 0, e.deltas from ledger_pending p"
            + " join ledger_event e on e.id = p.event_id join ledger_actor a on a.event_id = p.event_id"
            + " where a.actor_id = ?";

    private record Row(Scope subject, int meaning) {}

    @Inject
    DataSource dataSource;

    /** The numbers of one meaning of a subject. Who is looking may be null. */
    public Counts of(Scope subject, int meaning, Long viewerId) {
        Row row = new Row(subject, meaning);
        return read(
                        "subject_kind = ? and subject_id = ? and meaning = ?",
                        viewerId,
                        parameters -> parameters.scope(subject).number((long) meaning))
                .getOrDefault(row, Counts.NONE);
    }

    /** The numbers of what subjects mean now, for a whole list in one statement; every subject has an entry. */
    public Map<Scope, Counts> of(Collection<Scope> subjects, Long viewerId) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        Map<Scope.Kind, List<Scope>> byKind = subjects.stream().distinct().collect(Collectors.groupingBy(Scope::kind));
        String condition = byKind.values().stream()
                .map(ofKind -> "(subject_kind = ? and subject_id in (?" + ", ?".repeat(ofKind.size() - 1) + "))")
                .collect(Collectors.joining(" or ", "is_current and (", ")"));
        Map<Scope, Counts> counts = new HashMap<>();
        subjects.forEach(subject -> counts.put(subject, Counts.NONE));
        read(condition, viewerId, parameters -> {
                    for (Map.Entry<Scope.Kind, List<Scope>> ofKind : byKind.entrySet()) {
                        parameters.text(ofKind.getKey().name());
                        for (Scope subject : ofKind.getValue()) {
                            parameters.number(subject.id());
                        }
                    }
                })
                .forEach((row, count) -> counts.put(row.subject, count));
        return counts;
    }

    private interface Filling {
        void fill(Parameters parameters) throws SQLException;
    }

    private Map<Row, Counts> read(String condition, Long viewerId, Filling filling) {
        Map<Row, Counts> stored = new HashMap<>();
        List<Delta> own = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(STORED + condition + (viewerId == null ? "" : OWN))) {
            Parameters parameters = new Parameters(select);
            filling.fill(parameters);
            if (viewerId != null) {
                parameters.number(viewerId);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (row.getString(1) == null) {
                        own.addAll(Delta.read(row.getString(10)));
                    } else {
                        Scope subject = new Scope(Scope.Kind.valueOf(row.getString(1)), row.getLong(2));
                        stored.put(
                                new Row(subject, row.getInt(3)),
                                new Counts(
                                        row.getInt(4),
                                        row.getInt(5),
                                        row.getInt(6),
                                        row.getInt(7),
                                        row.getInt(8),
                                        row.getInt(9)));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the counters were not read", e);
        }
        stored.replaceAll((row, counts) -> with(own, row, counts));
        return stored;
    }

    private static Counts with(List<Delta> own, Row row, Counts counts) {
        Counts shown = counts;
        for (Delta delta : own) {
            if (delta.subject().equals(row.subject) && (delta.meaning() == 0 || delta.meaning() == row.meaning)) {
                shown = shown.plus(delta);
            }
        }
        return shown;
    }

    /** Makes all counters anew from the sealed events. The sealer waits meanwhile. */
    @Transactional
    public void rebuild() {
        try (Connection connection = dataSource.getConnection()) {
            long last = lockHead(connection);
            try (PreparedStatement zero = connection.prepareStatement("update subject_count set contributions = 0,"
                    + " comments = 0, supports = 0, agrees = 0, disagrees = 0, voices = 0")) {
                zero.executeUpdate();
            }
            for (long after = 0; after < last; after += FOLD_AT_ONCE) {
                fold(connection, after);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the counters were not rebuilt", e);
        }
    }

    private static long lockHead(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select position from ledger_head where id = 1 for update");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void fold(Connection connection, long after) throws SQLException {
        Tally tally = new Tally();
        try (PreparedStatement select = connection.prepareStatement("select e.deltas from ledger_link l"
                + " join ledger_event e on e.id = l.event_id where l.position > ? and l.position <= ?")) {
            new Parameters(select).number(after).number(after + FOLD_AT_ONCE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    tally.add(row.getString(1));
                }
            }
        }
        tally.writeTo(connection);
    }
}
