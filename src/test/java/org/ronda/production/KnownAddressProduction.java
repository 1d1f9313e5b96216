package org.ronda.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.MailServer;

/** Whoever tries addresses at a real Keycloak does not learn which have an account; SECURITY.md says where they do. */
class KnownAddressProduction {
    private static final String KNOWN = "conocida@example.org";
    private static final String INVITED = "sinclave@example.org";
    private static final String CLOSED = "cerrada@example.org";
    private static final String UNKNOWN = "ignota@example.org";

    private static Production production;

    @BeforeAll
    static void start() {
        production = Production.running();
        Keycloak keycloak = production.keycloak();
        keycloak.account(KNOWN, Production.PASSWORD, "Corina Conocida");
        keycloak.change(keycloak.account(CLOSED, Production.PASSWORD, "Celia Cerrada"), Map.of("enabled", false));
        keycloak.administration()
                .body(Map.of("username", INVITED, "email", INVITED, "enabled", true))
                .post("/users")
                .then()
                .statusCode(201);
    }

    @BeforeEach
    void nobodyIsLockedOut() {
        production.keycloak().forgetWrongPasswords();
    }

    @Test
    void aWrongPasswordIsAnsweredTheSameForEveryAddress() {
        String unknown = said(UNKNOWN, signIn(UNKNOWN));
        assertTrue(unknown.contains("Usuario o contraseña incorrectos"), unknown);
        assertEquals(unknown, said(KNOWN, signIn(KNOWN)), "known");
        assertEquals(unknown, said(INVITED, signIn(INVITED)), "invited, and not come yet");
        assertEquals(unknown, said(CLOSED, signIn(CLOSED)), "closed");
    }

    /** Keycloak hashes something for whom it does not know, too; where it hashes nothing, it takes a quarter as long. */
    @Test
    void aWrongPasswordTakesAsLongForEveryAddress() {
        Map<String, List<Long>> took = new LinkedHashMap<>();
        for (int n = 0; n < 5; n++) {
            for (String email : new String[] {UNKNOWN, KNOWN, CLOSED}) {
                took.computeIfAbsent(email, first -> new ArrayList<>()).add(timed(email));
            }
            production.keycloak().forgetWrongPasswords();
        }
        // the fastest of each: whatever else the machine does makes some slower, and none faster
        List<Long> fastest = took.values().stream().map(Collections::min).toList();
        assertTrue(Collections.max(fastest) < 2.5 * Collections.min(fastest), took.toString());
    }

    private static long timed(String email) {
        Device somebody = new Device();
        Device.Page form = somebody.get(production.node(0) + "/sign-in/start?to=/");
        long start = System.nanoTime();
        wrongPassword(somebody, form, email);
        return System.nanoTime() - start;
    }

    private static Device.Page signIn(String email) {
        Device somebody = new Device();
        return wrongPassword(somebody, somebody.get(production.node(0) + "/sign-in/start?to=/"), email);
    }

    private static Device.Page wrongPassword(Device somebody, Device.Page form, String email) {
        return somebody.submit(form, "#kc-form-login", Map.of("username", email, "password", "una clave equivocada"));
    }

    @Test
    void aForgottenPasswordIsAnsweredTheSameForEveryAddressAndWrittenOfToTheKnown() throws Exception {
        production.mail().purgeEmailFromAllMailboxes();
        String unknown = said(UNKNOWN, forgotten(UNKNOWN));
        assertEquals(unknown, said(CLOSED, forgotten(CLOSED)), "closed");
        assertEquals(unknown, said(KNOWN, forgotten(KNOWN)), "known");
        assertTrue(production.mail().waitForIncomingEmail(20_000, 1));
        assertEquals(
                List.of(KNOWN),
                Stream.of(production.mail().getReceivedMessages())
                        .map(mail -> new MailServer.Received(mail).to())
                        .toList());
    }

    private static Device.Page forgotten(String email) {
        Device somebody = new Device();
        Device.Page page = somebody.get(production.node(0) + "/sign-in/start?to=/");
        Device.Page asked = somebody.get(
                page.document().selectFirst("a[href*=reset-credentials]").absUrl("href"));
        return somebody.submit(asked, "#kc-reset-password-form", Map.of("username", email));
    }

    /** All of a page, without what is another one each time. */
    private static String said(String email, Device.Page page) {
        return page.status() + " "
                + page.document()
                        .outerHtml()
                        .replace(email, "ADDRESS")
                        .replaceAll("(session_code|tab_id|client_data)=[^&\"]*", "$1")
                        .replaceAll("\"[A-Za-z0-9+/]{64}\"", "HASH OF THE SESSION");
    }

    /** Keycloak has no form for new accounts that keeps it to itself. It tells nothing else, and nothing happens. */
    @Test
    void signingUpTellsThatAnAddressIsTakenAndNothingElse() throws Exception {
        String id = production.keycloak().idOf(KNOWN);
        String before =
                production.keycloak().administration().get("/users/" + id).asString();
        production.mail().purgeEmailFromAllMailboxes();
        Device somebody = new Device();
        Device.Page told = somebody.submit(
                somebody.get(production.node(0) + "/sign-in/start?new=true&to=/"),
                "#kc-register-form",
                Map.of("email", KNOWN, "publicName", "Otra Corina"));
        assertEquals(1, told.document().select("#input-error-email").size(), told.text());
        assertFalse(told.document().outerHtml().contains("Corina Conocida"), told.text());
        assertEquals(
                before,
                production.keycloak().administration().get("/users/" + id).asString());
        assertEquals(0, production.mail().getReceivedMessages().length);
    }
}
