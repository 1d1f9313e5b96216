package org.ronda.proposal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Race;
import org.ronda.Signed;
import org.ronda.Statements;
import org.ronda.TestDatabase;
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
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.ProcessSetup;
import org.ronda.process.Processes;
import org.ronda.process.Role;
import org.ronda.process.Topic;

/** From the entries of a topics phase to the topics of the phases that follow. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class TopicListFlowTest {
    private static final Translated NOTE = Translated.of(Language.ES, "Lo que pide lo mismo va junto.");

    @Inject
    ProcessSetup setup;

    @Inject
    Processes processes;

    @Inject
    Proposing proposing;

    @Inject
    TopicLists topicLists;

    @Inject
    Ledger ledger;

    private Process process;
    private Phase topics;
    private Phase proposals;
    private long moderator;
    private List<String> entries;
    private Signed mora;

    /** A process whose topics phase ended an hour ago with four entries, and whose proposals phase is open. */
    @BeforeEach
    void entriesHaveEnded() {
        mora = Signed.in("moderacion");
        moderator = id("moderacion");
        Instant today = Instant.now();
        Now.during(today.minus(Duration.ofDays(30)), () -> {
            String slug = "temas-" + Forms.nonce().replaceAll("[\\W_]", "").toLowerCase();
            process = setup.create(slug, description(), moderator);
            setup.appoint(process.id(), moderator, Role.MODERATOR, moderator);
            topics = phase(
                    Phase.Kind.TOPICS,
                    Contract.between(today.minus(Duration.ofDays(10)), today.minus(Duration.ofHours(1))));
            proposals = phase(
                    Phase.Kind.PROPOSALS,
                    Contract.between(today.minus(Duration.ofMinutes(30)), today.plus(Duration.ofDays(9))));
            setup.publish(process.id(), null, moderator);
            return null;
        });
        entries = Now.during(
                today.minus(Duration.ofDays(2)),
                () -> List.of("Que haya más sombra", "Plazas con árboles", "Datos de las compras", "Otra cosa").stream()
                        .map(title -> proposing
                                .publish(
                                        topics,
                                        title + " acá",
                                        "Porque hace falta.",
                                        "",
                                        List.of(),
                                        "",
                                        "",
                                        person("vecina"))
                                .code())
                        .toList());
    }

    private Phase phase(Phase.Kind kind, Contract contract) {
        return setup.add(
                process.id(),
                kind,
                Translated.of("Fase", "Phase", "Phase"),
                Translated.of("Decí algo.", "Say something.", "Dites quelque chose."),
                contract.allowing(EnumSet.of(Action.PROPOSE, Action.COMMENT, Action.SUPPORT)),
                "Para probar.",
                moderator);
    }

    private static Process.Description description() {
        return new Process.Description(
                Translated.of("Temas de prueba", "Topics to try", "Thèmes d’essai"),
                Translated.of("Para probar.", "To try.", "Pour essayer."),
                Translated.of("Algo.", "Something.", "Quelque chose."),
                Translated.of("Nada más.", "Nothing else.", "Rien d’autre."),
                Translated.EMPTY,
                Scope.office(QuarkusTransaction.requiringNew()
                        .call(() -> Office.<Office>findAll().firstResult().id())),
                Influence.CONSULT,
                List.of(Language.ES, Language.EN),
                ZoneId.of("America/Argentina/Cordoba"));
    }

    private static Participant person(String username) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject(username).orElseThrow());
    }

    private static long id(String username) {
        return person(username).id();
    }

    private String address() {
        return process.address() + "/phases/" + topics.code() + "/topics";
    }

    private Response send(Signed who, String path, String from, String... fields) {
        RequestSpecification request = who.request().formParam("nonce", who.nonce(from));
        for (int i = 0; i < fields.length; i += 2) {
            request.formParam(fields[i], fields[i + 1]);
        }
        return request.post(path);
    }

    private Response prepare(String... fields) {
        return send(mora, address() + "/preparation", address() + "/preparation", fields);
    }

    private String gather(Translated title, String... codes) {
        return topicLists.gather(topics.id(), "", title, List.of(codes), moderator);
    }

    private static Translated named(String es) {
        return Translated.of(es, es + " (en)", "");
    }

    @Test
    void aModeratorPutsEntriesTogetherAndPublishesTheList() {
        prepare("titleEs", "Sombra", "titleEn", "Shade", "entries", entries.get(0), "entries", entries.get(1))
                .then()
                .statusCode(303);
        assertTrue(Jsoup.parse(Signed.browser().get(address()).asString())
                .select("main .card")
                .isEmpty());
        assertTrue(Topic.of(process.id()).isEmpty());

        prepare("titleEs", "Compras", "titleEn", "Purchases", "entries", entries.get(2))
                .then()
                .statusCode(303);
        send(mora, address() + "/publication", address() + "/publication", "note", "Iban juntas.")
                .then()
                .statusCode(303)
                .header("Location", containsString(address()));

        Document list = Jsoup.parse(Signed.browser().get(address() + "?lang=es").asString());
        assertEquals(2, list.select("main .card").size());
        assertTrue(list.select("main").text().contains("Salió de 2 aportes"));
        assertTrue(list.select("main").text().contains("Un aporte no está en ningún tema."));
        assertTrue(list.select("main").text().contains("Iban juntas."));
        String shade = Topic.of(process.id()).get(0).code();

        Document entry = Jsoup.parse(Signed.browser()
                .get("/proposals/" + entries.get(0) + "?lang=es")
                .asString());
        assertEquals(address() + "#" + shade, entry.select(".notice a").attr("href"));
        Document form = mora.get(process.address() + "/proposals/new?phase=" + proposals.code());
        assertEquals(2, form.select("input[name=topics]").size());
        Document filtered = Jsoup.parse(Signed.browser()
                .get(process.address() + "/proposals?phase=" + topics.code() + "&topic=" + shade)
                .asString());
        assertEquals(2, filtered.select("main .card").size());
        Document others = Jsoup.parse(Signed.browser()
                .get(process.address() + "/proposals?phase=" + topics.code() + "&topic=-")
                .asString());
        assertEquals(1, others.select("main .card").size());
        assertTrue(Signed.in("vecina").get("/me?lang=es").select("main").text().contains("Pasó a formar parte de"));
    }

    @Test
    void anEventSaysWhatCameFromWhat() {
        String code = gather(named("Sombra"), entries.get(0));
        topicLists.publish(topics.id(), NOTE, moderator);
        ledger.drain();
        String next = "";
        List<Object> said = new ArrayList<>();
        while (next != null) {
            JsonPath page = Signed.given()
                    .get("/api/v1/ledger/events?kind=topics.published&limit=100&process=" + process.slug() + "&cursor="
                            + next)
                    .jsonPath();
            said.addAll(page.getList("items.content"));
            next = page.getString("next");
        }
        assertEquals(1, said.size());
        assertEquals(entries.get(0), ((Map<?, ?>) said.get(0)).get(code));
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTickedStays() {
        String page = prepare("entries", entries.get(3))
                .then()
                .statusCode(422)
                .extract()
                .asString();
        Document again = Jsoup.parse(page);
        assertTrue(again.select("#e-topic").hasText());
        assertEquals(
                entries.get(3), again.select("input[name=entries][checked]").val());
        prepare("titleEs", "Vacío").then().statusCode(422).body(containsString("e-entries"));
        prepare("titleEs", "Ajeno", "entries", "I-NADA0000").then().statusCode(422);
        prepare("topic", "T-NADA0000", "entries", entries.get(0)).then().statusCode(404);
        send(mora, address() + "/publication", address() + "/publication", "note", "Algo")
                .then()
                .statusCode(409);
        gather(Translated.of(Language.ES, "Sin inglés"), entries.get(0));
        send(mora, address() + "/publication", address() + "/publication", "note", "Algo")
                .then()
                .statusCode(409)
                .body(containsString("Sin inglés"), containsString("English"), containsString("\nAlgo</textarea>"));
        assertTrue(Topic.of(process.id()).isEmpty());
    }

    @Test
    void whatIsPublicStaysAndALaterListAddsToIt() {
        String shade = gather(named("Sombra"), entries.get(0));
        String purchases = gather(named("Compras"), entries.get(2));
        send(mora, address() + "/preparation/" + purchases + "/raise", address() + "/preparation")
                .then()
                .statusCode(303);
        send(
                        mora,
                        address() + "/preparation/" + shade,
                        address() + "/preparation/" + shade,
                        "titleEs",
                        "Sombra y agua",
                        "titleEn",
                        "Shade and water")
                .then()
                .statusCode(303);
        topicLists.publish(topics.id(), NOTE, moderator);
        assertEquals(
                List.of("Compras", "Sombra y agua"),
                Topic.of(process.id()).stream()
                        .map(topic -> topic.title().exactly(Language.ES))
                        .toList());

        send(mora, address() + "/preparation/" + shade + "/removal", address() + "/preparation")
                .then()
                .statusCode(409);
        prepare("show", shade, "then", "out", "entries", entries.get(0)).then().statusCode(422);
        prepare("topic", shade, "entries", entries.get(1)).then().statusCode(303);
        prepare("show", shade, "then", "out", "entries", entries.get(1)).then().statusCode(303);
        prepare("topic", shade, "entries", entries.get(3)).then().statusCode(303);
        Signed.given().get("/api/v1" + address()).then().body("items[1].entries", equalTo(1));
        topicLists.publish(topics.id(), NOTE, moderator);
        Signed.given()
                .get("/api/v1" + address())
                .then()
                .body("items[1].entries", equalTo(2))
                .body("published", hasSize(2))
                .body("entriesInNone", equalTo(1));
    }

    @Test
    void aTopicThatIsOnlyPreparedMayBeUndone() {
        String shade = gather(named("Sombra"), entries.get(0));
        send(mora, address() + "/preparation/" + shade + "/removal", address() + "/preparation")
                .then()
                .statusCode(303);
        assertTrue(Topic.ofPhase(topics.id()).isEmpty());
    }

    @Test
    void onlyItsModeratorsDoIt() {
        String shade = gather(named("Sombra"), entries.get(0));
        for (String other : List.of("vecina", "organizacion", "monitoreo", "administracion")) {
            Signed visitor = Signed.in(other);
            visitor.request().get(address() + "/preparation").then().statusCode(404);
            visitor.request().get(address() + "/preparation/" + shade).then().statusCode(404);
            visitor.request().get(address() + "/publication").then().statusCode(404);
            for (String path : List.of("preparation", "preparation/" + shade, "publication")) {
                visitor.request()
                        .formParam("nonce", Forms.nonce())
                        .formParam("note", "x")
                        .post(address() + "/" + path)
                        .then()
                        .statusCode(404);
            }
            Signed.given()
                    .auth()
                    .preemptive()
                    .basic(other, "demo")
                    .get("/api/v1" + address() + "/preparation")
                    .then()
                    .statusCode(404);
        }
        Signed.given().get("/api/v1" + address()).then().body("items", hasSize(0));
        Signed.given().get("/api/v1" + address() + "/preparation").then().statusCode(401);
        proposingPhaseHasNoList();
    }

    private void proposingPhaseHasNoList() {
        Signed.browser()
                .get(process.address() + "/phases/" + proposals.code() + "/topics")
                .then()
                .statusCode(404);
    }

    @Test
    void aProgramDoesTheSame() {
        Signed.given()
                .auth()
                .preemptive()
                .basic("moderacion", "demo")
                .contentType(ContentType.JSON)
                .body(Map.of("title", Map.of("es", "Sombra", "en", "Shade"), "entries", entries.subList(0, 2)))
                .post("/api/v1" + address() + "/preparation")
                .then()
                .statusCode(200)
                .body("code", containsString("T-"));
        Signed.given()
                .auth()
                .preemptive()
                .basic("moderacion", "demo")
                .contentType(ContentType.JSON)
                .body(Map.of("note", Map.of("es", "Van juntas.")))
                .post("/api/v1" + address() + "/publication")
                .then()
                .statusCode(200)
                .body("items.title.es", hasItem("Sombra"))
                .body("published[0].note.es", equalTo("Van juntas."));
    }

    @Test
    void nothingIsPublishedWhileEntriesAreTaken() {
        Instant during = Instant.now().minus(Duration.ofDays(3));
        gather(named("Sombra"), entries.get(0));
        Refused refused = assertThrows(
                Refused.class,
                () -> Now.during(during, () -> {
                    topicLists.publish(topics.id(), NOTE, moderator);
                    return null;
                }));
        assertEquals(Refused.Status.CONFLICT, refused.status());
        assertTrue(Topic.of(process.id()).isEmpty());
    }

    @Test
    void twoModeratorsPublishOnce() {
        gather(named("Sombra"), entries.get(0));
        List<Race.Outcome<Boolean>> outcomes = Race.of(4, i -> () -> {
            topicLists.publish(topics.id(), NOTE, moderator);
            return true;
        });
        assertEquals(1, outcomes.stream().filter(Race.Outcome::isDone).count());
        assertEquals(
                1,
                QuarkusTransaction.requiringNew()
                        .call(() -> TopicList.of(topics.id()).size()));
        assertFalse(Topic.of(process.id()).isEmpty());
    }

    @Test
    void anEntryThatIsWithdrawnKeepsItsPlaceWithoutItsWords() {
        gather(named("Sombra"), entries.get(0), entries.get(1));
        topicLists.publish(topics.id(), NOTE, moderator);
        proposing.withdraw(entries.get(0), person("vecina"));
        Signed.browser()
                .get(address() + "?lang=es")
                .then()
                .body(containsString("Uno de ellos ya no se muestra"), not(containsString("Que haya más sombra")));
    }

    @Test
    void manyTopicsTakeNoMoreStatementsThanOne() {
        gather(named("Sombra"), entries.get(0));
        topicLists.publish(topics.id(), NOTE, moderator);
        int one = Statements.during(() -> Signed.browser().get(address())).size();
        for (int i = 0; i < 8; i++) {
            gather(named("Tema " + i), entries.get(0), entries.get(1), entries.get(2));
        }
        topicLists.publish(topics.id(), NOTE, moderator);
        assertEquals(
                one, Statements.during(() -> Signed.browser().get(address())).size());
        assertTrue(one <= 9, one + " statements");
    }

    @Test
    void anEndedPhaseSaysThatItIsAnsweringUntilEverythingOwedHasAnAnswer() {
        Instant due = Instant.now().plus(Duration.ofDays(20));
        Phase owing = Now.during(
                Instant.now().minus(Duration.ofDays(25)),
                () -> phase(
                        Phase.Kind.PROPOSALS,
                        Contract.between(
                                        Instant.now().minus(Duration.ofDays(9)),
                                        Instant.now().minus(Duration.ofHours(2)))
                                .answering(Contract.Answers.by(due))));
        String page = process.address() + "?lang=en";
        assertFalse(Signed.browser().get(page).asString().contains("we are answering until"));
        Proposal said = Now.during(
                Instant.now().minus(Duration.ofDays(1)),
                () -> proposing.publish(
                        owing,
                        "Una propuesta con respuesta",
                        "Hace falta.",
                        "Hacerla.",
                        List.of(),
                        "",
                        "",
                        person("vecina")));
        assertTrue(Signed.browser().get(page).asString().contains("we are answering until"));
        String late = Now.during(
                due.plusSeconds(1),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> processes
                                .timeline(process)
                                .of(owing.code())
                                .orElseThrow()
                                .state()
                                .name()));
        assertEquals("LATE", late);
        proposing.withdraw(said.code(), person("vecina"));
        assertTrue(Signed.browser().get(page).asString().contains("answered"));
    }
}
