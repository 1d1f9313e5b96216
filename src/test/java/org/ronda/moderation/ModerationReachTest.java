package org.ronda.moderation;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.identity.Participant;
import org.ronda.kernel.FreshLimits;
import org.ronda.moderation.Worlds.World;
import org.ronda.process.Moderation;
import org.ronda.process.Phase;
import org.ronda.process.ProcessRole;
import org.ronda.process.Role;

/** Who reaches what of moderation through the API, and what it tells nobody. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ModerationReachTest {
    private static final String SECRET = "ornitorrinco";

    @Inject
    Worlds worlds;

    @Inject
    EntityManager entityManager;

    @BeforeEach
    void forgetLimits() {
        FreshLimits.forEverybody();
    }

    private static RequestSpecification as(String username) {
        return RestAssured.given().auth().preemptive().basic(username, "demo").contentType("application/json");
    }

    private World world(Moderation when) {
        return worlds.open(Phase.Kind.PROPOSALS, when, 5);
    }

    private static String thread(World world) {
        return "/api/v1/phases/" + world.phase().code() + "/comments";
    }

    private static String desk(World world) {
        return "/api/v1/desk/" + world.process().slug();
    }

    private static String say(World world, String username, String body) {
        Response said = as(username).body(Map.of("body", body)).post(thread(world));
        assertEquals(201, said.statusCode(), said.asString());
        return said.path("code");
    }

    private static Map<String, Object> decision(World world, String code, String act, String rule, String words) {
        int version = as("moderacion").get(desk(world) + "/" + code).path("version");
        return Map.of(
                "contribution",
                code,
                "act",
                act,
                "rule",
                rule,
                "words",
                words,
                "reason",
                "Una razón",
                "version",
                version);
    }

    private static String decided(World world, String code, String act, String rule, String words) {
        Response answer =
                as("moderacion").body(decision(world, code, act, rule, words)).post("/api/v1/decisions");
        assertEquals(201, answer.statusCode(), answer.asString());
        return answer.path("code");
    }

    private static Response report(String username, String code) {
        return as(username)
                .body(Map.of("rule", "respect", "reason", "Insulta"))
                .post("/api/v1/contributions/" + code + "/reports");
    }

    private static void assertUntold(String... addresses) {
        for (String address : addresses) {
            Signed.given().get(address).then().statusCode(200).body(not(containsString(SECRET)));
        }
    }

    @Test
    void whatIsHeldIsReleasedOrRefusedAndARefusalIsNotPublic() {
        World world = world(Moderation.PRE);
        String good = say(world, "vecino", "Algo que espera");
        String bad = say(world, "vecino", "Un " + SECRET + " que espera");
        as("moderacion").get(desk(world) + "?queue=held").then().body("items.code", equalTo(List.of(good, bad)));
        String released = decided(world, good, "release", "", "");
        String refused = decided(world, bad, "refuse", "respect", "");
        Signed.given().get("/api/v1/comments/" + good).then().statusCode(200).body("marks.size()", equalTo(0));
        Signed.given().get("/api/v1/comments/" + bad).then().statusCode(404);
        for (String decision : List.of(released, refused)) {
            Signed.given().get("/api/v1/decisions/" + decision).then().statusCode(404);
            as("vecina").get("/api/v1/decisions/" + decision).then().statusCode(404);
            as("vecino").get("/api/v1/decisions/" + decision).then().statusCode(200);
        }
        as("vecino").get("/api/v1/comments/" + bad).then().body("marks[0].kind", equalTo("refuse"));
        assertUntold(thread(world));
    }

    @Test
    void aHiddenProposalTellsItsMarkAndNothingElse() {
        World world = world(Moderation.POST);
        Response sent = as("vecino")
                .body(Map.of(
                        "process",
                        world.process().slug(),
                        "phase",
                        world.phase().code(),
                        "title",
                        "Un " + SECRET + " en cada plaza",
                        "problem",
                        "Falta un " + SECRET,
                        "solution",
                        "Traerlo"))
                .post("/api/v1/proposals");
        assertEquals(201, sent.statusCode(), sent.asString());
        String code = sent.path("code");
        String address = "/api/v1/proposals/" + code;
        Signed.given().get(address).then().body("marks.size()", equalTo(0));
        report("vecina", code).then().statusCode(201);
        Response open = as("moderacion").get(desk(world) + "/" + code);
        open.then().body("words.title", containsString(SECRET)).body("words.files", nullValue());
        assertFalse(open.asString().toLowerCase().contains("vecina"), "who reported is told: " + open.asString());
        String decision = decided(world, code, "hide", "off_topic", "Falta un " + SECRET);
        Signed.given()
                .get(address)
                .then()
                .body("title", nullValue())
                .body("authors", nullValue())
                .body("marks[0].kind", equalTo("hide"))
                .body("marks[0].rule", equalTo("off_topic"))
                .body("marks[0].at", notNullValue())
                .body("marks[0].decision", equalTo(decision));
        assertUntold(
                address,
                "/api/v1/decisions/" + decision,
                "/api/v1/proposals?process=" + world.process().slug() + "&phase="
                        + world.phase().code(),
                "/api/v1/search?q=plaza&process=" + world.process().slug());
        as("vecino").get("/api/v1/decisions/" + decision).then().body("words", containsString(SECRET));
        as("vecino").post(address + "/withdrawal").then().statusCode(200);
        Signed.given().get(address).then().body("state", equalTo("WITHDRAWN")).body("marks.size()", equalTo(0));
        as("moderacion")
                .get(desk(world) + "/" + code)
                .then()
                .body("words", nullValue())
                .body("author", nullValue());
    }

    @Test
    void theAnswerThatIsKeptWithAKeyHasNoneOfTheWords() {
        World world = world(Moderation.POST);
        String code = say(world, "vecino", "Vive acá el " + SECRET + " de siempre");
        Map<String, Object> redact = decision(world, code, "redact", "privacy", SECRET);
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            as("moderacion")
                    .header("Idempotency-Key", key)
                    .body(redact)
                    .post("/api/v1/decisions")
                    .then()
                    .statusCode(201)
                    .body(not(containsString(SECRET)));
        }
        as("moderacion")
                .header("Idempotency-Key", key)
                .body(Map.of("contribution", code, "act", "hide", "rule", "other", "reason", "Otra", "version", 1))
                .post("/api/v1/decisions")
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(List.of("Idempotency-Key")));
        assertEquals(
                0L,
                entityManager
                        .createNativeQuery("select count(*) from form_nonce where body like :words", Long.class)
                        .setParameter("words", "%" + SECRET + "%")
                        .getSingleResult());
        assertUntold("/api/v1/comments/" + code, thread(world), "/api/v1/ledger/events?limit=100");
    }

    @Test
    void aReportSaysByWhichRuleAndIsSentOnceForEachKey() {
        World world = world(Moderation.POST);
        String code = say(world, "vecino", "Algo que se mira");
        String address = "/api/v1/contributions/" + code + "/reports";
        for (Map<String, String> wrong : List.of(Map.of("rule", "nonsense"), Map.of("reason", "Sin regla"))) {
            as("vecina")
                    .body(wrong)
                    .post(address)
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("errors.field", equalTo(List.of("rule")));
        }
        as("vecina")
                .body(Map.of("rule", "respect", "reason", "x".repeat(1_001)))
                .post(address)
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(List.of("reason")));
        as("vecina").post(address).then().statusCode(400);
        report("vecina", "C-00000000").then().statusCode(404);
        report("vecino", code).then().statusCode(409);
        String key = UUID.randomUUID().toString();
        Map<String, String> sent = Map.of("rule", "privacy");
        String receipt = as("vecina")
                .header("Idempotency-Key", key)
                .body(sent)
                .post(address)
                .then()
                .statusCode(201)
                .extract()
                .path("receipt");
        as("vecina")
                .header("Idempotency-Key", key)
                .body(sent)
                .post(address)
                .then()
                .statusCode(201)
                .body("receipt", equalTo(receipt));
        as("vecina").body(sent).post(address).then().statusCode(409);
    }

    @Test
    void whoIsBlockedReadsAndAsksForASecondLookOnly() {
        World world = world(Moderation.POST);
        String code = say(world, "monitoreo", "Otra vez lo mismo");
        String other = say(world, "vecina", "Algo que mirar");
        String address = "/api/v1/contributions/" + code + "/block";
        as("moderacion")
                .body(Map.of("rule", "advertising", "days", 181, "reason", "Mucho"))
                .post(address)
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(List.of("days")));
        as("moderacion")
                .body(Map.of("rule", "advertising", "days", 3, "reason", "Demasiado"))
                .post("/api/v1/contributions/" + say(world, "administracion", "Yo modero") + "/block")
                .then()
                .statusCode(409);
        try {
            String decision = as("moderacion")
                    .body(Map.of("rule", "advertising", "days", 3, "reason", "Demasiado"))
                    .post(address)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("code");
            report("monitoreo", other).then().statusCode(403).body("detail", containsString("(hora de Argentina)"));
            as("monitoreo").get("/api/v1/desk").then().statusCode(403);
            as("monitoreo").get("/api/v1/decisions/" + decision).then().body("until", notNullValue());
            as("vecina").get("/api/v1/decisions/" + decision).then().statusCode(404);
            // a block is no mark on what was said
            Signed.given().get("/api/v1/comments/" + code).then().body("marks.size()", equalTo(0));
            as("moderacion").get(desk(world) + "?queue=blocks").then().body("items.code", hasItem(decision));
            as("monitoreo")
                    .body(Map.of())
                    .post("/api/v1/decisions/" + decision + "/second-look")
                    .then()
                    .statusCode(200)
                    .body("receipt", notNullValue());
        } finally {
            QuarkusTransaction.requiringNew()
                    .run(() -> Participant.bySubject("monitoreo").orElseThrow().unblock());
        }
    }

    @Test
    void aReportOfWhatItsAuthorWithdrewWaitsNoLonger() {
        World world = world(Moderation.POST);
        String code = say(world, "vecino", "Algo que se retira");
        report("vecina", code).then().statusCode(201);
        String mine = "/me/moderation";
        assertEquals(1, waiting(mine, code));
        as("vecino").delete("/api/v1/comments/" + code).then().statusCode(200);
        assertEquals(0, waiting(mine, code));
        as("vecina")
                .get("/api/v1/me/moderation")
                .then()
                .body("reports.find { it.contribution == '" + code + "' }.state", equalTo("WITHDRAWN"))
                .body("reports.find { it.contribution == '" + code + "' }.outcome", nullValue());
        as("moderacion").get(desk(world)).then().body("items.size()", equalTo(0));
    }

    private static int waiting(String mine, String code) {
        return Signed.in("vecina")
                .get(mine)
                .select("li:has(a[href$=" + code + "]) .chip.wait")
                .size();
    }

    @Test
    void whoModeratesAnotherProcessIsAVisitorInThisOne() {
        World world = world(Moderation.POST);
        World other = world(Moderation.POST);
        String code = say(world, "vecino", "Algo de este proceso");
        long role = QuarkusTransaction.requiringNew().call(() -> {
            ProcessRole moderates = new ProcessRole(
                    Participant.bySubject("monitoreo").orElseThrow().id(),
                    other.process().id(),
                    Role.MODERATOR,
                    Instant.now().minus(Duration.ofMinutes(1)));
            moderates.persist();
            return moderates.id();
        });
        try {
            Map<String, Object> hide = decision(world, code, "hide", "respect", "");
            as("monitoreo").body(hide).post("/api/v1/decisions").then().statusCode(404);
            String hidden = decided(world, code, "hide", "respect", "");
            List<String> reads = List.of(
                    desk(world), desk(world) + "?queue=decided", desk(world) + "/" + code, desk(world) + "/" + hidden);
            Map<String, Map<String, Object>> writes = Map.of(
                    "/api/v1/contributions/" + code + "/block",
                    Map.of("rule", "respect", "days", 1, "reason", "No"),
                    "/api/v1/decisions/" + hidden + "/end",
                    Map.of("reason", "No"),
                    "/api/v1/decisions/" + hidden + "/second-look",
                    Map.of("words", "No"),
                    "/api/v1/decisions/" + hidden + "/second-look/outcome",
                    Map.of("outcome", "changed", "reason", "No"));
            for (String who : List.of("vecina", "monitoreo")) {
                reads.forEach(address -> as(who).get(address).then().statusCode(404));
                writes.forEach((address, body) ->
                        as(who).body(body).post(address).then().statusCode(404));
            }
            as("monitoreo").get(desk(other)).then().statusCode(200);
            as("monitoreo").get(desk(other) + "/" + code).then().statusCode(404);
            for (String wrong : List.of("limit=101", "limit=0", "cursor=x", "quee=held")) {
                as("monitoreo").get(desk(other) + "?" + wrong).then().statusCode(400);
            }
            reads.forEach(address -> Signed.given().get(address).then().statusCode(401));
            writes.forEach((address, body) -> Signed.given()
                    .contentType("application/json")
                    .body(body)
                    .post(address)
                    .then()
                    .statusCode(401));
            Signed.given().get("/api/v1/me/moderation").then().statusCode(401);
            Signed.given()
                    .contentType("application/json")
                    .body(Map.of("rule", "respect"))
                    .post("/api/v1/contributions/" + code + "/reports")
                    .then()
                    .statusCode(401);
        } finally {
            QuarkusTransaction.requiringNew().run(() -> ProcessRole.deleteById(role));
        }
    }
}
