package org.ronda.commitment;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Race;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.comment.Comment;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.Outcome;
import org.ronda.contribution.Sitting;
import org.ronda.contribution.SittingInput;
import org.ronda.contribution.Sittings;
import org.ronda.identity.Newcomer;
import org.ronda.identity.Participant;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.ledger.Ledger;

/** A change of a clause from the form to the version that has its words, or to the reasons why none does. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AmendmentFlowTest {
    @Inject
    DraftWorld world;

    @Inject
    Amending amending;

    @Inject
    Adopting adopting;

    @Inject
    Answering answering;

    @Inject
    Drafting drafting;

    @Inject
    Arranging arranging;

    @Inject
    Releasing releasing;

    @Inject
    Sittings sittings;

    @Inject
    Ledger ledger;

    private DraftWorld.Draft draft;
    private Newcomer resident;

    @BeforeEach
    void aDraftIsPublic() {
        draft = world.open();
        resident = Newcomer.admitted();
    }

    private Participant person(Newcomer newcomer) {
        return newcomer.row();
    }

    private Response form(Newcomer by, String then, String... fields) {
        String nonce = by.get(draft.address() + "/amendments/new?clause=action")
                .select("#amend input[name=nonce]")
                .val();
        return DraftWorld.send(
                by.request(), nonce, draft.address() + "/amendments", DraftWorld.and(fields, "then", then));
    }

    private Response change(Newcomer by, String then, String words, String reason) {
        return form(by, then, "clause", "action", "does", "replace", "version", "1", "words", words, "reason", reason);
    }

    private String propose(Newcomer by, String words) {
        return propose(by, "action", "replace", "", words);
    }

    private String propose(Newcomer by, String key, String does, String heading, String words) {
        String code = amending.propose(draft.code(), key, does, heading, words, "Porque hace falta.", person(by))
                .code();
        ledger.drain();
        return code;
    }

    private String sitting() {
        return sittings.record(
                        draft.processId(),
                        new SittingInput(
                                LocalDate.now().minusDays(1).toString(), "VOTES", "7", "2", "1", "Faltó tiempo.", ""),
                        Language.ES,
                        draft.moderator())
                .code();
    }

    private Outcome decide(String code, OutcomeInput input) {
        return adopting.decide(code, input, Language.ES, draft.moderator());
    }

    private static OutcomeInput saying(String does, String sitting) {
        return new OutcomeInput(does, "Se conversó y es razonable.", sitting, "", "", "", "", 0);
    }

    private String working(String key) {
        return drafting.text(draft.code(), key).orElseThrow().words();
    }

    private void publish() {
        releasing.publish(draft.code(), drafting.seen(draft.code()), "Lo que se decidió.", draft.moderator());
        ledger.drain();
    }

    @Test
    void aChangeIsLookedAtBeforeItIsSentAndThenEverybodyReadsIt() {
        String words = DraftWorld.ACTION.replace("quince", "diez");
        Document looked = Jsoup.parse(change(resident, "check", words, "La ordenanza dice diez.")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertEquals("quince", looked.select("section[role=status] del").text());
        assertEquals("diez", looked.select("section[role=status] ins").text());
        assertEquals(
                List.of(),
                resident.get(draft.address() + "/amendments").select(".card").eachText());
        change(resident, "send", words, "La ordenanza dice diez.").then().statusCode(303);
        ledger.drain();
        Document list = resident.get(draft.address() + "/amendments");
        assertEquals("diez", list.select(".card ins").text());
        assertEquals(
                "1 cambio propuesto",
                resident.get(draft.address())
                        .select("#action .does a[href*=amendments?]")
                        .first()
                        .ownText());
        String page = list.select(".card h2 a").attr("href");
        Signed.browser()
                .get(page)
                .then()
                .statusCode(200)
                .body(containsString("La ordenanza dice diez."))
                .body(containsString("Abierto"));
        Signed.browser()
                .get("/api/v1" + draft.address() + "/amendments")
                .then()
                .statusCode(200)
                .body("items.state", hasItem("OPEN"))
                .body("items[0].before", equalTo(DraftWorld.ACTION))
                .body("items[0].words", equalTo(words));
        boolean isOwed = QuarkusTransaction.requiringNew()
                .call(() -> Amendment.byCode(page.substring(page.lastIndexOf('/') + 1))
                        .orElseThrow()
                        .isOwedAnswer());
        assertTrue(isOwed);
    }

    @Test
    void whatIsMissingIsSaidBesideItsFieldAndNothingIsLost() {
        change(resident, "send", DraftWorld.ACTION, "Nada cambia.")
                .then()
                .statusCode(422)
                .body(containsString("Son las mismas palabras"))
                .body(containsString("Nada cambia."));
        change(resident, "check", "Otra cosa.", " ").then().statusCode(422).body(containsString("Otra cosa."));
        form(
                        resident,
                        "send",
                        "clause",
                        "action",
                        "does",
                        "insert_after",
                        "version",
                        "1",
                        "words",
                        "Más.",
                        "reason",
                        "Sí.")
                .then()
                .statusCode(422)
                .body(containsString("Decí cómo se llama la cláusula nueva."));
        form(resident, "send", "clause", "title", "does", "delete", "version", "1", "words", "", "reason", "Sí.")
                .then()
                .statusCode(422)
                .body(containsString("título"));
        Signed.browser()
                .get(draft.address() + "/amendments/new?clause=nowhere")
                .then()
                .statusCode(404);
    }

    @Test
    void anotherOneOfTheSameWordsIsShownBeforeSendingAndCanBeSupportedInstead() {
        String theirs = propose(Newcomer.admitted(), DraftWorld.ACTION.replace("quince", "diez"));
        propose(Newcomer.admitted(), DraftWorld.ACTION.replace("pedidos", "solicitudes"));
        Document looked = Jsoup.parse(change(resident, "check", DraftWorld.ACTION.replace("quince", "cinco"), "Antes.")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertEquals(List.of(theirs), looked.select("#rivals .card .code").eachText());
        String instead = looked.select("#rivals button[name=then]").val();
        change(resident, instead, DraftWorld.ACTION.replace("quince", "cinco"), "Antes.")
                .then()
                .statusCode(303);
        ledger.drain();
        assertEquals(
                "1", resident.get("/amendments/" + theirs).select(".figures dd").text());
        assertEquals(
                2, resident.get(draft.address() + "/amendments").select(".card").size());
    }

    @Test
    void aChangeOfAVersionThatIsNoLongerThePresentOneIsShownAgainstThePresentWords() {
        String mine = DraftWorld.ACTION.replace("pedidos", "solicitudes");
        drafting.beginVersion(draft.code(), draft.moderator());
        world.write(draft, "action", DraftWorld.ACTION.replace("quince", "diez"));
        publish();
        Document again = Jsoup.parse(change(resident, "send", mine, "Más claro.")
                .then()
                .statusCode(409)
                .extract()
                .asString());
        assertTrue(again.select(".notice ins").text().contains("diez"));
        String both = again.select("textarea[name=words]").val().strip();
        assertEquals(mine.replace("quince", "diez"), both);
        form(
                        resident,
                        "send",
                        "clause",
                        "action",
                        "does",
                        "replace",
                        "version",
                        "2",
                        "words",
                        both,
                        "reason",
                        "Más claro.")
                .then()
                .statusCode(303);
    }

    @Test
    void itsAuthorTakesItBackAndOnlyItsMarkIsLeft() {
        String code = propose(resident, DraftWorld.ACTION.replace("quince", "diez"));
        Newcomer.admitted()
                .request()
                .get("/amendments/" + code + "/withdrawal")
                .then()
                .statusCode(404);
        DraftWorld.send(
                        resident.request(),
                        resident.get("/amendments/" + code + "/withdrawal")
                                .select("input[name=nonce]")
                                .val(),
                        "/amendments/" + code + "/withdrawal")
                .then()
                .statusCode(303);
        ledger.drain();
        Signed.browser()
                .get("/amendments/" + code)
                .then()
                .statusCode(200)
                .body(containsString("lo retiró"))
                .body(not(containsString("diez")));
        assertEquals(
                List.of(),
                resident.get(draft.address() + "/amendments").select(".card").eachText());
    }

    @Test
    void whatIsAdoptedIsInTheNextVersionWithWhereItCameFrom() {
        String words = DraftWorld.ACTION.replace("quince", "diez");
        String code = propose(resident, words);
        String sitting = sitting();
        decide(code, saying("adopt", sitting));
        assertEquals(words, working("action"));
        Document before = resident.get("/amendments/" + code);
        assertTrue(before.select(".outcome").isEmpty(), "nobody is told before the version is public");
        publish();
        Document after = resident.get("/amendments/" + code);
        assertTrue(after.select(".outcome").text().contains("Se conversó y es razonable."));
        assertEquals("diez", after.select(".outcome ins").text());
        Document page = resident.get(draft.address());
        assertEquals("Viene de 1 aporte", page.select("#action .origin").text());
        Document origins = resident.get(page.select("#action .origin").attr("href"));
        assertTrue(origins.text().contains(code));
        assertTrue(resident.get("/sittings/" + sitting).text().contains(code));
        Signed.browser()
                .get("/api/v1/contributions/" + code + "/effects")
                .then()
                .statusCode(200)
                .body("decision", equalTo("ADOPTED"))
                .body("effects[0].after", equalTo(words));
        Signed.browser()
                .get("/api/v1" + draft.address() + "/versions/2/provenance")
                .then()
                .statusCode(200)
                .body("clauses.find { it.clause == 'action' }.sources[0].contribution", equalTo(code));
        Signed.browser()
                .get("/api/v1/amendments/" + code)
                .then()
                .statusCode(200)
                .body("state", equalTo("ADOPTED"));
    }

    @Test
    void aCommentIsTakenInOtherWordsAndSaysWhatItChanged() {
        String comment = world.comment(draft, resident, "action", "Que sean diez días.");
        String words = DraftWorld.ACTION.replace("quince", "diez");
        drafting.beginVersion(draft.code(), draft.moderator());
        OutcomeInput input = new OutcomeInput(
                "take", "Es lo que dice la ordenanza.", sitting(), "action", "action", words, "ADAPTED", 1);
        decide(comment, input);
        publish();
        Signed.browser()
                .get("/api/v1/contributions/" + comment + "/effects")
                .then()
                .statusCode(200)
                .body("decision", equalTo("TAKEN"))
                .body("effects[0].relation", equalTo("ADAPTED"));
        Document thread = resident.get(draft.address() + "?clause=action");
        assertTrue(thread.select("#" + comment).text().contains("Es lo que dice la ordenanza."), thread.text());
    }

    @Test
    void whatIsAddedAndWhatIsRemovedAreClausesThatComeAndGo() {
        String added = propose(resident, "action", "insert_after", "Accesibilidad", "En lectura fácil.");
        String removed = propose(resident, "problem", "delete", "", "");
        String sitting = sitting();
        decide(added, saying("adopt", sitting));
        decide(removed, saying("adopt", sitting));
        publish();
        Document page = resident.get(draft.address());
        assertTrue(page.select(".clause h2").eachText().contains("Accesibilidad"));
        assertTrue(page.select("#problem").isEmpty());
        Document changes = resident.get(draft.address() + "/clauses/problem/origins");
        assertTrue(changes.text().contains(removed));
    }

    @Test
    void aRecommendationIsNoDecisionAndNothingIsPublishedWhileSomethingIsOpen() {
        String one = propose(resident, DraftWorld.ACTION.replace("quince", "diez"));
        String other = propose(Newcomer.admitted(), DraftWorld.ACTION.replace("pedidos", "solicitudes"));
        decide(one, saying("adopt", ""));
        Refused open = assertThrows(Refused.class, this::publish);
        assertTrue(open.in(Language.ES).contains("Falta decidir sobre 1 aporte"), open.in(Language.ES));
        decide(other, saying("not_taken", sitting()));
        Refused recommended = assertThrows(Refused.class, this::publish);
        assertTrue(recommended.in(Language.ES).contains("1 recomendación"), recommended.in(Language.ES));
        adopting.decided(one, sitting(), draft.moderator());
        publish();
        assertTrue(resident.get("/amendments/" + other).text().contains("No se adoptó"));
    }

    @Test
    void whatIsCarriedToTheNextRoundIsStillOwedAnAnswerAndDoesNotKeepTheVersion() {
        String one = propose(resident, DraftWorld.ACTION.replace("quince", "diez"));
        drafting.beginVersion(draft.code(), draft.moderator());
        world.write(draft, "problem", "Quien pide información no sabe a qué oficina ir.");
        Refused last = assertThrows(
                Refused.class, () -> answering.carry(one, "Falta un dato.", Language.ES, draft.moderator()));
        assertTrue(last.in(Language.ES).contains("última ronda"));
        world.addRound(draft);
        answering.carry(one, "Falta un dato.", Language.ES, draft.moderator());
        publish();
        boolean isOwed = QuarkusTransaction.requiringNew()
                .call(() -> Amendment.byCode(one).orElseThrow().isOwedAnswer());
        assertTrue(isOwed);
        assertTrue(resident.get("/amendments/" + one).text().contains("Falta un dato."));
    }

    @Test
    void whatWasDecidedIsUndoneAndItsWordsGoWithIt() {
        String code = propose(resident, DraftWorld.ACTION.replace("quince", "diez"));
        decide(code, saying("adopt", ""));
        world.write(draft, "action", working("action").replace("mesa", "oficina"));
        adopting.undo(code, draft.moderator());
        assertEquals(DraftWorld.ACTION.replace("mesa", "oficina"), working("action"));
        decide(code, saying("adopt", ""));
        world.write(draft, "action", working("action").replace("diez", "tres"));
        assertThrows(Refused.class, () -> adopting.undo(code, draft.moderator()));
    }

    @Test
    void nobodyDecidesAboutTheirOwnWordsNorWithoutAReason() {
        String own = amending.propose(
                        draft.code(), "action", "replace", "", "Otra cosa.", "Sí.", world.moderatorOf(draft))
                .code();
        assertThrows(Refused.class, () -> decide(own, saying("adopt", "")));
        String code = propose(resident, DraftWorld.ACTION.replace("quince", "diez"));
        assertThrows(Refused.class, () -> decide(code, new OutcomeInput("adopt", "", "", "", "", "", "", 0)));
        assertThrows(
                NotFoundException.class,
                () -> adopting.decide(
                        code, saying("adopt", ""), Language.ES, person(resident).id()));
    }

    @Test
    void ofTwoAdoptionsAtOnceOfTheSameWordsOneIsToldAndOfOthersBothAreInTheText() {
        String diez = propose(resident, DraftWorld.ACTION.replace("quince", "diez"));
        String cinco = propose(Newcomer.admitted(), DraftWorld.ACTION.replace("quince", "cinco"));
        String oficina = propose(Newcomer.admitted(), DraftWorld.ACTION.replace("mesa", "oficina"));
        drafting.beginVersion(draft.code(), draft.moderator());
        List<Race.Outcome<Outcome>> outcomes = Race.of(List.of(
                () -> decide(diez, saying("adopt", "")),
                () -> decide(cinco, saying("adopt", "")),
                () -> decide(oficina, saying("adopt", ""))));
        assertEquals(2, outcomes.stream().filter(Race.Outcome::isDone).count());
        assertTrue(outcomes.get(2).isDone());
        String kept = outcomes.get(0).isDone() ? "diez" : "cinco";
        assertEquals(DraftWorld.ACTION.replace("quince", kept).replace("mesa", "oficina"), working("action"));
    }

    @Test
    void anAmendmentWithoutItsClauseIsStillOwedAnAnswer() {
        String code = propose(resident, "problem", "replace", "", "Otro problema.");
        world.addRound(draft);
        answering.carry(code, "La cláusula se va.", Language.ES, draft.moderator());
        drafting.beginVersion(draft.code(), draft.moderator());
        arranging.remove(draft.code(), "problem", 1, draft.moderator());
        publish();
        assertTrue(resident.get("/amendments/" + code).text().contains("Sin cláusula"));
        decide(code, saying("not_taken", sitting()));
        answering.answer(draft.code(), draft.moderator());
        ledger.drain();
        assertTrue(resident.get("/amendments/" + code).text().contains("No se adoptó"));
    }

    @Test
    void afterInputEndedNothingIsProposedAndWhatIsOpenKeepsItsPlace() {
        Instant later = Instant.now().plus(Duration.ofDays(30));
        Now.during(later, () -> {
            assertThrows(
                    Refused.class,
                    () -> amending.propose(
                            draft.code(), "action", "replace", "", "Tarde.", "Tarde.", person(resident)));
            return null;
        });
        assertFalse(resident.get(draft.address())
                .select("#action .does a[href*='amendments/new']")
                .isEmpty());
    }

    @Test
    void programsProposeSupportAndWithdraw() {
        String code = resident.request()
                .contentType("application/json")
                .body(
                        "{\"clause\":\"action\",\"op\":\"replace\",\"version\":1,\"words\":\"Diez días.\",\"reason\":\"Menos.\"}")
                .post("/api/v1" + draft.address() + "/amendments")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
        Newcomer other = Newcomer.admitted();
        other.request()
                .contentType("application/json")
                .body("{\"meaning\":1}")
                .put("/api/v1/amendments/" + code + "/support")
                .then()
                .statusCode(200);
        ledger.drain();
        Signed.browser()
                .get("/api/v1/amendments/" + code)
                .then()
                .statusCode(200)
                .body("supports", equalTo(1));
        other.request().delete("/api/v1/amendments/" + code).then().statusCode(404);
        resident.request().delete("/api/v1/amendments/" + code).then().statusCode(200);
        Signed.browser().get("/api/v1/amendments/" + code).then().statusCode(404);
        Contribution.State state = QuarkusTransaction.requiringNew()
                .call(() -> Amendment.byCode(code).orElseThrow().state());
        assertEquals(Contribution.State.WITHDRAWN, state);
    }

    @Test
    void aSittingIsRecordedByWhoModeratesAndReadByEverybody() {
        Signed mora = Signed.in("moderacion");
        String list = draft.processAddress() + "/sittings";
        String day = LocalDate.now().minusDays(2).toString();
        DraftWorld.send(
                        mora.request(),
                        mora.nonce(list + "/new"),
                        list,
                        "heldOn",
                        day,
                        "method",
                        "VOTES",
                        "votesFor",
                        "x")
                .then()
                .statusCode(422)
                .body(containsString("Escribí un número"));
        String page = DraftWorld.send(
                        mora.request(),
                        mora.nonce(list + "/new"),
                        list,
                        "heldOn",
                        day,
                        "method",
                        "CONSENSUS",
                        "dissent",
                        "Ninguna.")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        String code = page.substring(page.lastIndexOf('/') + 1);
        assertTrue(resident.get("/sittings/" + code).text().contains("Ninguna."));
        resident.request().get(list + "/new").then().statusCode(404);
        boolean isThere = QuarkusTransaction.requiringNew()
                .call(() -> Sitting.byCode(code).isPresent());
        assertTrue(isThere);
        assertTrue(resident.get(list).text().contains(code));
        String comment = world.comment(draft, resident, "problem", "Es así.");
        assertFalse(QuarkusTransaction.requiringNew()
                .call(() -> Comment.byCode(comment).orElseThrow().isWithdrawn()));
    }

    @Test
    void theTeamWorksThroughARoundThroughItsPagesAndPublishesIt() {
        String diez = propose(resident, DraftWorld.ACTION.replace("quince", "diez"));
        String other = propose(Newcomer.admitted(), DraftWorld.ACTION.replace("pedidos", "solicitudes"));
        Signed mora = Signed.in("moderacion");
        String round = draft.processAddress() + "/rounds/1";
        resident.request().get(round + "/work").then().statusCode(404);
        resident.request().get(round + "/publish").then().statusCode(404);
        Document work = mora.get(round + "/work");
        assertEquals(List.of(diez, other), work.select("ol .code").eachText());
        String item = round + "/work/" + diez;
        String page = round + "/work?draft=" + draft.code() + "&item=" + diez;
        String nonce = mora.get(page)
                .select("form[action$=" + diez + "] input[name=nonce]")
                .val();
        DraftWorld.send(mora.request(), nonce, item, "does", "change", "reason", "", "words", "X", "revision", "1")
                .then()
                .statusCode(422);
        String words = DraftWorld.ACTION.replace("quince", "diez o doce");
        DraftWorld.send(
                        mora.request(),
                        mora.get(page)
                                .select("form[action$=" + diez + "] input[name=nonce]")
                                .val(),
                        item,
                        "does",
                        "change",
                        "reason",
                        "Según el pedido.",
                        "words",
                        words,
                        "relation",
                        "ADAPTED",
                        "revision",
                        "1",
                        "clause",
                        "action")
                .then()
                .statusCode(303);
        assertEquals(words, working("action"));
        Document publish = mora.get(round + "/publish");
        assertTrue(publish.text().contains("Falta 1"), publish.text());
        publishRound(mora, round, "Otros plazos.")
                .then()
                .statusCode(409)
                .body(containsString("Falta decidir sobre 1 aporte"));
        String otherPage = round + "/work?draft=" + draft.code() + "&item=" + other;
        DraftWorld.send(
                        mora.request(),
                        mora.get(otherPage)
                                .select("form[action$=" + other + "] input[name=nonce]")
                                .val(),
                        round + "/work/" + other,
                        "does",
                        "not_taken",
                        "reason",
                        "Ya se entiende.",
                        "revision",
                        "1")
                .then()
                .statusCode(303);
        publishRound(mora, round, "Otros plazos.").then().statusCode(409).body(containsString("2 recomendaciones"));
        String sitting = sitting();
        DraftWorld.send(
                        mora.request(),
                        mora.get(round + "/publish")
                                .select("form[action$=sitting] input[name=nonce]")
                                .val(),
                        round + "/publish/sitting",
                        "sitting",
                        sitting)
                .then()
                .statusCode(303);
        publishRound(mora, round, "").then().statusCode(422).body(containsString("Contá en pocas palabras"));
        publishRound(mora, round, "Otros plazos.").then().statusCode(303);
        ledger.drain();
        assertTrue(resident.get(draft.address()).select("#action .text").text().contains("diez o doce"));
        assertTrue(resident.get("/amendments/" + diez).text().contains("Adoptado con otras palabras"));
        assertTrue(resident.get("/amendments/" + other).text().contains("No se adoptó"));
    }

    private Response publishRound(Signed mora, String round, String summary) {
        Document page = mora.get(round + "/publish");
        String form = "form[action$=publish] ";
        return DraftWorld.send(
                mora.request(),
                page.select(form + "input[name=nonce]").val(),
                round + "/publish",
                "drafts",
                page.select(form + "input[name=drafts]").val(),
                "seen",
                page.select(form + "input[name=seen]").val(),
                "summaries",
                summary);
    }

    @Test
    void whatWasDecidedAndIsWithdrawnSinceIsUndoneBeforeAnythingIsPublished() {
        String code = propose(resident, DraftWorld.ACTION.replace("quince", "diez"));
        decide(code, saying("adopt", sitting()));
        amending.withdraw(code, person(resident));
        world.write(draft, "problem", "Nadie sabe a quién dirigirse.");
        Refused gone = assertThrows(Refused.class, this::publish);
        assertTrue(gone.in(Language.ES).contains("Deshacé esa decisión"), gone.in(Language.ES));
        adopting.undo(code, draft.moderator());
        assertEquals(DraftWorld.ACTION, working("action"));
        publish();
    }

    @Test
    void ofTwoWhoAskForTheSameRemovalBothAreAdoptedAndTheClauseComesBackWithTheLast() {
        String one = propose(resident, "problem", "delete", "", "");
        String other = propose(Newcomer.admitted(), "problem", "delete", "", "");
        decide(one, saying("adopt", ""));
        decide(other, saying("adopt", ""));
        adopting.undo(one, draft.moderator());
        assertTrue(drafting.text(draft.code(), "problem").isEmpty());
        adopting.undo(other, draft.moderator());
        assertTrue(drafting.text(draft.code(), "problem").isPresent());
    }

    @Test
    void ofWhatIsWrittenInBetweenNobodyReadsInAnEffect() {
        String code = propose(resident, DraftWorld.ACTION.replace("quince", "diez"));
        drafting.beginVersion(draft.code(), draft.moderator());
        world.write(draft, "action", DraftWorld.ACTION.replace("mesa", "cosa secreta"));
        decide(code, saying("adopt", sitting()));
        String last = DraftWorld.ACTION.replace("quince", "diez").replace("mesa", "oficina");
        world.write(draft, "action", last);
        publish();
        Signed.browser()
                .get("/api/v1/contributions/" + code + "/effects")
                .then()
                .statusCode(200)
                .body("effects[0].before", equalTo(DraftWorld.ACTION))
                .body("effects[0].after", equalTo(last));
    }

    @Test
    void aClauseThatTheTeamTakesOutAfterAnAdoptionIsNoDeadEnd() {
        String code = propose(resident, "problem", "replace", "", "Otro problema.");
        decide(code, saying("adopt", sitting()));
        arranging.remove(draft.code(), "problem", 2, draft.moderator());
        assertThrows(Refused.class, this::publish);
        adopting.undo(code, draft.moderator());
        decide(code, saying("not_taken", sitting()));
        publish();
        assertTrue(resident.get("/amendments/" + code).text().contains("No se adoptó"));
    }

    @Test
    void theWordsOfOneClauseAreNotWrittenOverAnother() {
        String comment = world.comment(draft, resident, "action", "Que sean diez días.");
        drafting.beginVersion(draft.code(), draft.moderator());
        OutcomeInput mixed = new OutcomeInput("take", "Sí.", "", "problem", "action", DraftWorld.ACTION, "INSPIRED", 1);
        Refused refused = assertThrows(Refused.class, () -> decide(comment, mixed));
        assertEquals("clause", refused.field());
        assertFalse(working("problem").contains("mesa única"));
    }
}
