package org.ronda.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Walks the ways that the handbook describes and takes its pictures, so that neither outlives what the pages look like.
 * They go to {@code target/screenshots/handbook}, or to the folder that {@code -Dronda.handbook} names.
 */
class HandbookJourney {
    private static final Path PICTURES = Path.of(System.getProperty("ronda.handbook", "target/screenshots/handbook"));
    private static final int WIDTH = 1000;
    private static final long LARGEST = 150 * 1024;

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

    @Test
    void whatAResidentDoes() throws Exception {
        Page page = chromium.page(WIDTH, false, true);
        picture(page, "/", "home");
        picture(page, "/processes/tu-distrito", "process");
        picture(page, "/processes/tu-distrito/proposals?order=supported", "proposals");
        picture(page, "/sign-in", "sign-in");
        button(page, "Vera Ejemplo").click();
        page.navigate(Ronda.address() + "/processes/tu-distrito/proposals/new");
        page.getByLabel("Título").fill("Sombra en la parada del 35");
        page.getByLabel("¿Cuál es el problema?").fill("En verano nadie puede esperar al sol.");
        page.getByLabel("¿Cómo lo resolverías?").fill("Dos árboles y un techo, antes de diciembre.");
        picture(page, "write");
        button(page, "Revisar antes de enviar").click();
        assertThat(page.locator("main")).containsText("Se publica con el nombre Vera Ejemplo");
        picture(page, "check");
        page.navigate(Ronda.address() + "/processes/tu-distrito/proposals?order=supported");
        page.locator("article.card :is(h2, h3) a").first().click();
        picture(page, "proposal");
        page.navigate(Ronda.address() + "/processes/tu-distrito/proposals?order=discussed");
        page.locator("article.card :is(h2, h3) a").first().click();
        page.evaluate("document.getElementById('talk').scrollIntoView()");
        picture(page, "thread");
        picture(page, "/me", "mine");
        picture(page, "/ledger/verification", "ledger");
    }

    @Test
    void whatModeratorsDo() throws Exception {
        Page page = chromium.page(WIDTH, false, true);
        page.navigate(Ronda.address() + "/sign-in");
        button(page, "Mora Ejemplo").click();
        picture(page, "/desk/tu-distrito?queue=reports", "desk");
        picture(page, "/setup/new", "setup-begin");
        picture(page, "/setup/tu-distrito", "setup");
        picture(page, "/setup/tu-distrito/phases", "setup-phases");
    }

    private static void picture(Page page, String path, String name) throws Exception {
        page.navigate(Ronda.address() + path);
        picture(page, name);
    }

    private static void picture(Page page, String name) throws Exception {
        Path file = PICTURES.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        assertTrue(Files.size(file) <= LARGEST, () -> file + " is too large for a handbook");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
