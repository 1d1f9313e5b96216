package org.ronda.production;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronda.Application;

/** Ronda as a city runs it: nodes of the PostgreSQL build, a real PostgreSQL, a real Keycloak, a mail server. */
public final class Production {
    /** Of every account that is made here. */
    static final String PASSWORD = "una clave larga de prueba";

    private static Production running;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<Integer> ports = new ArrayList<>();
    private final List<Application> nodes = new ArrayList<>();
    private final Keycloak keycloak;
    private final String address;
    private final Map<String, String> behindProxy;
    private Server server;

    Production(Server server, int howManyNodes) {
        this(server, howManyNodes, false);
    }

    /** As a city has it, where people reach the nodes through a proxy that ends TLS. */
    static Production behindTls() {
        return new Production(new Server(), 2, true);
    }

    private Production(Server server, int howManyNodes, boolean isBehindTls) {
        this.server = server;
        mail.start();
        for (int n = 0; n < howManyNodes; n++) {
            ports.add(Application.freePort());
        }
        address = isBehindTls ? Proxy.withTls(ports).address() : node(0);
        behindProxy = Map.of("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", String.valueOf(isBehindTls));
        // Keycloak speaks to whichever node is there
        keycloak =
                new Keycloak(address, new Proxy(ports).address(), mail.getSmtp().getPort());
        start();
    }

    private void start() {
        keycloak.start(server);
        for (int n = 0; n < ports.size(); n++) {
            nodes.add(start(n));
        }
    }

    void stop() {
        nodes.forEach(Application::stop);
        nodes.clear();
        keycloak.stop();
    }

    /** Starts again at the same addresses, on what is in another server. */
    void startOn(Server other) {
        server = other;
        start();
    }

    /** All of it, until it is stopped: for trying it out without Docker. */
    public static void main(String[] none) throws InterruptedException {
        Production production = behindTls();
        production.keycloak.account("admin@example.org", PASSWORD, "Ada Administra", "administrator");
        System.out.printf("Ronda: %s; its certificate is its own, and the browser asks%n", production.address);
        System.out.printf("The nodes behind it: %s and %s%n", production.node(0), production.node(1));
        System.out.printf("Keycloak: %s (admin, admin)%n", production.keycloak.address());
        System.out.printf("Who administers the platform: admin@example.org, \"%s\"%n", PASSWORD);
        System.out.println("Logs: target/node-PORT.log, target/keycloak-PORT.log");
        Thread.currentThread().join();
    }

    /** The one that all tests share. */
    static synchronized Production running() {
        if (running == null) {
            running = new Production(new Server(), 2);
        }
        return running;
    }

    Keycloak keycloak() {
        return keycloak;
    }

    Server server() {
        return server;
    }

    GreenMail mail() {
        return mail;
    }

    /** Where the next mail of Keycloak leads whom it is for. */
    String linkInMail() {
        if (!mail.waitForIncomingEmail(20_000, 1)) {
            throw new AssertionError("no mail");
        }
        String body = GreenMailUtil.getBody(mail.getReceivedMessages()[0]);
        Matcher link = Pattern.compile(keycloak.realm() + "/login-actions/action-token[^\\s\"<]*")
                .matcher(body.replace("=\r\n", "").replace("=3D", "=").replace("&amp;", "&"));
        if (!link.find()) {
            throw new AssertionError(body);
        }
        return link.group();
    }

    /** Where people reach Ronda. */
    String address() {
        return address;
    }

    /** The address of a node: 0 or 1. */
    String node(int n) {
        return "http://localhost:" + ports.get(n);
    }

    /** Stops a node and starts it again. */
    void restart(int n) {
        nodes.get(n).stop();
        nodes.set(n, start(n));
    }

    Path log(int n) {
        return logAt(ports.get(n));
    }

    void kill(int n) {
        nodes.get(n).kill();
    }

    List<Integer> ports() {
        return ports;
    }

    /** The database as who owns it. */
    Connection owner() throws SQLException {
        return server.asOwner();
    }

    private Application start(int n) {
        // one of them for programs, the others for people
        Map<String, String> besides = new HashMap<>(behindProxy);
        besides.put("RONDA_LOG_JSON", String.valueOf(n == 1));
        return node(server, ports.get(n), besides);
    }

    /** A node on that server, at that port of this machine, that is told this besides. */
    Application node(Server on, int port, Map<String, String> besides) {
        Map<String, String> settings = new HashMap<>(on.settings());
        // PostgreSQL says which node it works for
        settings.compute("QUARKUS_DATASOURCE_JDBC_URL", (name, url) -> url + "?ApplicationName=" + port);
        settings.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("RONDA_PUBLIC_ADDRESS", address);
        settings.put("RONDA_OIDC_URL", keycloak.realm());
        settings.put("RONDA_OIDC_SECRET", Keycloak.RONDA_SECRET);
        settings.put("RONDA_ADMIN_SECRET", Keycloak.ADMIN_SECRET);
        settings.put("RONDA_VOTER_KEY", "a key of the tests");
        settings.put("RONDA_SMTP_HOST", "127.0.0.1");
        settings.put("RONDA_SMTP_PORT", String.valueOf(mail.getSmtp().getPort()));
        settings.put("RONDA_MAIL_KEY", "another key of the tests");
        settings.putAll(besides);
        return new Application(
                Application.jar("target/postgresql-app/quarkus-run.jar"),
                settings,
                logAt(port),
                URI.create("http://localhost:" + port + "/q/health/ready"),
                Duration.ofSeconds(90));
    }

    static Path logAt(int port) {
        return Path.of("target", "node-" + port + ".log");
    }
}
