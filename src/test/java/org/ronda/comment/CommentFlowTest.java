package org.ronda.comment;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.contribution.Publishing;
import org.ronda.kernel.Forms;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Now;
import org.ronda.ledger.Ledger;

/** People talk about a proposal, through the pages. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CommentFlowTest {
    @Inject
    Ledger ledger;

    @Inject
    Publishing publishing;

    @Inject
    Now now;

    @BeforeEach
    void nobodyWroteBefore() {
        FreshLimits.forEverybody();
    }

    private static String proposal(int n) {
        return Signed.given()
                .get("/api/v1/proposals?process=tu-distrito&order=newest&limit=40&phase="
                        + Signed.given()
                                .get("/api/v1/processes/tu-distrito/phases")
                                .<String>path("items[0].code"))
                .path("items[" + (20 + n) + "].code");
    }

    private static String say(String username, String on, String parent, String stance, String body) {
        Response answer = Signed.in(username)
                .request()
                .formParam("nonce", Forms.nonce())
                .formParam("on", on)
                .formParam("parent", parent)
                .formParam("stance", stance)
                .formParam("body", body)
                .post("/comments");
        assertEquals(303, answer.statusCode(), answer.asString());
        return code(answer);
    }

    private static String code(Response answer) {
        return answer.header("Location").replaceFirst(".*/comments/", "").replaceFirst("\\?.*", "");
    }

    private static String path(Response answer) {
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private static Document thread(String on) {
        return Jsoup.parse(Signed.browser()
                .get("/comments?on=" + on + "&order=newest")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    @Test
    void aCommentAReplyAndAnAgreementAreShown() {
        String on = "proposal:" + proposal(0);
        String comment = say("vecina", on, "", "question", "¿Cuándo **empieza**? <script>alert(1)</script>");
        String reply = say("vecino", on, comment, "", "Yo también quiero saber.");
        say("vecina", on, reply, "", "Seguimos atentos.");
        Document page = thread(on);
        assertTrue(page.select("#" + comment).text().contains("Pregunta"));
        assertEquals("empieza", page.select("#" + comment + " strong").text());
        assertTrue(page.select("#" + comment + " script").isEmpty());
        assertTrue(page.select("#" + reply).hasClass("depth-2"));
        Signed other = Signed.in("vecino");
        for (int i = 0; i < 2; i++) {
            other.request()
                    .formParam("nonce", Forms.nonce())
                    .formParam("direction", 1)
                    .post("/comments/" + comment + "/agreement")
                    .then()
                    .statusCode(303);
        }
        ledger.drain();
        assertTrue(
                thread(on).select("#" + comment).text().contains("De acuerdo · 1"),
                thread(on).select("#" + comment).text());
    }

    @Test
    void whoCommentsSeesAReceiptBesideTheComment() {
        String on = "proposal:" + proposal(1);
        Signed speaker = Signed.in("vecina");
        String said = path(speaker.request()
                .formParam("nonce", Forms.nonce())
                .formParam("on", on)
                .formParam("body", "Con constancia.")
                .post("/comments"));
        String page = path(speaker.request().get(said)).replaceFirst("#.*", "");
        String code = said.replaceFirst(".*/comments/", "").replaceFirst("\\?.*", "");
        String receipt = said.replaceFirst(".*receipt=", "");
        var told = speaker.get(page).select("#" + code + " [role=status]");
        assertEquals("/receipts/" + receipt, told.select("a").attr("href"));
        assertTrue(told.text().contains("Se publicó un comentario."), told.text());
        assertTrue(told.text().contains("No se prometió una respuesta aparte."), told.text());
        // whoever is handed the address reads the thread and nothing more
        assertTrue(
                Jsoup.parse(Signed.browser().urlEncodingEnabled(false).get(page).asString())
                        .select("[role=status]")
                        .isEmpty());
        speaker.request().get("/comments/" + code + "?receipt=x%20y").then().statusCode(303);
    }

    @Test
    void anUpcomingProcessSaysFromWhenItTakesComments() {
        String page = Signed.browser().get("/processes/plan-climatico").asString();
        assertTrue(Jsoup.parse(page).select("#talk").text().contains("Se puede comentar desde el"), page);
    }

    @Test
    void aPermalinkShowsItsComment() {
        String on = "proposal:" + proposal(1);
        String comment = say("vecina", on, "", "", "Un comentario para encontrar.");
        String page = Signed.browser()
                .get("/comments/" + comment)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        Signed.browser()
                .urlEncodingEnabled(false)
                .get(page.replaceFirst("^https?://[^/]+", "").replaceFirst("#.*", ""))
                .then()
                .statusCode(200)
                .body(containsString("Un comentario para encontrar."));
    }

    @Test
    void aReplyToWhatIsGoneMeanwhileIsKeptAsAComment() {
        String on = "proposal:" + proposal(2);
        String comment = say("vecina", on, "", "", "Esto se va antes de que respondan.");
        Signed.in("vecina")
                .request()
                .formParam("nonce", Forms.nonce())
                .post("/comments/" + comment + "/withdrawal")
                .then()
                .statusCode(303);
        Response refused = Signed.in("vecino")
                .request()
                .formParam("nonce", Forms.nonce())
                .formParam("on", on)
                .formParam("parent", comment)
                .formParam("body", "Una respuesta larga y pensada.")
                .post("/comments");
        assertEquals(409, refused.statusCode(), refused.asString());
        Document again = Jsoup.parse(refused.asString());
        assertTrue(again.text().contains("ya no está"), again.text());
        assertEquals(
                "Una respuesta larga y pensada.", again.select("#f-body").val().strip());
        assertEquals("", again.select("#say input[name=parent]").val());
    }

    @Test
    void whatIsWithdrawnLeavesAMark() {
        String on = "proposal:" + proposal(2);
        String comment = say("vecina", on, "", "", "Esto lo retiro enseguida.");
        Signed.in("vecino")
                .request()
                .get("/comments/" + comment + "/withdrawal")
                .then()
                .statusCode(404);
        Signed.in("vecina")
                .request()
                .formParam("nonce", Forms.nonce())
                .post("/comments/" + comment + "/withdrawal")
                .then()
                .statusCode(303);
        Document page = thread(on);
        assertTrue(page.select("#" + comment).text().contains("retirado"));
        assertTrue(!page.text().contains("Esto lo retiro"));
    }

    @Test
    void anEmptyCommentIsShownAgainAndAnEndedPhaseTakesNone() {
        Signed resident = Signed.in("vecina");
        resident.request()
                .formParam("nonce", Forms.nonce())
                .formParam("on", "proposal:" + proposal(3))
                .formParam("body", "  ")
                .post("/comments")
                .then()
                .statusCode(422);
        resident.request()
                .formParam("nonce", Forms.nonce())
                .formParam("on", "process:plaza-del-encuentro")
                .formParam("body", "Tarde")
                .post("/comments")
                .then()
                .statusCode(409);
        resident.request()
                .formParam("nonce", Forms.nonce())
                .formParam("on", "proposal:P-00000000")
                .formParam("body", "Nada")
                .post("/comments")
                .then()
                .statusCode(404);
    }

    @Test
    void aLongThreadIsPagedWithoutLossOrRepetition() {
        String on = "process:tu-distrito";
        for (int i = 0; i < 23; i++) {
            say(i % 2 == 0 ? "vecina" : "vecino", on, "", "", "Comentario número " + i);
        }
        Set<String> seen = new TreeSet<>();
        String next = "/comments?on=" + on;
        while (next != null) {
            Document page = Jsoup.parse(Signed.browser()
                    .urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
            page.select("article.voice").forEach(voice -> assertTrue(seen.add(voice.id())));
            var link = page.select("main a.button[href*=cursor]").first();
            next = link == null ? null : link.attr("href");
        }
        assertTrue(seen.size() >= 23, seen.size() + " comments");
    }

    private static Document at(String path) {
        return Jsoup.parse(Signed.browser()
                .urlEncodingEnabled(false)
                .get(path.replaceFirst("^https?://[^/]+", "").replaceFirst("#.*", ""))
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    @Test
    void everyReplyOfALongTalkIsReachedAndHasItsPermalink() {
        String on = "proposal:" + proposal(4);
        String root = say("vecina", on, "", "", "Empieza una charla larga.");
        Set<String> said = new TreeSet<>();
        for (int i = 0; i < Talks.REPLIES + 7; i++) {
            said.add(say(i % 2 == 0 ? "vecino" : "vecina", on, root, "", "Respuesta número " + i));
        }
        Set<String> seen = new TreeSet<>();
        String next = "/comments?on=" + on + "&order=newest";
        while (next != null) {
            Document page = at(next);
            page.select("article.depth-2").forEach(voice -> seen.add(voice.id()));
            var link = page.select("main a.button[href*=root]").first();
            next = link == null ? null : link.attr("href");
        }
        assertTrue(seen.containsAll(said), seen.size() + " of " + said.size());
        for (String reply : said) {
            String page = Signed.browser()
                    .get("/comments/" + reply)
                    .then()
                    .statusCode(303)
                    .extract()
                    .header("Location");
            assertEquals(1, at(page).select("#" + reply).size(), reply);
        }
    }

    @Test
    void aReplyStandsUnderWhatItAnswers() {
        String on = "proposal:" + proposal(5);
        String root = say("vecina", on, "", "", "Una pregunta con dos respuestas.");
        String first = say("vecino", on, root, "", "La primera respuesta.");
        String second = say("vecino", on, root, "", "La segunda respuesta.");
        String toFirst = say("vecina", on, first, "", "Contesto a la primera.");
        List<String> order = at("/comments?on=" + on + "&order=newest")
                .select("article.voice")
                .eachAttr("id");
        int at = order.indexOf(root);
        assertEquals(List.of(root, first, toFirst, second), order.subList(at, at + 4));
    }

    @Test
    void whatIsTypedOnTheProposalsPageIsThereAfterSigningIn() {
        String proposal = proposal(6);
        String kept = Signed.browser()
                .header("Referer", RestAssured.baseURI + ":" + RestAssured.port + "/proposals/" + proposal)
                .formParam("on", "proposal:" + proposal)
                .formParam("body", "Escrito antes de ingresar")
                .post("/comments")
                .then()
                .statusCode(303)
                .extract()
                .cookie("kept");
        Signed.in("vecina")
                .request()
                .cookie("kept", kept)
                .get("/proposals/" + proposal)
                .then()
                .statusCode(200)
                .body(containsString("Escrito antes de ingresar"));
        String without = Signed.browser()
                .formParam("on", "proposal:" + proposal)
                .formParam("body", "Sin decir de qué página")
                .post("/comments")
                .then()
                .statusCode(303)
                .extract()
                .cookie("kept");
        Signed.in("vecina")
                .request()
                .cookie("kept", without)
                .get("/comments")
                .then()
                .statusCode(200)
                .body(containsString("Sin decir de qué página"));
    }

    @Test
    void whatAnEndedPhaseRefusesIsShownAgain() {
        Signed.in("vecina")
                .request()
                .formParam("nonce", Forms.nonce())
                .formParam("on", "process:plaza-del-encuentro")
                .formParam("body", "Llegué tarde con esto")
                .post("/comments")
                .then()
                .statusCode(409)
                .body(containsString("Llegué tarde con esto"));
    }

    @Test
    void anAgreementWithoutSenseOrWithoutSignInIsAnsweredWell() {
        String comment = say("vecina", "proposal:" + proposal(7), "", "", "Algo para acordar.");
        Signed.browser().get("/comments/" + comment + "/agreement").then().statusCode(303);
        Signed.in("vecino")
                .request()
                .formParam("nonce", Forms.nonce())
                .formParam("direction", "x")
                .post("/comments/" + comment + "/agreement")
                .then()
                .statusCode(409);
        Signed.browser()
                .get("/comments?on=proposal:" + proposal(7) + "&reply=K-00000000")
                .then()
                .statusCode(404);
    }

    private static Response edit(String username, String comment, String body) {
        Signed speaker = Signed.in(username);
        String version = Jsoup.parse(
                        speaker.request().get("/comments/" + comment + "/edit").asString())
                .select("input[name=version]")
                .val();
        return edit(speaker, comment, body, version);
    }

    private static Response edit(Signed speaker, String comment, String body, String version) {
        return speaker.request()
                .formParam("nonce", Forms.nonce())
                .formParam("body", body)
                .formParam("version", version)
                .post("/comments/" + comment + "/edit");
    }

    @Test
    void whoEditsReadsUnderWhichNameItIsPublic() {
        String comment = say("vecina", "proposal:" + proposal(8), "", "", "¿Con qué nombre?");
        String form = Signed.in("vecina")
                .get("/comments/" + comment + "/edit")
                .select("main form")
                .text();
        assertTrue(form.contains("Es público, con el nombre Vera Ejemplo."), form);
    }

    @Test
    void anEditIsMarkedOnceSomebodyReliedOnTheWords() {
        String on = "proposal:" + proposal(8);
        String comment = say("vecina", on, "", "", "Con herror.");
        assertEquals(303, edit("vecina", comment, "Con error de tipeo.").statusCode());
        assertTrue(thread(on).select("#" + comment + " a[href$=history]").isEmpty());
        assertTrue(thread(on).select("#" + comment).text().contains("Con error de tipeo."));
        String reply = say("vecino", on, comment, "", "Lo leí así.");
        assertEquals(303, edit("vecina", comment, "Ahora digo algo más.").statusCode());
        assertEquals(1, thread(on).select("#" + comment + " a[href$=history]").size());
        Document history = at("/comments/" + comment + "/history");
        assertEquals(2, history.select("section.box").size());
        assertTrue(history.select("del").text().contains("error"));
        assertTrue(history.select("ins").text().contains("Ahora"));
        assertEquals(
                404, edit(Signed.in("vecino"), comment, "De otra persona", "1").statusCode());
        assertTrue(Jsoup.parse(Signed.in("vecina")
                        .request()
                        .get("/comments?on=" + on + "&reply=" + reply)
                        .asString())
                .select("#say blockquote")
                .text()
                .contains("Lo leí así."));
    }

    @Test
    void twoWindowsThatEditKeepBothTexts() {
        String comment = say("vecina", "proposal:" + proposal(9), "", "", "Primera redacción.");
        Signed speaker = Signed.in("vecina");
        String version = Jsoup.parse(
                        speaker.request().get("/comments/" + comment + "/edit").asString())
                .select("input[name=version]")
                .val();
        assertEquals(303, edit(speaker, comment, "Desde una ventana.", version).statusCode());
        Response late = edit(speaker, comment, "Desde la otra.", version);
        assertEquals(409, late.statusCode());
        assertTrue(late.asString().contains("Desde una ventana."));
        assertTrue(late.asString().contains("Desde la otra."));
        Response empty = edit(speaker, comment, "", version);
        assertEquals(422, empty.statusCode());
    }

    @Test
    void aRepresentativeSpeaksForTheirOrganisationAndNobodyElseDoes() {
        String on = "proposal:" + proposal(10);
        Document form = Jsoup.parse(
                Signed.in("organizacion").request().get("/comments?on=" + on).asString());
        String organisation = form.select("#say input[name=name]").last().val();
        assertTrue(!organisation.isEmpty());
        Response said = Signed.in("organizacion")
                .request()
                .formParam("nonce", Forms.nonce())
                .formParam("on", on)
                .formParam("name", organisation)
                .formParam("body", "Lo decimos como organización.")
                .post("/comments");
        assertEquals(303, said.statusCode());
        String code = code(said);
        assertEquals(1, thread(on).select("#" + code + " .face.org").size());
        Signed.in("vecina")
                .request()
                .formParam("nonce", Forms.nonce())
                .formParam("on", on)
                .formParam("name", organisation)
                .formParam("body", "Me hago pasar.")
                .post("/comments")
                .then()
                .statusCode(422)
                .body(containsString("Me hago pasar."));
    }

    @Test
    void whatAModeratorHidIsStillTheAuthorsToTakeBackAndCountsOnce() {
        String about = proposal(11);
        int before = comments(about);
        String comment = say("vecina", "proposal:" + about, "", "", "Esto lo va a ocultar alguien.");
        assertEquals(before + 1, comments(about));
        QuarkusTransaction.requiringNew().run(() -> {
            Comment found = Comment.byCode(comment).orElseThrow();
            publishing.hide(found, now.instant(), found.authorId(), Map.of("rule", "other"));
        });
        assertEquals(before, comments(about));
        assertEquals(
                404, Signed.browser().get("/comments/" + comment + "/history").statusCode());
        assertEquals(409, edit(Signed.in("vecina"), comment, "De nuevo", "").statusCode());
        Signed.in("vecina")
                .request()
                .formParam("nonce", Forms.nonce())
                .post("/comments/" + comment + "/withdrawal")
                .then()
                .statusCode(303);
        assertEquals(before, comments(about));
        assertTrue(thread("proposal:" + about).select("#" + comment).text().contains("retirado"));
    }

    private int comments(String proposal) {
        ledger.drain();
        return Signed.given().get("/api/v1/proposals/" + proposal).path("comments");
    }
}
