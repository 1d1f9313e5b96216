package org.ronda.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.config.LogConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two nodes behind a proxy, one of which is killed while people write: nothing is lost or doubled, nobody signed out. */
class NodesProduction {
    private static final int WRITERS = 4;
    private static final int EACH = 25;

    private final Production production = Production.running();
    private final Proxy proxy = new Proxy(production.ports());

    @Test
    void aNodeThatIsKilledLosesNothingThatWasAcknowledged() throws Exception {
        String comments = proxy.address() + "/api/v1/processes/" + openProcess() + "/comments";
        production.keycloak().account("noe@example.org", Production.PASSWORD, "Noé Ejemplo");
        Device device = new Device();
        assertTrue(device.signIn(production.node(0), "noe@example.org", Production.PASSWORD, "/")
                .shows("Noé Ejemplo"));
        String token = device.token(production.keycloak().realm());
        as(token)
                .body(Map.of("rules", 1, "privacy", 1))
                .put(proxy.address() + "/api/v1/me/consents")
                .then()
                .statusCode(200);
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        CountDownLatch underWay = new CountDownLatch(WRITERS * EACH / 4);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> all = new ArrayList<>();
        for (int w = 0; w < WRITERS; w++) {
            String who = "Escribe " + w + ": ";
            all.add(writers.submit(() -> {
                for (int n = 0; n < EACH; n++) {
                    String said = who + n;
                    acknowledged.put(said, say(comments, token, said));
                    underWay.countDown();
                }
            }));
        }
        assertTrue(underWay.await(60, TimeUnit.SECONDS), "nobody writes");
        production.kill(1);
        for (Future<?> writer : all) {
            writer.get(120, TimeUnit.SECONDS);
        }
        writers.shutdown();
        assertEquals(WRITERS * EACH, acknowledged.size());
        assertEquals(
                new HashSet<>(acknowledged.values()), codesOf(comments), "as many as were acknowledged, each once");
        assertTrue(device.get(proxy.address() + "/").shows("Noé Ejemplo"), "nobody was signed out");
        RestAssured.get(production.node(0) + "/api/v1/ledger/verification")
                .then()
                .statusCode(200)
                .body("whole", org.hamcrest.Matchers.is(true));
        production.restart(1);
        assertTrue(device.get(production.node(1) + "/").shows("Noé Ejemplo"));
        proxy.close();
    }

    /** Says it until somebody acknowledges it; the key makes that once. Returns the comment's code. */
    private static String say(String comments, String token, String said) {
        String key = UUID.randomUUID().toString();
        for (int tries = 0; tries < 40; tries++) {
            try {
                Response answer = as(token)
                        .header("Idempotency-Key", key)
                        .body(Map.of("body", said))
                        .post(comments);
                if (answer.statusCode() == 201) {
                    return answer.path("code");
                }
                assertTrue(answer.statusCode() >= 500, answer.statusCode() + ": " + answer.asString());
                Thread.sleep(100);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            } catch (RuntimeException | AssertionError broken) {
                if (!(broken.getCause() instanceof java.io.IOException) && !isCut(broken)) {
                    throw broken;
                }
            }
        }
        throw new AssertionError("never acknowledged: " + said);
    }

    /** The connection ended under the request. */
    private static boolean isCut(Throwable broken) {
        return broken instanceof Exception && !(broken instanceof IllegalStateException);
    }

    private static Set<String> codesOf(String comments) {
        Set<String> codes = new HashSet<>();
        String next = "";
        int read = 0;
        while (next != null) {
            Response page = RestAssured.given()
                    .queryParam("limit", 100)
                    .queryParams(next.isEmpty() ? Map.of() : Map.of("cursor", next))
                    .get(comments);
            List<String> found = page.path("items.code");
            read += found.size();
            codes.addAll(found);
            next = page.path("next");
        }
        assertEquals(read, codes.size(), "a comment is listed twice");
        return codes;
    }

    private static RequestSpecification as(String token) {
        return RestAssured.given()
                .config(RestAssuredConfig.config()
                        .logConfig(LogConfig.logConfig().enableLoggingOfRequestAndResponseIfValidationFails()))
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON);
    }

    /** A process that takes comments now, set up by its administrator; its opening is moved to the past in the database. */
    private String openProcess() throws SQLException {
        production.keycloak().account("pia@example.org", Production.PASSWORD, "Pía Prepara", "process-creator");
        Device device = new Device();
        device.signInAsStaff(production.node(0), "pia@example.org", Production.PASSWORD, "/");
        String token = device.token(production.keycloak().realm());
        String slug = "nodos";
        String at = production.node(0) + "/api/v1/setup/" + slug;
        sql("insert into office (id, code, name, valid_from) values (900001, 'O-N0DES001',"
                + " '{\"es\":{\"text\":\"Oficina de prueba\",\"origin\":\"HUMAN\"}}', date '2020-01-01')");
        as(token)
                .body(Map.of("from", "blank", "title", "Dos nodos", "slug", slug, "start", local(5)))
                .post(production.node(0) + "/api/v1/setup")
                .then()
                .statusCode(201);
        as(token)
                .header("If-Match", as(token).get(at).header("ETag"))
                .body(Map.of(
                        "languages", List.of("es"),
                        "body", "O-N0DES001",
                        "influence", "CONSULT",
                        "zone", "America/Argentina/Cordoba"))
                .put(at + "/frame")
                .then()
                .statusCode(200);
        as(token)
                .header("If-Match", as(token).get(at).header("ETag"))
                .body(Map.of(
                        "title", "Dos nodos", "summary", "Un resumen.", "decided", "Esto.", "notDecided", "Aquello."))
                .put(at + "/texts/es")
                .then()
                .statusCode(200);
        as(token)
                .body(Map.of(
                        "kind",
                        "PROPOSALS",
                        "titleEs",
                        "Propuestas",
                        "askEs",
                        "Contá qué falta.",
                        "opensAt",
                        local(6),
                        "endsAt",
                        local(20),
                        "actions",
                        List.of("PROPOSE", "COMMENT", "SUPPORT"),
                        "maxLength",
                        4000,
                        "moderation",
                        "POST",
                        "promisedShare",
                        100))
                .post(at + "/phases")
                .then()
                .statusCode(201);
        as(token)
                .body(Map.of("reason", "Es una prueba"))
                .post(at + "/publication")
                .then()
                .statusCode(200);
        sql(
                "update phase_terms set opens_at = opens_at - interval '7 days', effective_at = effective_at - interval '7 days'");
        return slug;
    }

    private void sql(String sql) throws SQLException {
        try (Connection owner = production.owner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String local(int days) {
        return LocalDateTime.now(ZoneId.of("America/Argentina/Cordoba"))
                .plusDays(days)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
