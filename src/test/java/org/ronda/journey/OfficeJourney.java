package org.ronda.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A resident asks; who responds for the office finds the question, replies for it, and it is read as official. */
class OfficeJourney {
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
    void aQuestionIsFoundAndAnsweredForTheOffice(boolean hasScripts) {
        int width = hasScripts ? 1280 : 360;
        String words = "¿Cuándo empieza la obra? " + hasScripts;
        String reply = "En marzo, por el distrito Norte. " + hasScripts;
        Page resident = signedIn("Bruno Ejemplo", THREAD, width, hasScripts);
        resident.getByLabel("Pregunta").check();
        resident.getByLabel("Tu comentario").fill(words);
        button(resident, "Publicar").click();
        assertThat(resident.locator("main")).containsText(words);

        Page responder = signedIn("Renata Ejemplo", "/me/for-you", width, hasScripts);
        responder.locator("main a[href$='/questions']").first().click();
        Chromium.screenshot(responder, "office-questions-" + hasScripts);
        turnToTheLast(responder);
        responder
                .locator("main li", new Page.LocatorOptions().setHasText(words))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Responder"))
                .click();
        assertThat(responder.locator("#say")).containsText("aunque dejes de responder");
        assertThat(responder.getByLabel("respuesta oficial")).isChecked();
        responder.getByLabel("Tu respuesta").fill(reply);
        button(responder, "Publicar").click();
        Locator official = responder.locator("article.voice", new Page.LocatorOptions().setHasText(reply));
        assertThat(official).containsText("Respuesta oficial · directora");
        Chromium.screenshot(responder, "official-reply-" + hasScripts);

        responder.navigate(Ronda.address() + "/me/for-you");
        responder.locator("main a[href$='/questions']").first().click();
        turnToTheLast(responder);
        assertThat(responder.locator("main")).not().containsText(words);

        resident.navigate(Ronda.address() + THREAD);
        Locator read = resident.locator("article.official", new Page.LocatorOptions().setHasText(reply));
        read.locator("a[href^='/offices/']").click();
        assertThat(resident.locator("h1")).containsText("Centros de Distrito");
        assertThat(resident.locator("main")).containsText("Renata Ejemplo, directora");
        assertThat(resident.locator("main")).containsText(reply);
        Chromium.screenshot(resident, "office-" + hasScripts);
    }

    /** The oldest come first. */
    private static void turnToTheLast(Page page) {
        Locator more = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Más preguntas"));
        while (more.count() > 0) {
            page.navigate(Ronda.address() + more.getAttribute("href"));
        }
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
