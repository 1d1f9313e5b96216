package org.ronda.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A resident reads, signs in, writes a proposal and supports another one. */
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
    }

    @Test
    void aResidentSupportsAProposalAndTakesItBack() {
        Page page = chromium.page(360, false, true);
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

    @Test
    void aResidentCommentsOnAProposal() {
        Page page = chromium.page(360, true, false);
        page.navigate(Ronda.address() + "/sign-in?to=/processes/tu-distrito/proposals");
        button(page, "Bruno Ejemplo").click();
        page.locator("article.card h2 a").first().click();
        page.getByLabel("Duda").check();
        page.getByLabel("Tu comentario").fill("¿Se puede empezar por la escuela?");
        button(page, "Publicar").click();
        assertThat(page.locator("main")).containsText("¿Se puede empezar por la escuela?");
        Chromium.screenshot(page, "thread-360-dark");
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
