package org.ronda.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import org.jsoup.Jsoup;
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
                        "Falta",
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
        for (String typed : new String[] {"ciclovía", "ciclovia", "CICLOVIAS", "ciclovvia costa"}) {
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
