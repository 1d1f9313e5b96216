package org.ronda.production;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ronda.MailServer;
import org.ronda.journey.Chromium;

/**
 * A real Chromium goes back and forth between Ronda and a real Keycloak on another host, with the content policy in
 * force: what it refuses is written to the console of the tab.
 */
class BrowserProduction {
    private static Production production;
    private static Chromium chromium;

    private final List<String> refused = new ArrayList<>();

    @BeforeAll
    static void start() {
        production = Production.running();
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @AfterEach
    void nothingWasRefusedByTheContentPolicy() {
        assertEquals(List.of(), refused);
    }

    @Test
    void somebodySignsUpSignsOutAndSignsInAgain() throws Exception {
        Page page = tab(360, true);
        page.navigate(production.node(0) + "/sign-in?to=/me");
        link(page, "Crear cuenta").click();
        page.locator("#email").fill("nahir@example.org");
        page.locator("#publicName").fill("Nahir Navega");
        Chromium.screenshot(page, "keycloak-sign-up");
        production.mail().purgeEmailFromAllMailboxes();
        page.locator("#kc-register-form [type=submit]").click();
        page.navigate(production.linkInMail());
        page.locator("#password-new").fill(Production.PASSWORD);
        page.locator("#password-confirm").fill(Production.PASSWORD);
        page.locator("#kc-passwd-update-form [type=submit]").click();
        page.navigate(production.node(0) + "/sign-in/start?to=/me");
        assertThat(page).hasURL(production.node(0) + "/me");
        assertThat(page.locator("header")).containsText("Nahir Navega");

        signOut(page);
        signIn(page, "nahir@example.org", "/processes?archived=true");
        assertThat(page).hasURL(production.node(0) + "/processes?archived=true");
        assertThat(button(page, "Salir")).isVisible();
    }

    /** A form whose answer leads to Keycloak: a policy that forgets it keeps everybody signed in. */
    @Test
    void signingOutWorksWithoutScriptsToo() {
        production.keycloak().account("sinscript@example.org", Production.PASSWORD, "Silvia Sinscript");
        Page page = tab(1280, false);
        signIn(page, "sinscript@example.org", "/");
        assertThat(button(page, "Salir")).isVisible();
        signOut(page);
        // Keycloak's session has ended as well: the password is asked for
        page.navigate(production.node(0) + "/sign-in/start?to=/");
        assertThat(page.locator("#kc-form-login")).isVisible();
    }

    @Test
    void signingOutOnOneDeviceLeavesTheOtherAndSigningOutEverywhereEndsBoth() {
        production.keycloak().account("dosnav@example.org", Production.PASSWORD, "Dolores Dosnav");
        Page telephone = tab(360, true);
        Page desk = tab(1280, true);
        signIn(telephone, "dosnav@example.org", "/me");
        signIn(desk, "dosnav@example.org", "/");
        signOut(telephone);
        desk.reload();
        assertThat(button(desk, "Salir")).isVisible();
        desk.navigate(production.node(1) + "/me");
        assertThat(desk.locator("header")).containsText("Dolores Dosnav");

        signIn(telephone, "dosnav@example.org", "/me");
        button(telephone, "Cerrar la sesión en todos los dispositivos").click();
        assertThat(link(telephone, "Ingresar").first()).isVisible();
        desk.navigate(production.node(0) + "/");
        assertThat(link(desk, "Ingresar").first()).isVisible();
        // Keycloak says in whole seconds when somebody signed in: within the same one it counts as before
        desk.waitForTimeout(1_000);
        for (Page device : new Page[] {telephone, desk}) {
            signIn(device, "dosnav@example.org", "/me");
            assertThat(device.locator("header")).containsText("Dolores Dosnav");
        }
    }

    @Test
    void theAddressIsChangedInTheAccountConsoleWhichLooksLikeRondaAndCountsOnceItIsConfirmed() throws Exception {
        String id = production.keycloak().account("mudanza@example.org", Production.PASSWORD, "Mora Mudanza");
        production.keycloak().account("ocupada@example.org", Production.PASSWORD, "Olga Ocupada");
        Page page = tab(360, true);
        signIn(page, "mudanza@example.org", "/me/data");
        link(page, "abrir mi cuenta").click();
        assertThat(page.getByLabel("Nombre público")).hasValue("Mora Mudanza");
        assertThat(page.locator("header")).hasCSS("background-color", "rgb(7, 57, 61)");
        assertThat(page.locator("h1").first()).hasCSS("font-family", Pattern.compile("^\"?Figtree"));
        assertEquals(true, page.evaluate("document.fonts.check('16px Figtree')"));
        for (int width : new int[] {1280, 360}) {
            page.setViewportSize(width, 900);
            assertEquals(width, page.evaluate("document.documentElement.scrollWidth"));
            Chromium.screenshot(page, "keycloak-account-" + width);
        }

        production.mail().purgeEmailFromAllMailboxes();
        page.getByText("Actualizar correo electrónico").click();
        page.locator("#email").fill("ocupada@example.org");
        page.locator("#kc-submit").click();
        assertThat(page.locator("#input-error-email")).isVisible();
        page.locator("#email").fill("mudada@example.org");
        page.locator("#kc-submit").click();
        assertThat(page.locator("#kc-info-message")).containsText("mudada@example.org");
        assertEquals(
                "mudanza@example.org",
                production.keycloak().administration().get("/users/" + id).path("email"));
        MailServer.Received mail = new MailServer.Received(production.mail().getReceivedMessages()[0]);
        assertEquals("mudada@example.org", mail.to());
        assertEquals("Confirmá tu nueva dirección de correo", mail.subject());
        page.navigate(production.linkInMail());
        assertThat(page.locator("#kc-info-message")).containsText("mudada@example.org");

        Page elsewhere = tab(1280, false);
        signIn(elsewhere, "mudada@example.org", "/me/data");
        assertThat(elsewhere.locator("dl.facts")).containsText("mudada@example.org");
    }

    @Test
    void theAdministratorInvitesGivesARoleAndClosesAnAccount() throws Exception {
        production.keycloak().account("alba@example.org", Production.PASSWORD, "Alba Administra", "administrator");
        production.keycloak().account("ciro@example.org", Production.PASSWORD, "Ciro Crea");
        Page person = tab(360, true);
        signIn(person, "ciro@example.org", "/");
        Page administrator = tab(1280, true);
        signIn(administrator, "alba@example.org", "/administration/people");
        String secret = administrator.locator("#totpSecret").getAttribute("value");
        administrator.locator("#totp").fill(Totp.now(secret));
        administrator.locator("#userLabel").fill("Teléfono");
        Chromium.screenshot(administrator, "keycloak-second-factor");
        administrator.locator("#kc-totp-settings-form [type=submit]").first().click();
        assertThat(administrator).hasURL(production.node(0) + "/administration/people");

        production.mail().purgeEmailFromAllMailboxes();
        administrator.locator("#f-email").fill("iris@example.org");
        administrator.locator("#f-publicName").fill("Iris Invitada");
        administrator.locator("#f-role").selectOption("process-creator");
        button(administrator, "Invitar").click();
        assertThat(administrator.locator("[role=status]")).containsText("Le escribimos");
        assertTrue(production.mail().waitForIncomingEmail(20_000, 1), "no invitation");

        open(administrator, "Ciro Crea");
        administrator.locator("form:has(input[value=process-creator]) button").click();
        assertThat(administrator.locator("form[action$='/roles/end']:has(input[value=process-creator])"))
                .isVisible();
        Chromium.screenshot(administrator, "administration-person");
        button(administrator, "Cerrar la cuenta").click();
        assertThat(administrator.locator("main .chip")).containsText("Cuenta cerrada");
        person.navigate(production.node(1) + "/");
        assertThat(link(person, "Ingresar").first()).isVisible();
        signOut(administrator);
    }

    private static void open(Page administrator, String name) {
        administrator.navigate(production.node(0) + "/administration/people");
        administrator.locator("#f-q").fill(name);
        administrator
                .locator("form[role=search][action='/administration/people'] button")
                .click();
        link(administrator, name).click();
        assertThat(administrator.locator("h1")).containsText(name);
    }

    private Page tab(int width, boolean hasScripts) {
        Page page = chromium.page(width, false, hasScripts);
        page.onConsoleMessage(said -> {
            if (said.text().contains("Content Security Policy") && page.url().startsWith(production.node(0))) {
                refused.add(page.url() + ": " + said.text());
            }
        });
        return page;
    }

    private static void signIn(Page page, String email, String to) {
        page.navigate(production.node(0) + "/sign-in?to=" + Device.encoded(to));
        link(page, "Ingresar").last().click();
        page.locator("#password").waitFor();
        // whom Keycloak still knows is asked for the password alone
        if (page.locator("#username").isVisible()) {
            page.locator("#username").fill(email);
        }
        page.locator("#password").fill(Production.PASSWORD);
        page.locator("#kc-login").click();
    }

    private static void signOut(Page page) {
        button(page, "Salir").click();
        assertThat(page).hasURL(production.node(0) + "/");
        assertThat(link(page, "Ingresar").first()).isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }
}
