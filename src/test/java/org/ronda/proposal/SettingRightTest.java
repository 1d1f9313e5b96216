package org.ronda.proposal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.ronda.Race;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.contribution.Supporting;
import org.ronda.identity.Consents;
import org.ronda.identity.Office;
import org.ronda.identity.Participant;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.ledger.Counters;
import org.ronda.ledger.Ledger;
import org.ronda.process.Action;
import org.ronda.process.Contract;
import org.ronda.process.Influence;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.ProcessSetup;
import org.ronda.process.Role;
import org.ronda.process.Voters;

/** A moderator sets right whether a version corrects or changes the meaning; supports follow what is so. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SettingRightTest {
    private static final AtomicInteger NAMES = new AtomicInteger();

    private Process process;
    private Phase phase;

    @Inject
    Consents consents;

    @Inject
    ProcessSetup setup;

    @Inject
    SettingRight settingRight;

    @Inject
    Supporting supporting;

    @Inject
    Voters voters;

    @Inject
    Ledger ledger;

    @Inject
    Counters counters;

    @Inject
    EntityManager entityManager;

    @Inject
    Now now;

    private static RequestSpecification as(String username) {
        return io.restassured.RestAssured.given()
                .auth()
                .preemptive()
                .basic(username, "demo")
                .contentType("application/json");
    }

    /** A process of its own: what these people propose and support elsewhere is limited. */
    @BeforeEach
    void open() {
        QuarkusTransaction.requiringNew().run(() -> {
            long moderator = Participant.bySubject("moderacion").orElseThrow().id();
            Translated words = Translated.of(Language.ES, "Una prueba");
            process = setup.create(
                    "precisar-" + NAMES.incrementAndGet(),
                    new Process.Description(
                            words,
                            words,
                            words,
                            words,
                            Translated.EMPTY,
                            Scope.office(Office.<Office>findAll().firstResult().id()),
                            Influence.CONSULT,
                            List.of(Language.ES),
                            ZoneId.of("America/Argentina/Cordoba")),
                    moderator);
            Instant opens = now.instant().minus(Duration.ofHours(1));
            phase = setup.add(
                    process.id(),
                    Phase.Kind.PROPOSALS,
                    words,
                    words,
                    Contract.between(opens, opens.plus(Duration.ofDays(3)))
                            .limited(new Contract.Limits(10, null, 2_000))
                            .allowing(EnumSet.of(Action.PROPOSE, Action.COMMENT, Action.SUPPORT)),
                    null,
                    moderator);
            setup.appoint(process.id(), moderator, Role.MODERATOR, moderator);
            setup.publish(process.id(), "Es una prueba", moderator);
        });
    }

    private Map<String, Object> words(String solution, String change) {
        return Map.of(
                "process",
                process.slug(),
                "phase",
                phase.code(),
                "title",
                "Una plaza de la que se discute",
                "problem",
                "Falta",
                "solution",
                solution,
                "change",
                change);
    }

    /** Supported by vecino in its first words, and then changed. */
    private String changed(String change) {
        String code = as("organizacion")
                .body(words("Hacerla", ""))
                .post("/api/v1/proposals")
                .path("code");
        as("vecino")
                .body(Map.of("meaning", 1))
                .put("/api/v1/proposals/" + code + "/support")
                .then()
                .statusCode(200);
        as("organizacion")
                .header("If-Match", tag(code))
                .body(words("Hacer un estacionamiento", change))
                .put("/api/v1/proposals/" + code)
                .then()
                .statusCode(200);
        return code;
    }

    private static String tag(String code) {
        return Signed.given().get("/api/v1/proposals/" + code).header("ETag");
    }

    private Proposal read(String code) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Proposal.byCode(code).orElseThrow());
    }

    private long rows(Proposal proposal) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entityManager
                                .createNativeQuery("select count(*) from support where contribution_id = :id"
                                        + " and meaning = :meaning")
                                .setParameter("id", proposal.id())
                                .setParameter("meaning", proposal.meaning())
                                .getSingleResult())
                        .longValue());
    }

    private void assertSupports(String code, long many) {
        Proposal proposal = read(code);
        ledger.drain();
        assertEquals(many, rows(proposal));
        assertEquals(
                many, counters.of(proposal.scope(), proposal.meaning(), null).supports());
        counters.rebuild();
        assertEquals(
                many, counters.of(proposal.scope(), proposal.meaning(), null).supports());
    }

    /** The events API looks through a stretch of the ledger at a time. */
    private String justBehind() {
        long head = QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entityManager
                                .createNativeQuery("select position from ledger_head")
                                .getSingleResult())
                        .longValue());
        return Cursor.of(head - 10).toString();
    }

    @Test
    void whatWasCalledACorrectionAndIsNoneAsksSupportersAgain() {
        String code = changed("correction");
        assertSupports(code, 1);
        Signed moderator = Signed.in("moderacion");
        String history = "/proposals/" + code + "/history";
        Document page = moderator.get(history);
        var form = page.select("form[action=" + history + "]");
        assertEquals("meaning", form.select("input[name=change]").val());
        moderator
                .request()
                .formParam("nonce", form.select("input[name=nonce]").val())
                .formParam("change", "meaning")
                .formParam("version", form.select("input[name=version]").val())
                .formParam("reason", " ")
                .post(history)
                .then()
                .statusCode(422)
                .body(containsString("id=\"f-reason\""));
        moderator
                .request()
                .formParam("nonce", Forms.nonce())
                .formParam("change", "meaning")
                .formParam("version", form.select("input[name=version]").val())
                .formParam("reason", "De plaza a estacionamiento no es corregir.")
                .post(history)
                .then()
                .statusCode(303)
                .header("Location", containsString("/receipts/R-"));
        assertSupports(code, 0);
        String told = Signed.browser().get(history).asString();
        assertTrue(told.contains("De plaza a estacionamiento no es corregir."), told);
        assertTrue(told.contains("cambio de sentido"), told);
        assertTrue(Signed.in("vecino").get("/proposals/" + code).text().contains("cambió de sentido"));
        String shown = Signed.browser().get("/proposals/" + code).asString();
        assertTrue(shown.contains("1 apoyo fue para una versión anterior"), shown);
        as("moderacion")
                .header("If-Match", tag(code))
                .body(Map.of("change", "meaning", "reason", "Otra vez"))
                .put("/api/v1/proposals/" + code + "/change")
                .then()
                .statusCode(409);
    }

    @Test
    void whatWasCalledAChangeOfMeaningAndIsNoneCarriesTheSupports() {
        String code = changed("meaning");
        assertSupports(code, 0);
        as("moderacion")
                .header("If-Match", "\"1\"")
                .body(Map.of("change", "correction", "reason", "Leído antes"))
                .put("/api/v1/proposals/" + code + "/change")
                .then()
                .statusCode(409);
        as("moderacion")
                .header("If-Match", tag(code))
                .body(Map.of("change", "correction", "reason", "Dice lo mismo con otras palabras."))
                .put("/api/v1/proposals/" + code + "/change")
                .then()
                .statusCode(200)
                .body("receipt", startsWith("R-"));
        assertSupports(code, 1);
        String behind = justBehind();
        Signed.given()
                .get("/api/v1/ledger/events?process=" + process.slug() + "&kind=contribution.rejudged&limit=100"
                        + "&cursor=" + behind)
                .then()
                .body("items.content.reason", hasItem("Dice lo mismo con otras palabras."));
        Signed.given().get("/api/v1/ledger/verification").then().body("flaw", equalTo(null));
    }

    @Test
    void onlyAModeratorOfTheProcessDoesAndOnlyToALaterVersion() {
        String code = changed("correction");
        for (String who : List.of("vecina", "organizacion")) {
            as(who).header("If-Match", tag(code))
                    .body(Map.of("change", "meaning", "reason", "Quiero"))
                    .put("/api/v1/proposals/" + code + "/change")
                    .then()
                    .statusCode(404);
            assertTrue(Signed.in(who)
                    .get("/proposals/" + code + "/history")
                    .select("main form")
                    .isEmpty());
        }
        String first = as("organizacion")
                .body(words("Hacerla", ""))
                .post("/api/v1/proposals")
                .path("code");
        as("moderacion")
                .header("If-Match", tag(first))
                .body(Map.of("change", "meaning", "reason", "No hay otra versión"))
                .put("/api/v1/proposals/" + first + "/change")
                .then()
                .statusCode(409);
    }

    private Participant voter(Proposal proposal) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Participant participant =
                    new Participant("right-" + NAMES.incrementAndGet(), "Persona Ejemplo", Language.ES, now.instant());
            participant.persist();
            consents.giveAll(participant.id(), now.instant());
            voters.of(participant.id(), proposal.processId());
            return participant;
        });
    }

    @RepeatedTest(5)
    void carryingSupportsWhileOthersAreGivenAndTakenBackCountsWhatIsThere() {
        String code = changed("correction");
        Proposal before = read(code);
        List<Participant> leaving = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Participant one = voter(before);
            supporting.give(before, before.meaning(), one.id());
            leaving.add(one);
        }
        Participant moderator = QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject("moderacion").orElseThrow());
        Race.of(
                1,
                n -> () -> settingRight.set(
                        code, new ChangeInput("meaning", "Cambia", String.valueOf(before.version())), moderator));
        Proposal present = read(code);
        List<Callable<Boolean>> acts = new ArrayList<>();
        acts.add(() -> !settingRight
                .set(code, new ChangeInput("correction", "Corrige", String.valueOf(present.version())), moderator)
                .isEmpty());
        for (Participant one : leaving) {
            acts.add(() -> supporting.withdraw(present, one.id()).isPresent());
        }
        List<Participant> coming = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Participant one = voter(present);
            coming.add(one);
            acts.add(() -> supporting.give(present, present.meaning(), one.id()).isPresent());
        }
        Race.of(acts);
        // vecino's, and those who came: nobody who left is brought back
        assertSupports(code, 5);
        leaving.forEach(one -> assertEquals(0, voters.used(one.id(), phase, Action.SUPPORT)));
        coming.forEach(one -> assertEquals(1, voters.used(one.id(), phase, Action.SUPPORT)));
    }
}
