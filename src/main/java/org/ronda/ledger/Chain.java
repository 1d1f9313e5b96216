package org.ronda.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;

/**
 * Verifies a whole ledger on a connection, a page at a time, so that memory stays the same however long the chain is.
 * Recomputes every leaf, every link, and who and what wherever they were not erased.
 */
final class Chain {
    /**
     * The first event that does not verify.
     *
     * @param position its place in the chain, or null when it has none
     * @param eventId its id, or null when it is the head that is wrong
     */
    record Broken(Long position, Long eventId, Verification.Flaw fault) {}

    /**
     * @param verified how many sealed events were found whole, from the first one on
     * @param until the instant of the last of them, or null when there is none
     * @param hash the hash of the last of them; who keeps it elsewhere can tell if the chain is ever replaced
     * @param broken the first broken event, or null when the ledger is whole
     */
    record Outcome(long verified, Instant until, byte[] hash, Broken broken) {
        boolean isWhole() {
            return broken == null;
        }
    }

    private static final int PAGE = 500;
    private static final String EVENT_COLUMNS =
            " e.id, e.format, e.kind, e.process_id, e.subject_kind, e.subject_id, e.gate_at, e.deltas, e.who, e.what,"
                    + " e.leaf, e.receipt, a.event_id as actor_of, a.actor_id, a.name_kind, a.name_id,"
                    + " a.salt as who_salt, c.event_id as content_of, c.content, c.salt as what_salt";
    private static final String EVENT_TABLES = " left join ledger_event e on e.id = x.event_id"
            + " left join ledger_actor a on a.event_id = e.id left join ledger_content c on c.event_id = e.id";
    private static final String LINKED = "select x.position, x.event_id, x.hash," + EVENT_COLUMNS
            + " from ledger_link x" + EVENT_TABLES + " where x.position > ? and x.position <= ?"
            + " order by x.position limit " + PAGE;
    private static final String PENDING = "select x.event_id," + EVENT_COLUMNS + " from ledger_pending x" + EVENT_TABLES
            + " where x.event_id > ? order by x.event_id limit " + PAGE;
    private static final String HEAD = "select h.position, h.hash, (select max(position) from ledger_link) as last"
            + " from ledger_head h where h.id = 1";
    private static final String UNLINKED = "select min(e.id) from ledger_event e"
            + " where not exists (select 1 from ledger_link l where l.event_id = e.id)"
            + " and not exists (select 1 from ledger_pending p where p.event_id = e.id)";
    private static final String PENDING_TWICE =
            "select min(p.event_id) from ledger_pending p join ledger_link l on l.event_id = p.event_id";
    private static final String ORPHAN =
            "select min(x.event_id) from %s x where not exists (select 1 from ledger_event e where e.id = x.event_id)";

    private final Connection connection;
    private long position;
    private byte[] hash = new byte[0];
    private Instant until;

    private Chain(Connection connection) {
        this.connection = connection;
    }

    static Outcome verify(Connection connection) throws SQLException {
        Chain chain = new Chain(connection);
        Broken broken = chain.sealed();
        broken = broken != null ? broken : chain.pending();
        broken = broken != null ? broken : chain.leftOver();
        return new Outcome(chain.position, chain.until, chain.hash, broken);
    }

    private Broken sealed() throws SQLException {
        long last;
        byte[] head;
        try (PreparedStatement select = connection.prepareStatement(HEAD);
                ResultSet row = select.executeQuery()) {
            if (!row.next() || row.getLong("position") != row.getLong("last")) {
                return new Broken(null, null, Verification.Flaw.HEAD);
            }
            last = row.getLong("position");
            head = row.getBytes("hash");
        }
        while (position < last) {
            Broken broken = page(last);
            if (broken != null) {
                return broken;
            }
        }
        return Arrays.equals(head, hash) ? null : new Broken(last, null, Verification.Flaw.HEAD);
    }

    private Broken page(long last) throws SQLException {
        long before = position;
        try (PreparedStatement select = connection.prepareStatement(LINKED)) {
            new Parameters(select).number(position).number(last);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Optional<Verification.Flaw> fault = link(row);
                    if (fault.isPresent()) {
                        return new Broken(row.getLong("position"), row.getLong("event_id"), fault.get());
                    }
                }
            }
        }
        return position > before ? null : new Broken(position + 1, null, Verification.Flaw.POSITION);
    }

    private Optional<Verification.Flaw> link(ResultSet row) throws SQLException {
        if (row.getLong("position") != position + 1) {
            return Optional.of(Verification.Flaw.POSITION);
        }
        Optional<Verification.Flaw> fault = event(row);
        if (fault.isPresent()) {
            return fault;
        }
        byte[] linked = Canonical.link(hash, row.getBytes("leaf"));
        if (!Arrays.equals(linked, row.getBytes("hash"))) {
            return Optional.of(Verification.Flaw.LINK);
        }
        position++;
        hash = linked;
        until = instant(row);
        return Optional.empty();
    }

    private static Optional<Verification.Flaw> event(ResultSet row) throws SQLException {
        if (row.getObject("id") == null) {
            return Optional.of(Verification.Flaw.EVENT);
        }
        if (row.getInt("format") != Canonical.FORMAT) {
            return Optional.of(Verification.Flaw.FORMAT);
        }
        Recorded event = recorded(row);
        if (!Arrays.equals(Canonical.leaf(event), row.getBytes("leaf"))) {
            return Optional.of(Verification.Flaw.LEAF);
        }
        if (row.getObject("actor_of") != null && !isActor(row, event.who())) {
            return Optional.of(Verification.Flaw.WHO);
        }
        if (row.getObject("content_of") != null && !isContent(row, event.what())) {
            return Optional.of(Verification.Flaw.WHAT);
        }
        return Optional.empty();
    }

    static Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(
                row.getLong("id"),
                row.getString("kind"),
                row.getObject("process_id", Long.class),
                row.getString("subject_kind"),
                row.getLong("subject_id"),
                instant(row),
                row.getString("deltas"),
                row.getBytes("who"),
                row.getBytes("what"),
                row.getString("receipt"));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("gate_at", OffsetDateTime.class).toInstant();
    }

    private static boolean isActor(ResultSet row, byte[] who) throws SQLException {
        byte[] recomputed = Canonical.who(
                row.getBytes("who_salt"),
                row.getObject("actor_id", Long.class),
                row.getString("name_kind"),
                row.getObject("name_id", Long.class));
        return Arrays.equals(recomputed, who);
    }

    // The spelling is compared as well: another one would hash the same and still be an altered byte.
    private static boolean isContent(ResultSet row, byte[] what) throws SQLException {
        String json = row.getString("content");
        try {
            var content = Content.read(json);
            return Arrays.equals(Canonical.what(row.getBytes("what_salt"), content), what)
                    && Content.write(content).equals(json);
        } catch (JsonProcessingException | RuntimeException notOurs) {
            return false;
        }
    }

    private Broken pending() throws SQLException {
        long after = Long.MIN_VALUE;
        boolean isMore = true;
        while (isMore) {
            isMore = false;
            try (PreparedStatement select = connection.prepareStatement(PENDING)) {
                select.setLong(1, after);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        after = row.getLong("event_id");
                        isMore = true;
                        Optional<Verification.Flaw> fault = event(row);
                        if (fault.isPresent()) {
                            return new Broken(null, after, fault.get());
                        }
                    }
                }
            }
        }
        return null;
    }

    private Broken leftOver() throws SQLException {
        Broken broken = first(UNLINKED, Verification.Flaw.UNLINKED);
        broken = broken != null ? broken : first(PENDING_TWICE, Verification.Flaw.PENDING);
        broken = broken != null ? broken : first(ORPHAN.formatted("ledger_actor"), Verification.Flaw.ACTOR);
        return broken != null ? broken : first(ORPHAN.formatted("ledger_content"), Verification.Flaw.CONTENT);
    }

    private Broken first(String sql, Verification.Flaw fault) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            Long eventId = row.getObject(1, Long.class);
            return eventId == null ? null : new Broken(null, eventId, fault);
        }
    }
}
