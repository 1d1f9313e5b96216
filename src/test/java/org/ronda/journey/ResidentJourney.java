package org.ronda.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A resident reads, signs in, writes a proposal, supports another one, comments; edits and withdraws; scripts or not. */
class ResidentJourney {
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
    void aResidentWritesAProposalAndGetsAReceipt(boolean hasScripts) {
        Page page = chromium.page(hasScripts ? 1280 : 360, false, hasScripts);
        page.navigate(Ronda.address() + "/processes/tu-distrito");
        link(page, "Escribir una propuesta").click();
        page.getByLabel("Título").fill("Rampas en la esquina de la escuela " + hasScripts);
        page.getByLabel("¿Cuál es el problema?").fill("No se puede cruzar con un cochecito.");
        page.getByLabel("¿Cómo lo resolverías?").fill("Cuatro rampas, antes de marzo.");
        button(page, "Revisar antes de enviar").click();
        assertThat(page.locator("main")).containsText("Guardamos lo que escribiste");
        button(page, "Vera Ejemplo").click();
        assertThat(page.getByLabel("Título")).hasValue("Rampas en la esquina de la escuela " + hasScripts);
        button(page, "Revisar antes de enviar").click();
        assertThat(page.locator("main")).containsText("Se publica con el nombre Vera Ejemplo");
        button(page, "Publicar").click();
        assertThat(page.locator("h1")).containsText("Constancia");
        Chromium.screenshot(page, "receipt-" + hasScripts);
        page.navigate(Ronda.address() + "/processes/tu-distrito/proposals?order=newest");
        assertThat(page.locator("main")).containsText("Rampas en la esquina de la escuela " + hasScripts);
        link(page, "Rampas en la esquina de la escuela " + hasScripts).click();
        link(page, "Editar").click();
        page.getByLabel("¿Cómo lo resolverías?").fill("Seis rampas, antes de marzo.");
        button(page, "Guardar").click();
        assertThat(page.locator("h1")).containsText("Constancia");
        link(page, "Rampas en la esquina de la escuela " + hasScripts).click();
        assertThat(page.locator("main")).containsText("Seis rampas");
        link(page, "Retirar").click();
        button(page, "Retirar").click();
        page.navigate(Ronda.address() + "/processes/tu-distrito/proposals?order=newest");
        assertThat(page.locator("main")).not().containsText("Rampas en la esquina de la escuela " + hasScripts);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aResidentSupportsAProposalAndTakesItBack(boolean hasScripts) {
        Page page = chromium.page(360, false, hasScripts);
        page.navigate(Ronda.address() + "/sign-in?to=/processes/tu-distrito/proposals");
        button(page, "Bruno Ejemplo").click();
        page.locator("article.card h2 a").first().click();
        button(page, "Apoyar").click();
        assertThat(page.locator("h1")).containsText("Constancia");
        page.goBack();
        page.reload();
        assertThat(page.locator("main")).containsText("La apoyás");
        button(page, "Retirar mi apoyo").click();
        assertThat(page.locator("h1")).containsText("Constancia");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aResidentCommentsOnAProposal(boolean hasScripts) {
        Page page = chromium.page(360, true, hasScripts);
        page.navigate(Ronda.address() + "/sign-in?to=/processes/tu-distrito/proposals");
        button(page, "Bruno Ejemplo").click();
        page.locator("article.card h2 a").first().click();
        page.getByLabel("Duda").check();
        String words = "¿Se puede empezar por la escuela? " + hasScripts;
        page.getByLabel("Tu comentario").fill(words);
        button(page, "Publicar").click();
        assertThat(page.locator("main")).containsText(words);
        Chromium.screenshot(page, "thread-360-dark-" + hasScripts);
        voice(page, words).getByRole(AriaRole.LINK, named("Editar")).click();
        page.getByLabel("Tu comentario").fill("Mejor desde la plaza. " + hasScripts);
        button(page, "Guardar").click();
        assertThat(page.locator("main")).containsText("Mejor desde la plaza. " + hasScripts);
        voice(page, "Mejor desde la plaza. " + hasScripts)
                .getByRole(AriaRole.LINK, named("Retirar"))
                .click();
        button(page, "Retirar").click();
        assertThat(page.locator("main")).not().containsText("Mejor desde la plaza. " + hasScripts);
    }

    private static Locator voice(Page page, String words) {
        return page.locator("article.voice", new Page.LocatorOptions().setHasText(words));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
