package org.ronda.comment;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
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
}
