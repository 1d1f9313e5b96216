package org.ronda.production;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ronda.Application;

/** How a node begins, what it says of itself meanwhile, and how it ends. */
class LifeProduction {
    private final Production production = Production.running();
    private final HttpClient client = HttpClient.newHttpClient();

    private static int status(String address) {
        return RestAssured.get(address).statusCode();
    }

    private static void awaitStatus(int expected, String address) throws InterruptedException {
        for (int tries = 0; tries < 120 && status(address) != expected; tries++) {
            Thread.sleep(250);
        }
        assertEquals(expected, status(address), address);
    }

    @Test
    void ofTwoNodesThatStartAtOnceOnAnEmptyDatabaseOneMigratesAndBothServe() throws Exception {
        Server empty = new Server();
        List<Integer> ports = List.of(Application.freePort(), Application.freePort());
        List<CompletableFuture<Application>> starting = ports.stream()
                .map(port -> CompletableFuture.supplyAsync(() -> production.node(empty, port, Map.of())))
                .toList();
        List<Application> nodes = new ArrayList<>();
        for (CompletableFuture<Application> node : starting) {
            nodes.add(node.get(120, TimeUnit.SECONDS));
        }
        int migrated = 0;
        for (int port : ports) {
            assertEquals(200, status("http://localhost:" + port + "/processes"));
            RestAssured.get("http://localhost:" + port + "/api/v1/ledger/verification")
                    .then()
                    .statusCode(200)
                    .body("whole", is(true));
            if (Files.readString(Production.logAt(port)).contains("Successfully applied")) {
                migrated++;
            }
        }
        assertEquals(1, migrated);
        try (Connection here = empty.asOwner();
                Connection there = production.owner()) {
            assertEquals(migrations(there), migrations(here));
        }
        nodes.forEach(Application::stop);
        empty.stop();
    }

    /** What they are answered who ask at the same moment. */
    private List<Integer> ofMany(String address) {
        List<CompletableFuture<HttpResponse<Void>>> asked = IntStream.range(0, 30)
                .mapToObj(n -> client.sendAsync(
                        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding()))
                .toList();
        return asked.stream()
                .map(answer -> answer.join().statusCode())
                .distinct()
                .toList();
    }

    private static List<String> migrations(Connection database) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select version, checksum, success from flyway_schema_history order by installed_rank")) {
            while (rows.next()) {
                all.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getBoolean(3));
            }
        }
        return all;
    }

    @Test
    void aNodeWithoutItsDatabaseIsAliveAndNotReadyAndGoesOnByItself() throws Exception {
        String node = production.node(0);
        assertEquals(List.of(200), ofMany(node + "/processes"), "many connections");
        production.server().shutOut("ronda_app");
        try {
            awaitStatus(503, node + "/q/health/ready");
            assertEquals(200, status(node + "/q/health/live"));
        } finally {
            production.server().letIn("ronda_app");
        }
        awaitStatus(200, node + "/q/health/ready");
        assertEquals(List.of(200), ofMany(node + "/processes"), "nobody meets a connection of before");
        awaitStatus(200, production.node(1) + "/q/health/ready");
    }

    @Test
    void figuresCountWhatIsAsked() {
        double before = asked();
        for (int n = 0; n < 3; n++) {
            assertEquals(200, status(production.node(0) + "/help"));
        }
        assertEquals(before + 3, asked());
        String figures = RestAssured.get(production.node(0) + "/q/metrics").asString();
        assertTrue(figures.contains("jvm_memory_used_bytes{"), figures);
    }

    private double asked() {
        String figures = RestAssured.get(production.node(0) + "/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Matcher count = Pattern.compile("http_server_requests_seconds_count\\{[^}]*uri=\"/help\"[^}]*} (\\S+)")
                .matcher(figures);
        return count.find() ? Double.parseDouble(count.group(1)) : 0;
    }

    @Test
    void whatIsUnderWayWhenANodeIsStoppedIsAnsweredAndNothingIsTakenAfterIt() throws Exception {
        int port = Application.freePort();
        String address = "http://localhost:" + port;
        Application node = production.node(production.server(), port, Map.of());
        CompletableFuture<HttpResponse<String>> underWay;
        CompletableFuture<Void> stopped;
        try (Connection owner = production.owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table process in access exclusive mode");
            underWay = client.sendAsync(
                    HttpRequest.newBuilder(URI.create(address + "/processes")).build(),
                    HttpResponse.BodyHandlers.ofString());
            awaitSomebodyWhoWaits();
            stopped = CompletableFuture.runAsync(node::stop);
            awaitStatus(503, address + "/q/health/ready");
            // whoever still comes is answered, and told to come no more this way
            RestAssured.get(address + "/robots.txt").then().statusCode(200).header("Connection", equalTo("close"));
            assertFalse(underWay.isDone());
            owner.rollback();
        }
        HttpResponse<String> answer = underWay.get(10, TimeUnit.SECONDS);
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("</html>"), "whole");
        stopped.get(20, TimeUnit.SECONDS);
        assertThrows(ConnectException.class, () -> status(address + "/robots.txt"));
    }

    @Test
    void aNodeThatIsStoppedAnswersOnUntilItsProxyCanKnow() throws Exception {
        int port = Application.freePort();
        String address = "http://localhost:" + port;
        Application node = production.node(production.server(), port, Map.of("QUARKUS_SHUTDOWN_DELAY", "8S"));
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(node::stop);
        awaitStatus(503, address + "/q/health/ready");
        Thread.sleep(1_000);
        assertEquals(200, status(address + "/robots.txt"));
        stopped.get(20, TimeUnit.SECONDS);
        assertThrows(ConnectException.class, () -> status(address + "/robots.txt"));
    }

    private void awaitSomebodyWhoWaits() throws Exception {
        try (Connection application = production.server().asApplication();
                Statement statement = application.createStatement()) {
            for (int n = 0; n < 100; n++) {
                try (ResultSet row = statement.executeQuery(
                        "select count(*) from pg_locks where not granted and relation = 'process'::regclass")) {
                    row.next();
                    if (row.getInt(1) > 0) {
                        return;
                    }
                }
                Thread.sleep(100);
            }
        }
        throw new AssertionError("nobody asks for the processes");
    }
}
