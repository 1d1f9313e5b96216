package org.ronda.process;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.identity.Newcomer;
import org.ronda.identity.Participant;
import org.ronda.kernel.Dates;
import org.ronda.kernel.Forms;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Language;

/** Before the first contribution: nothing is taken from whoever has not accepted the rules, and nothing typed is lost. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class WelcomeTest {
    private static final String SLUG = "tu-distrito";

    @Inject
    ProcessSetup setup;

    @Inject
    EntityManager entityManager;

    private String proposal;
    private String comment;
    private String phase;
    private Newcomer nora;

    @BeforeEach
    void somebodyIsNew() {
        FreshLimits.forEverybody();
        nora = Newcomer.arrives();
        proposal = one("select c.code from contribution c join process p on p.id = c.process_id join participant a"
                + " on a.id = c.author_id where p.slug = 'tu-distrito' and c.kind = 'PROPOSAL'"
                + " and c.state = 'PUBLISHED' and a.subject = 'vecina' order by c.id");
        phase = one("select f.code from phase f join process p on p.id = f.process_id"
                + " where p.slug = 'tu-distrito' and f.kind = 'PROPOSALS'");
        comment = Signed.browser()
                .auth()
                .preemptive()
                .basic("vecina", "demo")
                .contentType(ContentType.JSON)
                .body(Map.of("body", "Un comentario para la bienvenida."))
                .post("/api/v1/proposals/" + proposal + "/comments")
                .path("code");
    }

    @AfterEach
    void anyAge() {
        minAge(null);
        names(PublicNames.ANY);
    }

    private String one(String sql) {
        return (String) entityManager.createNativeQuery(sql).setMaxResults(1).getSingleResult();
    }

    private long written() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entityManager
                                .createNativeQuery("select (select count(*) from contribution where author_id = :me"
                                        + " and state <> 'DRAFT') + (select count(*) from report where reporter_id = :me)"
                                        + " + (select count(*) from voter_of where participant_id = :me)")
                                .setParameter("me", nora.id())
                                .getSingleResult())
                        .longValue());
    }

    private long consents() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entityManager
                                .createNativeQuery("select count(*) from consent where participant_id = :me")
                                .setParameter("me", nora.id())
                                .getSingleResult())
                        .longValue());
    }

    private void minAge(Integer age) {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("update process set min_age = cast(:age as integer) where slug = :slug")
                        .setParameter("age", age)
                        .setParameter("slug", SLUG)
                        .executeUpdate());
    }

    private void names(PublicNames names) {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery(
                                "update process set public_names = :names, own_names_since = null where slug = :slug")
                        .setParameter("names", names.name())
                        .setParameter("slug", SLUG)
                        .executeUpdate());
    }

    private void isCalledNow(String name) {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("update participant set name = :name where id = :me")
                        .setParameter("name", name)
                        .setParameter("me", nora.id())
                        .executeUpdate());
    }

    private Response say(RequestSpecification as, String words) {
        return as.header("Referer", RestAssured.baseURI + ":" + RestAssured.port + "/comments?on=proposal:" + proposal)
                .formParam("nonce", Forms.nonce())
                .formParam("on", "proposal:" + proposal)
                .formParam("body", words)
                .post("/comments");
    }

    private RequestSpecification api() {
        return nora.request().contentType(ContentType.JSON).header("Accept-Language", "en");
    }

    private RequestSpecification accepting(Document page) {
        RequestSpecification form = nora.request();
        page.select("main form[action=/welcome] input")
                .forEach(input -> form.formParam(input.attr("name"), input.val()));
        return form;
    }

    @Test
    void whoContributesForTheFirstTimeIsLedToTheWelcomeAndBackWithEverythingTyped() {
        Response sent = say(nora.request(), "Lo que escribí con cuidado.");
        assertEquals(303, sent.statusCode());
        String welcome = sent.header("Location").replaceFirst("^https?://[^/]+", "");
        assertTrue(welcome.startsWith("/welcome?process=" + SLUG + "&to=%2Fcomments"), welcome);
        String kept = sent.cookie("kept");
        assertEquals(0, written());

        Document page = Jsoup.parse(nora.request()
                .urlEncodingEnabled(false)
                .cookie("kept", kept)
                .get(welcome)
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertTrue(page.select("main").text().contains(nora.name()));
        assertEquals(
                List.of("rules", "privacy"),
                page.select("main input[type=checkbox]").eachAttr("name"));
        assertEquals(0, page.select("main input[checked]").size());

        String back = accepting(page)
                .cookie("kept", kept)
                .post("/welcome")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertTrue(back.contains("/comments?on="), back);
        assertEquals(2, consents());
        assertEquals(0, written());
        nora.request()
                .urlEncodingEnabled(false)
                .cookie("kept", kept)
                .get(back)
                .then()
                .statusCode(200)
                .body(containsString("Lo que escribí con cuidado."));
        say(nora.request(), "Lo que escribí con cuidado.")
                .then()
                .statusCode(303)
                .header("Location", not(containsString("/welcome")));
        assertEquals(1, written());
    }

    @Test
    void everyKindOfContributionIsRefusedWithoutConsentAndNamesThePage() {
        assertRefused(api().body(Map.of("body", "Hola")).post("/api/v1/proposals/" + proposal + "/comments"));
        assertRefused(api().body(Map.of("meaning", 1)).put("/api/v1/proposals/" + proposal + "/support"));
        assertRefused(api().body(Map.of("direction", 1)).put("/api/v1/comments/" + comment + "/agreement"));
        assertRefused(api().body(Map.of("rule", "respect", "reason", ""))
                .post("/api/v1/contributions/" + proposal + "/reports"));
        assertRefused(api().body(Map.of(
                        "process", SLUG, "phase", phase, "title", "Un banco", "problem", "No hay.", "solution", "Uno."))
                .post("/api/v1/proposals"));
        assertEquals(0, written());
        nora.request()
                .formParam("nonce", Forms.nonce())
                .formParam("meaning", 1)
                .header("Referer", RestAssured.baseURI + ":" + RestAssured.port + "/proposals/" + proposal)
                .post("/proposals/" + proposal + "/support")
                .then()
                .statusCode(303)
                .header("Location", containsString("/welcome?process=" + SLUG + "&to=%2Fproposals%2F" + proposal));
        nora.request()
                .formParam("nonce", Forms.nonce())
                .formParam("rule", "respect")
                .post("/report/" + proposal)
                .then()
                .statusCode(303)
                .header("Location", containsString("/welcome"));
        assertEquals(0, written());
    }

    private static void assertRefused(Response answer) {
        answer.then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", allOf(containsString("/welcome?process="), containsString("/api/v1/me/consents")));
    }

    @Test
    void aProgramAcceptsTheVersionsThatItRead() {
        List<Map<String, Object>> items = api().get("/api/v1/me/consents")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        assertEquals(2, items.size());
        Map<String, Object> body = new HashMap<>();
        items.forEach(item -> body.put((String) item.get("key"), item.get("version")));
        api().body(Map.of("rules", 99, "privacy", 1))
                .put("/api/v1/me/consents")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("rules"));
        api().body(Map.of("rules", body.get("rules")))
                .put("/api/v1/me/consents")
                .then()
                .statusCode(422);
        assertEquals(0, consents());
        api().body(body)
                .put("/api/v1/me/consents")
                .then()
                .statusCode(200)
                .body("items.find { it.key == 'rules' }.acceptedVersion", equalTo(body.get("rules")));
        api().body(body).put("/api/v1/me/consents").then().statusCode(200);
        assertEquals(2, consents());
        api().body(Map.of("body", "Hola"))
                .post("/api/v1/proposals/" + proposal + "/comments")
                .then()
                .statusCode(201);
    }

    @Test
    void anOlderVersionIsAskedForAnew() {
        nora = Newcomer.admitted();
        assertEquals(303, say(nora.request(), "Con la versión en vigor.").statusCode());
        assertEquals(1, written());
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery(
                                "update consent set version = 0 where participant_id = :me and kind = 'RULES'")
                        .setParameter("me", nora.id())
                        .executeUpdate());
        say(nora.request(), "Con una versión vieja.")
                .then()
                .statusCode(303)
                .header("Location", containsString("/welcome"));
        Document page = nora.get("/welcome?process=" + SLUG);
        assertEquals(List.of("rules"), page.select("main input[type=checkbox]").eachAttr("name"));
        accepting(page).post("/welcome").then().statusCode(303);
        say(nora.request(), "De nuevo al día.").then().header("Location", not(containsString("/welcome")));
    }

    @Test
    void halfAnAnswerIsNone() {
        Document page = nora.get("/welcome");
        nora.request()
                .formParam("nonce", page.select("input[name=nonce]").val())
                .formParam("rules", page.select("input[name=rules]").val())
                .post("/welcome")
                .then()
                .statusCode(422)
                .body(containsString("id=\"e-privacy\""));
        assertEquals(0, consents());
    }

    @Test
    void theMinimumAgeIsConfirmedOnceForEachProcess() {
        nora = Newcomer.admitted();
        minAge(16);
        assertTrue(Jsoup.parse(Signed.browser().get("/processes/" + SLUG).asString())
                .select("main aside")
                .text()
                .contains("16"));
        assertRefused(api().body(Map.of("body", "Hola")).post("/api/v1/proposals/" + proposal + "/comments"));
        api().get("/api/v1/me/consents?process=" + SLUG)
                .then()
                .body("minAge", equalTo(16))
                .body("ageConfirmed", equalTo(false));
        Document page = nora.get("/welcome?process=" + SLUG);
        assertEquals(List.of("age"), page.select("main input[type=checkbox]").eachAttr("name"));
        nora.request()
                .formParam("nonce", Forms.nonce())
                .formParam("process", SLUG)
                .post("/welcome")
                .then()
                .statusCode(422)
                .body(containsString("id=\"e-age\""));
        accepting(page).post("/welcome").then().statusCode(303);
        assertEquals(303, say(nora.request(), "Tengo la edad.").statusCode());
        assertEquals(1, written());
        minAge(18);
        assertRefused(api().body(Map.of("body", "Hola")).post("/api/v1/proposals/" + proposal + "/comments"));
        minAge(14);
        api().body(Map.of("body", "Hola"))
                .post("/api/v1/proposals/" + proposal + "/comments")
                .then()
                .statusCode(201);
    }

    @Test
    void anyNameIsTakenUnlessTheProcessAsksForOnesOwnWhichIsConfirmedOnceAndAnewWhenItChanged() {
        Document any = nora.get("/welcome?process=" + SLUG);
        assertTrue(any.select("main").text().contains("real o uno elegido"));
        assertEquals("/me/data", any.select("main dl a").attr("href"));
        nora = Newcomer.admitted();
        names(PublicNames.OWN);
        String shown = Jsoup.parse(Signed.browser().get("/processes/" + SLUG).asString())
                .select("main aside")
                .text();
        assertTrue(shown.contains("con el que te conocen en la vida"), shown);
        Signed.browser().get("/api/v1/processes/" + SLUG).then().body("publicNames", equalTo("OWN"));
        assertRefused(api().body(Map.of("body", "Hola")).post("/api/v1/proposals/" + proposal + "/comments"));
        Document page = nora.get("/welcome?process=" + SLUG);
        assertEquals(List.of("name"), page.select("main input[type=checkbox]").eachAttr("name"));
        assertEquals(0, page.select("main input[checked]").size());
        assertTrue(!page.select("main").text().contains("uno elegido"));
        nora.request()
                .formParam("nonce", Forms.nonce())
                .formParam("process", SLUG)
                .post("/welcome")
                .then()
                .statusCode(422)
                .body(containsString("id=\"e-name\""));
        accepting(page).post("/welcome").then().statusCode(303);
        assertEquals(303, say(nora.request(), "Con mi nombre.").statusCode());
        assertEquals(1, written());

        isCalledNow("Otra " + nora.id());
        assertRefused(api().body(Map.of("body", "Hola")).post("/api/v1/proposals/" + proposal + "/comments"));
        // the page that was read before the name changed
        nora.request()
                .formParam("nonce", Forms.nonce())
                .formParam("process", SLUG)
                .formParam("name", page.select("input[name=name]").val())
                .post("/welcome")
                .then()
                .statusCode(422)
                .body(containsString("id=\"e-name\""));
        api().get("/api/v1/me/consents?process=" + SLUG)
                .then()
                .body("publicName", equalTo("Otra " + nora.id()))
                .body("publicNames", equalTo("OWN"))
                .body("nameConfirmed", equalTo(false));
        api().body(Map.of("name", "Otra " + nora.id(), "process", SLUG))
                .put("/api/v1/me/consents")
                .then()
                .statusCode(200)
                .body("nameConfirmed", equalTo(true));
        api().body(Map.of("body", "Hola"))
                .post("/api/v1/proposals/" + proposal + "/comments")
                .then()
                .statusCode(201);
        assertEquals(
                "1",
                one("select cast(count(*) as varchar(9)) from name_confirmation where participant_id = " + nora.id()));
    }

    @Test
    void whatIsOnesOwnIsTakenBackWithoutConsent() {
        nora = Newcomer.admitted();
        int meaning = Signed.browser().get("/api/v1/proposals/" + proposal).path("meaning");
        api().body(Map.of("meaning", meaning))
                .put("/api/v1/proposals/" + proposal + "/support")
                .then()
                .statusCode(200);
        api().body(Map.of("direction", 1))
                .put("/api/v1/comments/" + comment + "/agreement")
                .then()
                .statusCode(200);
        String mine = api().body(Map.of("body", "Lo mío"))
                .post("/api/v1/proposals/" + proposal + "/comments")
                .path("code");
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("delete from consent where participant_id = :me")
                        .setParameter("me", nora.id())
                        .executeUpdate());
        api().delete("/api/v1/proposals/" + proposal + "/support").then().statusCode(200);
        api().delete("/api/v1/comments/" + comment + "/agreement").then().statusCode(200);
        api().delete("/api/v1/comments/" + mine).then().statusCode(200);
    }

    @Test
    void nobodyIsLedElsewhere() {
        Document page = nora.get("/welcome?to=https://elsewhere.example/");
        assertEquals(
                "/", page.select("main form[action=/welcome] input[name=to]").val());
        accepting(page)
                .formParam("to", "//elsewhere.example")
                .post("/welcome")
                .then()
                .statusCode(303)
                .header("Location", not(containsString("elsewhere")));
    }

    @Test
    void theAgeIsSetWithTheFrameOfAProcessAndKeptWhenItsTextsChange() {
        Signed mora = Signed.in("moderacion");
        String slug = "edad-" + nora.id();
        mora.request()
                .formParam("nonce", Forms.nonce())
                .formParam("title", "Con edad")
                .formParam("slug", slug)
                .formParam("from", "template")
                .formParam("start", "2030-03-01T10:00")
                .post("/setup/new")
                .then()
                .statusCode(303);
        frame(mora, slug, "121").then().statusCode(422).body(containsString("id=\"e-minAge\""));
        frame(mora, slug, "16").then().statusCode(303);
        frame(mora, slug, "16", "SOME").then().statusCode(422).body(containsString("id=\"e-publicNames\""));
        frame(mora, slug, "16", "OWN").then().statusCode(303);
        Document texts = mora.get("/setup/" + slug + "/texts/es");
        mora.request()
                .formParam("nonce", Forms.nonce())
                .formParam("title", "Con edad, otro título")
                .formParam("version", texts.select("input[name=version]").val())
                .post("/setup/" + slug + "/texts/es")
                .then()
                .statusCode(303);
        assertEquals(
                Optional.of(16),
                QuarkusTransaction.requiringNew()
                        .call(() -> Optional.ofNullable(Process.<Process>find("slug", slug)
                                .<Process>singleResult()
                                .minAge())));
        Signed.browser()
                .auth()
                .preemptive()
                .basic("moderacion", "demo")
                .get("/api/v1/setup/" + slug)
                .then()
                .body("frame.minAge", equalTo(16))
                .body("frame.publicNames", equalTo("OWN"));
        frame(mora, slug, "").then().statusCode(303);
        assertEquals(
                "",
                mora.get("/setup/" + slug + "/frame")
                        .select("input[name=minAge]")
                        .val());
    }

    @Test
    void aProcessThatBeginsToAskForOwnNamesLateSaysFromWhichDayOn() {
        Signed mora = Signed.in("moderacion");
        assertTrue(
                mora.get("/setup/" + SLUG + "/frame").text().contains("quedan como están, sin marca"),
                "said before it is chosen");
        ask(PublicNames.OWN);
        String day = Dates.day(Instant.now(), process().zone(), Language.ES);
        String shown = Jsoup.parse(Signed.browser().get("/processes/" + SLUG).asString())
                .select("main aside")
                .text();
        assertTrue(shown.contains("con el que te conocen en la vida desde el " + day), shown);
        String since = Signed.browser()
                .get("/api/v1/processes/" + SLUG)
                .then()
                .extract()
                .path("ownNamesSince");
        ask(PublicNames.OWN);
        assertEquals(since, Signed.browser().get("/api/v1/processes/" + SLUG).path("ownNamesSince"));
        assertTrue(!mora.get("/setup/" + SLUG + "/frame").text().contains("sin marca"));
        ask(PublicNames.ANY);
        assertNull(Signed.browser().get("/api/v1/processes/" + SLUG).path("ownNamesSince"));
    }

    private static Process process() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Process.<Process>find("slug", SLUG).singleResult());
    }

    private void ask(PublicNames names) {
        Process process = process();
        Process.Description present = process.description();
        setup.describe(
                process.id(),
                process.version(),
                new Process.Description(
                        present.title(),
                        present.summary(),
                        present.decided(),
                        present.notDecided(),
                        present.easyRead(),
                        present.decisionBody(),
                        present.influence(),
                        present.languages(),
                        present.zone(),
                        present.minAge(),
                        present.eligibility(),
                        names),
                "Hace falta",
                QuarkusTransaction.requiringNew()
                        .call(() -> Participant.bySubject("moderacion")
                                .orElseThrow()
                                .id()));
    }

    private static Response frame(Signed mora, String slug, String age) {
        return frame(mora, slug, age, "");
    }

    private static Response frame(Signed mora, String slug, String age, String names) {
        Document form = mora.get("/setup/" + slug + "/frame");
        return mora.request()
                .formParam("nonce", Forms.nonce())
                .formParam("version", form.select("input[name=version]").val())
                .formParam("influence", "CONSULT")
                .formParam("languages", "es")
                .formParam("zone", "America/Argentina/Cordoba")
                .formParam("minAge", age)
                .formParam("publicNames", names)
                .post("/setup/" + slug + "/frame");
    }
}
