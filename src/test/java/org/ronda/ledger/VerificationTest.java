package org.ronda.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.TestDatabase;
import org.ronda.kernel.Now;
import org.ronda.kernel.Scope;

/** The walk over the chain finds every altered byte. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class VerificationTest {
    @Inject
    Ledger ledger;

    @Inject
    Verification verification;

    @Inject
    Now now;

    private long position;

    @BeforeEach
    void recordOne() {
        QuarkusTransaction.requiringNew()
                .run(() -> ledger.record(Event.of("proposal.published", Scope.contribution(987_654))
                        .in(1L)
                        .at(now.atGate())
                        .by(77L, Scope.person(77))
                        .saying(Map.of("title", "Árboles"))
                        .counting(Scope.process(987_654), 0, Counter.CONTRIBUTIONS, 1)));
        ledger.drain();
        position = verification.run().verified();
    }

    @Test
    void anUntouchedLedgerIsWhole() {
        assertTrue(verification.run().isWhole(), verification.run().toString());
        assertTrue(position > 0);
    }

    /** One alteration of each column; the last event stands for all. */
    private static final Map<String, String> ALTERED = Map.ofEntries(
            Map.entry("ledger_event.id", "id + 1000000"),
            Map.entry("ledger_event.format", "2"),
            Map.entry("ledger_event.kind", "'proposal.held'"),
            Map.entry("ledger_event.process_id", "2"),
            Map.entry("ledger_event.subject_kind", "'PHASE'"),
            Map.entry("ledger_event.subject_id", "3"),
            Map.entry("ledger_event.gate_at", "gate_at + interval '1' second"),
            Map.entry("ledger_event.deltas", "''"),
            Map.entry("ledger_event.who", "what"),
            Map.entry("ledger_event.what", "who"),
            Map.entry("ledger_event.leaf", "who"),
            Map.entry("ledger_event.receipt", "'R-000000000000'"),
            Map.entry("ledger_actor.event_id", "event_id + 1000000"),
            Map.entry("ledger_actor.actor_id", "78"),
            Map.entry("ledger_actor.name_kind", "null"),
            Map.entry("ledger_actor.name_id", "78"),
            Map.entry("ledger_actor.salt", "cast('x' as bytea)"),
            Map.entry("ledger_content.event_id", "event_id + 1000000"),
            Map.entry("ledger_content.content", "content || ' '"),
            Map.entry("ledger_content.salt", "cast('x' as bytea)"),
            Map.entry("ledger_link.position", "position + 1000000"),
            Map.entry("ledger_link.event_id", "event_id + 1000000"),
            Map.entry("ledger_link.hash", "cast('x' as bytea)"),
            Map.entry("ledger_head.id", ""),
            Map.entry("ledger_head.position", "position + 1"),
            Map.entry("ledger_head.hash", "cast('x' as bytea)"),
            Map.entry("ledger_pending.event_id", ""));

    @Test
    void anyAlteredColumnIsFound() throws SQLException {
        for (Map.Entry<String, String> altered : ALTERED.entrySet()) {
            String[] column = altered.getKey().split("[.]");
            String where = switch (column[0]) {
                case "ledger_event" -> " where id = " + event();
                case "ledger_head" -> "";
                default -> " where event_id = " + event();
            };
            if (!altered.getValue().isEmpty()) {
                assertFound("update " + column[0] + " set " + column[1] + " = " + altered.getValue() + where);
            }
        }
    }

    /** A column that comes later needs an alteration above; the two keys without one are tried as removals below. */
    @Test
    void everyColumnIsTried() throws SQLException {
        Set<String> columns = new TreeSet<>();
        try (Connection owner = owner();
                ResultSet row = owner.getMetaData().getColumns(null, null, null, null)) {
            while (row.next()) {
                String table = row.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (table.startsWith("ledger_") && row.getInt("ORDINAL_POSITION") > 0) {
                    columns.add(table + "." + row.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        columns.removeIf(column -> !ALTERED.containsKey(column)
                && (column.startsWith("ledger_sealed_subject.") || column.startsWith("ledger_event_")));
        assertEquals(new TreeSet<>(ALTERED.keySet()), columns);
    }

    @Test
    void whatIsRemovedOrAddedIsFound() throws SQLException {
        assertFound("delete from ledger_link");
        assertFound("delete from ledger_link where position = " + position);
        assertFound("delete from ledger_link where position > 1");
        assertFound("delete from ledger_link where position = " + (position - 1));
        assertFound("delete from ledger_event where id = " + event());
        assertFound("delete from ledger_head");
        assertFound("insert into ledger_link (position, event_id, hash) select position + 1, 987654321, hash"
                + " from ledger_head");
        assertFound("insert into ledger_pending (event_id) values (987654321)");
        assertFound("insert into ledger_pending (event_id) values (" + event() + ")");
        assertFound("insert into ledger_event (id, format, kind, process_id, subject_kind, subject_id, gate_at, deltas,"
                + " who, what, leaf, receipt) select 987654321, format, kind, process_id, subject_kind, subject_id,"
                + " gate_at, deltas, who, what, leaf, 'R-000000000001' from ledger_event where id = " + event());
    }

    @Test
    void nameIdWithoutAKindIsFound() throws SQLException {
        QuarkusTransaction.requiringNew()
                .run(() -> ledger.record(Event.of("proposal.published", Scope.contribution(987_654))
                        .at(now.atGate())
                        .by(77L, null)));
        ledger.drain();
        position = verification.run().verified();
        assertFound("update ledger_actor set name_id = 5 where event_id = " + event());
    }

    @Test
    void erasingWhoOrWhatLeavesTheChainWhole() throws SQLException {
        for (String table : new String[] {"ledger_actor", "ledger_content"}) {
            assertTrue(
                    afterwards("delete from " + table + " where event_id = " + event())
                            .isWhole(),
                    table);
        }
    }

    private long event() throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement();
                ResultSet row =
                        statement.executeQuery("select event_id from ledger_link where position = " + position)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void assertFound(String alteration) throws SQLException {
        assertFalse(afterwards(alteration).isWhole(), alteration);
    }

    /** What the walk finds after an alteration, which is then taken back. */
    private static Verification.Report afterwards(String alteration) throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            try {
                assertTrue(statement.executeUpdate(alteration) > 0, alteration);
                return Verification.of(owner);
            } finally {
                owner.rollback();
            }
        }
    }

    /** On PostgreSQL only the owner of the tables can alter the ledger at all. */
    private static Connection owner() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getOptionalValue("quarkus.flyway.username", String.class)
                        .orElse(config.getValue("quarkus.datasource.username", String.class)),
                config.getOptionalValue("quarkus.flyway.password", String.class)
                        .orElse(config.getValue("quarkus.datasource.password", String.class)));
    }
}
