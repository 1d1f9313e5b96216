package org.ronda.commitment;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Race;
import org.ronda.Signed;
import org.ronda.Statements;
import org.ronda.TestDatabase;
import org.ronda.comment.Commenting;
import org.ronda.comment.Quote;
import org.ronda.identity.Newcomer;
import org.ronda.identity.Office;
import org.ronda.identity.Participant;
import org.ronda.kernel.Dates;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
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

/** Two rounds of a process, the first of which has ended: which drafts are in them, and what was said. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RoundFlowTest {
    private static final ZoneId ZONE = ZoneId.of("America/Argentina/Cordoba");
    private static final Process.Description DESCRIPTION = new Process.Description(
            Translated.of("Rondas de prueba", "Rounds to try", "Rondes d’essai"),
            Translated.of("Para probar.", "To try.", "Pour essayer."),
            Translated.of("Algo.", "Something.", "Quelque chose."),
            Translated.of("Nada más.", "Nothing else.", "Rien d’autre."),
            Translated.EMPTY,
            null,
            Influence.COLLABORATE,
            List.of(Language.ES, Language.EN),
            ZONE);

    @Inject
    ProcessSetup setup;

    @Inject
    Drafting drafting;

    @Inject
    Releasing releasing;

    @Inject
    Preparing preparing;

    @Inject
    Commenting commenting;

    @Inject
    Ledger ledger;

    @Inject
    EntityManager entityManager;

    private final Instant today = Instant.now();
    private Process process;
    private long moderator;
    private Signed mora;
    private Newcomer resident;
    private String first;
    private String second;

    /** The first round ended ten days ago, the second one is open for nine days more. Both drafts were public in both. */
    @BeforeEach
    void twoRounds() {
        mora = Signed.in("moderacion");
        moderator = QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject("moderacion").orElseThrow().id());
        resident = Newcomer.admitted();
        process = process(-20, -10, -1, 9);
        Now.during(ago(30), () -> {
            first = draft("Una mesa única", "Se responde en veinte días hábiles.");
            second = draft("Un monitor", "Se mide qué cambió.");
            return null;
        });
        ledger.drain();
    }

    private Instant ago(int days) {
        return today.minus(Duration.ofDays(days));
    }

    /** @param days when each of its rounds opens and ends, from today */
    private Process process(int... days) {
        return process(Phase.Kind.DRAFT_COMMENT, days);
    }

    private Process process(Phase.Kind kind, int... days) {
        return Now.during(ago(60), () -> {
            Scope office = Scope.office(QuarkusTransaction.requiringNew()
                    .call(() -> Office.<Office>findAll().firstResult().id()));
            Process made = setup.create(
                    "rondas-" + Forms.nonce().replaceAll("[\\W_]", "").toLowerCase(),
                    new Process.Description(
                            DESCRIPTION.title(),
                            DESCRIPTION.summary(),
                            DESCRIPTION.decided(),
                            DESCRIPTION.notDecided(),
                            DESCRIPTION.easyRead(),
                            office,
                            DESCRIPTION.influence(),
                            DESCRIPTION.languages(),
                            ZONE),
                    moderator);
            setup.appoint(made.id(), moderator, Role.MODERATOR, moderator);
            for (int i = 0; i < days.length; i += 2) {
                setup.add(
                        made.id(),
                        kind,
                        Translated.of("Borradores", "Drafts", "Projets"),
                        Translated.of("Comentá.", "Comment.", "Commentez."),
                        Contract.between(ago(-days[i]), ago(-days[i + 1]))
                                .allowing(EnumSet.of(Action.COMMENT))
                                .answering(new Contract.Answers(EnumSet.of(Owed.CLAUSE_COMMENT), ago(-40), 100)),
                        "Para probar.",
                        moderator);
            }
            setup.publish(made.id(), null, moderator);
            return made;
        });
    }

    private String draft(String title, String action) {
        String code =
                drafting.begin(process.id(), title, Language.ES, moderator).code();
        write(code, "problem", "Falta algo.", 1);
        write(code, "action", action, 1);
        releasing.publish(code, drafting.seen(code), "", moderator);
        return code;
    }

    private void write(String code, String key, String words, int revision) {
        drafting.save(code, key, new ClauseText.Wording("", words, ""), revision, moderator);
    }

    private void say(Instant at, String draft, String key, String stance, String words, String body) {
        Participant speaker = Newcomer.admitted().row();
        Now.during(
                at,
                () -> commenting.say(
                        "clause:" + draft + "." + key, stance, new Quote(words, ""), body, speaker, Language.ES));
        ledger.drain();
    }

    private String round(int n) {
        return process.address() + "/rounds/" + n;
    }

    private String api(int n) {
        return "/api/v1/processes/" + process.slug() + "/rounds/" + n;
    }

    private Response prepare(int n, String reason, String... drafts) {
        Document page = mora.get(round(n) + "/prepare");
        RequestSpecification request = mora.request()
                .formParam(
                        "nonce",
                        page.select("form[action$=/prepare] input[name=nonce]").val())
                .formParam("revision", page.select("input[name=revision]").val())
                .formParam("reason", reason);
        for (String draft : drafts) {
            request.formParam("drafts", draft);
        }
        return request.post(round(n) + "/prepare");
    }

    private Response comment(String draft) {
        return resident.request()
                .contentType(ContentType.JSON)
                .body(Map.of("body", "Algo para decir."))
                .post("/api/v1/commitments/" + draft + "/clauses/action/comments");
    }

    @Test
    void roundsHaveTheirNumberInTheOrderOfTheirPhases() {
        Signed.browser()
                .get("/api/v1/processes/" + process.slug() + "/rounds")
                .then()
                .statusCode(200)
                .body("items.n", equalTo(List.of(1, 2)))
                .body("items.state", equalTo(List.of("ANSWERED", "OPEN")));
        Signed.browser().get(api(2)).then().body("isLast", equalTo(true));
        Signed.browser().get(api(1)).then().body("isLast", equalTo(false));
        Signed.browser().get(round(3)).then().statusCode(404);
        Signed.browser().get(round(0)).then().statusCode(404);
        Document timeline = resident.get(process.address());
        assertEquals(
                List.of(round(1), round(2)),
                timeline.select(".phases a[href*=/rounds/]").eachAttr("href"));
    }

    @Test
    void aProcessWithoutPhasesAboutDraftsHasNoRounds() {
        Process other = process(Phase.Kind.TABLES, -1, 9);
        Signed.browser()
                .get(other.address() + "/rounds")
                .then()
                .statusCode(200)
                .body(containsString("todavía no tiene rondas"));
        Signed.browser()
                .get("/api/v1/processes/" + other.slug() + "/rounds")
                .then()
                .body("items", empty());
    }

    @Test
    void whatWasSaidInARoundIsCountedThereAndNowhereElse() {
        say(ago(15), first, "action", "doubt", "veinte días hábiles", "Es mucho.");
        say(ago(15), first, "action", "question", "", "¿Desde cuándo?");
        say(ago(15), first, "problem", "support", "", "Tal cual.");
        say(today, first, "action", "against", "", "Sigue siendo mucho.");
        Signed.browser()
                .get(api(1))
                .then()
                .body("said.comments", equalTo(3))
                .body("said.doubt", equalTo(1))
                .body("said.unanswered", equalTo(1))
                .body("drafts[0].clauses.find { it.key == 'action' }.said.comments", equalTo(2))
                .body("drafts[0].clauses.find { it.key == 'action' }.said.against", equalTo(0));
        Signed.browser().get(api(2)).then().body("said.comments", equalTo(1)).body("said.against", equalTo(1));
        Document page = Jsoup.parse(Signed.browser().get(round(1)).asString());
        assertEquals(
                List.of("Qué se va a hacer 2 comentarios", "El problema 1 comentario"),
                page.select(".card li").eachText());
        String list = Signed.browser().get(process.address() + "/rounds").asString();
        assertTrue(list.contains("Llegaron 3 comentarios."), list);
        assertTrue(list.contains("Llegó 1 comentario."), list);
    }

    @Test
    void aRoundSaysWhichVersionsItBeganWithReadAndBroughtAbout() {
        Now.during(ago(5), () -> {
            drafting.beginVersion(first, moderator);
            write(first, "action", "Se responde en quince días hábiles.", 1);
            releasing.publish(first, drafting.seen(first), "Quince.", moderator);
            return null;
        });
        Signed.browser()
                .get(api(1))
                .then()
                .body("drafts[0].baseVersion", equalTo(1))
                .body("drafts[0].version", equalTo(1))
                .body("drafts[0].published", equalTo(List.of(2)));
        Signed.browser()
                .get(api(2))
                .then()
                .body("drafts[0].baseVersion", equalTo(2))
                .body("drafts[0].version", equalTo(2))
                .body("drafts[0].published", empty());
        assertTrue(
                Jsoup.parse(Signed.browser().get(process.address() + "/rounds").asString())
                        .select("a[href='/commitments/" + first + "/changes?to=2']")
                        .hasText());
    }

    @Test
    void untilARoundOpensTheTeamChoosesItsDraftsFreely() {
        process = process(5, 15);
        first = draft("Una mesa única", "Se responde.");
        second = draft("Un monitor", "Se mide.");
        Signed.browser().get(api(1)).then().body("isChosen", equalTo(false)).body("drafts.size()", equalTo(2));
        prepare(1, "", second).then().statusCode(303);
        Signed.browser().get(api(1)).then().body("drafts.code", equalTo(List.of(second)));
        prepare(1, "", first).then().statusCode(303);
        Signed.browser().get(api(1)).then().body("drafts.code", equalTo(List.of(first)));
        prepare(1, "").then().statusCode(303);
        Signed.browser().get(api(1)).then().body("isChosen", equalTo(false)).body("drafts.size()", equalTo(2));
        prepare(1, "", "C-00000000")
                .then()
                .statusCode(422)
                .body(containsString("e-drafts"))
                .body(containsString("Elegí borradores de este proceso."));
        assertEquals(3, events("round.prepared"));
    }

    /** How many of that kind the ledger has of the process. */
    private long events(String kind) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entityManager
                                .createNativeQuery(
                                        "select count(*) from ledger_event where process_id = :process and kind = :kind")
                                .setParameter("process", process.id())
                                .setParameter("kind", kind)
                                .getSingleResult())
                        .longValue());
    }

    @Test
    void onceItIsOpenDraftsAreOnlyAddedAndWithAReason() {
        Now.during(ago(2), () -> {
            preparing.choose(process.slug(), 2, List.of(first), "", 0, moderator);
            return null;
        });
        assertTrue(mora.get(round(2) + "/prepare")
                        .select("input[type=hidden][value=" + first + "]")
                        .size()
                > 0);
        prepare(2, "Faltaba", second).then().statusCode(422).body(containsString("los borradores que tiene se quedan"));
        prepare(2, "", first, second)
                .then()
                .statusCode(422)
                .body(containsString("e-reason"))
                .body(containsString("Decí por qué se agrega ahora"));
        prepare(2, "La Mesa lo pidió", first, second).then().statusCode(303);
        Signed.browser().get(api(2)).then().body("drafts.code", equalTo(List.of(first, second)));
        prepareAsProgram(1, 0, first).then().statusCode(409).body("detail", containsString("La ronda terminó"));
    }

    @Test
    void anOpenRoundOfEveryDraftStaysSo() {
        prepareAsProgram(2, 0, first).then().statusCode(409).body("detail", containsString("No se eligió ninguno"));
        assertTrue(
                mora.get(round(2) + "/prepare").select("form[action$=/prepare]").isEmpty());
        Signed.browser().get(api(2)).then().body("drafts.size()", equalTo(2));
    }

    private Response prepareAsProgram(int n, int seen, String... drafts) {
        return mora.request()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + seen + "\"")
                .body(Map.of("drafts", drafts, "reason", "Para probar"))
                .put(api(n) + "/drafts");
    }

    @Test
    void ofTwoWhoChooseAtOnceTheSecondIsTold() {
        process = process(5, 15);
        first = draft("Una mesa única", "Se responde.");
        second = draft("Un monitor", "Se mide.");
        assertEquals("\"0\"", Signed.browser().get(api(1)).header("ETag"));
        mora.request()
                .contentType(ContentType.JSON)
                .body(Map.of("drafts", List.of(first)))
                .put(api(1) + "/drafts")
                .then()
                .statusCode(428);
        List<Integer> answers =
                Race.of(
                                2,
                                n -> () -> prepareAsProgram(1, 0, n == 0 ? first : second)
                                        .statusCode())
                        .stream()
                        .map(Race.Outcome::answer)
                        .sorted()
                        .toList();
        assertEquals(List.of(200, 409), answers);
        assertEquals("\"1\"", Signed.browser().get(api(1)).header("ETag"));
    }

    @Test
    void aDraftThatIsNotInTheOpenRoundTakesNoCommentsAndItsPageSaysSo() {
        comment(second).then().statusCode(201);
        process = process(-1, 9);
        Now.during(ago(3), () -> {
            first = draft("Una mesa única", "Se responde.");
            second = draft("Un monitor", "Se mide.");
            preparing.choose(process.slug(), 1, List.of(first), "", 0, moderator);
            return null;
        });
        comment(first).then().statusCode(201);
        comment(second).then().statusCode(409);
        Document page = resident.get("/commitments/" + second + "?clause=action");
        assertTrue(
                page.text().contains("Este borrador no es parte de la ronda 1, que está abierta hasta el"),
                page.text());
        assertTrue(page.select("#say").isEmpty());
        assertFalse(resident.get("/commitments/" + first).text().contains("no es parte"));
        Now.during(ago(0), () -> {
            preparing.choose(process.slug(), 1, List.of(first, second), "Faltaba", 1, moderator);
            return null;
        });
        comment(second).then().statusCode(201);
    }

    @Test
    void aCommentOfAnEarlierRoundIsNotAgreedWithInALaterOne() {
        say(ago(15), first, "action", "doubt", "", "Es mucho.");
        say(today, first, "action", "", "", "Está bien.");
        Document page = resident.get("/commitments/" + first + "?clause=action");
        assertEquals(2, page.select("#talk .voice").size());
        assertEquals(
                List.of("Está bien."),
                page.select("#talk .voice:has(form[action$=/agreement]) .words").eachText());
    }

    @Test
    void theTeamAloneSeesTheTabsAndListens() {
        say(ago(15), first, "action", "doubt", "", "Es mucho.");
        for (String tab : List.of("/prepare", "/listen")) {
            Signed.browser().get(round(1) + tab).then().statusCode(303);
            resident.request().get(round(1) + tab).then().statusCode(404);
            assertFalse(resident.get(round(1)).html().contains(round(1) + tab));
            assertTrue(mora.get(round(1)).html().contains(round(1) + tab));
        }
        assertFalse(mora.get(round(1) + "?preview=true").html().contains(round(1) + "/listen"));
        Document listen = mora.get(round(1) + "/listen");
        Element draft = listen.select("section:has(#" + first + ")").first();
        assertEquals(
                List.of("Qué se va a hacer", "Cláusulas de las que nadie habló"),
                draft.select("h3").eachText());
        assertEquals(List.of("El problema Falta algo."), draft.select("li").eachText());
        assertTrue(draft.text().contains("Menos de 5 personas"), draft.text());
        resident.request()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(Map.of("drafts", List.of(first)))
                .put(api(2) + "/drafts")
                .then()
                .statusCode(404);
    }

    @Test
    void fromFivePeopleOnTheirNumberIsTold() {
        for (int i = 0; i < 5; i++) {
            say(ago(15), first, "action", "support", "", "Sí, " + i + ".");
        }
        assertTrue(mora.get(round(1) + "/listen")
                .select("section:has(#" + first + ")")
                .text()
                .contains("5 personas"));
    }

    @Test
    void preparingSaysWhatIsMissing() {
        process = process(5, 15);
        Document none = mora.get(round(1) + "/prepare");
        assertTrue(none.select("aside").text().contains("Ningún borrador es público."), none.text());
        first = draft("Una mesa única", "Se responde.");
        Document some = mora.get(round(1) + "/prepare");
        assertFalse(some.text().contains("Ningún borrador es público."));
        assertEquals(
                List.of("Cada borrador dice qué área responde"),
                some.select("aside li b").eachText());
        assertTrue(some.select("aside li:has(b)").text().contains("Una mesa única"));
    }

    @Test
    void theBoardShowsTheLiveliestClausesWithWhatIsMostAgreedWithOrNewest() {
        say(ago(15), first, "action", "doubt", "veinte días hábiles", "El primero.");
        say(ago(14), first, "action", "support", "", "El segundo.");
        say(ago(13), first, "action", "", "", "El tercero.");
        Participant agreeing = Newcomer.admitted().row();
        String code = Signed.browser()
                .get("/api/v1/commitments/" + first + "/clauses/action/comments")
                .path("items.find { it.body == 'El primero.' }.code");
        Now.during(ago(12), () -> commenting.react(code, 1, agreeing));
        ledger.drain();
        Document agreed = Jsoup.parse(Signed.browser().get(round(1) + "/board").asString());
        assertEquals(
                List.of("El primero.", "El tercero."),
                agreed.select("section:has(#" + first + ") .pin > p[lang=es]:not(.quoted)")
                        .eachText());
        assertEquals("veinte días hábiles", agreed.select(".pin .quoted").text());
        assertEquals(
                "/commitments/" + first + "?clause=action#talk",
                agreed.select("section:has(#" + first + ") h3 a").attr("href"));
        Document newest = Jsoup.parse(
                Signed.browser().get(round(1) + "/board?order=newest").asString());
        assertEquals(
                List.of("El tercero.", "El segundo."),
                newest.select("section:has(#" + first + ") .pin > p[lang=es]:not(.quoted)")
                        .eachText());
        assertTrue(newest.select("section:has(#" + second + ")").text().contains("Nadie dijo nada"));
    }

    @Test
    void everybodyReadsForWhenTheNextVersionIsExpectedAndWhoPreparesIt() {
        LocalDate day = LocalDate.now(ZONE).plusDays(20);
        drafting.beginVersion(first, moderator);
        assertTrue(resident.get("/commitments/" + first)
                .text()
                .contains("La versión 2 está en preparación, a cargo de: el equipo del proceso."));
        expect(LocalDate.now(ZONE).minusDays(1))
                .then()
                .statusCode(422)
                .body(containsString("Elegí un día de hoy en adelante."));
        expect(day).then().statusCode(303);
        assertTrue(resident.get("/commitments/" + first)
                .text()
                .contains("Se espera para el " + Dates.inWords(day, Language.ES) + "."));
        assertFalse(resident.get("/commitments/" + second).text().contains("está en preparación"));
        assertEquals(1, events("commitment.expected"));
    }

    private Response expect(LocalDate day) {
        Document page = mora.get("/commitments/" + first + "/work");
        Element form = page.select("form[action$=/work/facts]").first();
        return mora.request()
                .formParam("nonce", form.select("input[name=nonce]").val())
                .formParam("version", form.select("input[name=version]").val())
                .formParam("expected", day.toString())
                .post("/commitments/" + first + "/work/facts");
    }

    @Test
    void wordsWithCommentsAreMarkedWhereAReaderAskedForIt() {
        say(today, first, "action", "doubt", "veinte días", "Es mucho.");
        say(today, first, "action", "support", "días hábiles", "Bien que sean hábiles.");
        String address = "/commitments/" + first;
        Response plain = Signed.browser().get(address);
        assertTrue(Jsoup.parse(plain.asString()).select("mark").isEmpty());
        Response asked = Signed.browser().get(address + "?marks=all");
        Document marked = Jsoup.parse(asked.asString());
        assertEquals(
                List.of("veinte", "días", "hábiles"),
                marked.select("#action mark").eachText());
        assertEquals("2", marked.select("#action mark").get(1).attr("data-n"));
        assertEquals(
                "Se responde en veinte días hábiles.",
                marked.select("#action .text").text());
        Document kept = Jsoup.parse(Signed.browser()
                .cookie("marks", asked.cookie("marks"))
                .get(address)
                .asString());
        assertEquals(3, kept.select("#action mark").size());
        Document doubts =
                Jsoup.parse(Signed.browser().get(address + "?marks=doubt").asString());
        assertEquals(List.of("veinte días"), doubts.select("#action mark").eachText());
        assertEquals("none", Signed.browser().get(address + "?marks=none").cookie("marks"));
        Signed.browser().get(address + "?marks=zzz").then().statusCode(200).body(not(containsString("<mark")));
    }

    @Test
    void pagesOfARoundSendTheSameStatementsWhateverWasSaid() {
        say(ago(15), first, "action", "doubt", "", "Es mucho.");
        Map<String, Integer> few = statements();
        for (int i = 0; i < 8; i++) {
            say(
                    ago(15),
                    i % 2 == 0 ? first : second,
                    i % 3 == 0 ? "problem" : "action",
                    "support",
                    "",
                    "Sí, " + i + ".");
        }
        draft("Otro más", "Se hace.");
        ledger.drain();
        assertEquals(few, statements());
        few.forEach((path, sent) -> assertTrue(sent <= 12, path + " sent " + sent + " statements"));
    }

    private Map<String, Integer> statements() {
        Map<String, Integer> sent = new TreeMap<>();
        for (String path : List.of("/rounds", "/rounds/1", "/rounds/1/board")) {
            Signed.browser().get(process.address() + path);
            sent.put(
                    path,
                    Statements.during(() -> Signed.browser().get(process.address() + path))
                            .size());
        }
        mora.get(round(1) + "/listen");
        sent.put(
                "/listen",
                Statements.during(() -> mora.get(round(1) + "/listen")).size());
        return sent;
    }
}
