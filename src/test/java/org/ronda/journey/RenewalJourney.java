package org.ronda.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A demonstration that nobody used is made anew when its days have passed; one that somebody added to stays. */
class RenewalJourney {
    private static final Map<String, String> SMALL = Map.of("RONDA_DEMO_WORLD", "empty");

    private final Path data = Ronda.emptyFolder();

    /** Between two starts, as the owner of the file. */
    private long with(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + data.resolve("ronda") + ";MODE=PostgreSQL;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                        "ronda",
                        "ronda");
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return statement.getUpdateCount();
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private long setAside() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.toString().endsWith(".zip")).count();
        }
    }

    private void startAndStop() {
        Ronda.on(data, SMALL).stop();
    }

    private void ageBy(int days) throws SQLException {
        assertEquals(1, with("update world set anchor_day = dateadd(day, -" + days + ", anchor_day)"));
    }

    @Test
    void itIsMadeAnewOnlyWhereNothingIsLost() throws Exception {
        assumeTrue(!"postgresql".equals(System.getProperty("quarkus.datasource.db-kind")), "on PostgreSQL it is kept");
        startAndStop();
        ageBy(7);
        startAndStop();
        assertEquals(0, setAside(), "seven days are alive");

        ageBy(1);
        startAndStop();
        assertEquals(1, setAside());
        assertEquals(1, with("select count(*) from world where anchor_day >= dateadd(day, -1, current_date)"));

        with("insert into ledger_event (id, format, kind, subject_kind, subject_id, gate_at, deltas, who, what, leaf,"
                + " receipt) select max(last_event) + 1, 1, 'process.created', 'PLATFORM', 0, current_timestamp, '',"
                + " X'00', X'00', X'00', 'R-TEST' from world");
        ageBy(30);
        startAndStop();
        assertEquals(1, setAside(), "somebody added to it");

        with("delete from ledger_event where receipt = 'R-TEST'");
        with("update world set built_at = null");
        startAndStop();
        assertEquals(2, setAside(), "it was not built to its end");
        assertTrue(with("select count(*) from world where built_at is not null") == 1);
    }
}
