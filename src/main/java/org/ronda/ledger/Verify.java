package org.ronda.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Verifies the chain of a database without the application: opens no port, migrates nothing, writes nothing. Address,
 * user and password as JDBC takes them, the password also from {@code RONDA_VERIFY_PASSWORD}. Exits with 0 when all is
 * whole, 1 when it is not, 2 when it could not be read. Described in docs/operations.md.
 */
public final class Verify {
    private Verify() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        if (args.length < 1 || args.length > 3) {
            System.err.println("usage: org.ronda.ledger.Verify JDBC-ADDRESS [USER [PASSWORD]]");
            return 2;
        }
        String user = args.length > 1 ? args[1] : "ronda";
        String password = args.length > 2 ? args[2] : System.getenv().getOrDefault("RONDA_VERIFY_PASSWORD", "ronda");
        try (Connection connection = DriverManager.getConnection(address(args[0]), user, password)) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            return tell(Verification.of(connection));
        } catch (SQLException e) {
            System.err.println("not read: " + e.getMessage());
            return 2;
        }
    }

    // a stopped file is opened for reading only, and none is made where there is none
    private static String address(String given) {
        return given.startsWith("jdbc:h2:file:")
                ? given + ";MODE=PostgreSQL;CASE_INSENSITIVE_IDENTIFIERS=TRUE;ACCESS_MODE_DATA=r;IFEXISTS=TRUE"
                : given;
    }

    private static int tell(Verification.Report report) {
        System.out.printf("%d events whole, last hash %s%n", report.verified(), report.hash());
        if (report.isWhole()) {
            return 0;
        }
        System.out.printf("BROKEN: %s at position %s, event %s%n", report.flaw(), report.position(), report.eventId());
        return 1;
    }
}
