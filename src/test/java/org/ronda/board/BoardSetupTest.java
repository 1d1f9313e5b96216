package org.ronda.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.ronda.Race;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.identity.Newcomer;
import org.ronda.identity.Participant;
import org.ronda.kernel.Forms;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Language;
import org.ronda.kernel.Translated;
import org.ronda.process.Action;
import org.ronda.process.Contract;
import org.ronda.process.Influence;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.ProcessSetup;

/** Boards and seats are put right, closed and ended, each with a reason that everybody reads. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class BoardSetupTest {
    private static final ZoneId ZONE = ZoneId.of("America/Argentina/Buenos_Aires");

    @Inject
    EntityManager entityManager;

    @Inject
    Seating seating;

    @Inject
    BoardSetup boards;

    @Inject
    ProcessSetup processes;

    private final LocalDate today = LocalDate.now(ZONE);
    private Signed administrator;
    private Board board;
    private String seat;
    private String setup;
    private Newcomer holder;

    @BeforeEach
    void aBoardWithSomebodyOnIt() {
        FreshLimits.forEverybody();
        administrator = Signed.in("administracion");
        String name = "Mesa " + UUID.randomUUID();
        board = seating.create(
                new BoardInput(name, name + " en", name + " fr", "Decide.", "Decides.", "Décide.", "R", "R", "R"),
                administration());
        seat = seating.add(
                board.code(),
                new SeatInput("PERMANENT", "ACADEMIA", "Universidades", "Universities", "Universités", ""),
                administration());
        setup = "/administration/boards/" + board.code();
        holder = Newcomer.admitted();
        seating.accept(ask(holder, ""), 1, holder.id());
    }

    private static long administration() {
        return person("administracion").id();
    }

    private static Participant person(String subject) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject(subject).orElseThrow());
    }

    private String ask(Newcomer who, String from) {
        return seating.appoint(seat, new AppointmentInput(who.code(), "holder", from, ""), administration());
    }

    /** The form as it is shown, with other values in some of its fields. */
    private Response send(String address, Map<String, String> other) {
        Document form = administrator.get(address);
        Map<String, String> fields = new HashMap<>();
        form.select("main form[method=post] input, main form[method=post] textarea")
                .forEach(field -> {
                    boolean isLeft = field.attr("type").equals("radio") && !field.hasAttr("checked");
                    if (!isLeft) {
                        fields.put(field.attr("name"), field.tagName().equals("textarea") ? field.text() : field.val());
                    }
                });
        fields.putAll(other);
        fields.put("nonce", Forms.nonce());
        RequestSpecification request = administrator.request();
        fields.forEach(request::formParam);
        return request.post(address);
    }

    private Document shown() {
        return Jsoup.parse(Signed.browser()
                .get(board.address())
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private JsonPath json() {
        return Signed.given().get("/api/v1" + board.address()).jsonPath();
    }

    private long events(String kind) {
        return ((Number) entityManager
                        .createNativeQuery("select count(*) from ledger_event where subject_kind = 'BOARD'"
                                + " and kind = :kind and subject_id = :board")
                        .setParameter("kind", kind)
                        .setParameter("board", board.id())
                        .getSingleResult())
                .longValue();
    }

    private Process draft() {
        long moderator = person("moderacion").id();
        Translated words = Translated.of(Language.ES, "Una prueba que la mesa decide");
        Instant at = Instant.now();
        Process made = processes.create(
                "decide-" + UUID.randomUUID().toString().substring(0, 8),
                new Process.Description(
                        words,
                        words,
                        words,
                        words,
                        Translated.EMPTY,
                        board.scope(),
                        Influence.CONSULT,
                        List.of(Language.ES),
                        ZONE),
                moderator);
        processes.add(
                made.id(),
                Phase.Kind.PROPOSALS,
                words,
                words,
                Contract.between(at.plus(Duration.ofDays(10)), at.plus(Duration.ofDays(20)))
                        .answering(Contract.Answers.by(at.plus(Duration.ofDays(60))))
                        .allowing(EnumSet.of(Action.PROPOSE, Action.COMMENT)),
                null,
                moderator);
        return made;
    }

    @Test
    void aBoardIsRenamedWithAReasonAndAnOlderFormIsShownTheNewerWords() {
        assertEquals(422, send(setup, Map.of("nameEs", "Mesa del río")).statusCode());
        assertEquals(409, send(setup, Map.of("reason", "Nada")).statusCode());
        assertEquals(
                303,
                send(setup, Map.of("nameEs", "Mesa del río", "purposeEs", "Decide sobre el río.", "reason", "Creció."))
                        .statusCode());
        assertEquals("Mesa del río", shown().select("h1").text());
        assertTrue(shown().text().contains("Decide sobre el río."));
        Response older = send(setup, Map.of("version", "0", "nameEs", "Otra", "reason", "Tarde"));
        assertEquals(409, older.statusCode());
        assertTrue(Jsoup.parse(older.asString()).select(".notice dl").text().contains("Mesa del río"));
        assertEquals(1, events("board.changed"));
    }

    @Test
    void aSeatIsCalledOtherwiseOrOfAnotherSector() {
        String address = setup + "/seats/" + seat;
        assertEquals(422, send(address, Map.of("sector", "MEDIA")).statusCode());
        assertEquals(
                303,
                send(address, Map.of("sector", "MEDIA", "nameEs", "Radios", "reason", "Así se llama"))
                        .statusCode());
        assertEquals("MEDIA", json().getString("seats[0].sector"));
        assertEquals("Radios", json().getString("seats[0].name"));
        assertEquals(holder.name(), json().getString("seats[0].holder.name"));
        assertEquals(1, events("seat.changed"));
    }

    @Test
    void aClosedSeatEndsWhoSitsThereAndStaysToBeSeen() {
        String address = setup + "/seats/" + seat + "/end";
        assertEquals(422, send(address, Map.of()).statusCode());
        assertEquals(303, send(address, Map.of("reason", "Ya no hace falta.")).statusCode());
        assertTrue(shown().text().contains("Ya no hace falta."));
        assertTrue(shown().select("details").text().contains(holder.name()));
        assertNull(json().get("seats[0].holder"));
        assertEquals("Ya no hace falta.", json().getString("seats[0].closedReason"));
        assertEquals(409, send(address, Map.of("reason", "Otra vez")).statusCode());
        Response asked = administrator
                .request()
                .formParam("nonce", Forms.nonce())
                .formParam("who", Newcomer.admitted().code())
                .formParam("as", "holder")
                .post(board.address() + "/seats/" + seat + "/terms/new");
        assertEquals(409, asked.statusCode());
        assertEquals(1, events("seat.closed"));
    }

    @Test
    void aBoardEndsAfterItsLastDayAndStaysToBeRead() {
        String address = setup + "/end";
        String last = today.plusDays(3).toString();
        assertEquals(422, send(address, Map.of("lastDay", last)).statusCode());
        assertEquals(
                422,
                send(address, Map.of("lastDay", today.minusDays(1).toString(), "reason", "Tarde"))
                        .statusCode());
        assertEquals(
                303,
                send(address, Map.of("lastDay", last, "reason", "Cumplió.")).statusCode());
        assertTrue(shown().text().contains("Esta mesa termina"));
        assertEquals(last, json().getString("lastDay"));
        assertEquals(holder.name(), json().getString("seats[0].holder.name"));
        assertEquals(
                422,
                send(address, Map.of("lastDay", last, "reason", "Otra vez")).statusCode());
        assertEquals(
                409,
                send(
                                board.address() + "/seats/new",
                                Map.of(
                                        "nameEs",
                                        "x",
                                        "nameEn",
                                        "x",
                                        "nameFr",
                                        "x",
                                        "kind",
                                        "PERMANENT",
                                        "sector",
                                        "MEDIA"))
                        .statusCode());
        assertEquals(
                today.plusDays(4).atStartOfDay(ZONE).toInstant(),
                Instant.parse(json().getString("seats[0].holder.to")));
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("update board set valid_to = :today where id = :board")
                        .setParameter("today", today)
                        .setParameter("board", board.id())
                        .executeUpdate());
        assertTrue(shown().text().contains("Esta mesa terminó"));
        assertTrue(shown().text().contains("Cumplió."));
        assertEquals(
                409, send(setup, Map.of("nameEs", "Tarde", "reason", "Tarde")).statusCode());
        assertEquals(1, events("board.ended"));
    }

    private void end(LocalDate last) {
        assertEquals(
                303,
                send(setup + "/end", Map.of("lastDay", last.toString(), "reason", "Cumplió."))
                        .statusCode());
    }

    private Response resume(String reason) {
        return send(setup + "/resumption", Map.of("reason", reason));
    }

    private Instant endOfTerm() {
        String to = json().getString("seats[0].holder.to");
        return to == null ? null : Instant.parse(to);
    }

    private static Instant after(LocalDate last) {
        return last.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    @Test
    void anEndThatIsSetIsMovedAndTermsEndWithItOrBefore() {
        end(today.plusDays(3));
        Document form = administrator.get(setup + "/end");
        assertEquals(
                today.plusDays(3).toString(), form.select("input[name=lastDay]").val());
        end(today.plusDays(40));
        assertEquals(today.plusDays(40).toString(), json().getString("lastDay"));
        assertEquals(after(today.plusDays(40)), endOfTerm());
        end(today.plusDays(1));
        assertEquals(after(today.plusDays(1)), endOfTerm());
        assertEquals(3, events("board.ended"));
    }

    @Test
    void anEndIsTakenBackWithAReasonAndEachTermLastsAsLongAsItWould() {
        assertEquals(409, resume("Sigue").statusCode());
        String other = seating.add(
                board.code(), new SeatInput("THEMATIC", "MEDIA", "Prensa", "Press", "Presse", ""), administration());
        Newcomer brief = Newcomer.admitted();
        seating.accept(
                seating.appoint(
                        other,
                        new AppointmentInput(
                                brief.code(), "holder", "", today.plusDays(9).toString()),
                        administration()),
                1,
                brief.id());
        end(today.plusDays(3));
        assertEquals(after(today.plusDays(3)), Instant.parse(json().getString("seats[1].holder.to")));
        assertEquals(422, resume("").statusCode());
        assertEquals(303, resume("Sigue haciendo falta.").statusCode());
        assertNull(json().get("lastDay"));
        assertFalse(shown().text().contains("Esta mesa termina"));
        assertNull(endOfTerm());
        assertEquals(after(today.plusDays(9)), Instant.parse(json().getString("seats[1].holder.to")));
        assertEquals(1, events("board.resumed"));
        assertEquals(
                200, administrator.request().get(board.address() + "/seats/new").statusCode());
    }

    @Test
    void anEndThatCameIsTakenBackForThirtyDays() {
        end(today);
        moveEnd(today.minusDays(31));
        assertEquals(409, resume("Tarde").statusCode());
        assertEquals(0, events("board.resumed"));
        moveEnd(today.minusDays(30));
        assertNull(json().get("seats[0].holder"));
        assertEquals(303, resume("Fue un error.").statusCode());
        assertEquals(holder.name(), json().getString("seats[0].holder.name"));
    }

    /** As if that much time had gone by. */
    private void moveEnd(LocalDate day) {
        QuarkusTransaction.requiringNew().run(() -> {
            entityManager
                    .createNativeQuery("update board set valid_to = :day where id = :board")
                    .setParameter("day", day)
                    .setParameter("board", board.id())
                    .executeUpdate();
            entityManager
                    .createNativeQuery(
                            "update appointment set valid_from = :from, accepted_at = :from, valid_to = :over"
                                    + " where board_id = :board")
                    .setParameter("from", after(day.minusDays(9)))
                    .setParameter("over", day.atStartOfDay(ZONE).toInstant())
                    .setParameter("board", board.id())
                    .executeUpdate();
        });
    }

    @Test
    void aBoardThatDecidesAProcessThatGoesOnDoesNotEnd() {
        Process process = draft();
        processes.publish(process.id(), "Es una prueba", person("moderacion").id());
        Response refused =
                send(setup + "/end", Map.of("lastDay", today.plusDays(3).toString(), "reason", "Ya está"));
        assertEquals(409, refused.statusCode());
        assertTrue(refused.asString().contains("Una prueba que la mesa decide"));
        assertFalse(shown().text().contains("Esta mesa termina"));
    }

    @Test
    void aBoardThatDecidesAProcessThatGoesOnKeepsASeatThatDecides() {
        Process process = draft();
        processes.publish(process.id(), "Es una prueba", person("moderacion").id());
        SeatInput observer = new SeatInput("OBSERVER", "MEDIA", "Prensa", "Press", "Presse", "");
        SeatInput thematic = new SeatInput("THEMATIC", "BUSINESS", "Comercio", "Trade", "Commerce", "");
        String listens = seating.add(board.code(), observer, administration());
        Response refused = send(setup + "/seats/" + seat + "/end", Map.of("reason", "Sobra."));
        assertEquals(409, refused.statusCode());
        assertTrue(refused.asString().contains("Es el último asiento que decide"), refused.asString());
        assertTrue(refused.asString().contains("Una prueba que la mesa decide"));
        assertEquals(holder.name(), json().getString("seats[0].holder.name"));
        assertEquals(
                303,
                send(setup + "/seats/" + listens + "/end", Map.of("reason", "Sobra."))
                        .statusCode());
        seating.add(board.code(), thematic, administration());
        assertEquals(
                303,
                send(setup + "/seats/" + seat + "/end", Map.of("reason", "Sobra."))
                        .statusCode());
    }

    @Test
    void aBoardWhoseEndIsSetIsNotChosenAnyMore() {
        Process process = draft();
        boards.end(board.code(), new BoardEndInput(today.toString(), "Cumplió."), administration());
        Response published = Signed.in("moderacion")
                .request()
                .formParam("nonce", Forms.nonce())
                .formParam("reason", "Es una prueba")
                .post("/setup/" + process.slug() + "/publication");
        assertTrue(published.statusCode() >= 400, published.statusCode() + "");
        Document frame = Signed.in("moderacion").get("/setup/" + draft().slug() + "/frame");
        // the one that a process has stays to be seen
        assertEquals(1, frame.select("option[value=" + board.code() + "]").size());
    }

    /** Whichever comes first: no public process is left with a board that ends. */
    @RepeatedTest(3)
    void aProcessIsPublishedOrItsBoardEndsAndNeverBoth() {
        Process process = draft();
        long moderator = person("moderacion").id();
        long ends = administration();
        List<Callable<String>> acts = new ArrayList<>();
        acts.add(() -> {
            processes.publish(process.id(), "Es una prueba", moderator);
            return "published";
        });
        acts.add(() -> {
            boards.end(board.code(), new BoardEndInput(today.toString(), "Cumplió."), ends);
            return "ended";
        });
        List<Race.Outcome<String>> outcomes = Race.of(acts);
        assertEquals(1, outcomes.stream().filter(Race.Outcome::isDone).count());
    }
}
