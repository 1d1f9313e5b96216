package org.ronda.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Chromium: the one of the system, else one that the system's package manager or Playwright brings. */
public final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private final Playwright playwright = Playwright.create();
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(find())
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));

    public Page page(int width, boolean isDark, boolean hasScripts) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale("es-AR")
                .setColorScheme(isDark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setJavaScriptEnabled(hasScripts));
        return context.newPage();
    }

    public static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path find() {
        return installed()
                .or(Chromium::install)
                .or(Chromium::download)
                .orElseThrow(
                        () -> new IllegalStateException(
                                "no Chromium found: install it (Debian: apt-get install chromium) or set RONDA_CHROMIUM to its path"));
    }

    private static Optional<Path> installed() {
        String named = System.getenv("RONDA_CHROMIUM");
        return Stream.concat(
                        Stream.ofNullable(named).map(Path::of),
                        Arrays.stream(Objects.requireNonNullElse(System.getenv("PATH"), "")
                                        .split(":"))
                                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name))))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> install() {
        if (!Files.isExecutable(Path.of("/usr/bin/apt-get")) || !"root".equals(System.getProperty("user.name"))) {
            return Optional.empty();
        }
        run("apt-get update -q".split(" "));
        run("apt-get install -y -q chromium".split(" "));
        return installed();
    }

    /** Playwright's own download, as its command line makes it. */
    private static Optional<Path> download() {
        Path home = Path.of("target", "chromium").toAbsolutePath();
        run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.microsoft.playwright.CLI",
                "install",
                "--with-deps",
                "chromium");
        try (Stream<Path> files = Files.exists(home) ? Files.walk(home) : Stream.empty()) {
            return files.filter(file -> file.endsWith("chrome") && Files.isExecutable(file))
                    .findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void run(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
            builder.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
            builder.environment().put("PLAYWRIGHT_BROWSERS_PATH", "target/chromium");
            builder.start().waitFor(5, TimeUnit.MINUTES);
        } catch (IOException notThere) {
            System.err.println("could not run " + command[0] + ": " + notThere.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
