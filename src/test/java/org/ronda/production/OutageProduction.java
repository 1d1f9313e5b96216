package org.ronda.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Keycloak is away: reading goes on, whoever is signed in stays so, a node starts, and signing in says what is wrong. */
class OutageProduction {
    @Test
    void withoutKeycloakReadingGoesOnAndANodeStarts() throws Exception {
        Production production = Production.running();
        production.keycloak().account("cora@example.org", Production.PASSWORD, "Cora Ejemplo");
        Device device = new Device();
        assertTrue(device.signIn(production.node(0), "cora@example.org", Production.PASSWORD, "/")
                .shows("Cora Ejemplo"));
        production.keycloak().stop();
        try {
            assertTrue(device.get(production.node(0) + "/").shows("Cora Ejemplo"));
            production.restart(1);
            assertEquals(
                    200, new Device().get(production.node(1) + "/processes").status());
            Device.Page explained = new Device().get(production.node(0) + "/sign-in?to=/me");
            assertEquals(200, explained.status());
            assertTrue(explained.shows("no responde ahora"), explained.text());
        } finally {
            production.keycloak().start();
        }
        // the node that started without it has found it by now
        assertTrue(device.get(production.node(1) + "/").shows("Cora Ejemplo"));
        Thread.sleep(5_000);
        assertTrue(new Device()
                .signIn(production.node(0), "cora@example.org", Production.PASSWORD, "/")
                .shows("Cora Ejemplo"));
    }
}
