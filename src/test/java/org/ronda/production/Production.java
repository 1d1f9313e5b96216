package org.ronda.production;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ronda.Application;
import org.ronda.TestDatabase;

/** Ronda as a city runs it: nodes of the PostgreSQL build, a real PostgreSQL, a real Keycloak, a mail server. */
public final class Production {
    /** Of every account that is made here. */
    static final String PASSWORD = "una clave larga de prueba";

    private static Production running;

    private final Map<String, String> database = new TestDatabase().start();
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<Integer> ports = List.of(Application.freePort(), Application.freePort());
    private final List<Application> nodes = new ArrayList<>();
    private final Keycloak keycloak;

    private Production() {
        mail.start();
        keycloak = new Keycloak(node(0), node(0), mail.getSmtp().getPort());
        nodes.add(start(0));
        nodes.add(start(1));
    }

    /** All of it, until it is stopped: for trying it out without Docker. */
    public static void main(String[] none) throws InterruptedException {
        Production production = running();
        production.keycloak.account("admin@example.org", PASSWORD, "Ada Administra", "administrator");
        System.out.printf("Ronda: %s and %s%n", production.node(0), production.node(1));
        System.out.printf("Keycloak: %s (admin, admin)%n", production.keycloak.address());
        System.out.printf("Who administers the platform: admin@example.org, \"%s\"%n", PASSWORD);
        System.out.println("Logs: target/node-0.log, target/node-1.log, target/keycloak.log");
        Thread.currentThread().join();
    }

    /** The one that all tests share. */
    static synchronized Production running() {
        if (running == null) {
            running = new Production();
        }
        return running;
    }

    Keycloak keycloak() {
        return keycloak;
    }

    GreenMail mail() {
        return mail;
    }

    /** The address of a node: 0, where people are led to by Keycloak, or 1. */
    String node(int n) {
        return "http://localhost:" + ports.get(n);
    }

    /** Stops a node and starts it again. */
    void restart(int n) {
        nodes.get(n).stop();
        nodes.set(n, start(n));
    }

    void kill(int n) {
        nodes.get(n).kill();
    }

    List<Integer> ports() {
        return ports;
    }

    /** The database as who owns it. */
    Connection owner() throws SQLException {
        return DriverManager.getConnection(
                database.get("quarkus.datasource.jdbc.url"),
                database.get("quarkus.flyway.username"),
                database.get("quarkus.flyway.password"));
    }

    private Application start(int n) {
        Map<String, String> settings = new HashMap<>();
        database.forEach((name, value) -> settings.put(name.toUpperCase().replaceAll("\\W", "_"), value));
        settings.put("QUARKUS_HTTP_PORT", String.valueOf(ports.get(n)));
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("RONDA_PUBLIC_ADDRESS", node(0));
        settings.put("RONDA_OIDC_URL", keycloak.realm());
        settings.put("RONDA_OIDC_SECRET", Keycloak.RONDA_SECRET);
        settings.put("RONDA_ADMIN_SECRET", Keycloak.ADMIN_SECRET);
        settings.put("RONDA_VOTER_KEY", "a key of the tests");
        return new Application(
                Application.jar("target/postgresql-app/quarkus-run.jar"),
                settings,
                Path.of("target", "node-" + n + ".log"),
                URI.create(node(n) + "/q/health/ready"),
                Duration.ofSeconds(90));
    }
}
