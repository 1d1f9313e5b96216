package org.ronda.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process administrator creates a process from the template, completes it and publishes it. */
class ModeratorSetupJourney {
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
    void aProcessIsCreatedFromTheTemplateAndPublished(boolean hasScripts) {
        Page page = chromium.page(hasScripts ? 1280 : 360, false, hasScripts);
        signIn(page, "/setup");
        link(page, "Nuevo proceso").click();
        link(page, "Con la plantilla").click();
        page.getByLabel("Título").fill("Plan de plazas " + hasScripts);
        button(page, "Empezar").click();
        assertThat(page.locator("h1")).hasText("Plan de plazas " + hasScripts);
        button(page, "Publicar el proceso").click();
        assertThat(page.locator("[role=alert]")).containsText("Todavía faltan cosas");

        link(page, "Cómo se decide").click();
        page.getByLabel("Decide").first().selectOption(new SelectOption().setIndex(1));
        page.getByLabel("English").uncheck();
        page.getByLabel("Français").uncheck();
        button(page, "Guardar").click();
        link(page, "Textos: Español").click();
        page.getByLabel("Qué se decide").first().fill("Qué plazas se arreglan.");
        page.getByLabel("Qué no se decide acá").fill("El presupuesto total.");
        button(page, "Guardar").click();
        assertThat(page.locator("main")).not().containsText("falta ");
        button(page, "Publicar el proceso").click();
        assertThat(page.locator("h1")).hasText("Plan de plazas " + hasScripts);
        Chromium.screenshot(page, "published-process-" + hasScripts);

        link(page, "Preparar este proceso").click();
        link(page, "Fases").click();
        link(page, "Extender").click();
        page.getByLabel("Nuevo cierre").fill("2099-01-01T10:00");
        page.getByLabel("¿Por qué?").fill("Lo pidieron las vecinales");
        button(page, "Extender").click();
        assertThat(page.locator("main")).containsText("Hay un cambio que rige desde");
        link(page, "Registro de cambios").click();
        assertThat(page.locator("main")).containsText("Lo pidieron las vecinales");
    }

    private static void signIn(Page page, String to) {
        page.navigate(Ronda.address() + "/sign-in?to=" + to);
        button(page, "Mora Ejemplo").click();
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
