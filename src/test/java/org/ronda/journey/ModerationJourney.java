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

/** A comment is reported, hidden with a reason, looked at again by somebody else, and comes back. */
class ModerationJourney {
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
    void whatIsReportedIsDecidedWithAReasonAndLookedAtAgain(boolean hasScripts) {
        int width = hasScripts ? 1280 : 360;
        String words = "Una frase que alguien no quiere leer, " + hasScripts;
        Page author = signedIn("Bruno Ejemplo", THREAD, width, hasScripts);
        author.getByLabel("Tu comentario").fill(words);
        button(author, "Publicar").click();
        assertThat(author.locator("main")).containsText(words);

        Page reader = signedIn("Vera Ejemplo", THREAD, width, hasScripts);
        voice(reader, words)
                .getByRole(AriaRole.LINK, named("Avisar a moderación"))
                .click();
        reader.getByLabel("Sin insultos ni ataques a personas").check();
        button(reader, "Avisar a moderación").click();
        assertThat(reader.locator("h1")).containsText("Constancia");

        Page moderator = signedIn("Mora Ejemplo", "/desk/tu-distrito?queue=reports", width, hasScripts);
        moderator
                .locator(".mail a", new Page.LocatorOptions().setHasText(words))
                .click();
        moderator.getByLabel("Ocultar").check();
        moderator.locator("#f-rule").selectOption(new SelectOption().setIndex(1));
        moderator.getByLabel("Razón, en lenguaje claro").fill("No respeta a las demás personas.");
        button(moderator, "Decidir").click();
        assertThat(moderator.locator("[role=status]")).containsText("Quedó decidido");
        Chromium.screenshot(moderator, "desk-decided-" + hasScripts);

        author.navigate(Ronda.address() + THREAD);
        assertThat(author.locator("main")).not().containsText(words);
        assertThat(author.locator("main")).containsText("No respeta a las demás personas.");
        author.getByText("La decisión").first().click();
        author.getByLabel("Qué tendría que tener en cuenta").fill("Era una cita.");
        button(author, "Pedir una segunda mirada").click();
        assertThat(author.locator("main")).containsText("Segunda mirada pedida");
        Chromium.screenshot(author, "decision-" + hasScripts);

        Page other = signedIn("Ada Ejemplo", "/desk/tu-distrito?queue=looks", width, hasScripts);
        other.locator(".mail a", new Page.LocatorOptions().setHasText(words)).click();
        other.getByLabel("La decisión cambia: vuelve lo que se quitó").check();
        other.getByLabel("Razón, en lenguaje claro").fill("Es una cita, en efecto.");
        button(other, "Decidir").click();
        assertThat(other.locator("[role=status]")).containsText("Quedó decidido");
        reader.navigate(Ronda.address() + THREAD);
        assertThat(reader.locator("main")).containsText(words);
    }

    private static Page signedIn(String name, String to, int width, boolean hasScripts) {
        Page page = chromium.page(width, false, hasScripts);
        signIn(page, name, to);
        return page;
    }

    private static void signIn(Page page, String name, String to) {
        page.navigate(Ronda.address() + "/sign-in");
        button(page, name).click();
        page.navigate(Ronda.address() + to);
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
}
