package org.ronda.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronda.TestDatabase;

/** What a first view loads, compressed as a browser asks for it: at most 60 KB in at most 8 requests. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PageWeightTest {
    private static final int HEAVIEST = 60 * 1024;
    private static final int MOST_REQUESTS = 8;
    private static final Pattern IN_STYLES = Pattern.compile("url\\(([^)]+)\\)");

    @TestHTTPResource("/")
    URI home;

    private final HttpClient browser = HttpClient.newHttpClient();

    private HttpResponse<byte[]> get(URI address) {
        try {
            HttpResponse<byte[]> answer = browser.send(
                    HttpRequest.newBuilder(address)
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(200, answer.statusCode(), address.toString());
            return answer;
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        byte[] body = answer.body();
        if (answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/processes",
                "/processes/tu-distrito",
                "/processes/tu-distrito/proposals",
                "/proposals/:most-discussed",
                "/search?q=plaza",
                "/sign-in"
            })
    void aFirstViewIsLight(String path) throws IOException {
        URI address = home.resolve(path.equals("/proposals/:most-discussed") ? mostDiscussed() : path);
        HttpResponse<byte[]> page = get(address);
        assertEquals("gzip", page.headers().firstValue("Content-Encoding").orElse(""), path);
        Document document = Jsoup.parse(text(page), address.toString());
        Set<URI> loaded = new LinkedHashSet<>();
        document.select("link[rel=stylesheet], link[rel=preload], link[rel=icon], script[src], img[src], use[href]")
                .forEach(element -> loaded.add(
                        withoutFragment(URI.create(element.absUrl(element.hasAttr("src") ? "src" : "href")))));
        int weight = page.body().length;
        for (URI part : Set.copyOf(loaded)) {
            if (part.getPath().endsWith(".css")) {
                Matcher inStyles = IN_STYLES.matcher(text(get(part)));
                while (inStyles.find()) {
                    loaded.add(part.resolve(inStyles.group(1)));
                }
            }
        }
        for (URI part : loaded) {
            assertEquals(home.getAuthority(), part.getAuthority(), "asked of somebody else");
            weight += get(part).body().length;
        }
        assertTrue(loaded.size() + 1 <= MOST_REQUESTS, path + " needs " + loaded);
        assertTrue(weight <= HEAVIEST, path + " weighs " + weight + " bytes");
        System.out.printf("%s: %d requests, %.1f KB%n", path, loaded.size() + 1, weight / 1024.0);
    }

    /** A page is smaller on its way than as it is read. */
    @Test
    void whatIsTextTravelsCompressed() throws IOException {
        for (String path : Set.of("/", "/assets/ronda.css", "/assets/icons.svg", "/api/v1/processes")) {
            HttpResponse<byte[]> answer = get(home.resolve(path));
            assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse("none"), path);
            assertTrue(answer.body().length < text(answer).length(), path);
        }
    }

    private String mostDiscussed() throws IOException {
        return Jsoup.parse(text(get(home.resolve("/processes/tu-distrito/proposals?order=discussed"))))
                .select("article.card h2 a")
                .attr("href");
    }

    private static URI withoutFragment(URI address) {
        return URI.create(address.toString().replaceFirst("#.*", ""));
    }
}
