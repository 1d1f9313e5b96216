package org.ronda.proposal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
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

/** A resident writes a proposal and others support it, through the pages. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ProposalFlowTest {
    private static final String LIST = "/processes/tu-distrito/proposals";

    @Inject
    Ledger ledger;

    private static String draft(Signed who, String title) {
        Document form = who.get(LIST + "/new");
        Response answer = who.request()
                .formParam("nonce", form.select("input[name=nonce]").val())
                .formParam("phase", form.select("input[name=phase]").val())
                .formParam("title", title)
                .formParam("problem", "Hace falta")
                .formParam("solution", "Hacerlo")
                .formParam("then", "check")
                .post(LIST);
        assertEquals(303, answer.statusCode());
        return path(answer).replace("/check", "");
    }

    private static String path(Response answer) {
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private static Response publish(Signed who, String proposal) {
        return who.request().formParam("nonce", who.nonce(proposal + "/check")).post(proposal + "/publication");
    }

    @Test
    void aProposalIsDraftedCheckedPublishedAndHasAReceipt() {
        Signed resident = Signed.in("vecina");
        String proposal = draft(resident, "Bebederos en todas las plazas");
        Signed.browser().get(proposal).then().statusCode(404);
        Response published = publish(resident, proposal);
        assertEquals(303, published.statusCode());
        assertTrue(path(published).startsWith("/receipts/R-"), path(published));
        ledger.drain();
        Signed.browser().get(path(published)).then().statusCode(200).body(containsString("número"));
        Signed.browser().get(proposal).then().statusCode(200).body(containsString("Bebederos en todas las plazas"));
    }

    @Test
    void aForeignDraftDoesNotExist() {
        String proposal = draft(Signed.in("vecina"), "Un borrador que nadie ve");
        Signed other = Signed.in("vecino");
        for (String page : new String[] {"", "/edit", "/check", "/withdrawal", "/history"}) {
            other.request().get(proposal + page).then().statusCode(404);
        }
        other.request()
                .formParam("nonce", "x")
                .post(proposal + "/publication")
                .then()
                .statusCode(404);
    }

    @Test
    void supportingASimilarOneInsteadKeepsTheDraftAndSaysSo() {
        Signed writer = Signed.in("monitoreo");
        String there = draft(Signed.in("vecina"), "Bancos con respaldo en la costanera norte");
        publish(Signed.in("vecina"), there);
        String typed = "Bancos con respaldo en la costanera";
        Document form = writer.get(LIST + "/new");
        Document similar = Jsoup.parse(writer.request()
                .queryParam("phase", form.select("input[name=phase]").val())
                .queryParam("title", typed)
                .get(LIST + "/similar")
                .asString());
        String button = similar.select("li:has(a[href=" + there + "]) button[name=then]")
                .val();
        assertTrue(similar.select("form").isEmpty(), "a form in the form that it is shown in");
        String leads = path(writer.request()
                .formParam("nonce", form.select("input[name=nonce]").val())
                .formParam("phase", form.select("input[name=phase]").val())
                .formParam("title", typed)
                .formParam("then", button)
                .post(LIST));
        assertTrue(leads.startsWith(there + "?kept=P-"), leads);
        Document supported = writer.get(leads);
        assertTrue(supported.select("[role=status]").text().contains(typed));
        assertEquals(1, supported.select("form[action$=/support/withdrawal]").size());
        String draft = supported.select("[role=status] a[href$=/edit]").attr("href");
        assertEquals(typed, writer.get(draft).select("input[name=title]").val());
        assertTrue(writer.get("/me").text().contains(typed));
        assertTrue(Signed.in("vecino").get(leads).select("[role=status]").isEmpty());

        // without scripts: on the page that checks the draft
        writer.request()
                .formParam("nonce", writer.nonce(there))
                .post(there + "/support/withdrawal")
                .then()
                .statusCode(303);
        Document check = writer.get(draft.replace("/edit", "/check"));
        var chosen = check.select("form[action=" + there + "/support]");
        String again = path(writer.request()
                .formParam("nonce", chosen.select("input[name=nonce]").val())
                .formParam("meaning", chosen.select("input[name=meaning]").val())
                .formParam("draft", chosen.select("input[name=draft]").val())
                .post(there + "/support"));
        assertTrue(again.startsWith(there + "?kept=P-"), again);
        assertTrue(writer.get(again).select("[role=status]").text().contains(typed));
    }

    @Test
    void aDoubleClickPublishesOnceWithTheSameReceipt() {
        Signed resident = Signed.in("vecina");
        String proposal = draft(resident, "Doble clic en publicar");
        String nonce = resident.nonce(proposal + "/check");
        String first = path(resident.request().formParam("nonce", nonce).post(proposal + "/publication"));
        String second = path(resident.request().formParam("nonce", nonce).post(proposal + "/publication"));
        assertEquals(first, second);
    }

    @Test
    void anIncompleteProposalIsNotPublishedAndSaysWhatIsMissing() {
        Signed resident = Signed.in("vecina");
        Document form = resident.get(LIST + "/new");
        Response answer = resident.request()
                .formParam("nonce", form.select("input[name=nonce]").val())
                .formParam("phase", form.select("input[name=phase]").val())
                .formParam("title", "Corto")
                .formParam("then", "check")
                .post(LIST);
        assertTrue(path(answer).endsWith("/edit?check=true"), path(answer));
        Document fields = resident.get(path(answer));
        assertEquals("Contá cuál es el problema.", fields.select("#e-problem").text());
        assertEquals("Corto", fields.select("#f-title").val());
        String proposal = path(answer).replace("/edit?check=true", "");
        Response refused = resident.request()
                .formParam("nonce", resident.nonce(proposal + "/check"))
                .post(proposal + "/publication");
        assertEquals(422, refused.statusCode());
        Document summary = Jsoup.parse(refused.asString());
        assertTrue(summary.select("#errors").text().contains("al menos 8 caracteres"), summary.text());
        assertEquals(
                proposal + "/edit#f-title", summary.select("#errors a").first().attr("href"));
        Signed.browser().get(proposal).then().statusCode(404);
    }

    @Test
    void whoIsNotSignedInKeepsWhatWasTyped() {
        String kept = Signed.browser()
                .header("Referer", RestAssured.baseURI + ":" + RestAssured.port + LIST + "/new")
                .formParam("title", "Escrito sin haber ingresado")
                .formParam("nonce", "x")
                .post(LIST)
                .then()
                .statusCode(303)
                .header("Location", containsString("/sign-in"))
                .extract()
                .cookie("kept");
        Signed.in("vecina")
                .request()
                .cookie("kept", kept)
                .get(LIST + "/new")
                .then()
                .statusCode(200)
                .body(containsString("Escrito sin haber ingresado"));
    }

    @Test
    void aSupportIsGivenOnceShownAtOnceAndTakenBack() {
        String proposal = draft(Signed.in("vecina"), "Algo que otro vecino apoya");
        assertEquals(303, publish(Signed.in("vecina"), proposal).statusCode());
        Signed other = Signed.in("vecino");
        support(other, proposal).then().statusCode(303).header("Location", containsString("/receipts/"));
        assertEquals("1", supports(other, proposal));
        support(other, proposal).then().statusCode(303);
        assertEquals("1", supports(other, proposal));
        other.request()
                .formParam("nonce", other.nonce(proposal))
                .post(proposal + "/support/withdrawal")
                .then()
                .statusCode(303);
        assertEquals("0", supports(other, proposal));
        ledger.drain();
        assertEquals("0", supports(other, proposal));
    }

    private static Response support(Signed who, String proposal) {
        return who.request()
                .formParam("nonce", Forms.nonce())
                .formParam("meaning", 1)
                .post(proposal + "/support");
    }

    private static String supports(Signed who, String proposal) {
        return who.get(proposal).select(".figures dd").first().text();
    }

    @Test
    void nobodySupportsTheirOwn() {
        Signed resident = Signed.in("monitoreo");
        String proposal = draft(resident, "Mi propia idea para el barrio");
        assertEquals(303, publish(resident, proposal).statusCode());
        support(resident, proposal).then().statusCode(409);
    }

    @Test
    void whatIsWithdrawnLeavesAMarkAndNoWords() {
        Signed resident = Signed.in("monitoreo");
        String proposal = draft(resident, "Me arrepiento de esta idea");
        assertEquals(303, publish(resident, proposal).statusCode());
        resident.request()
                .formParam("nonce", resident.nonce(proposal + "/withdrawal"))
                .post(proposal + "/withdrawal")
                .then()
                .statusCode(303)
                .header("Location", startsWith("/receipts/"));
        String shown =
                Signed.browser().get(proposal).then().statusCode(200).extract().asString();
        assertTrue(!shown.contains("Me arrepiento"), shown);
    }

    @Test
    void whoSupportsWhatWasJustWithdrawnIsToldSoAndKeepsWhatWasTyped() {
        Signed resident = Signed.in("monitoreo");
        String proposal = draft(resident, "Una huerta que dura poco tiempo");
        assertEquals(303, publish(resident, proposal).statusCode());
        resident.request()
                .formParam("nonce", resident.nonce(proposal + "/withdrawal"))
                .post(proposal + "/withdrawal")
                .then()
                .statusCode(303);
        Signed other = Signed.in("vecino");
        support(other, proposal)
                .then()
                .statusCode(409)
                .body(containsString("ya no es público"))
                .body(containsString("<title>Propuestas"));
        Document form = other.get(LIST + "/new");
        other.request()
                .formParam("nonce", form.select("input[name=nonce]").val())
                .formParam("phase", form.select("input[name=phase]").val())
                .formParam("title", "Una huerta que dura poco")
                .formParam("then", "instead:" + proposal.replace("/proposals/", "") + ":1")
                .post(LIST)
                .then()
                .statusCode(409)
                .body(containsString("ya no es público"))
                .body(containsString("Una huerta que dura poco"));
        support(other, draft(resident, "Un borrador que nadie apoya")).then().statusCode(404);
    }

    @Test
    void anUnchangedProposalIsNoNewVersion() {
        Signed resident = Signed.in("monitoreo");
        String proposal = draft(resident, "Un banco que queda como está");
        assertEquals(303, publish(resident, proposal).statusCode());
        support(Signed.in("vecino"), proposal).then().statusCode(303);
        for (String change : new String[] {"correction", "meaning"}) {
            revised(resident, proposal, "Hacerlo", change)
                    .then()
                    .statusCode(422)
                    .body(containsString("No cambiaste nada"));
        }
        assertEquals(
                1,
                resident.get(proposal + "/history").select("main section.box").size());
        assertEquals(
                303, revised(resident, proposal, "Hacerlo pronto", "correction").statusCode());
        assertEquals(
                2,
                resident.get(proposal + "/history").select("main section.box").size());
        ledger.drain();
        assertEquals("1", supports(resident, proposal));
    }

    @Test
    void aLongHistoryHasPages() {
        Signed resident = Signed.in("monitoreo");
        String proposal = draft(resident, "Un cantero que se corrige mucho");
        assertEquals(303, publish(resident, proposal).statusCode());
        support(Signed.in("vecino"), proposal).then().statusCode(303);
        for (int n = 2; n <= 12; n++) {
            assertEquals(
                    303,
                    revised(resident, proposal, "Hacerlo " + n, "correction").statusCode());
        }
        Document latest =
                Jsoup.parse(Signed.browser().get(proposal + "/history").asString());
        assertEquals(10, latest.select("main section.box").size());
        String next = latest.select("main a[href*=before]").attr("href");
        Document earlier = Jsoup.parse(Signed.browser().get(next).asString());
        assertEquals(2, earlier.select("main section.box").size());
        assertEquals(
                "Hacerlo 2",
                earlier.select("main section.box")
                        .first()
                        .select("p.words")
                        .last()
                        .text());
        assertTrue(earlier.select("main a[href*=before]").isEmpty());
    }

    private static Response revised(Signed who, String proposal, String solution, String change) {
        Document form = who.get(proposal + "/edit");
        return who.request()
                .formParam(
                        "nonce", form.select("form[enctype] input[name=nonce]").val())
                .formParam(
                        "version",
                        form.select("form[enctype] input[name=version]").val())
                .formParam("title", form.select("#f-title").val())
                .formParam("problem", "Hace falta")
                .formParam("solution", solution)
                .formParam("change", change)
                .post(proposal);
    }

    @Test
    void aDraftThatIsTooLongIsRefusedWhileItIsTyped() {
        Signed resident = Signed.in("monitoreo");
        String proposal = draft(resident, "Un borrador que crece");
        resident.request()
                .multiPart("title", "a".repeat(500))
                .multiPart("problem", "Falta")
                .post(proposal + "/draft")
                .then()
                .statusCode(422);
        assertTrue(resident.get(proposal + "/edit").select("#f-title").val().startsWith("Un borrador"));
    }

    @Test
    void unknownFilterValuesAreABadRequest() {
        Signed.browser().get(LIST + "?order=loudest").then().statusCode(400);
        Signed.browser().get(LIST + "?state=draft").then().statusCode(400);
        Signed.browser().get(LIST + "?cursor=nonsense").then().statusCode(400);
    }

    @Test
    void whatWasSaidInOneNameIsListedFromItsPage() {
        Signed representative = Signed.in("organizacion");
        Document form = representative.get(LIST + "/new");
        String organisation = form.select("input[name=name][value^=G-]").val();
        Response answer = representative
                .request()
                .formParam("nonce", form.select("input[name=nonce]").val())
                .formParam("phase", form.select("input[name=phase]").val())
                .formParam("title", "Una rampa que pide la organización")
                .formParam("problem", "Hace falta")
                .formParam("solution", "Hacerlo")
                .formParam("name", organisation)
                .formParam("then", "check")
                .post(LIST);
        String theirs = path(answer).replace("/check", "");
        assertEquals(303, publish(representative, theirs).statusCode());
        String list = Jsoup.parse(Signed.browser().get(theirs).asString())
                .select("h1 + p a")
                .attr("href");
        assertTrue(list.endsWith("&author=" + organisation), list);
        Document listed = Jsoup.parse(Signed.browser().get(list).asString());
        assertTrue(listed.select("article.card").text().contains("Una rampa que pide la organización"));
        assertEquals(organisation, listed.select("#author option[selected]").val());
        // the person who speaks for it is not found by it
        String mine =
                representative.get(LIST).select("#author option[value^=U-]").val();
        assertTrue(!representative
                .get(list.replace(organisation, mine))
                .text()
                .contains("Una rampa que pide la organización"));
        assertTrue(Jsoup.parse(Signed.browser().get(LIST).asString())
                .select("#author")
                .isEmpty());
        // gives its place back to the tests that come
        representative
                .request()
                .formParam("nonce", representative.nonce(theirs + "/withdrawal"))
                .post(theirs + "/withdrawal")
                .then()
                .statusCode(303);
    }

    @Test
    void everyPageOfTheListShowsOtherProposals() {
        Set<String> seen = new TreeSet<>();
        String next = LIST;
        int pages = 0;
        while (next != null) {
            Document page = Jsoup.parse(Signed.browser()
                    .urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
            for (var code : page.select("article.card .code")) {
                assertTrue(seen.add(code.text()), "twice: " + code.text());
            }
            var link = page.select("main a.button[href*=cursor]").first();
            next = link == null ? null : LIST + link.attr("href");
            pages++;
        }
        assertTrue(pages >= 3, pages + " pages");
        assertTrue(seen.size() >= 60, seen.size() + " proposals");
    }

    @Test
    void aForgedRequestIsRefused() {
        given().header("Sec-Fetch-Site", "cross-site").post(LIST).then().statusCode(403);
    }
}
