package org.ronda.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronda.MailServer;

/** What a real Keycloak writes to people: in Ronda's look and the reader's language, with a link that leads on. */
class MailsProduction {
    private static Production production;
    private static Device administrator;

    @BeforeAll
    static void start() {
        production = Production.running();
        production.keycloak().account("correos@example.org", Production.PASSWORD, "Cora Correos", "administrator");
        administrator = new Device();
        administrator.signInAsStaff(production.node(0), "correos@example.org", Production.PASSWORD, "/");
    }

    @BeforeEach
    void noMailIsThereYet() throws Exception {
        production.mail().purgeEmailFromAllMailboxes();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es | Confirmá tu dirección de correo       | Confirmar la dirección | El enlace sirve durante 1 hora.
            en | Confirm your e-mail address           | Confirm the address    | The link is good for 1 hour.
            fr | Confirmez votre adresse électronique | Confirmer l’adresse    | Le lien est valable pendant 1 heure.
            """)
    void whoSignsUpConfirmsTheAddress(String language, String subject, String act, String goodFor) {
        Device device = new Device();
        device.submit(
                device.get(production.node(0) + "/sign-in/start?new=true&to=/&lang=" + language),
                "#kc-register-form",
                Map.of("email", "alta-" + language + "@example.org", "publicName", "Alta Ejemplo"));
        leadsToChoosingAPassword(device.get(link(language, subject, act, goodFor)), language);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es | Elegí otra contraseña            | Elegir otra contraseña      | El enlace sirve durante 1 hora.
            en | Choose another password          | Choose another password     | The link is good for 1 hour.
            fr | Choisissez un autre mot de passe | Choisir un autre mot de passe | Le lien est valable pendant 1 heure.
            """)
    void whoForgotThePasswordChoosesAnother(String language, String subject, String act, String goodFor) {
        String email = "olvido-" + language + "@example.org";
        production.keycloak().account(email, Production.PASSWORD, "Olga Olvido");
        Device device = new Device();
        Device.Page form = device.get(production.node(0) + "/sign-in/start?to=/&lang=" + language);
        Device.Page asked = device.get(
                form.document().selectFirst("a[href*=reset-credentials]").absUrl("href"));
        device.submit(asked, "#kc-reset-password-form", Map.of("username", email));
        leadsToChoosingAPassword(device.get(link(language, subject, act, goodFor)), language);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es | Tu cuenta en Ronda    | Aceptar la invitación  | El enlace sirve durante 7 días.
            en | Your account at Ronda | Accept the invitation  | The link is good for 7 days.
            fr | Votre compte sur Ronda | Accepter l’invitation | Le lien est valable pendant 7 jours.
            """)
    void whoIsInvitedAccepts(String language, String subject, String act, String goodFor) {
        administrator.submit(
                administrator.get(production.node(0) + "/administration/people?lang=" + language),
                "main form[method=post]",
                Map.of("email", "invitada-" + language + "@example.org", "publicName", "Inés Ejemplo", "role", ""));
        Device device = new Device();
        Device.Page steps = device.get(link(language, subject, act, goodFor));
        assertEquals(language, steps.document().selectFirst("html").attr("lang"));
        leadsToChoosingAPassword(
                device.get(steps.document().selectFirst("#kc-info-message a").absUrl("href")), language);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es | Tu cuenta en Ronda     | Empezar   | Quien cuida las cuentas de Ronda te pide esto: Configurar OTP.
            en | Your account at Ronda  | Begin     | Whoever looks after the accounts of Ronda asks you for this: Configure OTP.
            fr | Votre compte sur Ronda | Commencer | Configurer un OTP.
            """)
    void whoIsAskedForSomethingAtKeycloakReadsWhat(String language, String subject, String act, String asked) {
        String id =
                production.keycloak().account("pedido-" + language + "@example.org", Production.PASSWORD, "Paz Pedido");
        production
                .keycloak()
                .change(
                        id,
                        Map.of("attributes", Map.of("publicName", List.of("Paz Pedido"), "locale", List.of(language))));
        production
                .keycloak()
                .administration()
                .body(List.of("CONFIGURE_TOTP"))
                .put("/users/" + id + "/execute-actions-email")
                .then()
                .statusCode(204);
        Device.Page steps = new Device().get(link(language, subject, act, asked));
        assertEquals(200, steps.status());
        assertEquals(language, steps.document().selectFirst("html").attr("lang"));
    }

    @Test
    void whoForgotThePasswordIsAskedForTheSecondFactorAsBefore() {
        String email = "olvido-con-codigo@example.org";
        production.keycloak().account(email, Production.PASSWORD, "Olga Olvido", "administrator");
        Device device = new Device();
        device.signInAsStaff(production.node(0), email, Production.PASSWORD, "/");
        Device other = new Device();
        Device.Page form = other.get(production.node(0) + "/sign-in/start?to=/&lang=es");
        Device.Page asked = other.get(
                form.document().selectFirst("a[href*=reset-credentials]").absUrl("href"));
        other.submit(asked, "#kc-reset-password-form", Map.of("username", email));
        Device.Page choosing = other.get(
                link("es", "Elegí otra contraseña", "Elegir otra contraseña", "El enlace sirve durante 1 hora."));
        String password = "otra contraseña larga 9";
        other.submit(
                choosing, "#kc-passwd-update-form", Map.of("password-new", password, "password-confirm", password));
        assertFalse(other.get(production.node(0) + "/").shows("Olga Olvido"), "a mailbox is no second factor");
        Device.Page code = new Device().signIn(production.node(0), email, password, "/");
        assertEquals(1, code.document().select("#kc-otp-login-form").size(), code.text());
    }

    private static void leadsToChoosingAPassword(Device.Page page, String language) {
        assertTrue(page.document().selectFirst("#kc-passwd-update-form") != null, page.text());
        assertEquals(language, page.document().selectFirst("html").attr("lang"));
    }

    /** Where the one mail leads that came in; it says the same as text. */
    private static String link(String language, String subject, String act, String words) {
        assertTrue(production.mail().waitForIncomingEmail(20_000, 1));
        assertEquals(1, production.mail().getReceivedMessages().length);
        MailServer.Received mail = new MailServer.Received(production.mail().getReceivedMessages()[0]);
        assertEquals(subject, mail.subject());
        Document html = Jsoup.parse(mail.html());
        assertEquals(language, html.selectFirst("html").attr("lang"));
        assertEquals("Ronda", html.selectFirst(".mark").text());
        assertEquals(0, html.select("img, link, script").size(), "something that is fetched or runs");
        Element button = html.selectFirst("a.button");
        assertEquals(act, button.text());
        html.select("p")
                .forEach(paragraph -> assertTrue(
                        paragraph.is(":has(a)")
                                || paragraph.hasClass("mark")
                                || mail.text().contains(paragraph.text()),
                        paragraph.text() + " is not in " + mail.text()));
        assertTrue(mail.text().contains(act + "\n" + button.attr("href")), mail.text());
        assertTrue(html.text().contains(words), html.text());
        return button.attr("href");
    }
}
