package org.ronda;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A real PostgreSQL for the run on PostgreSQL, with the roles of production; nothing for the run on H2. */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {
    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        if (!"postgresql".equals(System.getProperty("quarkus.datasource.db-kind"))) {
            return Map.of();
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
        return Map.of(
                "quarkus.datasource.jdbc.url", url,
                "quarkus.datasource.username", "ronda_app",
                "quarkus.datasource.password", "ronda",
                "quarkus.flyway.username", "ronda_owner",
                "quarkus.flyway.password", "ronda");
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
