package org.ronda.comment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.ronda.Race;
import org.ronda.Signed;
import org.ronda.Statements;
import org.ronda.TestDatabase;
import org.ronda.contribution.Contribution;
import org.ronda.identity.Office;
import org.ronda.identity.OfficeEndInput;
import org.ronda.identity.OfficeInput;
import org.ronda.identity.OfficeSetup;
import org.ronda.identity.Participant;
import org.ronda.identity.RenamingInput;
import org.ronda.identity.Responder;
import org.ronda.identity.ResponderInput;
import org.ronda.identity.Responding;
import org.ronda.kernel.Forms;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.moderation.DecisionInput;
import org.ronda.moderation.Moderating;
import org.ronda.process.Action;
import org.ronda.process.Contract;
import org.ronda.process.Influence;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.ProcessSetup;
import org.ronda.process.Role;
import org.ronda.proposal.Proposal;
import org.ronda.proposal.Proposing;

/** Who responds for an office replies in its name, is asked what waits for it, and stops when they no longer do. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OfficialReplyTest {
    @Inject
    OfficeSetup offices;

    @Inject
    Responding responding;

    @Inject
    ProcessSetup setup;

    @Inject
    Commenting commenting;

    @Inject
    Proposing proposing;

    @Inject
    Moderating moderating;

    @Inject
    EntityManager entityManager;

    private final Instant today = Instant.now();
    private Office office;
    private Responder responder;
    private Process process;
    private Signed renata;
    private Signed bruno;

    @BeforeEach
    void anOfficeDecides() {
        FreshLimits.forEverybody();
        office = office("Área que responde");
        renata = Signed.in("responde");
        bruno = Signed.in("vecino");
        responder = responding.give(
                office.code(), new ResponderInput(persona("responde").code(), "directora", "", ""), administrator());
        process = process(today.plus(Duration.ofDays(3)));
    }

    private static Participant persona(String username) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject(username).orElseThrow());
    }

    private static long administrator() {
        return persona("administracion").id();
    }

    private Office office(String name) {
        String unique = name + " " + UUID.randomUUID();
        String from = LocalDate.now().minusDays(60).toString();
        return offices.create(
                new OfficeInput(unique, unique + " (en)", "", "DIRECTORATE", "", from, "", null), administrator());
    }

    /** One that the office decides, with a phase that takes comments until then. */
    private Process process(Instant ends) {
        long moderator = persona("moderacion").id();
        Translated words = Translated.of(Language.ES, "Una prueba de respuestas");
        return Now.during(ends.minus(Duration.ofDays(30)), () -> {
            Process made = setup.create(
                    "respuestas-" + UUID.randomUUID().toString().substring(0, 8),
                    new Process.Description(
                            words,
                            words,
                            words,
                            words,
                            Translated.EMPTY,
                            office.scope(),
                            Influence.CONSULT,
                            List.of(Language.ES),
                            ZoneId.of("America/Argentina/Cordoba")),
                    moderator);
            setup.add(
                    made.id(),
                    Phase.Kind.PROPOSALS,
                    words,
                    words,
                    Contract.between(ends.minus(Duration.ofDays(10)), ends)
                            .answering(Contract.Answers.by(ends.plus(Duration.ofDays(30))))
                            .allowing(EnumSet.of(Action.PROPOSE, Action.COMMENT)),
                    null,
                    moderator);
            setup.appoint(made.id(), moderator, Role.MODERATOR, moderator);
            setup.publish(made.id(), "Es una prueba", moderator);
            return made;
        });
    }

    private String on() {
        return "process:" + process.slug();
    }

    private Comment ask(String words) {
        return commenting.say(on(), "", "question", words, persona("vecino"), Language.ES);
    }

    private Response reply(Signed by, Comment to, String name, String words) {
        Map<String, String> fields = new HashMap<>(Map.of("on", on(), "name", name, "body", words));
        if (to != null) {
            fields.put("parent", to.code());
        }
        RequestSpecification request = by.request().formParam("nonce", Forms.nonce());
        fields.forEach(request::formParam);
        return request.post("/comments");
    }

    private String replied(Comment to, String words) {
        Response sent = reply(renata, to, office.code(), words);
        assertEquals(303, sent.statusCode(), sent.asString());
        return sent.header("Location").replaceAll(".*/comments/([^?]+).*", "$1");
    }

    private Element voice(String code) {
        return Jsoup.parse(RestAssured.get("/comments?on=" + on()).asString()).getElementById(code);
    }

    private static JsonPath json(String code) {
        return RestAssured.get("/api/v1/comments/" + code)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void stop() {
        responding.end(office.code(), responder.id(), administrator());
    }

    private List<String> waiting() {
        return renata.get("/offices/" + office.code() + "/questions")
                .select("blockquote")
                .eachText();
    }

    private boolean isToldToWait() {
        return renata.get("/me/for-you")
                .select("a[href=/offices/" + office.code() + "/questions]")
                .hasText();
    }

    private void decide(String comment, String act) {
        Comment about = QuarkusTransaction.requiringNew()
                .call(() -> Comment.byCode(comment).orElseThrow());
        moderating.decide(
                new DecisionInput(comment, act, "off_topic", "", "Para probar.", String.valueOf(about.version())),
                persona("moderacion"));
    }

    @Test
    void aReplyForAnOfficeIsMarkedWithItsNameAndTheRole() {
        Comment question = ask("¿Hasta cuándo?");
        Document form = renata.get("/comments?on=" + on() + "&reply=" + question.code());
        List<String> offered = form.select("#say input[name=name]").eachAttr("value");
        assertEquals("", offered.get(0));
        assertTrue(offered.contains(office.code()));
        assertEquals("", form.select("#say input[name=name][checked]").val());
        assertTrue(form.select("#say").text().contains("aunque dejes de responder"));
        assertTrue(bruno.get("/comments?on=" + on() + "&reply=" + question.code())
                .select("#say input[name=name][value^=O-]")
                .isEmpty());
        assertTrue(renata.get("/comments?on=" + on())
                .select("#say input[name=name]")
                .isEmpty());

        String code = replied(question, "Hasta el viernes.");
        Element shown = voice(code);
        assertTrue(shown.hasClass("official"));
        assertEquals("Respuesta oficial · directora", shown.select(".chip.ok").text());
        assertEquals(
                office.name().exactly(Language.ES),
                shown.select("a[href=/offices/" + office.code() + "]").text());
        JsonPath json = json(code);
        assertTrue(json.getBoolean("official"));
        assertEquals(office.code(), json.getString("office"));
        assertEquals("directora", json.getString("role"));
        assertEquals(office.name().exactly(Language.ES), json.getString("author"));
        assertEquals(
                office.name().exactly(Language.EN),
                RestAssured.get("/api/v1/comments/" + code + "?lang=en").path("author"));
        assertEquals(
                code,
                RestAssured.get("/api/v1/offices/" + office.code() + "/replies").path("items[0].code"));
        assertTrue(Jsoup.parse(RestAssured.get("/offices/" + office.code()).asString())
                .select("a[href=/comments/" + code + "]")
                .hasText());
        assertFalse(json(question.code()).getBoolean("official"));
    }

    @Test
    void programsReplyForAnOfficeToo() {
        Comment question = ask("¿Y por programa?");
        RequestSpecification request =
                Signed.browser().auth().preemptive().basic("responde", "demo").contentType(ContentType.JSON);
        String code = request.body(Map.of("body", "También.", "parent", question.code(), "office", office.code()))
                .post("/api/v1/processes/" + process.slug() + "/comments")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
        assertEquals(office.code(), json(code).getString("office"));
        for (Map<String, String> wrong : List.of(
                Map.of("body", "x", "parent", question.code(), "organisation", office.code()),
                Map.of("body", "x", "parent", question.code(), "office", "G-00000000"))) {
            Signed.browser()
                    .auth()
                    .preemptive()
                    .basic("responde", "demo")
                    .contentType(ContentType.JSON)
                    .body(wrong)
                    .post("/api/v1/processes/" + process.slug() + "/comments")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void anOfficeBeginsNoThreadAndOnlyItsRespondersReplyForIt() {
        Response alone = reply(renata, null, office.code(), "Un anuncio.");
        assertEquals(422, alone.statusCode());
        assertTrue(Jsoup.parse(alone.asString()).select("#e-name").text().contains("elegí «Responder»"));
        Comment question = ask("¿Quién responde?");
        Response foreign = reply(bruno, question, office.code(), "Yo, el área.");
        assertEquals(422, foreign.statusCode());
        Document page = Jsoup.parse(foreign.asString());
        assertTrue(page.select("#e-name").text().contains("No respondés hoy"));
        assertEquals("Yo, el área.", page.select("#f-body").text());
        Office other = office("Otra área");
        assertEquals(422, reply(renata, question, other.code(), "Por otra.").statusCode());
        assertEquals(422, reply(renata, question, "O-00000000", "Por ninguna.").statusCode());
    }

    @Test
    void whoNoLongerRespondsIsRefusedWithTheTextKeptAndTheReplyStays() {
        Comment question = ask("¿Qué queda?");
        String before = replied(question, "Esto queda.");
        // the form is open in a second tab
        stop();
        Response late = reply(renata, question, office.code(), "Esto no sale.");
        assertEquals(422, late.statusCode());
        Document page = Jsoup.parse(late.asString());
        assertTrue(page.select("#e-name").hasText());
        assertEquals("Esto no sale.", page.select("#f-body").text());
        assertTrue(voice(before).hasClass("official"));
        Response changed = renata.request()
                .formParam("nonce", Forms.nonce())
                .formParam("body", "Otra cosa.")
                .formParam("version", "0")
                .post("/comments/" + before + "/edit");
        assertEquals(409, changed.statusCode());
        assertTrue(changed.asString().contains("Ya no respondés por"));
        assertEquals(
                404,
                renata.request().get("/offices/" + office.code() + "/questions").statusCode());
        assertFalse(isToldToWait());
    }

    @Test
    void anotherResponderChangesAndTakesBackWhatWasSaidForTheOffice() {
        String code = replied(ask("¿Quién corrige?"), "Un error.");
        stop();
        responding.give(
                office.code(), new ResponderInput(persona("monitoreo").code(), "mesa", "", ""), administrator());
        Signed mateo = Signed.in("monitoreo");
        assertEquals(
                303,
                mateo.request()
                        .formParam("nonce", Forms.nonce())
                        .formParam("body", "Sin el error.")
                        .formParam(
                                "version",
                                mateo.get("/comments/" + code + "/edit")
                                        .select("input[name=version]")
                                        .val())
                        .post("/comments/" + code + "/edit")
                        .statusCode());
        assertEquals("Sin el error.", json(code).getString("body"));
        assertEquals(
                303,
                mateo.request()
                        .formParam("nonce", Forms.nonce())
                        .post("/comments/" + code + "/withdrawal")
                        .statusCode());
        assertNull(json(code).getString("office"));
    }

    @Test
    void answeringGoesOnAfterInputEndedAndNothingElseDoes() {
        process = process(today.minus(Duration.ofDays(1)));
        Comment question = Now.during(today.minus(Duration.ofDays(2)), () -> ask("¿Y después del cierre?"));
        assertEquals(409, reply(bruno, question, "", "Yo no puedo.").statusCode());
        assertEquals(
                409, reply(renata, question, "", "Yo tampoco, en mi nombre.").statusCode());
        assertTrue(bruno.get("/comments?on=" + on() + "&reply=" + question.code())
                .select("#say")
                .isEmpty());
        Document form = renata.get("/comments?on=" + on() + "&reply=" + question.code() + "&name=" + office.code());
        assertEquals(
                List.of(office.code()),
                form.select("#say input[name=name][checked]").eachAttr("value"));
        assertFalse(form.select("#say input[name=name]").eachAttr("value").contains(""));
        Response empty = reply(renata, question, office.code(), " ");
        assertEquals(422, empty.statusCode());
        assertTrue(Jsoup.parse(empty.asString()).select("#say #e-body").hasText());
        assertTrue(voice(replied(question, "Se contesta igual.")).hasClass("official"));
        long moderator = persona("moderacion").id();
        setup.archive(process.id(), "Terminó.", moderator);
        assertEquals(
                409, reply(renata, question, office.code(), "Ya es archivo.").statusCode());
    }

    /** Nobody can answer there, so nobody is told every morning that somebody should. */
    @Test
    void aQuestionUnderWhatWasTakenBackWaitsForNobody() {
        Phase phase = QuarkusTransaction.requiringNew()
                .call(() -> Phase.<Phase>find("processId", process.id()).firstResult());
        Proposal proposal =
                proposing.publish(phase, "Un banco", "No hay.", "Ponerlo.", List.of(), "", "", persona("vecina"));
        commenting.say(
                "proposal:" + proposal.code(), "", "question", "¿Y quién lo cuida?", persona("vecino"), Language.ES);
        assertEquals(List.of("¿Y quién lo cuida?"), waiting());
        proposing.withdraw(proposal.code(), persona("vecina"));
        assertEquals(List.of(), waiting());
        assertFalse(isToldToWait());
    }

    @Test
    void aQuestionWaitsUntilAnOfficialReplyIsPublic() {
        assertFalse(isToldToWait());
        Comment question = ask("¿Espera esta pregunta?");
        commenting.say(on(), "", "doubt", "Esto no es una pregunta.", persona("vecino"), Language.ES);
        assertEquals(List.of("¿Espera esta pregunta?"), waiting());
        assertTrue(isToldToWait());
        assertEquals(303, reply(bruno, question, "", "No soy el área.").statusCode());
        assertEquals(1, waiting().size());

        String code = replied(question, "Ya no.");
        assertEquals(List.of(), waiting());
        assertFalse(isToldToWait());
        decide(code, "hide");
        assertEquals(1, waiting().size());
        decide(code, "restore");
        assertEquals(List.of(), waiting());
        commenting.withdraw(code, persona("responde"));
        assertEquals(1, waiting().size());
        commenting.withdraw(question.code(), persona("vecino"));
        assertEquals(List.of(), waiting());
    }

    @Test
    void whatWasAskedOfAnOfficeIsAskedOfTheOneThatFollows() {
        ask("¿Sigue esperando?");
        Office follower = offices.rename(
                office.code(),
                new RenamingInput(
                        "Área nueva",
                        "",
                        "",
                        LocalDate.now(ZoneId.of("America/Argentina/Buenos_Aires"))
                                .toString()),
                administrator());
        assertEquals(
                404,
                renata.request().get("/offices/" + office.code() + "/questions").statusCode());
        office = follower;
        assertEquals(List.of("¿Sigue esperando?"), waiting());
        assertTrue(isToldToWait());
    }

    @Test
    void theOldestQuestionComesFirstAndPagesMeetEachOnce() {
        String first = "/offices/" + office.code() + "/questions";
        List<String> asked = new ArrayList<>(List.of("Pregunta 0?"));
        ask(asked.get(0));
        renata.get(first);
        int few = Statements.during(() -> renata.get(first)).size();
        for (int n = 1; n < 25; n++) {
            asked.add("Pregunta " + n + "?");
            ask(asked.get(n));
        }
        assertEquals(few, Statements.during(() -> renata.get(first)).size());
        Document page = renata.get(first);
        List<String> met = new ArrayList<>(page.select("blockquote").eachText());
        assertEquals(20, met.size());
        met.addAll(renata.get(page.select("a[href*=cursor]").attr("href"))
                .select("blockquote")
                .eachText());
        assertEquals(asked, met);
        String answer = page.select("main li a.button").first().attr("href").replace("#say", "");
        assertEquals(
                office.code(),
                renata.get(answer).select("#say input[name=name][checked]").val());
    }

    @RepeatedTest(3)
    void whoIsEndedWhileReplyingSaysNothing() {
        Comment question = ask("¿Quién llega primero?");
        CountDownLatch ended = new CountDownLatch(1);
        List<Callable<String>> acts = new ArrayList<>();
        acts.add(() -> QuarkusTransaction.requiringNew().call(() -> {
            responding.end(office.code(), responder.id(), administrator());
            ended.countDown();
            Thread.sleep(300);
            return "ended";
        }));
        acts.add(() -> {
            ended.await();
            return answer(question);
        });
        List<Race.Outcome<String>> outcomes = Race.of(acts);
        assertTrue(outcomes.get(0).isDone());
        assertEquals(Refused.Status.INVALID, outcomes.get(1).refusal().status());
        assertEquals(0, official(question));
    }

    /** Whichever comes first: nothing is said for the office after it ended. */
    @RepeatedTest(3)
    void anOfficeThatEndsMeanwhileSaysNothing() {
        Comment question = ask("¿Termina?");
        String day = LocalDate.now(ZoneId.of("America/Argentina/Buenos_Aires")).toString();
        List<Callable<String>> acts = new ArrayList<>();
        acts.add(() -> {
            offices.end(office.code(), new OfficeEndInput(day, ""), administrator());
            return "ended";
        });
        acts.add(() -> answer(question));
        acts.add(() -> answer(question));
        List<Race.Outcome<String>> outcomes = Race.of(acts);
        assertTrue(outcomes.get(0).isDone());
        assertEquals(outcomes.stream().skip(1).filter(Race.Outcome::isDone).count(), official(question));
        assertEquals(422, reply(renata, question, office.code(), "Tarde.").statusCode());
    }

    private String answer(Comment question) {
        return commenting
                .say(
                        CommentInput.whole(on(), question.code(), "", office.code(), "A la vez."),
                        persona("responde"),
                        Language.ES,
                        Contribution.Channel.WEB)
                .comment()
                .code();
    }

    private long official(Comment question) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entityManager
                                .createNativeQuery(
                                        "select count(*) from thread_comment t join contribution c on c.id = t.id"
                                                + " join thread_comment q on q.id = t.root_id"
                                                + " where t.root_id = :question and c.name_kind = :office"
                                                + " and q.official_replies = (select count(*) from thread_comment a"
                                                + " join contribution b on b.id = a.id where a.root_id = q.id"
                                                + " and b.name_kind = :office)")
                                .setParameter("question", question.id())
                                .setParameter("office", Scope.Kind.OFFICE.name())
                                .getSingleResult())
                        .longValue());
    }
}
