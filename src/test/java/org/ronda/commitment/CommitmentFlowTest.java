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
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Race;
import org.ronda.Signed;
import org.ronda.Statements;
import org.ronda.TestDatabase;
import org.ronda.comment.Comment;
import org.ronda.identity.Newcomer;
import org.ronda.identity.Office;
import org.ronda.identity.Participant;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.ledger.Ledger;
import org.ronda.process.Action;
import org.ronda.process.Contract;
import org.ronda.process.Influence;
import org.ronda.process.Owed;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.ProcessSetup;
import org.ronda.process.Role;

/** A draft from its first words to its second version, and what becomes of what was said about it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CommitmentFlowTest {
    private static final String ACTION =
            "El municipio abrirá una mesa única para pedidos de información, que responderá en quince días hábiles.";

    @Inject
    ProcessSetup setup;

    @Inject
    Drafting drafting;

    @Inject
    Arranging arranging;

    @Inject
    Releasing releasing;

    @Inject
    Ledger ledger;

    private Process process;
    private long moderator;
    private Signed mora;
    private Newcomer resident;
    private String code;

    /** A public draft with two clauses, open to comments for nine days. */
    @BeforeEach
    void aDraftIsPublic() {
        mora = Signed.in("moderacion");
        moderator = QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject("moderacion").orElseThrow().id());
        resident = Newcomer.admitted();
        Instant today = Instant.now();
        Now.during(today.minus(Duration.ofDays(30)), () -> {
            process = setup.create(
                    "borradores-" + Forms.nonce().replaceAll("[\\W_]", "").toLowerCase(), description(), moderator);
            setup.appoint(process.id(), moderator, Role.MODERATOR, moderator);
            setup.add(
                    process.id(),
                    Phase.Kind.DRAFT_COMMENT,
                    Translated.of("Ronda 1", "Round 1", "Ronde 1"),
                    Translated.of("Comentá.", "Comment.", "Commentez."),
                    Contract.between(today.minus(Duration.ofDays(1)), today.plus(Duration.ofDays(9)))
                            .allowing(EnumSet.of(Action.COMMENT, Action.AMEND))
                            .answering(new Contract.Answers(
                                    EnumSet.of(Owed.CLAUSE_COMMENT), today.plus(Duration.ofDays(20)), 100)),
                    "Para probar.",
                    moderator);
            setup.publish(process.id(), null, moderator);
            return null;
        });
        code = drafting.begin(process.id(), "Una mesa única", Language.ES, moderator)
                .code();
        write("problem", "Quien pide información no sabe a quién dirigirse.");
        write("action", ACTION);
        releasing.publish(code, drafting.seen(code), "", moderator);
        ledger.drain();
    }

    private static Process.Description description() {
        return new Process.Description(
                Translated.of("Borradores de prueba", "Drafts to try", "Projets d’essai"),
                Translated.of("Para probar.", "To try.", "Pour essayer."),
                Translated.of("Algo.", "Something.", "Quelque chose."),
                Translated.of("Nada más.", "Nothing else.", "Rien d’autre."),
                Translated.EMPTY,
                Scope.office(QuarkusTransaction.requiringNew()
                        .call(() -> Office.<Office>findAll().firstResult().id())),
                Influence.COLLABORATE,
                List.of(Language.ES, Language.EN),
                ZoneId.of("America/Argentina/Cordoba"));
    }

    private void write(String key, String words) {
        drafting.save(code, key, new ClauseText.Wording("", words, ""), revision(key), moderator);
    }

    private int revision(String key) {
        return QuarkusTransaction.requiringNew()
                .call(() -> working().line(key).orElseThrow().text().revision());
    }

    private Edition working() {
        Commitment commitment = Commitment.byCode(code).orElseThrow();
        return Edition.of(commitment, drafting.working(commitment));
    }

    private String address() {
        return "/commitments/" + code;
    }

    private Response send(RequestSpecification request, String nonce, String path, String... fields) {
        request.formParam("nonce", nonce);
        for (int i = 0; i < fields.length; i += 2) {
            request.formParam(fields[i], fields[i + 1]);
        }
        return request.post(path);
    }

    private Response team(String path, String from, String... fields) {
        return send(mora.request(), mora.nonce(from), path, fields);
    }

    private Response publish(String draft, String summary) {
        Document page = mora.get(draft + "/publication");
        return send(
                mora.request(),
                page.select("form[action$=/publication] input[name=nonce]").val(),
                draft + "/publication",
                "seen",
                page.select("input[name=seen]").val(),
                "summary",
                summary);
    }

    private String comment(String key, String quote, String at, String body) {
        String location = send(
                        resident.request(),
                        resident.get(address() + "?clause=" + key)
                                .select("#say input[name=nonce]")
                                .val(),
                        "/comments",
                        "on",
                        "clause:" + code + "." + key,
                        "quote",
                        quote,
                        "at",
                        at,
                        "body",
                        body)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        ledger.drain();
        return location.replaceAll(".*/(K-[0-9A-Z]{8}).*", "$1");
    }

    private Document thread(String key) {
        return resident.get(address() + "?clause=" + key);
    }

    private void publishSecond(Runnable changes) {
        drafting.beginVersion(code, moderator);
        changes.run();
        releasing.publish(code, drafting.seen(code), "Otros plazos.", moderator);
        ledger.drain();
    }

    @Test
    void theTeamWritesADraftThroughThePagesAndPublishesIt() {
        String list = process.address() + "/commitments";
        String work = team(list, list + "/new", "title", "Datos abiertos", "language", "es")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        String draft = work.replaceAll(".*/commitments/([^/]+)/work", "/commitments/$1");
        resident.request().get(draft).then().statusCode(404);
        resident.request().get(draft + "/work").then().statusCode(404);
        team(
                        draft + "/work/clauses/goal",
                        draft + "/work/clauses/goal",
                        "words",
                        "Que todo se publique.",
                        "revision",
                        "1")
                .then()
                .statusCode(303);
        publish(draft, "").then().statusCode(303);
        Document page = resident.get(draft);
        assertEquals("Datos abiertos", page.select("h1").text());
        assertEquals(
                List.of("Que todo se publique."), page.select(".clause .text").eachText());
        assertTrue(resident.get(list).select(".card h2").eachText().contains("Datos abiertos"));
        Signed.browser()
                .get("/api/v1/processes/" + process.slug() + "/commitments")
                .then()
                .statusCode(200)
                .body("items.title", hasItem("Datos abiertos"));
    }

    @Test
    void nothingIsPublishedWithoutWordsOrWithoutSayingWhatChanged() {
        String empty =
                drafting.begin(process.id(), "Vacío", Language.ES, moderator).code();
        publish("/commitments/" + empty, "")
                .then()
                .statusCode(409)
                .body(containsString("todavía no dice nada más que su título"));
        drafting.beginVersion(code, moderator);
        publish(address(), "").then().statusCode(422).body(containsString("Contá en pocas palabras qué cambió."));
        publish(address(), "Nada.").then().statusCode(409).body(containsString("dice lo mismo que la pública"));
    }

    @Test
    void aCommentOnWordsShowsThemAndIsOwedAnAnswer() {
        int start = ACTION.indexOf("quince días hábiles");
        String comment = comment("action", "quince días hábiles", "1:" + start, "La ordenanza dice diez.");
        Document page = thread("action");
        assertEquals(
                "quince días hábiles", page.select("#" + comment + " .quoted").text());
        assertEquals("1 comentario", page.select("#action .does a").first().ownText());
        boolean isOwed = QuarkusTransaction.requiringNew()
                .call(() -> Comment.byCode(comment).orElseThrow().isOwedAnswer());
        assertTrue(isOwed);
        Signed.browser()
                .get("/api/v1" + address() + "/clauses/action/comments")
                .then()
                .statusCode(200)
                .body("items[0].quote", equalTo("quince días hábiles"));
    }

    @Test
    void wordsThatAreNotInTheClauseAreSaidToBeNoneOfItAndNothingIsLost() {
        send(
                        resident.request(),
                        thread("action").select("#say input[name=nonce]").val(),
                        "/comments",
                        "on",
                        "clause:" + code + ".action",
                        "quote",
                        "veinte años",
                        "at",
                        "1",
                        "body",
                        "No lo encuentro.")
                .then()
                .statusCode(422)
                .body(containsString("Estas palabras no están en la cláusula."))
                .body(containsString("veinte años"))
                .body(containsString("No lo encuentro."));
    }

    @Test
    void onTheNextVersionWhatWasSaidIsWithTheSameWordsOrItIsSaidThatItMayNotBe() {
        String same = comment("problem", "no sabe a quién dirigirse", "1", "Es verdad.");
        String changed = comment("action", "quince días hábiles", "1", "La ordenanza dice diez.");
        String gone = comment("action", "mesa única para pedidos", "1", "¿Por qué única?");
        String whole = comment("action", "", "1", "Me gusta.");
        publishSecond(() -> write("action", "Cada área contestará en diez días hábiles lo que le pregunten."));
        Document problem = thread("problem");
        assertTrue(problem.select("#" + same).text().contains("las palabras siguen siendo las mismas"));
        Document action = thread("action");
        assertFalse(action.select("#" + changed).text().contains("siguen siendo las mismas"));
        assertTrue(action.select("#" + gone).text().contains("Estas palabras ya no están"));
        assertTrue(action.select("#" + whole).text().contains("Dicho sobre toda la cláusula, en la versión 1"));
        assertTrue(action.select("#loose").text().contains("mesa única para pedidos"));
    }

    @Test
    void whoSaidItSaysWhereItIsNow() {
        String comment = comment("action", "mesa única para pedidos", "1", "¿Por qué única?");
        publishSecond(() -> write("action", "Cada área contestará en diez días hábiles lo que le pregunten."));
        String page = "/anchors/" + comment;
        String nonce = resident.get(page).select("input[name=nonce]").val();
        send(resident.request(), nonce, page, "version", "2", "clause", "action", "words", "otra cosa")
                .then()
                .statusCode(422)
                .body(containsString("Copialas tal como están."));
        String again = resident.get(page).select("input[name=nonce]").val();
        send(resident.request(), again, page, "version", "2", "clause", "action", "words", "Cada área")
                .then()
                .statusCode(303);
        assertTrue(thread("action").select("#" + comment).text().contains("Ahora va con: Cada área"));
        assertTrue(thread("action").select("#loose").isEmpty());
        Newcomer.admitted().request().get(page).then().statusCode(404);
        mora.request().get(page).then().statusCode(200);
    }

    @Test
    void whatWasWrittenAboutTheVersionBeforeIsCarriedAsIfItHadComeInTime() {
        publishSecond(() -> write("action", ACTION.replace("quince", "diez")));
        String late = comment("action", "mesa única para pedidos", "1", "Leí la primera.");
        assertTrue(thread("action").select("#" + late).text().contains("Dicho sobre la versión 1"));
    }

    @Test
    void whatWasSaidOfAWholeClauseIsCarriedToWhereItStandsOrIsListedBelow() {
        String stays = comment("problem", "", "1", "De acuerdo.");
        String goes = comment("action", "", "1", "Esto no.");
        String partly = comment("action", "mesa única", "1", "¿Una sola?");
        publishSecond(() -> arranging.remove(code, "action", revision("action"), moderator));
        assertTrue(thread("problem").select("#" + stays).text().contains("toda la cláusula, en la versión 1"));
        List<String> below = resident.get(address()).select("#loose a").eachAttr("href");
        assertEquals(List.of("/comments/" + goes, "/comments/" + partly), below);
        String late = comment("problem", "", "1", "Leí la primera y llego tarde.");
        assertTrue(thread("problem").select("#" + late).text().contains("toda la cláusula, en la versión 1"));
    }

    @Test
    void nobodyPublishesWhatTheyDidNotReadNorRemovesIt() {
        drafting.beginVersion(code, moderator);
        write("action", "Algo distinto.");
        String read = drafting.seen(code);
        int seen = revision("action");
        write("action", "Algo que nadie leyó.");
        assertThrows(Refused.class, () -> releasing.publish(code, read, "Otra cosa.", moderator));
        assertThrows(Refused.class, () -> arranging.remove(code, "action", seen, moderator));
        assertTrue(working("action").contains("nadie leyó"));
    }

    private String working(String key) {
        return QuarkusTransaction.requiringNew()
                .call(() -> working().line(key).orElseThrow().text().words());
    }

    @Test
    void whatWasJoinedIsReachedFromWhereItStandsNow() {
        String comment = comment("action", "mesa única para pedidos", "1", "¿Por qué única?");
        publishSecond(() -> {
            for (String empty : List.of("status-quo")) {
                assertTrue(drafting.text(code, empty).isEmpty(), "empty clauses are not part of what is public");
            }
            arranging.join(code, "problem", revision("problem"), revision("action"), moderator);
        });
        Document page = resident.get(address() + "/changes");
        assertTrue(page.select("#action .chip").text().contains("Sus palabras pasaron a"));
        assertTrue(
                page.select("#problem ins, #problem del").isEmpty(),
                page.select("#problem").outerHtml());
        assertEquals(
                List.of("/comments/" + comment),
                resident.get(address()).select("#loose a").eachAttr("href"));
        resident.request().get(address() + "?clause=action").then().statusCode(200);
    }

    @Test
    void whatChangedIsShownClauseByClause() {
        publishSecond(() -> {
            write("action", ACTION.replace("quince", "diez"));
            String other = arranging.add(code, "action", Clause.Kind.OTHER, moderator);
            write(other, "Una cláusula nueva.");
            arranging.move(code, "problem", false, moderator);
            arranging.move(code, "problem", false, moderator);
            arranging.move(code, "problem", false, moderator);
        });
        Document page = resident.get(address() + "/changes");
        assertEquals("quince", page.select("#action del").text());
        assertEquals("diez", page.select("#action ins").text());
        assertTrue(page.select("#other .chip").text().contains("Nueva"));
        assertTrue(page.select("#problem .chip").text().contains("Cambió de lugar")
                || page.select("#action .chip").text().contains("Cambió de lugar"));
        Document aside = resident.get(address() + "/changes?from=1&to=2&aside=true");
        assertEquals(2, aside.select("#action .aside .text").size());
        resident.request().get(address() + "/changes?from=2&to=2").then().statusCode(404);
        assertEquals(
                2, resident.get(address() + "/history").select("ol.phases > li").size());
        resident.request().get(address() + "/versions/1").then().statusCode(200).body(containsString("quince"));
        Signed.browser()
                .get("/api/v1" + address() + "/versions/1")
                .then()
                .statusCode(200)
                .body("version.state", equalTo("SUPERSEDED"))
                .body("clauses.words", hasItem(ACTION));
    }

    @Test
    void aSplitClauseSaysWhereItsWordsCameFromAndShowsNoneAsNew() {
        publishSecond(() -> arranging.split(
                code,
                "action",
                "El municipio abrirá una mesa única para pedidos de información,",
                "que responderá en quince días hábiles.",
                revision("action"),
                moderator));
        Document page = resident.get(address() + "/changes");
        assertTrue(page.select("#action-2 .chip").text().contains("Con palabras de «Qué se va a hacer»"));
        assertTrue(
                page.select("#action-2 ins").isEmpty(), page.select("#action-2").outerHtml());
        assertTrue(page.select("#action del").isEmpty(), page.select("#action").outerHtml());
    }

    @Test
    void twoWhoChangeDifferentWordsBothKeepThemAndTheSameWordsAreDecidedBySomebody() {
        drafting.beginVersion(code, moderator);
        int seen = revision("action");
        String form = address() + "/work/clauses/action";
        String first = mora.nonce(form);
        String second = mora.nonce(form);
        String third = mora.nonce(form);
        send(mora.request(), first, form, "words", ACTION.replace("quince", "diez"), "revision", "" + seen)
                .then()
                .statusCode(303);
        send(mora.request(), second, form, "words", ACTION.replace("El municipio", "La ciudad"), "revision", "" + seen)
                .then()
                .statusCode(303)
                .header("Location", containsString("merged=true"));
        mora.request()
                .get(address() + "/work")
                .then()
                .body(containsString("La ciudad abrirá"))
                .body(containsString("en diez días hábiles"));
        send(mora.request(), third, form, "words", ACTION.replace("quince", "veinte"), "revision", "" + seen)
                .then()
                .statusCode(409)
                .body(containsString("Otra persona cambió las mismas palabras"))
                .body(containsString("veinte"))
                .body(containsString("name=\"revision\" value=\"" + (seen + 2) + "\""));
    }

    @Test
    void savesAtOnceLoseNothing() {
        drafting.beginVersion(code, moderator);
        int seen = revision("action");
        List<Race.Outcome<Boolean>> done = Race.of(List.of(
                () -> save("action", ACTION.replace("El municipio", "La ciudad"), seen),
                () -> save("action", ACTION.replace("quince", "diez"), seen)));
        assertTrue(done.stream().allMatch(Race.Outcome::isDone), done.toString());
        assertEquals(ACTION.replace("El municipio", "La ciudad").replace("quince", "diez"), working("action"));
    }

    private boolean save(String key, String words, int seen) {
        drafting.save(code, key, new ClauseText.Wording("", words, ""), seen, moderator);
        return true;
    }

    @Test
    void aDraftIsReadInAFewStatementsWhateverIsSaidAboutIt() {
        comment("action", "mesa única", "1", "Uno.");
        int few = statements();
        for (int i = 0; i < 12; i++) {
            comment("action", i % 2 == 0 ? "quince días" : "", "1", "Otro comentario, el " + i + ".");
        }
        publishSecond(() -> {
            for (int i = 0; i < 10; i++) {
                write(arranging.add(code, "action", Clause.Kind.MILESTONE, moderator), "Hito " + i + ".");
            }
        });
        assertEquals(few, statements());
        assertTrue(few <= 20, "statements: " + few);
    }

    private int statements() {
        return Statements.during(() -> Signed.browser().get(address() + "?clause=action"))
                .size();
    }

    @Test
    void aDraftIsFoundByItsWords() {
        String word = "xilófono" + Forms.nonce().replaceAll("[\\W_0-9]", "").toLowerCase();
        publishSecond(() -> write("action", "Tocar el " + word + " en la plaza."));
        Signed.browser()
                .get("/search?q=" + word)
                .then()
                .statusCode(200)
                .body(containsString(address()))
                .body(containsString("Una mesa única"));
    }

    @Test
    void aWorkingVersionIsThereForItsTeamOnly() {
        drafting.beginVersion(code, moderator);
        write("action", "Palabras que nadie más lee.");
        resident.request().get(address()).then().body(not(containsString("nadie más lee")));
        Signed.browser().get("/api/v1" + address() + "/versions/2").then().statusCode(404);
        for (String path : List.of("/work", "/work/clauses/action", "/work/clauses/action/split", "/publication")) {
            resident.request().get(address() + path).then().statusCode(404);
            Signed.browser().get(address() + path).then().statusCode(303);
        }
        Signed.browser()
                .contentType(ContentType.JSON)
                .body("{\"body\": \"Hola.\"}")
                .post("/api/v1" + address() + "/clauses/action/comments")
                .then()
                .statusCode(401);
    }
}
