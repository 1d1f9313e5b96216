package org.ronda.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Keycloak is away: reading goes on, whoever is signed in stays so, longer than a token lasts, a node starts, signing
 * in says what is wrong, and what Keycloak is to be told waits.
 */
class OutageProduction {
    private static final int SECONDS = 3;

    private final Production production = Production.running();

    @BeforeEach
    void tokensEndSoon() {
        production.keycloak().tokensLast(SECONDS);
    }

    @AfterEach
    void tokensLastAsLongAsTheyDo() {
        production.keycloak().tokensLast(300);
    }

    private static void untilTokensHaveEnded() throws InterruptedException {
        Thread.sleep(SECONDS * 1_000 + 1_000);
    }

    private Device signedIn(String email, String name) {
        production.keycloak().account(email, Production.PASSWORD, name);
        Device device = new Device();
        assertTrue(device.signIn(production.node(0), email, Production.PASSWORD, "/")
                .shows(name));
        return device;
    }

    private boolean knows(int node, Device device, String name) {
        Device.Page home = device.get(production.node(node) + "/");
        assertEquals(200, home.status());
        return home.shows(name);
    }

    @Test
    void withoutKeycloakReadingGoesOnAndANodeStarts() throws Exception {
        Device device = signedIn("cora@example.org", "Cora Ejemplo");
        Device named = signedIn("clemente@example.org", "Clemente Ejemplo");
        Device creator = new Device();
        OpenProcess.setUp(production, "sin-keycloak", creator);
        production.keycloak().stop();
        try {
            production.restart(1);
            assertEquals(
                    200, new Device().get(production.node(1) + "/processes").status());
            String roles = production.node(0) + "/setup/sin-keycloak/with/roles";
            creator.submit(
                    creator.get(roles),
                    "form[action$=/with/roles]",
                    Map.of("who", "Clemente Ejemplo", "role", "MODERATOR"));
            assertTrue(creator.get(roles).shows("Clemente Ejemplo"), "nobody waits for Keycloak");
            assertFalse(knows(1, device, "Cora Ejemplo"), "a node that never met Keycloak knows nobody by its word");
            Device.as("a.b.c")
                    .get(production.node(1) + "/api/v1/me/moderation")
                    .then()
                    .statusCode(503);
            Device.Page explained = new Device().get(production.node(0) + "/sign-in?to=/me");
            assertEquals(200, explained.status());
            assertTrue(explained.shows("no responde ahora"), explained.text());
        } finally {
            production.keycloak().start();
        }
        // the node that started without it finds it, and is as well off as the other one when it is away once more
        assertTrue(knows(1, device, "Cora Ejemplo"));
        Thread.sleep(15_000);
        production.keycloak().freeze();
        try {
            untilTokensHaveEnded();
            assertTrue(knows(1, device, "Cora Ejemplo"));
        } finally {
            production.keycloak().thaw();
        }
        assertTrue(new Device()
                .signIn(production.node(0), "cora@example.org", Production.PASSWORD, "/")
                .shows("Cora Ejemplo"));
        for (int second = 0; second < 120 && knows(0, named, "Clemente Ejemplo"); second++) {
            Thread.sleep(1_000);
        }
        Device.Page setUp = named.signIn(production.node(0), "clemente@example.org", Production.PASSWORD, "/");
        assertEquals(1, setUp.document().select("#kc-totp-settings-form").size(), "Keycloak was told when it was back");
    }

    @Test
    void aSessionOutlivesItsTokenWithoutKeycloakAndEndsWithAnAccountThatWasDisabled() throws Exception {
        Device stays = signedIn("sofia@example.org", "Sofía Sigue");
        Device disabled = signedIn("dario@example.org", "Darío Deshabilitado");
        Device leaves = signedIn("salvador@example.org", "Salvador Sale");
        Device elsewhere = new Device();
        elsewhere.signIn(production.node(0), "salvador@example.org", Production.PASSWORD, "/");
        production.keycloak().stop();
        try {
            untilTokensHaveEnded();
            for (int node : new int[] {0, 1}) {
                assertTrue(knows(node, stays, "Sofía Sigue"));
                assertTrue(knows(node, disabled, "Darío Deshabilitado"));
            }
            // writing, too
            Device.Page mine = stays.get(production.node(0) + "/me");
            assertEquals(200, mine.status());
            assertTrue(leaves.get(production.node(0) + "/me").shows("Salvador Sale"));
            // Keycloak says in whole seconds when somebody signed in, and it is asked again after five
            Thread.sleep(5_000);
            Device.Page left = leaves.submit(leaves.get(production.node(0) + "/"), "form[action=/sign-out]", Map.of());
            assertEquals(production.node(0) + "/", left.address().toString(), "not to a dead address");
            assertFalse(left.shows("Salvador Sale"));
            assertFalse(knows(1, elsewhere, "Salvador Sale"), "what has ended stays so without Keycloak");
        } finally {
            production.keycloak().start();
        }
        production.keycloak().change(production.keycloak().idOf("dario@example.org"), Map.of("enabled", false));
        untilTokensHaveEnded();
        assertTrue(knows(0, stays, "Sofía Sigue"));
        assertFalse(knows(0, disabled, "Darío Deshabilitado"));
        assertFalse(knows(1, disabled, "Darío Deshabilitado"));
        assertFalse(knows(0, elsewhere, "Salvador Sale"));
        // Keycloak's own session went on: it does not let whoever sits there in without the password
        assertTrue(leaves.get(production.node(0) + "/sign-in/start?to=/")
                .address()
                .toString()
                .startsWith(production.keycloak().realm()));
    }

    @Test
    void nobodyWaitsForLongForAKeycloakThatTakesRequestsAndAnswersNone() throws Exception {
        Device device = signedIn("hilda@example.org", "Hilda Ejemplo");
        production.keycloak().freeze();
        try {
            untilTokensHaveEnded();
            Instant asked = Instant.now();
            assertTrue(knows(0, device, "Hilda Ejemplo"));
            assertTrue(Duration.between(asked, Instant.now()).compareTo(Duration.ofSeconds(8)) < 0);
            RestAssured.get(production.node(0) + "/q/health/ready").then().statusCode(200);
        } finally {
            production.keycloak().thaw();
        }
        assertTrue(knows(0, device, "Hilda Ejemplo"));
    }

    /** As when a proxy stands before a Keycloak that is away, or its database is. */
    @Test
    void anAnswerThatKeycloakCouldNotGiveIsNoRefusal() throws Exception {
        Device device = signedIn("quinta@example.org", "Quinta Ejemplo");
        production.server().shutOut("keycloak");
        try {
            untilTokensHaveEnded();
            assertTrue(knows(0, device, "Quinta Ejemplo"));
        } finally {
            production.server().letIn("keycloak");
            production.keycloak().awaitItself();
        }
        assertTrue(knows(0, device, "Quinta Ejemplo"));
    }
}
