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
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
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

    @Test
    void anyAlteredColumnIsFoundAtItsPlace() throws SQLException {
        for (String[] change : new String[][] {
            {"ledger_event", "kind", "'proposal.held'"},
            {"ledger_event", "process_id", "2"},
            {"ledger_event", "subject_kind", "'PHASE'"},
            {"ledger_event", "subject_id", "3"},
            {"ledger_event", "gate_at", "gate_at + interval '1' second"},
            {"ledger_event", "deltas", "''"},
            {"ledger_event", "receipt", "'R-000000000000'"},
            {"ledger_actor", "actor_id", "78"},
            {"ledger_actor", "name_id", "78"},
            {"ledger_actor", "name_kind", "'OFFICE'"},
            {"ledger_content", "content", "'{\"title\":\"Arboles\"}'"}
        }) {
            assertFound(change[0], change[1], change[2]);
        }
    }

    @Test
    void aRemovedEventIsFound() throws SQLException {
        try (Connection owner = owner()) {
            owner.setAutoCommit(false);
            try (Statement statement = owner.createStatement()) {
                statement.executeUpdate("delete from ledger_link where position = " + (position - 1));
                owner.commit();
            }
        }
        Verification.Report report = verification.run();
        assertFalse(report.isWhole());
        assertEquals(position - 1, report.position());
        repair();
    }

    private void repair() throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select e.id, e.leaf from ledger_event e where not exists"
                        + " (select 1 from ledger_link l where l.event_id = e.id) order by e.id desc")) {
            row.next();
            long event = row.getLong(1);
            byte[] leaf = row.getBytes(2);
            byte[] before = hash(owner, position - 2);
            try (PreparedStatement insert = owner.prepareStatement("insert into ledger_link values (?, ?, ?)")) {
                insert.setLong(1, position - 1);
                insert.setLong(2, event);
                insert.setBytes(3, Canonical.link(before, leaf));
                insert.executeUpdate();
            }
        }
        assertTrue(verification.run().isWhole());
    }

    private static byte[] hash(Connection owner, long at) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select hash from ledger_link where position = " + at)) {
            return row.next() ? row.getBytes(1) : new byte[0];
        }
    }

    private void assertFound(String table, String column, String altered) throws SQLException {
        String key = table.equals("ledger_event") ? "id" : "event_id";
        String where = " where " + key + " = (select event_id from ledger_link where position = " + position + ")";
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            Object before;
            try (ResultSet row = statement.executeQuery("select " + column + " from " + table + where)) {
                row.next();
                before = row.getObject(1);
            }
            statement.executeUpdate("update " + table + " set " + column + " = " + altered + where);
            Verification.Report report = verification.run();
            assertFalse(report.isWhole(), table + "." + column);
            assertEquals(position, report.position(), table + "." + column);
            try (PreparedStatement back =
                    owner.prepareStatement("update " + table + " set " + column + " = ?" + where)) {
                back.setObject(1, before);
                back.executeUpdate();
            }
        }
        assertTrue(verification.run().isWhole(), "put back " + table + "." + column);
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
