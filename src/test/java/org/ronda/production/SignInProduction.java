package org.ronda.production;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who signs in by a real Keycloak is who they are on every node, for as long as Keycloak and Ronda say so. */
class SignInProduction {
    private static Production production;

    @BeforeAll
    static void start() {
        production = Production.running();
    }

    /** The password comes last: nobody chooses one for an address that is somebody else's. */
    @Test
    void whoSignsUpIsAskedForThreeThingsAndVerifiesTheAddress() throws Exception {
        Device device = new Device();
        Device.Page form = device.get(production.node(0) + "/sign-in/start?new=true&to=/me");
        assertEquals(List.of("email", "publicName"), asked(form, "#kc-register-form"));
        production.mail().purgeEmailFromAllMailboxes();
        device.submit(form, "#kc-register-form", Map.of("email", "nueva@example.org", "publicName", "Nadia Ejemplo"));
        Device.Page password = device.get(production.linkInMail());
        assertEquals(List.of("password-new", "password-confirm"), asked(password, "#kc-passwd-update-form"));
        device.submit(
                password,
                "#kc-passwd-update-form",
                Map.of("password-new", Production.PASSWORD, "password-confirm", Production.PASSWORD));
        Device.Page mine = device.get(production.node(0) + "/sign-in/start?to=/me");
        assertEquals(200, mine.status());
        assertTrue(mine.shows("Nadia Ejemplo"), mine.text());
    }

    private static List<String> asked(Device.Page page, String form) {
        return page.document()
                .select(form + " input:is([type=text],[type=email],[type=password])")
                .eachAttr("name");
    }

    @Test
    void aSessionIsGoodOnEveryNodeAndComesBackToWhereItWasAskedFor() {
        production.keycloak().account("ana@example.org", Production.PASSWORD, "Ana Ejemplo");
        Device device = new Device();
        Device.Page back =
                device.signIn(production.node(0), "ana@example.org", Production.PASSWORD, "/processes?archived=true");
        assertEquals(
                production.node(0) + "/processes?archived=true", back.address().toString());
        assertTrue(back.shows("Ana Ejemplo"));
        assertTrue(device.get(production.node(0) + "/").shows("Ana Ejemplo"), "the second request");
        // cookies know no port: both nodes get the same one
        assertTrue(device.get(production.node(1) + "/").shows("Ana Ejemplo"));
    }

    @Test
    void noAddressElsewhereIsLedToAfterSigningIn() {
        production.keycloak().account("osvaldo@example.org", Production.PASSWORD, "Osvaldo Ejemplo");
        Device device = new Device();
        Device.Page back =
                device.signIn(production.node(0), "osvaldo@example.org", Production.PASSWORD, "https://evil.example/");
        assertEquals(production.node(0) + "/", back.address().toString());
    }

    @Test
    void aCodeOfSomebodyElseSignsNobodyIn() {
        production.keycloak().account("eva@example.org", Production.PASSWORD, "Eva Ejemplo");
        Device attacker = new Device();
        Device.Page form = attacker.get(production.node(0) + "/sign-in/start?to=/");
        Device victim = new Device();
        // what the attacker would make the victim open
        Device.Page page = victim.get(production.node(0) + "/sign-in/start?code=stolen&state="
                + form.address().getQuery().replaceAll(".*state=([^&]*).*", "$1"));
        assertFalse(victim.has("q_session"), page.text());
        assertFalse(victim.get(production.node(0) + "/").shows("Eva Ejemplo"));
    }

    /** Where somebody stays signed in: with the next token. */
    @Test
    void nameAndAddressFollowTheAccountAndItIsSignedInWithTheNewAddress() throws Exception {
        String id = production.keycloak().account("bea@example.org", Production.PASSWORD, "Bea Antes");
        production.keycloak().tokensLast(3);
        try {
            Device device = new Device();
            assertTrue(device.signIn(production.node(0), "bea@example.org", Production.PASSWORD, "/me")
                    .shows("Bea Antes"));
            assertEquals("bea@example.org, true", addressOf(id));
            production
                    .keycloak()
                    .change(
                            id,
                            Map.of(
                                    "email",
                                    "Bea.Nueva@example.org",
                                    "emailVerified",
                                    false,
                                    "attributes",
                                    Map.of("publicName", List.of("Bea Después"))));
            Thread.sleep(4_000);
            assertTrue(device.get(production.node(1) + "/me").shows("Bea Después"));
            assertEquals("bea.nueva@example.org, false", addressOf(id));
        } finally {
            production.keycloak().tokensLast(300);
        }
        production.keycloak().change(id, Map.of("emailVerified", true));
        assertFalse(new Device()
                .signIn(production.node(0), "bea@example.org", Production.PASSWORD, "/me")
                .shows("Bea Después"));
        assertTrue(new Device()
                .signIn(production.node(0), "bea.nueva@example.org", Production.PASSWORD, "/me")
                .shows("Bea Después"));
        assertEquals("bea.nueva@example.org, true", addressOf(id));
    }

    private static String addressOf(String subject) throws SQLException {
        try (Connection database = production.owner();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select email || ', ' || is_email_verified from participant"
                        + " where subject = '" + subject + "'")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void signingOutOnOneDeviceLeavesTheOther() {
        production.keycloak().account("dos@example.org", Production.PASSWORD, "Dora Ejemplo");
        Device first = new Device();
        Device second = new Device();
        Device.Page page = first.signIn(production.node(0), "dos@example.org", Production.PASSWORD, "/");
        assertTrue(second.signIn(production.node(0), "dos@example.org", Production.PASSWORD, "/")
                .shows("Dora Ejemplo"));
        Device.Page after = first.submit(page, "form[action=/sign-out]", Map.of());
        assertEquals(production.node(0) + "/", after.address().toString());
        assertFalse(after.shows("Dora Ejemplo"));
        assertTrue(second.get(production.node(1) + "/").shows("Dora Ejemplo"));
        // the session at Keycloak has ended, too: a password is asked for
        assertTrue(first.get(production.node(0) + "/sign-in/start?to=/")
                .address()
                .toString()
                .startsWith(production.keycloak().realm()));
    }

    @Test
    void aSessionThatKeycloakEndedIsRefusedOnEveryNode() {
        String id = production.keycloak().account("fin@example.org", Production.PASSWORD, "Fina Ejemplo");
        Device device = new Device();
        assertTrue(device.signIn(production.node(0), "fin@example.org", Production.PASSWORD, "/")
                .shows("Fina Ejemplo"));
        production
                .keycloak()
                .administration()
                .post("/users/" + id + "/logout")
                .then()
                .statusCode(204);
        assertFalse(device.get(production.node(0) + "/").shows("Fina Ejemplo"));
        assertFalse(device.get(production.node(1) + "/").shows("Fina Ejemplo"));
    }

    @Test
    void afterSigningOutEverywhereBothDevicesSignInAgain() throws Exception {
        production.keycloak().account("todas@example.org", Production.PASSWORD, "Toda Ejemplo");
        Device first = new Device();
        Device second = new Device();
        Device.Page mine = first.signIn(production.node(0), "todas@example.org", Production.PASSWORD, "/me");
        second.signIn(production.node(0), "todas@example.org", Production.PASSWORD, "/");
        first.submit(mine, "form[action=/sign-out/everywhere]", Map.of());
        assertFalse(first.get(production.node(0) + "/").shows("Toda Ejemplo"));
        assertFalse(second.get(production.node(1) + "/").shows("Toda Ejemplo"));
        // Keycloak says in whole seconds when somebody signed in: within the same one it counts as before
        Thread.sleep(1_000);
        for (Device device : new Device[] {first, second}) {
            // the other one still has a session at Keycloak, which is older than the sign-out: the password is asked
            assertTrue(device.signIn(production.node(0), "todas@example.org", Production.PASSWORD, "/")
                    .shows("Toda Ejemplo"));
        }
    }

    @Test
    void whoIsDisabledAtKeycloakLosesItsPowerWithTheToken() throws Exception {
        String id = production.keycloak().account("mal@example.org", Production.PASSWORD, "Mala Ejemplo");
        production.keycloak().tokensLast(3);
        try {
            Device device = new Device();
            assertTrue(device.signIn(production.node(0), "mal@example.org", Production.PASSWORD, "/")
                    .shows("Mala Ejemplo"));
            Thread.sleep(4_000);
            assertTrue(
                    device.get(production.node(0) + "/").shows("Mala Ejemplo"), "a session outlives its first token");
            production.keycloak().change(id, Map.of("enabled", false));
            Thread.sleep(4_000);
            Device.Page home = device.get(production.node(0) + "/");
            assertEquals(200, home.status());
            assertFalse(home.shows("Mala Ejemplo"));
        } finally {
            production.keycloak().tokensLast(300);
        }
    }

    @Test
    void anAnonymousProgramIsTold401() {
        RestAssured.given()
                .redirects()
                .follow(false)
                .get(production.node(0) + "/api/v1/desk")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .contentType(containsString("application/problem+json"));
    }

    @Test
    void whatIsNoTokenForTheApiIsRefused() {
        String unsigned = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4IiwiYXVkIjoicm9uZGEtYXBpIn0.";
        String foreign = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4IiwiYXVkIjoicm9uZGEtYXBpIn0.c2ln";
        String forAccountsOnly = RestAssured.given()
                .formParams(Map.of(
                        "client_id", "ronda-admin",
                        "client_secret", Keycloak.ADMIN_SECRET,
                        "grant_type", "client_credentials"))
                .post(production.keycloak().realm() + "/protocol/openid-connect/token")
                .path("access_token");
        for (String token : new String[] {unsigned, foreign, forAccountsOnly, "nothing", ""}) {
            RestAssured.given()
                    .header("Authorization", "Bearer " + token)
                    .get(production.node(0) + "/api/v1/desk")
                    .then()
                    .statusCode(401);
        }
        RestAssured.given()
                .auth()
                .preemptive()
                .basic("vecina", "demo")
                .get(production.node(0) + "/api/v1/desk")
                .then()
                .statusCode(401);
    }

    @Test
    void aProgramActsForWhoeverLetItWithATokenMadeForTheApi() {
        production.keycloak().account("programa@example.org", Production.PASSWORD, "Prudencia Programa");
        Device device = new Device();
        device.signIn(production.node(0), "programa@example.org", Production.PASSWORD, "/");
        String token = device.token(production.keycloak().realm());
        RestAssured.given()
                .auth()
                .oauth2(token)
                .get(production.node(1) + "/api/v1/me/moderation")
                .then()
                .statusCode(200);
        // one that was changed on the way
        RestAssured.given()
                .auth()
                .oauth2(token.substring(0, token.length() - 8) + "AAAAAAAA")
                .get(production.node(1) + "/api/v1/me/moderation")
                .then()
                .statusCode(401);
        // signing out ends what was given to programs with the session, too
        device.submit(device.get(production.node(0) + "/"), "form[action=/sign-out]", Map.of());
        RestAssured.given()
                .auth()
                .oauth2(token)
                .get(production.node(1) + "/api/v1/me/moderation")
                .then()
                .statusCode(401);
    }

    @Test
    void theDoorOfTheDemonstrationIsNotThere() {
        RestAssured.given()
                .header("Sec-Fetch-Site", "same-origin")
                .formParams(Map.of("j_username", "administracion", "j_password", "demo"))
                .post(production.node(0) + "/j_security_check")
                .then()
                .statusCode(404);
    }

    @Test
    void nobodyEndsASessionWithoutASignedWord() {
        for (String token : new String[] {"", "x", "eyJhbGciOiJub25lIn0.eyJzaWQiOiJ4In0."}) {
            RestAssured.given()
                    .formParam("logout_token", token)
                    .post(production.node(0) + "/sign-in/ended")
                    .then()
                    .statusCode(400);
        }
    }
}
