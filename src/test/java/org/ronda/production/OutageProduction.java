package org.ronda.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Keycloak is away: reading goes on, whoever is signed in stays so, a node starts, signing in says what is wrong, and what
 * Keycloak is to be told waits.
 */
class OutageProduction {
    @Test
    void withoutKeycloakReadingGoesOnAndANodeStarts() throws Exception {
        Production production = Production.running();
        production.keycloak().account("cora@example.org", Production.PASSWORD, "Cora Ejemplo");
        Device device = new Device();
        assertTrue(device.signIn(production.node(0), "cora@example.org", Production.PASSWORD, "/")
                .shows("Cora Ejemplo"));
        production.keycloak().account("clemente@example.org", Production.PASSWORD, "Clemente Ejemplo");
        Device creator = new Device();
        OpenProcess.setUp(production, "sin-keycloak", creator);
        production.keycloak().stop();
        try {
            assertTrue(device.get(production.node(0) + "/").shows("Cora Ejemplo"));
            production.restart(1);
            assertEquals(
                    200, new Device().get(production.node(1) + "/processes").status());
            String roles = production.node(0) + "/setup/sin-keycloak/with/roles";
            creator.submit(
                    creator.get(roles),
                    "form[action$=/with/roles]",
                    Map.of("who", "Cora Ejemplo", "role", "MODERATOR"));
            assertTrue(creator.get(roles).shows("Cora Ejemplo"), "nobody waits for Keycloak");
            Device.Page explained = new Device().get(production.node(0) + "/sign-in?to=/me");
            assertEquals(200, explained.status());
            assertTrue(explained.shows("no responde ahora"), explained.text());
        } finally {
            production.keycloak().start();
        }
        // the node that started without it has found it by now
        assertTrue(creator.get(production.node(1) + "/").shows("Pía Prepara"));
        Thread.sleep(5_000);
        Device other = new Device();
        assertTrue(other.signIn(production.node(0), "clemente@example.org", Production.PASSWORD, "/")
                .shows("Clemente Ejemplo"));
        for (int second = 0;
                second < 120 && device.get(production.node(0) + "/").shows("Cora Ejemplo");
                second++) {
            Thread.sleep(1_000);
        }
        Device.Page setUp = device.signIn(production.node(0), "cora@example.org", Production.PASSWORD, "/");
        assertEquals(1, setUp.document().select("#kc-totp-settings-form").size(), "Keycloak was told when it was back");
    }
}
