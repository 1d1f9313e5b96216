package org.ronda.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The kinds of pages that no other journey checks: nothing that the checker finds, and nothing wider than a phone. */
class EveryPageJourney {
    private static final String PROCESS = "/processes/tu-distrito";

    private static Chromium chromium;

    private final List<String> findings = new ArrayList<>();

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
    void pagesThatAnybodyReaches() {
        Page page = chromium.page(1280, false, true);
        look(page, PROCESS);
        String phase = first(page, "ol.phases h3 a");
        look(page, phase);
        look(page, PROCESS + "/proposals?state=none");
        look(page, PROCESS + "/proposals?order=newest");
        String proposal = first(page, "article.card h2 a");
        look(page, proposal);
        look(page, proposal + "/history");
        look(page, "/search?q=zzzzzz");
        assertNothingFound();
    }

    @Test
    void pagesOfAResident() {
        Page page = signedIn("Vera Ejemplo");
        page.navigate(Ronda.address() + PROCESS + "/proposals/new");
        page.getByLabel("Título").fill("Bancos en la vereda");
        page.getByLabel("¿Cuál es el problema?").fill("No hay dónde sentarse.");
        page.getByLabel("¿Cómo lo resolverías?").fill("Diez bancos.");
        button(page, "Revisar antes de enviar").click();
        look(page, page.url().substring(Ronda.address().length()));
        look(page, page.url().substring(Ronda.address().length()).replace("/check", "/edit"));
        page.navigate(Ronda.address() + "/comments?on=process:tu-distrito&order=newest");
        page.getByLabel("Tu comentario").fill("¿Habrá una reunión en el barrio?");
        button(page, "Publicar").click();
        String comment = first(page, "a[href^='/comments/'][href$='/edit']").replace("/edit", "");
        look(page, comment + "/edit");
        look(page, comment + "/history");
        look(page, comment + "/withdrawal");
        Page reader = signedIn("Bruno Ejemplo");
        look(reader, comment.replace("/comments/", "/report/"));
        look(reader, "/desk/tu-distrito");
        assertNothingFound();
    }

    @Test
    void pagesOfAProcessAdministrator() {
        Page page = signedIn("Mora Ejemplo");
        look(page, "/setup/tu-distrito/publication");
        look(page, "/setup/tu-distrito/archive");
        look(page, "/setup/tu-distrito/phases/new");
        assertNothingFound();
    }

    /** Once per theme and once per width: colours do not depend on the width, nor the layout on the theme. */
    private void look(Page page, String path) {
        page.navigate(Ronda.address() + path);
        look(page, path, ColorScheme.DARK, 360);
        look(page, path, ColorScheme.LIGHT, 1280);
        String name = path.replaceAll("[A-Z]-\\w+", "x").replaceAll("\\W+", "-");
        Chromium.screenshot(page, "every" + name);
    }

    private void look(Page page, String path, ColorScheme theme, int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        page.setViewportSize(width, 900);
        try {
            Chromium.assertAccessible(page);
        } catch (AssertionError found) {
            findings.add(theme + " " + width + " " + found.getMessage());
        }
        int needed = (int) page.evaluate("document.documentElement.scrollWidth");
        if (needed > width) {
            findings.add(path + " needs " + needed + " pixels of " + width);
        }
    }

    private void assertNothingFound() {
        assertEquals("", String.join("\n", findings));
    }

    private static String first(Page page, String selector) {
        String address = page.locator(selector).first().getAttribute("href");
        assertTrue(address.startsWith("/"), address);
        return address;
    }

    private static Page signedIn(String name) {
        Page page = chromium.page(1280, false, true);
        page.navigate(Ronda.address() + "/sign-in");
        button(page, name).click();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
