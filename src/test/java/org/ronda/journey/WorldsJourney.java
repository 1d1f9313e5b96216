package org.ronda.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Each named world starts with what its name says, and its ledger is whole; a name that is not one starts nothing. */
class WorldsJourney {
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private static String text(Ronda world, String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(world.here() + path))
                    .header("Accept-Language", "es")
                    .build();
            HttpResponse<String> answer = BROWSER.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), path);
            return answer.body();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(path, broken);
        }
    }

    private static Document page(Ronda world, String path) {
        return Jsoup.parse(text(world, path));
    }

    private static void assertWhole(Ronda world) {
        assertTrue(text(world, "/api/v1/ledger/verification").contains("\"whole\":true"));
    }

    private static Ronda named(String name) {
        return Ronda.on(Ronda.emptyFolder(), Map.of("RONDA_DEMO_WORLD", name));
    }

    @Test
    void theRunningOneHasSomethingInEveryState() {
        Ronda world = named("running");
        Document home = page(world, "/");
        List<String> titles = home.select("article.card :is(h2, h3)").eachText();
        assertEquals(
                List.of("Horarios de los centros de distrito", "Ideas para tu distrito"),
                titles.subList(0, 2),
                "what ends first is first");
        assertTrue(titles.contains("Plan local de acción climática"));
        assertTrue(titles.contains("La Plaza del Encuentro"));
        Document english = page(world, "/processes/tu-distrito/proposals?q=asphalt");
        assertEquals("en", english.select("article.card :is(h2, h3) a[lang]").attr("lang"));
        assertWhole(world);
        world.stop();
    }

    @Test
    void theDecidedOneTellsWhatWasDecidedAndKeepsTheMarks() {
        Ronda world = named("decided");
        assertEquals(
                List.of("La Plaza del Encuentro"),
                page(world, "/").select("article.card :is(h2, h3)").eachText());
        Document process = page(world, "/processes/plaza-del-encuentro");
        String news = process.select("a:contains(Se decidió)").attr("href");
        assertTrue(page(world, news).text().contains("La Mesa de Diálogo, el "));
        assertFalse(page(world, news).text().contains("{day}"));
        Document withdrawn = page(world, "/processes/plaza-del-encuentro/proposals?state=withdrawn");
        assertEquals(1, withdrawn.select("article.card").size());
        assertFalse(withdrawn.text().contains("fuente con luces"));
        assertEquals(
                List.of("Un nombre para la biblioteca"),
                page(world, "/processes?archived=true")
                        .select("article.card :is(h2, h3)")
                        .eachText());
        for (String kind : List.of(
                "results.frozen",
                "contribution.hidden",
                "comment.withdrawn",
                "proposal.withdrawn",
                "process.archived")) {
            assertTrue(text(world, "/api/v1/ledger/events?kind=" + kind).contains("\"" + kind + "\""), kind);
        }
        assertWhole(world);
        world.stop();
    }

    @Test
    void theEmptyOneHasNothingYet() {
        Ronda world = named("empty");
        assertTrue(page(world, "/").select("article.card").isEmpty());
        assertWhole(world);
        world.stop();
    }

    @Test
    void anyOtherNameIsRefused() throws IOException, InterruptedException {
        assumeTrue(!"postgresql".equals(System.getProperty("quarkus.datasource.db-kind")), "the same line on both");
        Path data = Ronda.emptyFolder();
        Path log = Files.createTempFile("ronda", ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        "target/quarkus-app/quarkus-run.jar")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "RONDA_DEMO_WORLD", "nobody",
                        "RONDA_DATA_DIR", data.toString(),
                        "QUARKUS_HTTP_PORT", "0"));
        assertTrue(builder.start().waitFor() != 0);
        try (Stream<String> lines = Files.lines(log)) {
            assertTrue(lines.anyMatch(line -> line.contains("\"nobody\"")
                    && line.contains("RONDA_DEMO_WORLD is one of running, decided, empty")));
        }
    }
}
