package org.ronda.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
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
        OpenProcess.setUp(production, "nodos");
        String comments = proxy.address() + "/api/v1/processes/nodos/comments";
        production.keycloak().account("noe@example.org", Production.PASSWORD, "Noé Ejemplo");
        Device device = new Device();
        assertTrue(device.signIn(production.node(0), "noe@example.org", Production.PASSWORD, "/")
                .shows("Noé Ejemplo"));
        String token = device.token(production.keycloak().realm());
        Device.as(token)
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
                Response answer = Device.as(token)
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
}
