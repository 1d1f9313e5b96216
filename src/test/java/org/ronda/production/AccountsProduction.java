package org.ronda.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The platform's administrator looks after accounts that are kept by a real Keycloak. */
class AccountsProduction {
    private static Production production;
    private static Device administrator;

    @BeforeAll
    static void start() {
        production = Production.running();
        production.keycloak().account("ada@example.org", Production.PASSWORD, "Ada Administra", "administrator");
        administrator = new Device();
        Device.Page home = administrator.signInAsStaff(production.node(0), "ada@example.org", Production.PASSWORD, "/");
        assertTrue(home.shows("Ada Administra"), home.text());
    }

    private static Device.Page person(String name) {
        Device.Page found = administrator.get(production.node(0) + "/administration/people?q=" + Device.encoded(name));
        return administrator.get(found.document()
                .selectFirst("main a[href^=/administration/people/U]")
                .absUrl("href"));
    }

    @Test
    void whoIsInvitedGetsAMailAndTheRole() throws Exception {
        production.mail().purgeEmailFromAllMailboxes();
        Device.Page form = administrator.get(production.node(0) + "/administration/people");
        Device.Page done = administrator.submit(
                form,
                "main form[method=post]",
                Map.of("email", "invitada@example.org", "publicName", "Inés Invitada", "role", "process-creator"));
        assertTrue(done.shows("Le escribimos"), done.text());
        assertTrue(production.mail().waitForIncomingEmail(20_000, 1));
        assertEquals(
                "invitada@example.org",
                production.mail().getReceivedMessages()[0].getAllRecipients()[0].toString());
        String id = production.keycloak().idOf("invitada@example.org");
        assertTrue(production
                .keycloak()
                .administration()
                .get("/users/" + id + "/role-mappings/realm")
                .asString()
                .contains("process-creator"));
    }

    @Test
    void aRoleOfAnInvitationThatNobodyUsedEndsWithIt() throws Exception {
        administrator.submit(
                administrator.get(production.node(0) + "/administration/people"),
                "main form[method=post]",
                Map.of("email", "tarde@example.org", "publicName", "Tadeo Tarde", "role", "administrator"));
        String id = production.keycloak().idOf("tarde@example.org");
        assertTrue(rolesOf(id).contains("administrator"));
        try (Connection database = production.owner();
                Statement statement = database.createStatement()) {
            assertEquals(
                    1,
                    statement.executeUpdate("update role_invitation set ends_at = now() - interval '1 minute'"
                            + " where subject = '" + id + "'"));
        }
        for (int second = 0; second < 150 && rolesOf(id).contains("administrator"); second++) {
            Thread.sleep(1_000);
        }
        assertFalse(rolesOf(id).contains("administrator"));
        try (Connection database = production.owner();
                Statement statement = database.createStatement();
                ResultSet rows =
                        statement.executeQuery("select count(*) from role_invitation where subject = '" + id + "'")) {
            rows.next();
            assertEquals(0, rows.getInt(1));
        }
    }

    private static String rolesOf(String id) {
        return production
                .keycloak()
                .administration()
                .get("/users/" + id + "/role-mappings/realm")
                .asString();
    }

    @Test
    void aRoleThatIsTakenAwayIsGoneWithTheNextRequest() {
        production.keycloak().account("celia@example.org", Production.PASSWORD, "Celia Crea");
        Device device = new Device();
        device.signIn(production.node(0), "celia@example.org", Production.PASSWORD, "/");
        assertEquals(404, device.get(production.node(0) + "/setup/new").status());
        Device.Page page = person("Celia");
        administrator.submit(page, "form:has(input[value=process-creator])", Map.of());
        device = new Device();
        device.signInAsStaff(production.node(0), "celia@example.org", Production.PASSWORD, "/");
        assertEquals(200, device.get(production.node(0) + "/setup/new").status());
        administrator.submit(person("Celia"), "form:has(input[value=process-creator])", Map.of());
        Device.Page after = device.get(production.node(1) + "/");
        assertFalse(after.shows("Celia Crea"), after.text());
    }

    @Test
    void anAccountThatIsClosedIsRefusedWithTheNextRequestAndSignsInNoMore() {
        String id = production.keycloak().account("carla@example.org", Production.PASSWORD, "Carla Cerrada");
        Device device = new Device();
        assertTrue(device.signIn(production.node(0), "carla@example.org", Production.PASSWORD, "/")
                .shows("Carla Cerrada"));
        administrator.submit(person("Carla"), "form[action$=/disabled]", Map.of());
        assertFalse(device.get(production.node(1) + "/").shows("Carla Cerrada"));
        Device again = new Device();
        assertFalse(again.signIn(production.node(0), "carla@example.org", Production.PASSWORD, "/")
                .shows("Carla Cerrada"));
        assertEquals(
                false,
                production.keycloak().administration().get("/users/" + id).path("enabled"));
        administrator.submit(person("Carla"), "form[action$=/disabled/end]", Map.of());
        assertTrue(new Device()
                .signIn(production.node(0), "carla@example.org", Production.PASSWORD, "/")
                .shows("Carla Cerrada"));
    }

    @Test
    void anAccountThatIsGoneAtKeycloakHasNoRolesAndIsSaidToBeGone() {
        String id = production.keycloak().account("ausente@example.org", Production.PASSWORD, "Aurora Ausente");
        Device device = new Device();
        device.signIn(production.node(0), "ausente@example.org", Production.PASSWORD, "/");
        production.keycloak().administration().delete("/users/" + id).then().statusCode(204);
        Device.Page page = person("Aurora");
        assertEquals(200, page.status());
        Device.Page refused = administrator.submit(page, "form:has(input[value=process-creator])", Map.of());
        assertEquals(409, refused.status());
        assertTrue(refused.shows("ya no existe en el servicio de cuentas"), refused.text());
        Device.Page done = device.submit(
                device.get(production.node(0) + "/me/erasure"), "form[action=/me/erasure]", Map.of("word", "BORRAR"));
        assertTrue(done.shows("Se borraron datos personales"), done.text());
        assertTrue(administrator
                .get(production.node(0) + "/administration/people?q=Aurora")
                .document()
                .select("main a[href^=/administration/people/U]")
                .isEmpty());
    }

    @Test
    void whoIsErasedIsGoneAtKeycloakTooAndOnEveryDevice() throws Exception {
        String id = production.keycloak().account("elsa@example.org", Production.PASSWORD, "Elsa Efímera");
        Device one = new Device();
        Device other = new Device();
        one.signIn(production.node(0), "elsa@example.org", Production.PASSWORD, "/");
        assertTrue(other.signIn(production.node(0), "elsa@example.org", Production.PASSWORD, "/")
                .shows("Elsa Efímera"));
        Device.Page done = one.submit(
                one.get(production.node(0) + "/me/erasure"), "form[action=/me/erasure]", Map.of("word", "BORRAR"));
        assertTrue(done.shows("Se borraron datos personales"), done.text());
        assertEquals(
                404, production.keycloak().administration().get("/users/" + id).statusCode());
        assertFalse(one.get(production.node(0) + "/").shows("Elsa Efímera"));
        assertFalse(other.get(production.node(1) + "/").shows("Elsa Efímera"));
        try (Connection database = production.owner();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from participant where email ="
                        + " 'elsa@example.org' or name = 'Elsa Efímera' or subject = '" + id + "'")) {
            rows.next();
            assertEquals(0, rows.getInt(1));
        }
    }

    @Test
    void nobodyElseReachesTheAdministration() {
        production.keycloak().account("otro@example.org", Production.PASSWORD, "Otro Ejemplo");
        Device device = new Device();
        device.signIn(production.node(0), "otro@example.org", Production.PASSWORD, "/");
        assertEquals(
                404, device.get(production.node(0) + "/administration/people").status());
    }
}
