package org.ronda.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Language;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Slice;

/**
 * Publishes the sealed events in their order, each as far as whoever is looking reaches its subject. A filter looks
 * through a fixed stretch of positions and leaves out what is not disclosed; neither the length of a page nor where the
 * next one begins tells of an event that was left out.
 */
@ApplicationScoped
class Publication {
    private static final int STRETCH = 1000;
    private static final String SQL = "select l.position, l.hash, e.id, e.format, e.kind, e.process_id, e.subject_kind,"
            + " e.subject_id, e.gate_at, e.deltas, e.who, e.what, e.leaf, e.receipt, c.content, c.salt,"
            + " case when s.subject_id is null then 0 else 1 end as is_sealed"
            + " from ledger_link l join ledger_event e on e.id = l.event_id"
            + " left join ledger_content c on c.event_id = e.id"
            + " left join ledger_sealed_subject s"
            + " on s.subject_kind = e.subject_kind and s.subject_id = e.subject_id"
            + " where l.position > ? and l.position <= ?";

    /** What to look for; null does not filter. */
    record Filter(EventKind kind, Scope process) {
        boolean isNone() {
            return kind == null && process == null;
        }
    }

    /** An event as it is stored, with what is needed to judge what of it is told. */
    private record Row(
            long position,
            byte[] hash,
            Recorded event,
            int format,
            byte[] leaf,
            String content,
            byte[] salt,
            boolean isSealed) {
        Scope subject() {
            return new Scope(Scope.Kind.valueOf(event.subjectKind()), event.subjectId());
        }
    }

    @Inject
    DataSource dataSource;

    @Inject
    EverySubject subjects;

    /** The events after a position, at most so many. */
    Slice<Published> page(long after, int limit, Filter filter, Language language) {
        long last;
        List<Row> rows;
        long end;
        try (Connection connection = dataSource.getConnection()) {
            last = last(connection);
            end = Math.min(last, after + (filter.isNone() ? limit : STRETCH));
            rows = rows(connection, after, end, filter);
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger was not read", e);
        }
        Map<Scope, Subject> described =
                subjects.describe(rows.stream().map(Row::subject).toList(), language);
        List<Published> items = new ArrayList<>();
        for (Row row : rows) {
            Published published = publish(row, described.get(row.subject()));
            if (filter.isNone() || published.id() != null) {
                items.add(published);
            }
            if (items.size() == limit) {
                end = row.position;
                break;
            }
        }
        return new Slice<>(items, end < last ? Cursor.of(end) : null);
    }

    /** Whether an event of that kind on that subject is told of at all, beyond its place in the chain. */
    static boolean isDisclosed(EventKind kind, Subject subject) {
        return subject.isReached() && !(kind.privacy() == EventKind.Privacy.HIDDEN_SUBJECT && subject.isTallyHidden());
    }

    private static Published publish(Row row, Subject subject) {
        Recorded event = row.event;
        HexFormat hex = HexFormat.of();
        String leaf = hex.formatHex(row.leaf);
        String hash = hex.formatHex(row.hash);
        EventKind kind = EventKind.of(event.kind()).orElseThrow();
        if (!isDisclosed(kind, subject)) {
            return Published.closed(row.position, leaf, hash);
        }
        boolean hasWords = row.content != null
                && switch (kind.words()) {
                    case SUBJECT -> subject.areWordsPublic() && !row.isSealed;
                    case MARK -> true;
                    case CONFIDENTIAL -> false;
                };
        return new Published(
                row.position,
                leaf,
                hash,
                row.format,
                event.id(),
                event.kind(),
                event.processId(),
                event.subjectKind(),
                event.subjectId(),
                event.at(),
                event.deltas(),
                hex.formatHex(event.who()),
                hex.formatHex(event.what()),
                hex.formatHex(Canonical.sha256(event.receipt().getBytes(StandardCharsets.UTF_8))),
                subject.title(),
                subject.address(),
                hasWords ? words(row.content) : null,
                hasWords ? hex.formatHex(row.salt) : null);
    }

    private static Map<String, String> words(String json) {
        try {
            return Content.read(json);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }

    private static long last(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select position from ledger_head where id = 1");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<Row> rows(Connection connection, long after, long end, Filter filter) throws SQLException {
        String sql = SQL
                + (filter.kind == null ? "" : " and e.kind = ?")
                + (filter.process == null ? "" : " and e.process_id = ?")
                + " order by l.position";
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            Parameters parameters = new Parameters(select).number(after).number(end);
            if (filter.kind != null) {
                parameters.text(filter.kind.text());
            }
            if (filter.process != null) {
                parameters.number(filter.process.id());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getLong("position"),
                            row.getBytes("hash"),
                            Chain.recorded(row),
                            row.getInt("format"),
                            row.getBytes("leaf"),
                            row.getString("content"),
                            row.getBytes("salt"),
                            row.getInt("is_sealed") == 1));
                }
            }
        }
        return rows;
    }
}
