package org.ronda.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.StringReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.contribution.Contribution;
import org.ronda.kernel.Forms;

/** Feeds, calendars, the sitemap, QR codes and the search page. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OutputsTest {
    @Test
    void aProcessHasAFeedThatReadersUnderstand() throws Exception {
        String xml = Signed.given()
                .get("/processes/tu-distrito/feed.atom")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/atom+xml"))
                .extract()
                .asString();
        SyndFeed feed = new SyndFeedInput().build(new StringReader(xml));
        assertEquals(30, feed.getEntries().size());
        assertTrue(feed.getEntries().stream().anyMatch(entry -> entry.getLink().contains("/proposals/P-")));
        assertTrue(feed.getEntries().stream().anyMatch(entry -> entry.getLink().contains("/news/")));
    }

    @Test
    void aFeedHasWhatIsPublicByItsOwnDateUnderStableNames() throws Exception {
        List<SyndEntry> entries = feed("plan-gobierno-abierto", "es");
        List<Date> dates = entries.stream().map(SyndEntry::getPublishedDate).toList();
        assertEquals(dates.stream().sorted(Comparator.reverseOrder()).toList(), dates);
        for (String kind : List.of("/proposals/I-", "/proposals/P-", "/news/N-")) {
            assertTrue(entries.stream().anyMatch(entry -> entry.getUri().contains(kind)), kind);
        }
        Set<String> names = entries.stream().map(SyndEntry::getUri).collect(Collectors.toSet());
        assertEquals(entries.size(), names.size());
        assertEquals(
                names,
                feed("plan-gobierno-abierto", "fr").stream()
                        .map(SyndEntry::getUri)
                        .collect(Collectors.toSet()));
    }

    @Test
    void whatIsHiddenOrWithdrawnLeavesTheFeed() throws Exception {
        String code = publish("Un reloj en la terminal");
        assertTrue(feed("tu-distrito", "es").get(0).getUri().endsWith(code));
        decide(code, "hide");
        assertFalse(isInFeed(code), "hidden");
        decide(code, "restore");
        assertTrue(isInFeed(code), "restored");
        organisation().post("/api/v1/proposals/" + code + "/withdrawal").then().statusCode(200);
        assertFalse(isInFeed(code), "withdrawn");
    }

    private static RequestSpecification organisation() {
        return Signed.browser()
                .auth()
                .preemptive()
                .basic("organizacion", "demo")
                .contentType(ContentType.JSON);
    }

    private static String publish(String title) {
        String phase = Signed.given()
                .get("/api/v1/processes/tu-distrito/phases")
                .path("items.find { it.kind == 'PROPOSALS' }.code");
        return organisation()
                .body(Map.of(
                        "process",
                        "tu-distrito",
                        "phase",
                        phase,
                        "title",
                        title,
                        "problem",
                        "Falta **de verdad**",
                        "solution",
                        "Uno"))
                .post("/api/v1/proposals")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    private static void decide(String code, String act) {
        Signed moderator = Signed.in("moderacion");
        moderator
                .request()
                .formParam("nonce", Forms.nonce())
                .formParam("contribution", code)
                .formParam("version", version(code))
                .formParam("act", act)
                .formParam("rule", "respect")
                .formParam("reason", "Para probar.")
                .post("/desk/tu-distrito/decisions")
                .then()
                .statusCode(303);
    }

    private static long version(String code) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Contribution.<Contribution>find("code", code)
                        .firstResult()
                        .version());
    }

    private static boolean isInFeed(String code) throws Exception {
        return feed("tu-distrito", "es").stream()
                .anyMatch(entry -> entry.getUri().endsWith(code));
    }

    private static List<SyndEntry> feed(String slug, String language) throws Exception {
        String xml = Signed.given()
                .header("Accept-Language", language)
                .get("/processes/" + slug + "/feed.atom")
                .asString();
        return new SyndFeedInput().build(new StringReader(xml)).getEntries();
    }

    @Test
    void aProposalIsSharedWithItsAddressAQrCodeAndACardInPlainWords() {
        String code = publish("Un buzón en la plaza");
        Document page = Jsoup.parse(Signed.given().get("/proposals/" + code).asString());
        assertEquals(
                "Un buzón en la plaza", page.select("meta[property=og:title]").attr("content"));
        assertEquals(
                "Falta de verdad", page.select("meta[property=og:description]").attr("content"));
        String qr = page.select("aside details img[src^=/qr]").attr("src");
        assertEquals("/qr?of=/proposals/" + code, qr);
        Signed.given().get(qr).then().statusCode(200).body(containsString("/proposals/" + code));
        decide(code, "hide");
        Document hidden = Jsoup.parse(Signed.given().get("/proposals/" + code).asString());
        assertTrue(hidden.select("meta[property^=og], aside details img").isEmpty());
        assertFalse(hidden.html().contains("buzón"), hidden.html());
        organisation().post("/api/v1/proposals/" + code + "/withdrawal").then().statusCode(200);
    }

    @Test
    void aProcessHasACalendarOfItsPhases() throws Exception {
        String ics = Signed.given()
                .get("/processes/tu-distrito/calendar.ics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Calendar calendar = new CalendarBuilder().build(new StringReader(ics));
        assertEquals(2, calendar.getComponents("VEVENT").size());
        for (String line : ics.split("\r\n")) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
        }
    }

    @Test
    void theSitemapNamesPublicPagesOnly() {
        Signed.given()
                .get("/sitemap.xml")
                .then()
                .statusCode(200)
                .body(containsString("/processes/tu-distrito"))
                .body(not(containsString("/me<")));
        Signed.given().get("/robots.txt").then().statusCode(200).body(containsString("Sitemap: "));
    }

    @Test
    void theSitemapIsKeptByWhoAsksForIt() {
        Signed.given().get("/sitemap.xml").then().header("Cache-Control", "public, max-age=3600");
        Signed.given().get("/robots.txt").then().header("Cache-Control", "public, max-age=3600");
    }

    /** Over a bare connection: no client sends such a header by itself. */
    @Test
    void anAddressThatIsNoneIsToldSoByOurOwnPage() throws Exception {
        for (String host : List.of("a\"><svg onload=x>", "a b", "<script>", "a/b", "user@evil.example", "")) {
            String answer = ask("/sitemap.xml", host);
            assertTrue(
                    answer.startsWith("HTTP/1.1 400 "),
                    host + ": " + answer.lines().findFirst());
            assertTrue(answer.contains("Content-Security-Policy"), host);
            assertFalse(answer.contains("onload"), host);
            if (answer.contains("<html")) {
                assertTrue(answer.contains("Así no se puede"), host);
            }
        }
        String page = ask("/no-such-page", "a\"b");
        assertTrue(page.contains("La dirección con la que llegaste no es válida"), page);
        assertTrue(ask("/robots.txt", "ronda.example:8080").contains("Sitemap: http://ronda.example:8080/sitemap.xml"));
    }

    private static String ask(String path, String host) throws Exception {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatIsConfiguredIsWhereAddressesBegin() {
        assertEquals(
                "https://ronda.example.org",
                new PublicAddress(Optional.of("https://ronda.example.org/")).over("http://evil.example"));
        assertEquals("http://here:81", new PublicAddress(Optional.empty()).over("http://here:81"));
        for (String wrong : List.of("ronda.example.org", "ftp://a", "https://a/path", "https://a b", "javascript:x")) {
            assertThrows(IllegalStateException.class, () -> new PublicAddress(Optional.of(wrong)), wrong);
        }
    }

    @Test
    void aForgedWriteIsToldSoCalmly() {
        RestAssured.given()
                .header("Sec-Fetch-Site", "cross-site")
                .header("Accept-Language", "en")
                .post("/sign-out")
                .then()
                .statusCode(403)
                .contentType(startsWith("text/html"))
                .body(containsString("nothing was done"));
        RestAssured.given()
                .header("Sec-Fetch-Site", "cross-site")
                .post("/api/v1/proposals")
                .then()
                .statusCode(403)
                .contentType(startsWith("application/problem+json"))
                .body("status", is(403));
    }

    @Test
    void helpIsOneClickFromEverywhereInEachLanguage() {
        for (String language : List.of("es", "en", "fr")) {
            Document home = Jsoup.parse(
                    Signed.given().header("Accept-Language", language).get("/").asString());
            assertEquals(1, home.select("footer a[href=/help]").size());
            Document help = Jsoup.parse(Signed.given()
                    .header("Accept-Language", language)
                    .get("/help")
                    .asString());
            assertEquals(language, help.select("html").attr("lang"));
            assertEquals(7, help.select("section > h2").size(), language);
            help.select("nav.steps a")
                    .forEach(link ->
                            assertEquals(1, help.select(link.attr("href")).size(), link.attr("href")));
        }
    }

    @Test
    void lookAndSignInKeepTheFiltersOfAList() {
        Document list = Jsoup.parse(Signed.given()
                .get("/processes/tu-distrito/proposals?order=newest&district=-")
                .asString());
        assertEquals(
                "/processes/tu-distrito/proposals?order=newest&district=-&theme=dark",
                list.select("footer a[href$=theme=dark]").attr("href"));
        assertTrue(list.select("header a[href^=/sign-in]").attr("href").endsWith("%3Forder%3Dnewest%26district%3D-"));
    }

    @Test
    void aQrCodeIsDrawnForOurOwnPagesOnly() {
        Signed.given()
                .get("/qr?of=/processes/tu-distrito")
                .then()
                .statusCode(200)
                .contentType(startsWith("image/svg"));
        for (String foreign : new String[] {"", "//evil.example", "https://evil.example", "/a\"><script>", "/a b"}) {
            Signed.given().queryParam("of", foreign).get("/qr").then().statusCode(400);
        }
    }

    @Test
    void theSearchBoxForgivesAccentsWordFormsAndTypos() {
        for (String typed : new String[] {"ciclovía", "ciclovia", "CICLOVIAS", "ciclovvia costa", "siclobia"}) {
            String page = Signed.given()
                    .queryParam("q", typed)
                    .get("/search")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertTrue(Jsoup.parse(page).select("li.box a").text().contains("Ciclovía"), typed);
        }
        Signed.given().queryParam("q", "' or 1=1 --").get("/search").then().statusCode(200);
        Signed.given().queryParam("q", "x".repeat(2_000)).get("/search").then().statusCode(200);
        Signed.given()
                .queryParam("q", "zzzzqqq")
                .get("/search")
                .then()
                .statusCode(200)
                .body(containsString("No encontramos"));
    }

    @Test
    void programsSearchWithFiltersPageByPage() {
        String next = Signed.given()
                .get("/api/v1/search?q=plaza&kind=proposal&process=tu-distrito&limit=1")
                .then()
                .statusCode(200)
                .body("items.size()", is(1))
                .body("items[0].kind", is("proposal"))
                .body("items[0].process", is("tu-distrito"))
                .body("items[0].address", startsWith("/proposals/P-"))
                .extract()
                .path("next");
        Signed.given()
                .get("/api/v1/search?q=plaza&kind=proposal&process=tu-distrito&limit=1&cursor=" + next)
                .then()
                .statusCode(200);
        for (String wrong : new String[] {"", "?q=a&sort=b", "?q=a&kind=person", "?q=a&limit=0", "?q=a&cursor=x"}) {
            Signed.given().get("/api/v1/search" + wrong).then().statusCode(400);
        }
        Signed.given().get("/api/v1/search?q=a&process=none-such").then().statusCode(404);
    }

    @Test
    void aPageForEverybodyIsNotSentAgainToWhoeverHasIt() {
        for (String address : List.of("/help", "/receipts", "/sign-in", "/processes/tu-distrito/feed.atom")) {
            String tag =
                    Signed.given().get(address).then().statusCode(200).extract().header("ETag");
            Signed.given()
                    .header("If-None-Match", tag)
                    .get(address)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .header("Cache-Control", "no-cache")
                    .header("Vary", containsString("Cookie"))
                    .body(is(""));
            Signed.given()
                    .header("If-None-Match", tag)
                    .header("Accept-Language", "fr")
                    .get(address)
                    .then()
                    .statusCode(200);
            Signed.in("vecina")
                    .request()
                    .header("If-None-Match", tag)
                    .get(address)
                    .then()
                    .statusCode(200)
                    .header("ETag", nullValue())
                    .header("Cache-Control", "no-store");
        }
    }

    @Test
    void everyAnswerCarriesItsSecurityHeaders() {
        for (String path :
                new String[] {"/", "/assets/ronda.css", "/api/v1/processes", "/nothing", "/j_security_check"}) {
            Signed.browser()
                    .get(path)
                    .then()
                    .header("Content-Security-Policy", containsString("default-src 'none'"))
                    .header("X-Content-Type-Options", "nosniff");
        }
    }
}
