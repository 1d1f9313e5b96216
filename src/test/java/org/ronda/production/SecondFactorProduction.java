package org.ronda.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever holds a duty signs in with a second factor at a real Keycloak, from the duty on and as long as it lasts. */
class SecondFactorProduction {
    private static final String SLUG = "segundo-factor";

    private static Production production;
    private static final Device creator = new Device();
    private static String phase;

    @BeforeAll
    static void start() throws Exception {
        production = Production.running();
        phase = OpenProcess.setUp(production, SLUG, creator);
    }

    /** Somebody who has been here. Returns the id of the account. */
    private static String joined(Device device, String email, String name) {
        String id = production.keycloak().account(email, Production.PASSWORD, name);
        assertTrue(device.signIn(production.node(0), email, Production.PASSWORD, "/")
                .shows(name));
        return id;
    }

    private static String rolesPage() {
        return production.node(0) + "/setup/" + SLUG + "/with/roles";
    }

    private static void give(String name, String role) {
        Device.Page given = creator.submit(
                creator.get(rolesPage()), "form[action$=/with/roles]", Map.of("who", name, "role", role));
        assertTrue(given.document().select("main li").text().contains(name), given.text());
    }

    private static void end(String name) {
        Device.Page page = creator.get(rolesPage());
        String form =
                page.document().select("main li:contains(" + name + ") form").attr("action");
        creator.submit(page, "form[action=" + form + "]", Map.of());
    }

    private static boolean isStaff(String id, String mapping) {
        return production
                .keycloak()
                .administration()
                .get("/users/" + id + "/role-mappings/realm" + mapping)
                .jsonPath()
                .getList("name", String.class)
                .contains("staff");
    }

    private static void within(int seconds, String what, BooleanSupplier isSo) throws InterruptedException {
        for (int second = 0; second < seconds && !isSo.getAsBoolean(); second++) {
            Thread.sleep(1_000);
        }
        assertTrue(isSo.getAsBoolean(), what);
    }

    private static int rows(String email) {
        try (Connection database = production.owner();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from second_factor f join participant p"
                        + " on p.id = f.participant_id where p.email = '" + email + "'")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void whoIsNamedWhileWritingSetsUpASecondFactorAndLosesNothing() throws Exception {
        String email = "mora@example.org";
        Device device = new Device();
        String id = joined(device, email, "Mora Modera");
        Device.Page form = device.get(production.node(0) + "/processes/" + SLUG + "/proposals/new?phase=" + phase);
        assertTrue(creator.get(rolesPage()).shows("ingresa con un segundo factor"));

        give("Mora Modera", "MODERATOR");
        within(
                60,
                "the session without a second factor has ended",
                () -> !device.get(production.node(1) + "/").shows("Mora Modera"));
        assertTrue(isStaff(id, ""));
        // Keycloak says in whole seconds when somebody signed in
        Thread.sleep(1_000);

        Device.Page asked = device.submit(
                form, "form:has([name=problem])", Map.of("title", "Escrito mientras tanto", "problem", "Se pierde"));
        assertTrue(asked.shows("Guardamos lo que escribiste"), asked.text());
        assertTrue(asked.shows("A quien tiene una función"), asked.text());
        Device.Page setUp = device.signIn(production.node(0), email, Production.PASSWORD, "/");
        assertTrue(setUp.shows("Quien tiene una función en Ronda"), setUp.text());
        String secret = setUp.document().select("#totpSecret").val();
        Device.Page back = device.submit(
                setUp, "#kc-totp-settings-form", Map.of("totp", Totp.now(secret), "userLabel", "Teléfono"));
        assertEquals(
                "Escrito mientras tanto",
                back.document().select("input[name=title]").val(),
                back.text());
        assertEquals(200, device.get(production.node(1) + "/desk").status());

        Device other = new Device();
        Device.Page code = other.signIn(production.node(0), email, Production.PASSWORD, "/");
        assertEquals(1, code.document().select("#kc-otp-login-form").size(), code.text());
        assertFalse(other.get(production.node(0) + "/").shows("Mora Modera"), "the password is not enough");
        Device.Page home = other.submit(
                other.signIn(production.node(0), email, Production.PASSWORD, "/"),
                "#kc-otp-login-form",
                Map.of("otp", Totp.now(secret)));
        assertTrue(home.shows("Mora Modera"), home.text());

        end("Mora Modera");
        within(60, "the role is taken again", () -> !isStaff(id, "") && rows(email) == 0);
        assertTrue(other.get(production.node(1) + "/").shows("Mora Modera"), "nobody is signed out for it");
    }

    @Test
    void whoOnlyTakesPartIsNotAsked() throws Exception {
        Device device = new Device();
        String id = joined(device, "reina@example.org", "Reina Residente");
        String facilitator = joined(new Device(), "fabio@example.org", "Fabio Facilita");
        give("Fabio Facilita", "FACILITATOR");
        within(60, "Keycloak is told", () -> isStaff(facilitator, ""));
        assertFalse(isStaff(id, "/composite"));
        assertTrue(device.get(production.node(0) + "/").shows("Reina Residente"));
        assertTrue(new Device()
                .signIn(production.node(0), "reina@example.org", Production.PASSWORD, "/")
                .shows("Reina Residente"));
    }

    @Test
    void whoHasARoleOfThePlatformGoesOnAndStaysStaffWhenTheDutyEnds() throws Exception {
        String email = "clara@example.org";
        String id = production.keycloak().account(email, Production.PASSWORD, "Clara Crea", "process-creator");
        Device device = new Device();
        assertTrue(device.signInAsStaff(production.node(0), email, Production.PASSWORD, "/")
                .shows("Clara Crea"));
        give("Clara Crea", "EVALUATOR");
        within(60, "Keycloak is told", () -> isStaff(id, ""));
        within(30, "and it is written down", () -> rows(email) == 1);
        assertTrue(device.get(production.node(1) + "/").shows("Clara Crea"));
        end("Clara Crea");
        within(60, "the role is taken again", () -> rows(email) == 0);
        assertFalse(isStaff(id, ""));
        assertTrue(isStaff(id, "/composite"), "by the role of the platform");
    }

    @Test
    void anAccountThatIsGoneAtKeycloakKeepsNobodyWaiting() throws Exception {
        String gone = joined(new Device(), "ida@example.org", "Ida Ausente");
        production.keycloak().administration().delete("/users/" + gone).then().statusCode(204);
        String id = joined(new Device(), "modesto@example.org", "Modesto Modera");
        give("Ida Ausente", "MODERATOR");
        give("Modesto Modera", "MODERATOR");
        within(60, "Keycloak is told", () -> isStaff(id, ""));
        end("Ida Ausente");
        within(60, "nothing is left of it", () -> rows("ida@example.org") == 0);
    }
}
