package org.ronda.production;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup made while people are there is put into another server: accounts, words, files and the ledger are whole. */
class RestoreProduction {
    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final Duration TWO_BEATS = Duration.ofMinutes(2).plusSeconds(20);

    private final PostgresClients clients = new PostgresClients();
    private final Server server = new Server();
    private final Server other = new Server();
    private final Production city = new Production(server, 1);

    @TempDir
    Path folder;

    @Test
    void aBackupIsPutBackWhole() throws Exception {
        String phase = OpenProcess.setUp(city, "respaldo");
        String rita = token("rita@example.org", "Rita Respaldo");
        String proposal = Device.as(rita)
                .body(Map.of(
                        "process",
                        "respaldo",
                        "phase",
                        phase,
                        "title",
                        "Guardar copias",
                        "problem",
                        "Se pierden",
                        "solution",
                        "Copiar"))
                .post(city.node(0) + "/api/v1/proposals")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
        Device.as(rita)
                .contentType("multipart/form-data")
                .multiPart("file", "plano.pdf", PDF, "application/pdf")
                .multiPart("caption", "El plano")
                .multiPart("change", "correction")
                .post(files(proposal))
                .then()
                .statusCode(201);
        Device erased = new Device();
        city.keycloak().account("elsa@example.org", Production.PASSWORD, "Elsa Efímera");
        erased.signIn(city.node(0), "elsa@example.org", Production.PASSWORD, "/");

        String backup = clients.run(server.clientSettings(), "docker/backup.sh", folder.toString());

        say(rita, proposal, "Dicho después de la copia.");
        long elsa = number("select id from participant where name = 'Elsa Efímera'", server.asOwner());
        String elsaAtKeycloak = city.keycloak().idOf("elsa@example.org");
        erased.submit(erased.get(city.node(0) + "/me/erasure"), "form[action=/me/erasure]", Map.of("word", "BORRAR"));
        city.stop();
        server.stop();

        refuses(damaged(backup), "ronda.dump");
        clients.run(other.clientSettings(), "docker/restore.sh", backup);
        refuses(backup, "not empty");
        assertTrue(verified().contains("events whole"));
        try (Connection application = other.asApplication();
                Statement statement = application.createStatement()) {
            SQLException refused =
                    assertThrows(SQLException.class, () -> statement.execute("delete from ledger_event"));
            assertTrue(refused.getMessage().contains("permission denied"), refused.getMessage());
        }
        // what docs/operations.md says about accounts that were erased since, and about second factors
        try (Connection owner = other.asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "insert into erasure (participant_id, asked_at) values (" + elsa + ", now() - interval '1 hour')");
            statement.execute("update second_factor set told_at = null");
        }
        city.startOn(other);
        Instant started = Instant.now();

        Device again = new Device();
        assertTrue(again.signIn(city.node(0), "rita@example.org", Production.PASSWORD, "/me")
                .shows("Rita Respaldo"));
        Device.Page page = again.get(city.node(0) + "/proposals/" + proposal);
        assertTrue(page.shows("Guardar copias"), page.text());
        assertFalse(page.shows("Dicho después de la copia."), page.text());
        assertArrayEquals(
                PDF,
                RestAssured.get(page.document().selectFirst(".files a").absUrl("href"))
                        .asByteArray());
        say(again.token(city.keycloak().realm()), proposal, "Dicho después de volver.");
        RestAssured.get(city.node(0) + "/api/v1/ledger/verification").then().body("whole", is(true));

        while (number("select count(*) from erasure", other.asOwner()) > 0) {
            assertTrue(Instant.now().isBefore(started.plus(TWO_BEATS)), "the account is not erased again");
            Thread.sleep(1_000);
        }
        assertEquals(0, number("select count(*) from participant where name = 'Elsa Efímera'", other.asOwner()));
        assertEquals(
                404,
                city.keycloak().administration().get("/users/" + elsaAtKeycloak).statusCode());
        // of who administers the process
        assertEquals(1, number("select count(*) from second_factor where told_at is not null", other.asOwner()));
        city.stop();
        other.stop();
    }

    /** Somebody new, who has accepted everything, and a program that acts for them. */
    private String token(String email, String name) {
        city.keycloak().account(email, Production.PASSWORD, name);
        Device device = new Device();
        device.signIn(city.node(0), email, Production.PASSWORD, "/");
        String token = device.token(city.keycloak().realm());
        Device.as(token)
                .body(Map.of("rules", 1, "privacy", 1))
                .put(city.node(0) + "/api/v1/me/consents")
                .then()
                .statusCode(200);
        return token;
    }

    private String files(String proposal) {
        return city.node(0) + "/api/v1/proposals/" + proposal + "/files";
    }

    private void say(String token, String proposal, String words) {
        Device.as(token)
                .body(Map.of("body", words))
                .post(city.node(0) + "/api/v1/proposals/" + proposal + "/comments")
                .then()
                .statusCode(201);
    }

    private void refuses(String backup, String because) {
        IllegalStateException refused = assertThrows(
                IllegalStateException.class, () -> clients.run(other.clientSettings(), "docker/restore.sh", backup));
        assertTrue(refused.getMessage().contains(because), refused.getMessage());
    }

    /** A copy of it that the disk did not keep as it was. */
    private String damaged(String backup) throws IOException {
        Path copy = Files.createDirectory(folder.resolve("damaged"));
        for (String file : new String[] {"ronda.dump", "keycloak.dump", "SHA256SUMS"}) {
            Files.copy(Path.of(backup, file), copy.resolve(file));
        }
        Files.writeString(copy.resolve("ronda.dump"), "x", StandardOpenOption.APPEND);
        return copy.toString();
    }

    private String verified() {
        Map<String, String> settings = new HashMap<>();
        settings.put("RONDA_VERIFY_PASSWORD", "ronda");
        return clients.run(
                settings,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                "target/postgresql-app/app/*:target/postgresql-app/lib/main/*",
                "org.ronda.ledger.Verify",
                other.url("ronda"),
                "ronda_owner");
    }

    private static long number(String sql, Connection database) throws SQLException {
        try (database;
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
