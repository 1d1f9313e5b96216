package org.ronda.production;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ronda.journey.Chromium;

/** Two nodes behind a proxy, one of which is killed while people write: nothing is lost or doubled, nobody signed out. */
class NodesProduction {
    private static final int WRITERS = 4;
    private static final int EACH = 25;

    private final Production production = Production.running();
    private final Proxy proxy = new Proxy(production.ports());

    @AfterEach
    void close() {
        proxy.close();
    }

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
    }

    @Test
    void whoeverWritesInABrowserSendsAgainWhatANodeThatIsKilledHad() throws Exception {
        OpenProcess.setUp(production, "navegador");
        production.keycloak().account("nuria@example.org", Production.PASSWORD, "Nuria Navega");
        Device device = new Device();
        device.signIn(production.node(0), "nuria@example.org", Production.PASSWORD, "/");
        Device.as(device.token(production.keycloak().realm()))
                .body(Map.of("rules", 1, "privacy", 1))
                .put(proxy.address() + "/api/v1/me/consents")
                .then()
                .statusCode(200);
        List<String> said = IntStream.range(0, 6).mapToObj(n -> "Digo " + n).toList();
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.page(1280, false, true);
            page.navigate(production.node(0) + "/sign-in/start?to=/");
            page.locator("#username").fill("nuria@example.org");
            page.locator("#password").fill(Production.PASSWORD);
            page.locator("#kc-login").click();
            said.subList(0, 3).forEach(text -> say(page, text));
            int killed = killWhoeverWrites(page, said.get(3));
            // what was typed goes out again, once the person says so
            assertEquals(200, page.reload().status());
            assertThat(page.locator("main")).containsText(said.get(3));
            said.subList(4, 6).forEach(text -> say(page, text));
            assertThat(page.locator("header")).containsText("Nuria Navega");
            production.restart(killed);
        }
        List<String> kept = RestAssured.get(proxy.address() + "/api/v1/processes/navegador/comments?limit=100")
                .path("items.body");
        assertEquals(said, kept.stream().sorted().toList(), "each once");
    }

    private void say(Page page, String text) {
        type(page, text);
        publish(page).click();
        assertThat(page.locator("main")).containsText(text);
        assertThat(page.locator("#f-body")).hasValue("");
    }

    private void type(Page page, String text) {
        page.navigate(proxy.address() + "/comments?on=process:navegador");
        page.locator("#f-body").fill(text);
    }

    private static Locator publish(Page page) {
        return page.locator("#say").getByRole(AriaRole.BUTTON);
    }

    /** Kills the node that has the comment, while it waits for the database; returns which one that was. */
    private int killWhoeverWrites(Page page, String text) throws Exception {
        type(page, text);
        try (Connection owner = production.owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table contribution in share mode");
            publish(page).click(new Locator.ClickOptions().setNoWaitAfter(true));
            int node = production.ports().indexOf(portOfWhoWaits());
            com.microsoft.playwright.Response cut = page.waitForResponse(
                    answer -> answer.request().method().equals("POST"), () -> production.kill(node));
            assertEquals(502, cut.status(), "what the proxy says of a node that has gone");
            owner.rollback();
            // the browser's own page about that comes a moment later
            page.waitForTimeout(1_000);
            return node;
        }
    }

    private int portOfWhoWaits() throws Exception {
        try (Connection database = production.server().asApplication();
                Statement statement = database.createStatement()) {
            for (int n = 0; n < 100; n++) {
                try (ResultSet row = statement.executeQuery(
                        "select a.application_name from pg_locks l join pg_stat_activity a using (pid)"
                                + " where not l.granted and l.relation = 'contribution'::regclass and a.query like 'insert%'")) {
                    if (row.next()) {
                        return row.getInt(1);
                    }
                }
                Thread.sleep(100);
            }
        }
        throw new AssertionError("nobody writes");
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
