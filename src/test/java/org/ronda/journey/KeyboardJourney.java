package org.ronda.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody without a mouse signs in, proposes and comments; wherever they are is to be seen. */
class KeyboardJourney {
    private static final int MOST_STEPS = 60;
    private static final String NAME =
            "(e => (e.labels && e.labels[0] ? e.labels[0].textContent : e.getAttribute('aria-label') || e.textContent)"
                    + ".replace(/\\s+/g, ' ').trim())(document.activeElement)";
    private static final String IS_SEEN =
            "(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none')"
                    + "(getComputedStyle(document.activeElement))";

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
    @ValueSource(ints = {360, 1280})
    void proposingAndCommentingNeedNoMouse(int width) {
        Page page = chromium.page(width, false, true);
        page.navigate(Ronda.address() + "/sign-in?to=/processes/tu-distrito");
        press(page, "Mateo Ejemplo");
        page.keyboard().press("Tab");
        assertEquals("#main", page.evaluate("document.activeElement.getAttribute('href')"), "the first step");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertTrue((boolean) page.evaluate("document.activeElement.closest('main') !== null"), "past the navigation");

        press(page, "Escribir una propuesta");
        type(page, "Título", "Un estante para libros en la vecinal " + width);
        type(page, "¿Cuál es el problema?", "No hay dónde dejar los libros que ya se leyeron.");
        type(page, "¿Cómo lo resolverías?", "Un estante con techo, en la puerta.");
        press(page, "Revisar antes de enviar");
        press(page, "Publicar");
        assertThat(page.locator("h1")).containsText("Constancia");

        press(page, "Un estante para libros en la vecinal " + width);
        step(page, "Apoyo");
        page.keyboard().press("ArrowDown");
        assertEquals("Duda", page.evaluate(NAME));
        page.keyboard().press("Space");
        type(page, "Tu comentario", "¿Quién lo cuida de noche?");
        press(page, "Publicar");
        assertThat(page.locator("main")).containsText("¿Quién lo cuida de noche?");
        page.context().close();
    }

    private static void press(Page page, String name) {
        step(page, name);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    private static void type(Page page, String name, String words) {
        step(page, name);
        page.keyboard().type(words);
    }

    /** On to what has this name, and it shows that it is there. */
    private static void step(Page page, String name) {
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            page.keyboard().press("Tab");
            assertTrue((boolean) page.evaluate(IS_SEEN), () -> page.evaluate(NAME) + " is not to be seen");
            if (((String) page.evaluate(NAME)).startsWith(name)) {
                return;
            }
        }
        throw new AssertionError(name + " is not reached on " + page.url());
    }
}
