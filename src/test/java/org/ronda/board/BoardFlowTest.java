package org.ronda.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.ronda.MailServer;
import org.ronda.Race;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.identity.Participant;
import org.ronda.kernel.Forms;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Language;
import org.ronda.kernel.Posting;
import org.ronda.ledger.Ledger;

/** A dialogue board from its first rules to the end of a term, over the pages and the API. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class BoardFlowTest {
    @Inject
    EntityManager entityManager;

    @Inject
    Seating seating;

    @Inject
    Ledger ledger;

    private Signed administrator;
    private Signed vecina;
    private Signed vecino;
    private String board;
    private String seat;

    @BeforeEach
    void aBoardWithASeat() {
        FreshLimits.forEverybody();
        Posting.nothing();
        administrator = Signed.in("administracion");
        vecina = Signed.in("vecina");
        vecino = Signed.in("vecino");
        Response made = send(administrator, "/boards/new", board("Mesa " + UUID.randomUUID()));
        assertEquals(303, made.statusCode(), made.asString());
        board = path(made);
        seat = seat("Universidades");
    }

    @AfterEach
    void leave() {
        for (String subject : List.of("vecina", "vecino")) {
            long person = id(subject);
            QuarkusTransaction.requiringNew()
                    .call(() -> {
                        long here = Board.byCode(board.replace("/boards/", ""))
                                .orElseThrow()
                                .id();
                        return Appointment.openOf(person).stream()
                                .filter(one -> one.boardId() == here)
                                .map(Appointment::code)
                                .toList();
                    })
                    .forEach(code -> seating.leave(code, person));
        }
        MailServer.address("vecina", null, false);
        Posting.nothing();
    }

    private static Map<String, String> board(String name) {
        Map<String, String> input = new HashMap<>();
        for (String language : List.of("Es", "En", "Fr")) {
            input.put("name" + language, name + " " + language);
            input.put("purpose" + language, "Para decidir. " + language);
            input.put("rules" + language, "Primera versión. " + language);
        }
        return input;
    }

    private static Response send(Signed by, String address, Map<String, String> fields) {
        RequestSpecification request = by.request().formParam("nonce", Forms.nonce());
        fields.forEach(request::formParam);
        return request.post(address);
    }

    private static String path(Response redirect) {
        return redirect.header("Location").replaceAll("https?://[^/]+", "");
    }

    private String seat(String name) {
        Response added = send(
                administrator,
                board + "/seats/new",
                Map.of("nameEs", name, "nameEn", name, "nameFr", name, "kind", "PERMANENT", "sector", "ACADEMIA"));
        assertEquals(303, added.statusCode(), added.asString());
        return path(added).replaceAll(".*#", "");
    }

    private static Participant person(String subject) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject(subject).orElseThrow());
    }

    private static long id(String subject) {
        return person(subject).id();
    }

    private Response ask(String seat, String subject, String as) {
        return send(
                administrator,
                board + "/seats/" + seat + "/terms/new",
                Map.of("who", person(subject).code(), "as", as));
    }

    /** The last that somebody was asked to. */
    private static String asked(Signed person) {
        return person.get("/me/seats")
                .select("form[action$=/acceptance]")
                .attr("action")
                .replaceAll("/me/seats/(.*)/acceptance", "$1");
    }

    private String sits(Signed person, String subject) {
        ask(seat, subject, "holder");
        String term = asked(person);
        assertEquals(
                303,
                send(person, "/me/seats/" + term + "/acceptance", Map.of("rules", "1"))
                        .statusCode());
        return term;
    }

    private Response rule(String seen, String words) {
        return send(administrator, board + "/rules/new", Map.of("es", words, "en", words, "fr", words, "seen", seen));
    }

    private Document shown() {
        return Jsoup.parse(
                Signed.browser().get(board).then().statusCode(200).extract().asString());
    }

    private JsonPath json() {
        return Signed.given().get("/api/v1" + board).jsonPath();
    }

    private long events(String kind) {
        return ((Number) entityManager
                        .createNativeQuery("select count(*) from ledger_event e join board b on b.id = e.subject_id"
                                + " where e.subject_kind = 'BOARD' and e.kind = :kind and b.code = :code")
                        .setParameter("kind", kind)
                        .setParameter("code", board.replace("/boards/", ""))
                        .getSingleResult())
                .longValue();
    }

    @Test
    void everybodyReadsABoardAndOnlyThePlatformSetsItUp() {
        assertTrue(Signed.browser().get("/boards").asString().contains(board));
        assertTrue(shown().text().contains("Universidades"));
        assertTrue(shown().text().contains("Vacante"));
        assertTrue(Signed.browser().get(board + "/rules/1?lang=fr").asString().contains("Primera versión. Fr"));
        assertEquals(404, Signed.browser().get(board + "/rules/2").statusCode());
        assertEquals(404, Signed.browser().get("/boards/B-00000000").statusCode());
        assertTrue(Signed.given().get("/api/v1/boards").asString().contains(board.replace("/boards/", "")));
        assertNull(json().get("seats[0].holder"));
        assertEquals(404, send(vecina, "/boards/new", board("Mía")).statusCode());
        assertEquals(404, send(vecina, board + "/seats/new", Map.of()).statusCode());
        assertEquals(404, send(vecina, board + "/rules/new", Map.of()).statusCode());
        assertEquals(
                422,
                send(
                                administrator,
                                board + "/seats/new",
                                Map.of(
                                        "nameEs", "x", "nameEn", "x", "nameFr", "x", "kind", "THRONE", "sector",
                                        "MEDIA"))
                        .statusCode());
        assertEquals(
                422,
                send(
                                administrator,
                                board + "/seats/new",
                                Map.of(
                                        "nameEs",
                                        "x",
                                        "nameEn",
                                        "x",
                                        "nameFr",
                                        "x",
                                        "kind",
                                        "OBSERVER",
                                        "sector",
                                        "MEDIA",
                                        "body",
                                        "G-00000000"))
                        .statusCode());
        assertEquals(1, events("board.created"));
        assertEquals(1, events("seat.added"));
    }

    @Test
    void aSeatMayBelongToAnOrganisation() {
        String organisation = Signed.given().get("/api/v1/organisations").path("items[0].code");
        Response added = send(
                administrator,
                board + "/seats/new",
                Map.of(
                        "nameEs",
                        "Red",
                        "nameEn",
                        "Red",
                        "nameFr",
                        "Red",
                        "kind",
                        "OBSERVER",
                        "sector",
                        "CIVIL_SOCIETY",
                        "body",
                        organisation.toLowerCase()));
        assertEquals(303, added.statusCode(), added.asString());
        assertEquals(
                1,
                shown().select("main a[href=/organisations/" + organisation + "]")
                        .size());
        assertEquals(organisation, json().getString("seats[1].body"));
    }

    @Test
    void whoIsAskedSitsThereOnceTheyAcceptTheSeatAndTheRules() {
        MailServer.address("vecina", "vera@example.org", true);
        assertEquals(303, ask(seat, "vecina", "holder").statusCode());
        try (MailServer server = new MailServer()) {
            Posting.deliver();
            MailServer.Received mail = server.to("vera@example.org").get(0);
            assertTrue(mail.subject().startsWith("Te proponen un asiento en Mesa"), mail.subject());
            assertTrue(mail.text().contains(MailServer.LINKS + "/me/seats"), mail.text());
        }
        assertTrue(vecina.get("/me/for-you").text().contains("Te proponen un asiento"));
        assertFalse(shown().text().contains("Vera Ejemplo"));
        assertTrue(administrator.get(board).text().contains("Terminar: Vera Ejemplo Todavía no respondió"));
        String term = asked(vecina);
        String mine = "/me/seats/" + term;
        assertEquals(
                404, send(vecino, mine + "/acceptance", Map.of("rules", "1")).statusCode());
        assertEquals(409, send(vecina, mine + "/acceptance", Map.of()).statusCode());
        assertEquals(
                409, send(vecina, mine + "/acceptance", Map.of("rules", "2")).statusCode());
        assertEquals(409, send(vecina, mine + "/rules", Map.of("rules", "1")).statusCode());
        assertEquals(
                303, send(vecina, mine + "/acceptance", Map.of("rules", "1")).statusCode());
        assertEquals(
                409, send(vecina, mine + "/acceptance", Map.of("rules", "1")).statusCode());
        assertEquals(409, send(vecina, mine + "/refusal", Map.of()).statusCode());
        assertTrue(shown().text().contains("Vera Ejemplo"));
        assertTrue(shown().text().contains("Aceptó las reglas, versión 1"));
        assertEquals("Vera Ejemplo", json().getString("seats[0].holder.name"));
        assertFalse(vecina.get("/me/for-you").text().contains("Te proponen un asiento"));
        assertEquals(1, events("seat.offered"));
        assertEquals(1, events("seat.accepted"));
    }

    @Test
    void eachPlaceAndEachPersonHasOne() {
        sits(vecina, "vecina");
        assertEquals(422, ask(seat, "vecino", "holder").statusCode());
        assertEquals(422, ask(seat, "vecina", "deputy").statusCode());
        assertEquals(422, ask(seat("Otro"), "vecina", "holder").statusCode());
        assertEquals(303, ask(seat, "vecino", "deputy").statusCode());
        assertEquals(
                422,
                send(
                                administrator,
                                board + "/seats/" + seat + "/terms/new",
                                Map.of("who", "Nadie Conocido", "as", "deputy"))
                        .statusCode());
        assertEquals(
                303,
                send(vecino, "/me/seats/" + asked(vecino) + "/refusal", Map.of())
                        .statusCode());
        assertEquals(1, events("seat.declined"));
        assertFalse(shown().text().contains("Bruno Ejemplo"));
        assertEquals(303, ask(seat, "vecino", "deputy").statusCode());
    }

    @Test
    void newRulesAreAskedForAndUntilTheyAreAcceptedThatIsShown() {
        String term = sits(vecina, "vecina");
        assertEquals(
                409,
                send(
                                administrator,
                                board + "/rules/new",
                                Map.of(
                                        "es", "Primera versión. Es",
                                        "en", "Primera versión. En",
                                        "fr", "Primera versión. Fr",
                                        "seen", "1"))
                        .statusCode());
        assertEquals(303, rule(current(), "Otra versión.").statusCode());
        assertEquals(409, rule("1", "Desde otra pestaña.").statusCode());
        int present = Integer.parseInt(current());
        assertTrue(shown().text().contains("Aceptó la versión 1 de las reglas, que ya no es la vigente"));
        assertTrue(vecina.get("/me/for-you").text().contains("Hay reglas nuevas para aceptar"));
        assertTrue(vecina.get("/me/seats").text().contains("Aceptaste la versión 1"));
        assertTrue(Signed.browser().get(board + "/rules/1").asString().contains("Ya no es la vigente"));
        assertEquals(
                409,
                send(vecina, "/me/seats/" + term + "/rules", Map.of("rules", "1"))
                        .statusCode());
        assertEquals(
                303,
                send(vecina, "/me/seats/" + term + "/rules", Map.of("rules", String.valueOf(present)))
                        .statusCode());
        assertEquals(
                409,
                send(vecina, "/me/seats/" + term + "/rules", Map.of("rules", String.valueOf(present)))
                        .statusCode());
        assertTrue(shown().text().contains("Aceptó las reglas, versión " + present));
        assertEquals(1, events("seat.agreed"));
    }

    private String current() {
        return administrator
                .get(board + "/rules/new")
                .select("input[name=seen]")
                .val();
    }

    @Test
    void aTermEndsWithAReasonThatEverybodyReadsAndTheSeatIsFreeAgain() {
        String term = sits(vecina, "vecina");
        String end = board + "/seats/" + seat + "/terms/" + term + "/end";
        assertEquals(404, send(vecino, end, Map.of("reason", "Porque sí.")).statusCode());
        assertEquals(422, send(administrator, end, Map.of("reason", " ")).statusCode());
        assertEquals(
                303,
                send(administrator, end, Map.of("reason", "Faltó a seis reuniones."))
                        .statusCode());
        assertEquals(
                404, send(administrator, end, Map.of("reason", "Otra vez.")).statusCode());
        assertEquals(409, send(vecina, "/me/seats/" + term + "/end", Map.of()).statusCode());
        assertTrue(shown().text().contains("Faltó a seis reuniones."));
        assertEquals("Faltó a seis reuniones.", json().getString("seats[0].past[0].reason"));
        assertNull(json().get("seats[0].holder"));
        assertTrue(vecina.get("/me/seats").text().contains("Faltó a seis reuniones."));
        assertEquals(303, ask(seat, "vecino", "holder").statusCode());
        assertEquals(1, events("seat.ended"));
    }

    @Test
    void whoseTimeIsOverSitsThereNoLongerAndMakesRoom() {
        String term = sits(vecina, "vecina");
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery(
                                "update appointment set valid_from = :from, valid_to = :to where code = :code")
                        .setParameter("from", Instant.now().minusSeconds(600))
                        .setParameter("to", Instant.now().minusSeconds(1))
                        .setParameter("code", term)
                        .executeUpdate());
        assertNull(json().get("seats[0].holder"));
        assertEquals("Vera Ejemplo", json().getString("seats[0].past[0].name"));
        assertEquals(303, ask(seat, "vecino", "holder").statusCode());
        assertEquals(303, ask(seat("Otro"), "vecina", "holder").statusCode());
    }

    @Test
    void whoErasesTheirAccountLeavesTheirSeat() {
        Participant somebody = QuarkusTransaction.requiringNew().call(() -> {
            Participant person =
                    new Participant("mesa-" + UUID.randomUUID(), "Sitio Ejemplo", Language.ES, Instant.now());
            person.persist();
            return person;
        });
        String term =
                seating.appoint(seat, new AppointmentInput(somebody.code(), "holder", "", ""), id("administracion"));
        seating.accept(term, 1, somebody.id());
        assertEquals("Sitio Ejemplo", json().getString("seats[0].holder.name"));
        seating.leaveAll(somebody.id());
        assertNull(json().get("seats[0].holder"));
        assertEquals(1, events("seat.ended"));
    }

    @Test
    void theEventsOfABoardNameNobodyAndVerify() {
        sits(vecina, "vecina");
        ledger.drain();
        List<String> contents = entityManager
                .createNativeQuery(
                        "select c.content from ledger_content c join ledger_event e on e.id = c.event_id"
                                + " join board b on b.id = e.subject_id"
                                + " where e.subject_kind = 'BOARD' and b.code = :code",
                        String.class)
                .setParameter("code", board.replace("/boards/", ""))
                .getResultList();
        assertEquals(4, contents.size());
        String all = String.join("\n", contents);
        assertFalse(all.contains(person("vecina").code()) || all.contains("Vera"), all);
        assertEquals(200, Signed.browser().get("/ledger/verification").statusCode());
    }

    @Test
    void theDatabaseKeepsSeatsHonest() {
        String term = sits(vecina, "vecina");
        for (String wrong : List.of(
                "rules_version = null",
                "rules_version = 7",
                "slot = null",
                "valid_to = valid_from",
                "ended_at = valid_from")) {
            assertThrows(
                    RuntimeException.class,
                    () -> QuarkusTransaction.requiringNew()
                            .run(() -> entityManager
                                    .createNativeQuery("update appointment set " + wrong + " where code = :code")
                                    .setParameter("code", term)
                                    .executeUpdate()),
                    wrong);
        }
    }

    @RepeatedTest(3)
    void ofManyAskedForOnePlaceAtOnceThereIsOne() {
        List<String> subjects = List.of("vecina", "vecino", "organizacion", "monitoreo");
        long by = id("administracion");
        List<Callable<String>> acts = new ArrayList<>();
        for (String subject : subjects) {
            String code = person(subject).code();
            acts.add(() -> seating.appoint(seat, new AppointmentInput(code, "holder", "", ""), by));
        }
        assertEquals(1, Race.of(acts).stream().filter(Race.Outcome::isDone).count());
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery(
                                "delete from appointment where seat_id = (select id from seat where code = :code)")
                        .setParameter("code", seat)
                        .executeUpdate());
    }

    /** Whoever accepts while the rules change accepts those that they read, or is told. */
    @RepeatedTest(3)
    void nobodyAcceptsRulesThatTheyDidNotRead() {
        ask(seat, "vecina", "holder");
        String term = asked(vecina);
        long me = id("vecina");
        long by = id("administracion");
        List<Callable<Boolean>> acts = new ArrayList<>();
        acts.add(() -> {
            seating.accept(term, 1, me);
            return true;
        });
        acts.add(() -> {
            seating.rule(board.replace("/boards/", ""), new RulesInput("Nuevas", "New", "Neuves", "1"), by);
            return true;
        });
        List<Race.Outcome<Boolean>> outcomes = Race.of(acts);
        assertTrue(outcomes.get(1).isDone());
        Appointment after = QuarkusTransaction.requiringNew()
                .call(() -> Appointment.byCode(term).orElseThrow());
        assertEquals(outcomes.get(0).isDone(), !after.isAsked());
        if (!after.isAsked()) {
            // accepted before: then it is behind, and asked anew
            assertEquals(1, after.rulesVersion());
            assertTrue(vecina.get("/me/for-you").text().contains("Hay reglas nuevas"));
        }
    }
}
