package org.ronda.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command for a stopped database. */
class VerifyTest {
    @TempDir
    Path folder;

    private String address() {
        return "jdbc:h2:file:" + folder.resolve("ronda");
    }

    private void change(String sql) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(address() + ";MODE=PostgreSQL;WRITE_DELAY=0", "ronda", "ronda");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private void record(long id) throws Exception {
        Recorded event = new Recorded(
                id,
                "process.published",
                1L,
                "PROCESS",
                1,
                Instant.parse("2026-11-23T10:00:00Z"),
                "",
                Canonical.NONE,
                Canonical.NONE,
                "R-00000000000" + id);
        byte[] leaf = Canonical.leaf(event);
        byte[] hash = Canonical.link(new byte[0], leaf);
        try (Connection connection = DriverManager.getConnection(address() + ";MODE=PostgreSQL", "ronda", "ronda");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into ledger_event values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);"
                                + "insert into ledger_link values (1, ?, ?);"
                                + "update ledger_head set position = 1, hash = ?")) {
            new Parameters(insert)
                    .number(id)
                    .text(event.kind())
                    .number(1L)
                    .text(event.subjectKind())
                    .number(1L)
                    .any(event.at().atOffset(ZoneOffset.UTC))
                    .text("")
                    .bytes(event.who())
                    .bytes(event.what())
                    .bytes(leaf)
                    .text(event.receipt())
                    .number(id)
                    .bytes(hash)
                    .bytes(hash);
            insert.execute();
        }
    }

    @Test
    void itSaysWhetherAllIsWhole() throws Exception {
        change(Files.readString(Path.of("src/main/resources/db/migration/V3__ledger.sql")));
        assertEquals(0, Verify.run(address()), "an empty ledger is whole");
        record(1);
        assertEquals(0, Verify.run(address()));
        change("update ledger_event set subject_id = 2");
        assertEquals(1, Verify.run(address()));
    }

    @Test
    void whatIsNotThereIsNotMade() {
        assertEquals(2, Verify.run(address()));
        assertEquals(2, Verify.run());
        assertFalse(Files.exists(folder.resolve("ronda.mv.db")));
    }
}
