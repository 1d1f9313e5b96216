package org.ronda.identity;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ronda.Race;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Language;
import org.ronda.kernel.Translated;
import org.ronda.ledger.Ledger;
import org.ronda.ledger.Verification;
import org.ronda.moderation.Rule;

/** What the platform says of itself: read by everybody, written by its administrators, version by version. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class HousePagesTest {
    @Inject
    HouseTexts texts;

    @Inject
    Ledger ledger;

    @Inject
    Verification verification;

    private static HouseText present(HouseText.Kind kind) {
        return QuarkusTransaction.requiringNew().call(() -> HouseText.present(kind));
    }

    /** All that the ledger tells of pages. */
    private static String published() {
        StringBuilder all = new StringBuilder();
        String next = "";
        while (next != null) {
            Response page = Signed.browser()
                    .get("/api/v1/ledger/events?limit=100&kind=page.published"
                            + (next.isEmpty() ? "" : "&cursor=" + next));
            all.append(page.then().statusCode(200).extract().asString());
            next = page.path("next");
        }
        return all.toString();
    }

    private static Response publish(Signed by, String key, int seen, String words, String then) {
        return by.request()
                .formParam("nonce", Forms.nonce())
                .formParam("es", words + " es")
                .formParam("en", words + " en")
                .formParam("fr", words + " fr")
                .formParam("seen", seen)
                .formParam("then", then)
                .post("/administration/pages/" + key);
    }

    @ParameterizedTest
    @EnumSource(HouseText.Kind.class)
    void everybodyReadsEachInThreeLanguagesWithItsDate(HouseText.Kind kind) {
        for (Language language : Language.values()) {
            Document page = Jsoup.parse(Signed.browser()
                    .header("Accept-Language", language.tag())
                    .get(kind.address())
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
            assertEquals(kind.in(language), page.select("main h1").text());
            assertTrue(page.select("main h2").size() > 0, kind + " in " + language);
            assertTrue(page.select("main")
                    .text()
                    .contains(String.valueOf(present(kind).n())));
            assertEquals(
                    List.of("/pages/rules", "/pages/privacy", "/pages/accessibility", "/pages/contact"),
                    page.select("footer .wrap > a[href^=/pages/]").eachAttr("href"));
        }
    }

    @Test
    void theRulesThatComeWithTheProductNameEachRuleOfTheModerators() {
        HouseText first = QuarkusTransaction.requiringNew()
                .call(() -> HouseText.<HouseText>find("kind = ?1 and n = 1", HouseText.Kind.RULES)
                        .singleResult());
        for (Language language : Language.values()) {
            for (Rule rule : Rule.values()) {
                assertTrue(
                        first.words().exactly(language).contains(rule.in(language)),
                        rule + " is missing in " + language);
            }
        }
    }

    @Test
    void aVersionThatIsPublishedTakesThePlaceOfTheOneBeforeWhichStaysReadable() {
        Signed administrator = Signed.in("administracion");
        HouseText before = present(HouseText.Kind.CONTACT);
        publish(administrator, "contact", before.n(), "## Oficina\nMesa 4", "")
                .then()
                .statusCode(303)
                .header("Location", containsString("/pages/contact"));
        HouseText after = present(HouseText.Kind.CONTACT);
        assertEquals(before.n() + 1, after.n());
        Document page =
                Jsoup.parse(Signed.browser().get("/pages/contact?lang=en").asString());
        assertEquals("Oficina", page.select("main h2").first().text());
        assertTrue(page.select("main").text().contains("Mesa 4 en"));
        assertEquals(
                List.of("/pages/contact/" + after.n(), "/pages/contact/" + before.n()),
                page.select("main details a").eachAttr("href").subList(0, 2));
        Signed.browser()
                .get("/pages/contact/" + before.n())
                .then()
                .statusCode(200)
                .body(not(containsString("Mesa 4")));
        ledger.drain();
        assertTrue(published().contains("Mesa 4 es"));
        assertTrue(verification.run().isWhole());
    }

    @Test
    void aPreviewShowsWhatWasTypedAndPublishesNothing() {
        int before = present(HouseText.Kind.CONTACT).n();
        Document page =
                Jsoup.parse(publish(Signed.in("administracion"), "contact", before, "## Sala\n<b>Dos</b>", "preview")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
        assertEquals(3, page.select("main details h2").size());
        assertEquals(0, page.select("main details b").size());
        assertTrue(page.select("textarea[name=es]").text().contains("Sala"));
        assertEquals(before, present(HouseText.Kind.CONTACT).n());
    }

    @ParameterizedTest
    @CsvSource({"es, ''", "fr, '   '"})
    void eachLanguageHasToBeThere(String language, String words) {
        int before = present(HouseText.Kind.CONTACT).n();
        var request = Signed.in("administracion").request().formParam("nonce", Forms.nonce());
        for (String other : List.of("es", "en", "fr")) {
            request.formParam(other, other.equals(language) ? words : "Algo");
        }
        request.formParam("seen", before)
                .post("/administration/pages/contact")
                .then()
                .statusCode(422)
                .body(containsString("id=\"e-" + language + "\""));
    }

    @Test
    void whoWasOvertakenSeesBothTexts() {
        Signed administrator = Signed.in("administracion");
        int seen = present(HouseText.Kind.CONTACT).n();
        publish(administrator, "contact", seen, "Primero " + seen, "").then().statusCode(303);
        publish(administrator, "contact", seen, "Segundo " + seen, "")
                .then()
                .statusCode(409)
                .body(containsString("Primero " + seen + " es"))
                .body(containsString("Segundo " + seen + " es"));
    }

    @Test
    void ofTwoAtTheSameMomentOneIsTheNextVersion() {
        long by = QuarkusTransaction.requiringNew()
                .call(() ->
                        Participant.bySubject("administracion").orElseThrow().id());
        int seen = present(HouseText.Kind.CONTACT).n();
        List<Race.Outcome<Integer>> outcomes = Race.of(
                6,
                runner -> () -> texts.publish(
                        HouseText.Kind.CONTACT,
                        seen,
                        Translated.of("Uno " + runner, "One " + runner, "Un " + runner),
                        by));
        assertEquals(1, outcomes.stream().filter(Race.Outcome::isDone).count());
        assertEquals(seen + 1, present(HouseText.Kind.CONTACT).n());
    }

    @Test
    void anUnknownPageOrVersionIsNotThere() {
        Signed.browser().get("/pages/imprint").then().statusCode(404);
        Signed.browser().get("/pages/rules/99").then().statusCode(404);
        Signed.browser().get("/pages/rules/x").then().statusCode(404);
    }
}
