package org.ronda.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An organisation is registered and accepted; its first person invites a second one, who says something for it; what they
 * say is public once the first one confirms it, in its name and with their role.
 */
class OrganisationJourney {
    private static final String THREAD = "/comments?on=process:tu-distrito&order=newest";
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        Ronda.address();
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twoPeopleSpeakForTheirOrganisation(boolean hasScripts) {
        int width = hasScripts ? 1280 : 360;
        String name = "Red de Huertas " + (hasScripts ? "del Norte" : "del Sur");
        String words = "Las huertas necesitan agua, " + name;

        Page first = signedIn("Vera Ejemplo", "/organisations", width, hasScripts);
        first.getByText("Registrar una organización").click();
        first.getByLabel("Nombre de la organización").fill(name);
        first.getByLabel("Quiénes son y qué buscan").fill("Cultivamos en la vereda.");
        first.getByLabel("Contacto").fill("la huerta de la plaza");
        first.getByLabel("Tu papel en ella").fill("coordinadora");
        button(first, "Enviar").click();
        assertThat(first.locator("main")).containsText("espera que la revisen");

        Page administrator = signedIn("Ada Ejemplo", "/applications", width, hasScripts);
        administrator.getByText(name).click();
        administrator
                .getByText("Aceptarla", new Page.GetByTextOptions().setExact(true))
                .check();
        administrator.locator("textarea[name=reason]").fill("Se sabe quiénes son.");
        button(administrator, "Decidir").click();

        first.reload();
        assertThat(first.locator("main")).containsText("Vera Ejemplo, coordinadora");
        first.getByText("Cambiar lo que dice de sí").click();
        first.getByLabel("Dos personas confirman lo que se dice").check();
        button(first, "Guardar").click();
        first.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mandatos"))
                .click();
        first.getByLabel("A quién").fill("Bruno Ejemplo");
        first.getByLabel("Papel en la organización").fill("vocal de riego");
        button(first, "Invitar").click();
        assertThat(first.locator("main")).containsText("Bruno Ejemplo, vocal de riego");
        Chromium.screenshot(first, "organisation-people-" + hasScripts);

        Page second = signedIn("Bruno Ejemplo", "/me/for-you", width, hasScripts);
        second.getByText(name + " te pide que hables en su nombre").click();
        second.locator("li", new Page.LocatorOptions().setHasText(name))
                .getByRole(AriaRole.BUTTON)
                .first()
                .click();
        assertThat(second.locator("li", new Page.LocatorOptions().setHasText(name)))
                .containsText("Vigente");
        second.navigate(Ronda.address() + THREAD);
        second.locator("#say").getByText(name).check();
        second.getByLabel("Tu comentario").fill(words);
        button(second, "Publicar").click();
        assertThat(second.locator("main")).containsText("Espera que otra persona lo confirme");

        Page reader = chromium.page(width, false, hasScripts);
        reader.navigate(Ronda.address() + THREAD);
        assertThat(reader.locator("main")).not().containsText(words);

        first.navigate(Ronda.address() + "/me/for-you");
        first.locator("main a[href='/me/confirmations']").first().click();
        Locator waiting = first.locator("li", new Page.LocatorOptions().setHasText(words));
        assertThat(waiting).containsText("vocal de riego");
        Chromium.screenshot(first, "organisation-confirm-" + hasScripts);
        waiting.getByRole(AriaRole.BUTTON).first().click();
        assertThat(first.locator("h1")).containsText("Constancia");

        reader.reload();
        Locator said = reader.locator("article.voice", new Page.LocatorOptions().setHasText(words));
        assertThat(said).containsText(name);
        assertThat(said).containsText("vocal de riego");
    }

    private static Page signedIn(String name, String to, int width, boolean hasScripts) {
        Page page = chromium.page(width, false, hasScripts);
        page.navigate(Ronda.address() + "/sign-in");
        button(page, name).click();
        page.navigate(Ronda.address() + to);
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
