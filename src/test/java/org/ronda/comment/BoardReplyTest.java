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
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
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
import org.ronda.Statements;
import org.ronda.TestDatabase;
import org.ronda.board.AppointmentInput;
import org.ronda.board.Board;
import org.ronda.board.BoardInput;
import org.ronda.board.EndingInput;
import org.ronda.board.SeatInput;
import org.ronda.board.Seating;
import org.ronda.contribution.Contribution;
import org.ronda.identity.Newcomer;
import org.ronda.identity.Participant;
import org.ronda.kernel.Forms;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.process.Action;
import org.ronda.process.Contract;
import org.ronda.process.Influence;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.ProcessSetup;

/** Where a dialogue board decides, whoever sits there with a voice is asked what waits, and replies in its name. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class BoardReplyTest {
    @Inject
    Seating seating;

    @Inject
    ProcessSetup setup;

    @Inject
    Commenting commenting;

    private final Instant today = Instant.now();
    private Board board;
    private Process process;
    private Newcomer holder;
    private Newcomer deputy;
    private Newcomer observer;
    private String term;

    @BeforeEach
    void aBoardDecides() {
        FreshLimits.forEverybody();
        board = board();
        String seat = seat("PERMANENT", "Universidades");
        holder = Newcomer.admitted();
        deputy = Newcomer.admitted();
        observer = Newcomer.admitted();
        term = sit(seat, "holder", holder);
        sit(seat, "deputy", deputy);
        sit(seat("OBSERVER", "Quien mira"), "holder", observer);
        process = process(board.scope(), today.plus(Duration.ofDays(3)));
    }

    private static Participant persona(String username) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject(username).orElseThrow());
    }

    private static long administrator() {
        return persona("administracion").id();
    }

    private Board board() {
        String name = "Mesa " + UUID.randomUUID();
        return seating.create(
                new BoardInput(name, name + " en", name + " fr", "Decide.", "Decides.", "Décide.", "R", "R", "R"),
                administrator());
    }

    private String seat(String kind, String name) {
        return seating.add(
                board.code(), new SeatInput(kind, "ACADEMIA", name, name + " en", name + " fr", ""), administrator());
    }

    private String sit(String seat, String as, Newcomer who) {
        String code = seating.appoint(seat, new AppointmentInput(who.code(), as, "", ""), administrator());
        seating.accept(code, 1, who.id());
        return code;
    }

    private Process process(Scope body, Instant ends) {
        long moderator = persona("moderacion").id();
        Translated words = Translated.of(Language.ES, "Una prueba de la mesa");
        return Now.during(ends.minus(Duration.ofDays(30)), () -> {
            Process made = setup.create(
                    "mesa-" + UUID.randomUUID().toString().substring(0, 8),
                    new Process.Description(
                            words,
                            words,
                            words,
                            words,
                            Translated.EMPTY,
                            body,
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

    private Response reply(Newcomer by, Comment to, String words) {
        return by.request()
                .formParam("nonce", Forms.nonce())
                .formParam("on", on())
                .formParam("name", board.code())
                .formParam("parent", to.code())
                .formParam("body", words)
                .post("/comments");
    }

    private String replied(Newcomer by, Comment to, String words) {
        Response sent = reply(by, to, words);
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

    private String questions() {
        return "/boards/" + board.code() + "/questions";
    }

    private boolean isToldToWait(Newcomer who) {
        return who.get("/me/for-you").select("a[href=" + questions() + "]").hasText();
    }

    @Test
    void aQuestionWaitsForWhoeverSitsThereWithAVoiceUntilOneOfThemReplies() {
        assertFalse(isToldToWait(holder));
        Comment question = ask("¿Qué decide la mesa?");
        for (Newcomer one : List.of(holder, deputy)) {
            assertTrue(isToldToWait(one));
            assertEquals(
                    List.of("¿Qué decide la mesa?"),
                    one.get(questions()).select("blockquote").eachText());
        }
        assertFalse(isToldToWait(observer));
        assertEquals(404, observer.request().get(questions()).statusCode());
        assertEquals(404, Newcomer.arrives().request().get(questions()).statusCode());

        String form =
                holder.get(questions()).select("main li a.button").attr("href").replace("#say", "");
        Document say = holder.get(form);
        assertEquals(board.code(), say.select("#say input[name=name][checked]").val());
        String code = replied(holder, question, "Decide en marzo.");
        Element shown = voice(code);
        assertTrue(shown.hasClass("official"));
        assertEquals(
                "Respuesta oficial · Universidades", shown.select(".chip.ok").text());
        assertEquals(
                board.name().exactly(Language.ES),
                shown.select("a[href=/boards/" + board.code() + "]").text());
        assertTrue(shown.select(".who").text().contains(holder.name()));
        JsonPath json = json(code);
        assertTrue(json.getBoolean("official"));
        assertNull(json.getString("office"));
        assertEquals(board.code(), json.getString("board"));
        assertEquals(holder.name(), json.getString("speaker"));
        assertEquals("Universidades", json.getString("role"));
        assertEquals(board.name().exactly(Language.ES), json.getString("author"));
        assertTrue(deputy.get("/boards/" + board.code()).text().contains("Decide en marzo."));
        assertEquals(
                code,
                RestAssured.get("/api/v1/boards/" + board.code() + "/replies").path("items[0].code"));
        assertFalse(isToldToWait(holder));
        assertTrue(deputy.get(questions()).select("blockquote").isEmpty());

        commenting.revise(code, "Decide en abril.", null, deputy.row());
        assertEquals("Decide en abril.", json(code).getString("body"));
        commenting.withdraw(code, deputy.row());
        assertTrue(isToldToWait(holder));
    }

    @Test
    void programsReplyForABoardToo() {
        Comment question = ask("¿Y por programa?");
        String code = holder.request()
                .contentType(ContentType.JSON)
                .body(Map.of("body", "También.", "parent", question.code(), "board", board.code()))
                .post("/api/v1/processes/" + process.slug() + "/comments")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
        assertEquals(board.code(), json(code).getString("board"));
        for (Map<String, String> wrong : List.of(
                Map.of("body", "x", "parent", question.code(), "office", board.code()),
                Map.of("body", "x", "parent", question.code(), "board", "O-00000000"),
                Map.of("body", "x", "parent", question.code(), "organisation", board.code()))) {
            holder.request()
                    .contentType(ContentType.JSON)
                    .body(wrong)
                    .post("/api/v1/processes/" + process.slug() + "/comments")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void onlyWhoSitsThereWithAVoiceRepliesAndOnlyWhereTheBoardDecides() {
        Comment question = ask("¿Quién responde?");
        for (Newcomer one : List.of(observer, Newcomer.admitted())) {
            Response refused = reply(one, question, "Yo, la mesa.");
            assertEquals(422, refused.statusCode());
            Document page = Jsoup.parse(refused.asString());
            assertTrue(page.select("#e-name").text().contains("un asiento que decida"));
            assertEquals("Yo, la mesa.", page.select("#f-body").text());
        }
        process = process(board().scope(), today.plus(Duration.ofDays(3)));
        Comment elsewhere = ask("¿Y en otra mesa?");
        assertEquals(422, reply(holder, elsewhere, "Por la mía.").statusCode());
        assertTrue(holder.get("/comments?on=" + on() + "&reply=" + elsewhere.code())
                .select("#say input[name=name]")
                .isEmpty());
    }

    @Test
    void whoNoLongerSitsThereRepliesNoMoreAndWhatWasSaidStays() {
        Comment question = ask("¿Qué queda?");
        String code = replied(holder, question, "Esto queda.");
        seating.end(term, new EndingInput("Cambió de trabajo."), administrator());
        assertEquals(422, reply(holder, question, "Esto no sale.").statusCode());
        assertEquals(404, holder.request().get(questions()).statusCode());
        assertFalse(isToldToWait(holder));
        assertTrue(voice(code).hasClass("official"));
        assertEquals(
                409,
                holder.request()
                        .formParam("nonce", Forms.nonce())
                        .formParam("body", "Otra cosa.")
                        .formParam("version", "0")
                        .post("/comments/" + code + "/edit")
                        .statusCode());
        holder.request()
                .formParam("nonce", Forms.nonce())
                .formParam("word", "borrar")
                .post("/me/erasure")
                .then()
                .statusCode(303);
        assertEquals("Esto queda.", json(code).getString("body"));
        assertEquals(board.code(), json(code).getString("board"));
        assertNull(json(code).getString("speaker"));
        assertFalse(voice(code).text().contains(holder.name()));
    }

    @Test
    void theBoardAnswersAfterInputEndedAndNothingElseIsSaid() {
        process = process(board.scope(), today.minus(Duration.ofDays(1)));
        Comment question = Now.during(today.minus(Duration.ofDays(2)), () -> ask("¿Y después del cierre?"));
        assertTrue(observer.get("/comments?on=" + on() + "&reply=" + question.code())
                .select("#say")
                .isEmpty());
        Document form = holder.get("/comments?on=" + on() + "&reply=" + question.code());
        assertEquals(
                List.of(board.code()),
                form.select("#say input[name=name][checked]").eachAttr("value"));
        assertTrue(voice(replied(holder, question, "Se contesta igual.")).hasClass("official"));
    }

    @Test
    void theQuestionsOfABoardAreReadInAFixedNumberOfStatements() {
        ask("Pregunta 0");
        holder.get(questions());
        int few = Statements.during(() -> holder.get(questions())).size();
        int forYou = Statements.during(() -> holder.get("/me/for-you")).size();
        for (int n = 1; n < 5; n++) {
            ask("Pregunta " + n);
        }
        process = process(board.scope(), today.plus(Duration.ofDays(4)));
        ask("En otro proceso");
        assertEquals(6, holder.get(questions()).select("blockquote").size());
        assertEquals(few, Statements.during(() -> holder.get(questions())).size());
        assertEquals(forYou, Statements.during(() -> holder.get("/me/for-you")).size());
    }

    @RepeatedTest(3)
    void whoseTermIsEndedWhileReplyingSaysNothing() {
        Comment question = ask("¿Quién llega primero?");
        CountDownLatch ended = new CountDownLatch(1);
        List<Callable<String>> acts = new ArrayList<>();
        acts.add(() -> QuarkusTransaction.requiringNew().call(() -> {
            seating.end(term, new EndingInput("Terminó."), administrator());
            Participant.flush();
            ended.countDown();
            Thread.sleep(300);
            return "ended";
        }));
        acts.add(() -> {
            ended.await();
            return commenting
                    .say(
                            CommentInput.whole(on(), question.code(), "", board.code(), "A la vez."),
                            holder.row(),
                            Language.ES,
                            Contribution.Channel.WEB)
                    .comment()
                    .code();
        });
        List<Race.Outcome<String>> outcomes = Race.of(acts);
        assertTrue(outcomes.get(0).isDone());
        assertEquals(Refused.Status.INVALID, outcomes.get(1).refusal().status());
    }
}
