package org.ronda.production;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What somebody tries who wants to be somebody else, or more than they are: with tokens, codes, cookies and fields. */
class AttacksProduction {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MINE = "/api/v1/me/moderation";

    private static Production production;
    private static Device device;
    private static String realm;

    /** One that is good: each forged one below differs from it in one thing. */
    private static String token;

    @BeforeAll
    static void start() {
        production = Production.running();
        realm = production.keycloak().realm();
        device = signedIn("atacada@example.org", "Atala Atacada");
        token = device.token(realm);
        answer(token).statusCode(200);
    }

    private static Device signedIn(String email, String name) {
        production.keycloak().account(email, Production.PASSWORD, name);
        Device device = new Device();
        assertTrue(device.signIn(production.node(0), email, Production.PASSWORD, "/")
                .shows(name));
        return device;
    }

    private static ValidatableResponse answer(String bearer) {
        return RestAssured.given()
                .auth()
                .oauth2(bearer)
                .get(production.node(0) + MINE)
                .then();
    }

    private static void isRefused(String what, String bearer) {
        Response answer = RestAssured.given()
                .redirects()
                .follow(false)
                .auth()
                .oauth2(bearer)
                .get(production.node(0) + MINE);
        assertEquals(401, answer.statusCode(), what + ": " + answer.asString());
    }

    // tokens

    @Test
    void aTokenWithoutASignatureIsNone() throws Exception {
        isRefused("alg none", encoded(header("none")) + "." + payload() + ".");
        isRefused("alg None", encoded(header("None")) + "." + payload() + ".");
        isRefused("alg none, signature kept", encoded(header("none")) + "." + payload() + "." + token.split("\\.")[2]);
        isRefused("no signature", token.substring(0, token.lastIndexOf('.') + 1));
    }

    /** What verifies a signature is public: as the secret of another kind of signature it would let anybody sign. */
    @Test
    void aTokenSignedWithThePublicKeyAsASecretIsNone() throws Exception {
        String key = RestAssured.get(realm).path("public_key");
        String pem = "-----BEGIN PUBLIC KEY-----\n" + key + "\n-----END PUBLIC KEY-----";
        for (byte[] secret : new byte[][] {
            Base64.getDecoder().decode(key),
            key.getBytes(StandardCharsets.US_ASCII),
            pem.getBytes(StandardCharsets.US_ASCII),
            (pem + "\n").getBytes(StandardCharsets.US_ASCII)
        }) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            String signed = encoded(header("HS256")) + "." + payload();
            isRefused("HS256", signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII))));
        }
    }

    @Test
    void aTokenOfAnotherSignerIsNone() throws Exception {
        PrivateKey foreign =
                KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        String signed = token.substring(0, token.lastIndexOf('.'));
        isRefused("another key under the name of the real one", signed + "." + rsa(foreign, signed));
        ObjectNode unknownKey = header("RS256");
        unknownKey.put("kid", "of-somebody-else");
        signed = encoded(unknownKey) + "." + payload();
        isRefused("a key that nobody knows", signed + "." + rsa(foreign, signed));
        // the address of a key is never followed
        unknownKey.put("jku", production.node(0) + "/assets/keys.json");
        signed = encoded(unknownKey) + "." + payload();
        isRefused("a key that the token names itself", signed + "." + rsa(foreign, signed));
    }

    @Test
    void aTokenWhoseClaimsWereChangedIsNone() throws Exception {
        String[] parts = token.split("\\.");
        for (Consumer<ObjectNode> change : List.<Consumer<ObjectNode>>of(
                claims -> claims.put("exp", claims.get("exp").asLong() + 3_600),
                claims -> claims.put("sub", "somebody-else"),
                claims -> claims.putArray("roles").add("administrator"),
                claims -> claims.put("iss", "http://evil.example/realms/ronda"))) {
            ObjectNode claims =
                    (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            change.accept(claims);
            isRefused(claims.toString(), parts[0] + "." + encoded(claims) + "." + parts[2]);
        }
    }

    /** As when one Keycloak keeps the realms of several cities. */
    @Test
    void aTokenOfAnotherRealmIsNone() {
        production
                .keycloak()
                .administration()
                .basePath("/admin/realms")
                .body(Map.of(
                        "realm",
                        "vecina",
                        "enabled",
                        true,
                        "clients",
                        List.of(Map.of(
                                "clientId",
                                "ronda-programs",
                                "publicClient",
                                true,
                                "directAccessGrantsEnabled",
                                true,
                                "protocolMappers",
                                List.of(Map.of(
                                        "name", "audience",
                                        "protocol", "openid-connect",
                                        "protocolMapper", "oidc-audience-mapper",
                                        "config",
                                                Map.of(
                                                        "included.custom.audience",
                                                        "ronda-api",
                                                        "access.token.claim",
                                                        "true"))))),
                        "users",
                        List.of(Map.of(
                                "username", "atacada@example.org",
                                "email", "atacada@example.org",
                                "firstName", "Atala",
                                "lastName", "Atacada",
                                "emailVerified", true,
                                "enabled", true,
                                "credentials", List.of(Map.of("type", "password", "value", Production.PASSWORD))))))
                .post()
                .then()
                .statusCode(201);
        String foreign = RestAssured.given()
                .formParams(Map.of(
                        "client_id", "ronda-programs",
                        "grant_type", "password",
                        "username", "atacada@example.org",
                        "password", Production.PASSWORD))
                .post(production.keycloak().address() + "/realms/vecina/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        isRefused("another realm", foreign);
    }

    @Test
    void aTokenForSomethingElseIsNone() {
        Response tokens = Device.redeem(realm, device.code(realm));
        isRefused("an ID token", tokens.path("id_token"));
        isRefused("a refresh token", tokens.path("refresh_token"));
    }

    @Test
    void aTokenIsGoodUntilItExpires() throws Exception {
        production.keycloak().tokensLast(3);
        try {
            String brief = device.token(realm);
            answer(brief).statusCode(200);
            Thread.sleep(4_000);
            isRefused("expired", brief);
        } finally {
            production.keycloak().tokensLast(300);
        }
    }

    @Test
    void aTokenIsNotTakenByPages() {
        Response page = RestAssured.given()
                .redirects()
                .follow(false)
                .auth()
                .oauth2(token)
                .get(production.node(0) + "/me");
        assertFalse(page.asString().contains("Atala Atacada"), "a page took a bearer token");
    }

    /** A page is asked by its cookie only, whatever the address says before it goes back. */
    @Test
    void anAddressDoesNotChooseByWhatSomebodyIsKnown() throws Exception {
        Device leaving = signedIn("saliente@example.org", "Sara Saliente");
        String end = leaving.led(leaving.get(production.node(0) + "/"), "form[action=/sign-out]");
        String hint = end.replaceAll(".*id_token_hint=([^&]*).*", "$1");
        assertTrue(hint.split("\\.").length == 3, end);
        for (String tenant : List.of("away", "ending", "api")) {
            HttpRequest asked = HttpRequest.newBuilder(URI.create(production.node(0) + "/" + tenant + "/../me"))
                    .header("Authorization", "Bearer " + hint)
                    .build();
            String page = HttpClient.newHttpClient()
                    .send(asked, HttpResponse.BodyHandlers.ofString())
                    .body();
            assertFalse(page.contains("Sara Saliente"), tenant);
        }
    }

    /** It is made for the API: who took it from a program neither reads nor changes the account with it. */
    @Test
    void aTokenOfAProgramIsNoneForTheAccountAtKeycloak() {
        for (String path : new String[] {"/account", "/account/sessions/devices", "/account/credentials"}) {
            RestAssured.given()
                    .auth()
                    .oauth2(token)
                    .accept(ContentType.JSON)
                    .get(realm + path)
                    .then()
                    .statusCode(anyOf(is(401), is(403)));
        }
    }

    // codes and sessions

    @Test
    void aCodeIsGoodOnce() {
        String code = device.code(realm);
        Device.redeem(realm, code).then().statusCode(200);
        Device.redeem(realm, code).then().statusCode(400).body("error", is("invalid_grant"));
        // a code that was used twice was stolen: what it gave is taken back, the session with it
        device = signedInAgain();
        token = device.token(realm);
    }

    private static Device signedInAgain() {
        Device again = new Device();
        again.signIn(production.node(0), "atacada@example.org", Production.PASSWORD, "/");
        return again;
    }

    @Test
    void theWayBackIsGoodInOneBrowserAndOnce() {
        production.keycloak().account("vuelta@example.org", Production.PASSWORD, "Valeria Vuelta");
        Device attacker = new Device();
        String wayBack = attacker.wayBack(production.node(0), "vuelta@example.org", Production.PASSWORD);
        // signed in as the attacker, a victim would write into the attacker's account
        Device victim = new Device();
        victim.get(wayBack);
        assertFalse(victim.get(production.node(0) + "/").shows("Valeria Vuelta"), "another browser");
        Device begun = new Device();
        begun.get(production.node(0) + "/sign-in/start?to=/");
        begun.get(wayBack);
        assertFalse(begun.get(production.node(0) + "/").shows("Valeria Vuelta"), "another browser that had begun, too");
        Device without = new Device();
        without.get(production.node(0) + "/sign-in/start?to=/");
        without.get(wayBack.replaceAll("state=[^&]*&?", ""));
        assertFalse(without.get(production.node(0) + "/").shows("Valeria Vuelta"), "without a state");

        assertTrue(attacker.get(wayBack).shows("Valeria Vuelta"));
        Device thief = new Device();
        thief.get(wayBack);
        assertFalse(thief.get(production.node(0) + "/").shows("Valeria Vuelta"), "a second time");
    }

    @Test
    void aCookieFromBeforeIsNobodysAfterwards() {
        production.keycloak().account("fijada@example.org", Production.PASSWORD, "Fidela Fijada");
        Device victim = new Device();
        victim.plant("q_session", "fixed-by-the-attacker");
        assertTrue(victim.signIn(production.node(0), "fijada@example.org", Production.PASSWORD, "/")
                .shows("Fidela Fijada"));
        assertNotEquals("fixed-by-the-attacker", victim.cookie("q_session").orElse(""));
        Device attacker = new Device();
        attacker.plant("q_session", "fixed-by-the-attacker");
        Device.Page page = attacker.get(production.node(0) + "/");
        assertEquals(200, page.status());
        assertFalse(page.shows("Fidela Fijada"));
    }

    @Test
    void nobodyIsLedElsewhereAfterSigningIn() {
        Device somebody = signedIn("abierta@example.org", "Abril Abierta");
        String ronda = production.node(0);
        for (String to : new String[] {
            "https://evil.example/",
            "//evil.example/",
            "///evil.example/",
            "/\\evil.example/",
            "\\\\evil.example/",
            "/%09/evil.example/",
            "/\t/evil.example/",
            "%2F%2Fevil.example",
            "/%2F/evil.example/..//",
            "javascript:alert(1)",
            "data:text/html,x",
            ronda + "@evil.example/",
            "/@evil.example",
            ".evil.example",
            "http:evil.example",
            "/\u0000//evil.example"
        }) {
            for (String begin : new String[] {"/sign-in/start?to=", "/sign-in/done?to=", "/welcome?to="}) {
                Device.Page page = somebody.get(ronda + begin + Device.encoded(to));
                assertTrue(page.address().toString().startsWith(ronda + "/"), begin + to + " led to " + page.address());
            }
        }
    }

    // more than one is

    @Test
    void signingUpWithMoreFieldsGivesNoMore() {
        Device somebody = new Device();
        Device.Page form = somebody.get(production.node(0) + "/sign-in/start?new=true&to=/");
        Map<String, String> typed = new HashMap<>(Map.of("email", "ambiciosa@example.org", "publicName", "Ámbar"));
        for (String more : new String[] {"roles", "realmRoles", "user.attributes.roles", "groups", "role"}) {
            typed.put(more, "administrator");
        }
        typed.put("emailVerified", "true");
        typed.put("enabled", "true");
        typed.put("id", "00000000-0000-0000-0000-000000000001");
        somebody.submit(form, "#kc-register-form", typed);
        String id = production.keycloak().idOf("ambiciosa@example.org");
        Response account = production.keycloak().administration().get("/users/" + id);
        assertEquals(false, account.path("emailVerified"));
        assertEquals(
                Set.of("publicName", "locale"),
                account.<Map<String, Object>>path("attributes").keySet());
        String roles = production
                .keycloak()
                .administration()
                .get("/users/" + id + "/role-mappings/realm/composite")
                .asString();
        assertFalse(roles.contains("administrator") || roles.contains("staff"), roles);
    }

    @Test
    void aWriteThatNamesARoleOrSomebodyElseIsRefused() throws Exception {
        String phase = OpenProcess.setUp(production, "ataques");
        Device.as(token)
                .body(Map.of("rules", 1, "privacy", 1, "role", "ADMINISTRATOR"))
                .put(production.node(0) + "/api/v1/me/consents")
                .then()
                .statusCode(400);
        Device.as(token)
                .body(Map.of("rules", 1, "privacy", 1))
                .put(production.node(0) + "/api/v1/me/consents")
                .then()
                .statusCode(200);
        for (Map.Entry<String, Object> more : Map.<String, Object>of(
                        "role", "MODERATOR",
                        "author", "U-00000001",
                        "participantId", 1,
                        "state", "PUBLISHED",
                        "official", true,
                        "nameKind", "ORGANISATION")
                .entrySet()) {
            Map<String, Object> body = new HashMap<>(words(phase));
            body.put(more.getKey(), more.getValue());
            Device.as(token)
                    .body(body)
                    .post(production.node(0) + "/api/v1/proposals")
                    .then()
                    .statusCode(400);
        }
        Map<String, Object> foreign = new HashMap<>(words(phase));
        foreign.put("organisation", "G-0000000A");
        Device.as(token)
                .body(foreign)
                .post(production.node(0) + "/api/v1/proposals")
                .then()
                .statusCode(anyOf(is(404), is(422)));
        // nothing but the one thing was wrong with them
        Device.as(token)
                .body(words(phase))
                .post(production.node(0) + "/api/v1/proposals")
                .then()
                .statusCode(201);
        assertEquals(
                1,
                number("select count(*) from contribution c join participant p on p.id = c.author_id"
                        + " where p.name = 'Atala Atacada'"));
    }

    private static Map<String, Object> words(String phase) {
        return Map.of(
                "process",
                "ataques",
                "phase",
                phase,
                "title",
                "Más de lo que toca",
                "problem",
                "Uno",
                "solution",
                "Otra");
    }

    private static long number(String sql) throws SQLException {
        try (Connection database = production.owner();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    // forging

    private static ObjectNode header(String algorithm) throws IOException {
        ObjectNode header = (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[0]));
        header.put("alg", algorithm);
        return header;
    }

    private static String payload() {
        return token.split("\\.")[1];
    }

    private static String encoded(ObjectNode json) {
        return base64(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String rsa(PrivateKey key, String signed) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return base64(signature.sign());
    }
}
