package org.ronda.comment;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.kernel.Forms;
import org.ronda.ledger.Ledger;

/** People talk about a proposal, through the pages. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CommentFlowTest {
    @Inject
    Ledger ledger;

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
        return answer.header("Location").replaceFirst(".*/comments/", "");
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
            var link = page.select("a.button[href*=cursor]").first();
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
            var link = page.select("a.button[href*=root]").first();
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
}
