package org.ronda.production;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A PostgreSQL as docker/roles.sh leaves one: empty databases for Ronda and Keycloak, and the roles that work there. */
final class Server {
    private static final String PASSWORD = "ronda";

    private final EmbeddedPostgres postgres;

    Server() {
        try {
            postgres = EmbeddedPostgres.builder().start();
        } catch (IOException broken) {
            throw new UncheckedIOException("PostgreSQL did not start", broken);
        }
        for (String role : new String[] {"ronda_owner", "ronda_app", "keycloak"}) {
            asSuperuser("create role " + role + " login password '" + PASSWORD + "'");
        }
        asSuperuser("create database ronda owner ronda_owner", "create database keycloak owner keycloak");
    }

    /** What a node of Ronda is told. */
    Map<String, String> settings() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                url("ronda"),
                "QUARKUS_DATASOURCE_USERNAME",
                "ronda_app",
                "QUARKUS_DATASOURCE_PASSWORD",
                PASSWORD,
                "QUARKUS_FLYWAY_USERNAME",
                "ronda_owner",
                "QUARKUS_FLYWAY_PASSWORD",
                PASSWORD);
    }

    /** What Keycloak is told. */
    Map<String, String> keycloakSettings() {
        return Map.of(
                "KC_DB",
                "postgres",
                "KC_DB_URL",
                url("keycloak"),
                "KC_DB_USERNAME",
                "keycloak",
                "KC_DB_PASSWORD",
                PASSWORD);
    }

    /** What PostgreSQL's own programs are told: who may read and write everything. */
    Map<String, String> clientSettings() {
        return Map.of("PGHOST", "127.0.0.1", "PGPORT", String.valueOf(postgres.getPort()), "PGUSER", "postgres");
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database;
    }

    /** Ronda's database as who owns it. */
    Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url("ronda"), "ronda_owner", PASSWORD);
    }

    /** Ronda's database as the application sees it. */
    Connection asApplication() throws SQLException {
        return DriverManager.getConnection(url("ronda"), "ronda_app", PASSWORD);
    }

    /** Ends all connections of that role, and takes no new one until it is let in again. */
    void shutOut(String role) {
        asSuperuser(
                "alter role " + role + " nologin",
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + role + "'");
    }

    void letIn(String role) {
        asSuperuser("alter role " + role + " login");
    }

    private void asSuperuser(String... statements) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    void stop() {
        try {
            postgres.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
