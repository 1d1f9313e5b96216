package org.ronda.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with the page that a tab shows: by the accessibility checker, in both themes on a phone and on a desk; and
 * by {@code page-checks.js}, also with letters of twice the size, and at the width that 1280 pixels have when enlarged
 * four times.
 */
final class PageChecks {
    private static final String CHECKER = resource("/axe.min.js");
    private static final String CHECKS = resource("/page-checks.js");
    private static final String FINDINGS = "async () => (await axe.run({ resultTypes: ['violations'], runOnly:"
            + " ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations.map(found =>"
            + " found.id + ': ' + found.help + ' ' + found.nodes.slice(0, 3).map(node => node.html).join(' '))";

    private final Page page;
    private final List<String> findings = new ArrayList<>();

    private PageChecks(Page page) {
        this.page = page;
    }

    static List<String> of(Page page) {
        PageChecks checks = new PageChecks(page);
        checks.run();
        return checks.findings;
    }

    private void run() {
        page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true; })");
        page.evaluate(CHECKER);
        page.evaluate(CHECKS);
        resize(360, ColorScheme.DARK);
        ask("dark at 360", FINDINGS, "ronda.overflow()", "ronda.targets()");
        resize(360, ColorScheme.LIGHT);
        ask("light at 360", FINDINGS);
        resize(1280, ColorScheme.DARK);
        ask("dark at 1280", FINDINGS, "ronda.focus()");
        resize(1280, ColorScheme.LIGHT);
        ask("light at 1280", FINDINGS, "ronda.overflow()", "ronda.targets()", "ronda.focus()", "ronda.frame()");
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        ask("letters of twice the size", "ronda.overflow()");
        page.evaluate("document.documentElement.style.fontSize = ''");
        resize(320, ColorScheme.LIGHT);
        ask("enlarged four times", "ronda.overflow()");
        resize(1280, ColorScheme.LIGHT);
    }

    private void resize(int width, ColorScheme theme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        page.setViewportSize(width, 900);
    }

    private void ask(String how, String... questions) {
        for (String question : questions) {
            for (Object found : (List<?>) page.evaluate(question)) {
                findings.add(how + ": " + found);
            }
        }
    }

    private static String resource(String name) {
        try (InputStream in = PageChecks.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
