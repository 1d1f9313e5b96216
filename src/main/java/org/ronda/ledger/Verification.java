package org.ronda.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.ronda.kernel.Scope;

/**
 * Walks the whole chain in constant memory: makes each leaf anew from its event, each hash from the one before, who and
 * what from actor and content where they have not been erased. Names the first event that does not fit.
 */
@ApplicationScoped
public class Verification {
    private static final int PAGE = 2_000;
    private static final String EVENTS = "select l.position, l.hash, e.id, e.kind, e.process_id, e.subject_kind,"
            + " e.subject_id, e.gate_at, e.deltas, e.who, e.what, e.leaf, e.receipt, a.salt, a.actor_id, a.name_kind,"
            + " a.name_id, c.salt, c.content from ledger_link l left join ledger_event e on e.id = l.event_id"
            + " left join ledger_actor a on a.event_id = e.id left join ledger_content c on c.event_id = e.id"
            + " where l.position > ? order by l.position limit " + PAGE;

    /** What does not fit. */
    public enum Flaw {
        GAP,
        EVENT_MISSING,
        LEAF,
        HASH,
        ACTOR,
        CONTENT,
        HEAD
    }

    /**
     * What was found.
     *
     * @param verified how many events were found whole
     * @param position of the first that is not, or null
     * @param hash of the last whole one, in hexadecimal
     */
    public record Report(long verified, Long position, Flaw flaw, String hash) {
        public boolean isWhole() {
            return flaw == null;
        }
    }

    @Inject
    DataSource dataSource;

    public Report run() {
        try (Connection connection = dataSource.getConnection()) {
            long position = 0;
            byte[] hash = new byte[0];
            try (PreparedStatement select = connection.prepareStatement(EVENTS)) {
                boolean hasMore = true;
                while (hasMore) {
                    select.setLong(1, position);
                    hasMore = false;
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            hasMore = true;
                            Flaw flaw = check(row, position + 1, hash);
                            if (flaw != null) {
                                return new Report(position, position + 1, flaw, hex(hash));
                            }
                            hash = row.getBytes(2);
                            position++;
                        }
                    }
                }
            }
            return isHeadAt(connection, position, hash)
                    ? new Report(position, null, null, hex(hash))
                    : new Report(position, position, Flaw.HEAD, hex(hash));
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger was not read", e);
        }
    }

    private static Flaw check(ResultSet row, long expected, byte[] previous) throws SQLException {
        if (row.getLong(1) != expected) {
            return Flaw.GAP;
        }
        Recorded event = new Recorded(
                row.getLong(3),
                row.getString(4),
                number(row, 5),
                row.getString(6),
                row.getLong(7),
                instant(row, 8),
                row.getString(9),
                row.getBytes(10),
                row.getBytes(11),
                row.getString(13));
        if (event.kind() == null) {
            return Flaw.EVENT_MISSING;
        }
        byte[] leaf = row.getBytes(12);
        if (!Arrays.equals(leaf, Canonical.leaf(event))) {
            return Flaw.LEAF;
        }
        if (!Arrays.equals(row.getBytes(2), Canonical.link(previous, leaf))) {
            return Flaw.HASH;
        }
        if (!isActorWhole(row, event)) {
            return Flaw.ACTOR;
        }
        return isContentWhole(row, event) ? null : Flaw.CONTENT;
    }

    private static boolean isActorWhole(ResultSet row, Recorded event) throws SQLException {
        byte[] salt = row.getBytes(14);
        if (salt == null) {
            return true;
        }
        String kind = row.getString(16);
        try {
            Scope name = kind == null ? null : new Scope(Scope.Kind.valueOf(kind), row.getLong(17));
            return Arrays.equals(event.who(), Canonical.who(salt, number(row, 15), name));
        } catch (IllegalArgumentException noKind) {
            return false;
        }
    }

    private static boolean isContentWhole(ResultSet row, Recorded event) throws SQLException {
        byte[] salt = row.getBytes(18);
        if (salt == null) {
            return true;
        }
        try {
            return Arrays.equals(event.what(), Canonical.what(salt, Content.read(row.getString(19))));
        } catch (JsonProcessingException altered) {
            return false;
        }
    }

    private static boolean isHeadAt(Connection connection, long position, byte[] hash) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select position, hash from ledger_head where id = 1");
                ResultSet row = select.executeQuery()) {
            // the sealer may have gone on since the walk ended, never back
            return row.next()
                    && (row.getLong(1) > position
                            || row.getLong(1) == position && Arrays.equals(row.getBytes(2), hash));
        }
    }

    private static Long number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
