package org.ronda.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a real Keycloak asks of passwords and codes, in whose language, and how it holds out against guessing. */
class PasswordsProduction {
    private static final String WRONG = "una clave equivocada";

    private static Production production;

    @BeforeAll
    static void start() {
        production = Production.running();
    }

    /** The realm waits a minute; quicker guessing, which it refuses earlier, would hide what is counted. */
    @Test
    void afterTenWrongPasswordsTheRightOneIsRefusedForAWhileInTheSameWords() throws Exception {
        String email = "adivinada@example.org";
        production.keycloak().account(email, Production.PASSWORD, "Adela Adivinada");
        production.keycloak().setting(Map.of("quickLoginCheckMilliSeconds", 0, "waitIncrementSeconds", 8));
        try {
            guess(email, 9);
            assertTrue(new Device()
                    .signIn(production.node(0), email, Production.PASSWORD, "/")
                    .shows("Adela Adivinada"));
            String wrong = guess(email, 10).text();
            Device owner = new Device();
            Device.Page refused = owner.signIn(production.node(0), email, Production.PASSWORD, "/");
            assertEquals(wrong, refused.text());
            for (int second = 0; second < 30 && !refused.shows("Adela Adivinada"); second++) {
                Thread.sleep(1_000);
                refused = owner.signIn(production.node(0), email, Production.PASSWORD, "/");
            }
            assertTrue(refused.shows("Adela Adivinada"), refused.text());
        } finally {
            production.keycloak().setting(Map.of("quickLoginCheckMilliSeconds", 1_000, "waitIncrementSeconds", 60));
        }
    }

    /** What Keycloak says to the last one. */
    private static Device.Page guess(String email, int times) {
        Device guesser = new Device();
        Device.Page page = guesser.get(production.node(0) + "/sign-in/start?to=/");
        for (int n = 0; n < times; n++) {
            page = guesser.submit(page, "#kc-form-login", Map.of("username", email, "password", WRONG));
        }
        return page;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es | longitud mínima 10     | no debe ser igual al correo electrónico
            en | minimum length 10      | must not be equal to the email
            fr | longueur minimale de 10 | ne doit pas être identique à l'adresse de courriel
            """)
    void aPasswordThatIsShortOrTheAddressIsRefusedInTheLanguageOfThePage(
            String language, String tooShort, String sameAsAddress) throws Exception {
        String email = "politica-" + language + "@example.org";
        production.mail().purgeEmailFromAllMailboxes();
        Device device = new Device();
        device.submit(
                device.get(production.node(0) + "/sign-in/start?new=true&to=/&lang=" + language),
                "#kc-register-form",
                Map.of("email", email, "publicName", "Polonia Política"));
        Device.Page form = device.get(production.linkInMail());
        Device.Page refused = choose(device, form, "corta 1");
        assertTrue(refused.shows(tooShort), refused.text());
        refused = choose(device, refused, email);
        assertTrue(refused.shows(sameAsAddress), refused.text());
        choose(device, refused, Production.PASSWORD);
        assertTrue(device.get(production.node(0) + "/sign-in/start?to=/").shows("Polonia Política"));
    }

    private static Device.Page choose(Device device, Device.Page form, String password) {
        return device.submit(
                form, "#kc-passwd-update-form", Map.of("password-new", password, "password-confirm", password));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es | Ingresar     | Usuario o contraseña incorrectos
            en | Sign in      | Invalid username or password
            fr | Se connecter | Nom d'utilisateur ou mot de passe invalide
            """)
    void keycloakSpeaksTheLanguageOfThePageThatLedThere(String language, String title, String wrong) {
        // whose own language is Spanish
        Device device = new Device();
        Device.Page ronda = device.get(production.node(0) + "/sign-in?lang=" + language);
        Device.Page form = device.get(
                ronda.document().select("main a[href^=/sign-in/start]").first().absUrl("href"));
        assertEquals(language, form.document().selectFirst("html").attr("lang"));
        assertEquals(title, form.document().selectFirst("#kc-page-title").text());
        Device.Page refused =
                device.submit(form, "#kc-form-login", Map.of("username", "nadie@example.org", "password", WRONG));
        assertTrue(refused.shows(wrong), refused.text());
        Device.Page registering = device.get(
                ronda.document().selectFirst("main a[href*='new=true']").absUrl("href"));
        assertEquals(language, registering.document().selectFirst("html").attr("lang"));
    }

    @Test
    void whoHasARoleSetsASecondFactorUpOnceAndIsAskedForItEachTimeAfterwards() {
        String email = "segunda@example.org";
        production.keycloak().account(email, Production.PASSWORD, "Segunda Factor", "administrator");
        Device first = new Device();
        Device.Page setUp = first.signIn(production.node(0), email, Production.PASSWORD, "/");
        String secret = setUp.document().selectFirst("#totpSecret").val();
        setUp = first.submit(setUp, "#kc-totp-settings-form", Map.of("totp", Totp.wrong(secret), "userLabel", "Uno"));
        assertFalse(first.get(production.node(0) + "/").shows("Segunda Factor"));
        assertEquals(secret, setUp.document().selectFirst("#totpSecret").val(), "the same to try again with");
        String used = Totp.now(secret);
        assertTrue(first.submit(setUp, "#kc-totp-settings-form", Map.of("totp", used, "userLabel", "Teléfono"))
                .shows("Segunda Factor"));

        Device second = new Device();
        Device.Page asked = second.signIn(production.node(0), email, Production.PASSWORD, "/");
        assertFalse(second.get(production.node(0) + "/").shows("Segunda Factor"), "the password is not enough");
        for (String refused : new String[] {Totp.wrong(secret), used}) {
            asked = second.submit(asked, "#kc-otp-login-form", Map.of("otp", refused));
            assertTrue(asked.shows("El código de autenticación no es válido"), asked.text());
            assertFalse(second.get(production.node(0) + "/").shows("Segunda Factor"));
            // two at once would lock the account
            production.keycloak().forgetWrongPasswords();
        }
        assertTrue(second.submit(asked, "#kc-otp-login-form", Map.of("otp", Totp.now(secret)))
                .shows("Segunda Factor"));
    }
}
