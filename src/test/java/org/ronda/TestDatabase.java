package org.ronda;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * A real PostgreSQL for the run on PostgreSQL, with the roles of production; the database in memory for the run on H2.
 * And a port where a mail server is whenever a test starts one ({@link MailServer}).
 */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {
    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        if (!"postgresql".equals(System.getProperty("quarkus.datasource.db-kind"))) {
            return mail();
        }
        try {
            postgres = EmbeddedPostgres.builder().start();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create role ronda_owner login password 'ronda'");
                statement.execute("create role ronda_app login password 'ronda'");
                statement.execute("create database ronda owner ronda_owner");
            }
        } catch (IOException | SQLException broken) {
            throw new UncheckedIOException(new IOException("PostgreSQL did not start", broken));
        }
        String url = postgres.getJdbcUrl("ronda_owner", "ronda").replaceAll("\\?.*", "");
        Map<String, String> settings = mail();
        settings.put("quarkus.datasource.jdbc.url", url);
        settings.put("quarkus.datasource.username", "ronda_app");
        settings.put("quarkus.datasource.password", "ronda");
        settings.put("quarkus.flyway.username", "ronda_owner");
        settings.put("quarkus.flyway.password", "ronda");
        return settings;
    }

    private static Map<String, String> mail() {
        Map<String, String> settings = new HashMap<>();
        settings.put("ronda.smtp.host", "127.0.0.1");
        settings.put("ronda.smtp.port", String.valueOf(Application.freePort()));
        settings.put("ronda.mail.from", "Ronda <ronda@ronda.example>");
        settings.put("ronda.mail.links", MailServer.LINKS);
        settings.put("ronda.mail.key", MailServer.KEY);
        return settings;
    }

    @Override
    public void stop() {
        try {
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
