package org.ronda.moderation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronda.Signed;
import org.ronda.TestDatabase;

/** A program reports, decides, blocks and looks again by the rules of the desk. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ModerationApiTest {
    private static RequestSpecification as(String username) {
        return RestAssured.given().auth().preemptive().basic(username, "demo").contentType("application/json");
    }

    private static String say(String username, String body) {
        Response said = as(username).body(Map.of("body", body)).post("/api/v1/processes/tu-distrito/comments");
        assertEquals(201, said.statusCode(), said.asString());
        return said.path("code");
    }

    private static Response report(String username, String code, String rule) {
        return as(username)
                .body(Map.of("rule", rule, "reason", "Insulta"))
                .post("/api/v1/contributions/" + code + "/reports");
    }

    private static Map<String, Object> decision(String code, String act, String rule, String words) {
        Map<String, Object> decision = new HashMap<>();
        decision.put("contribution", code);
        decision.put("act", act);
        decision.put("rule", rule);
        decision.put("words", words);
        decision.put("reason", "Por una razón");
        decision.put(
                "version",
                as("moderacion").get("/api/v1/desk/tu-distrito/" + code).path("version"));
        return decision;
    }

    private static String hidden(String code) {
        Response hidden = as("moderacion")
                .body(decision(code, "hide", "respect", "payaso"))
                .post("/api/v1/decisions");
        assertEquals(201, hidden.statusCode(), hidden.asString());
        return hidden.path("code");
    }

    @Test
    void whatIsReportedIsHiddenAndComesBackAfterASecondLook() {
        String code = say("vecino", "Esto lo escribió un payaso por un programa");
        report("vecina", code, "respect").then().statusCode(201).body("receipt", notNullValue());
        report("vecina", code, "respect").then().statusCode(409);
        as("moderacion")
                .get("/api/v1/desk")
                .then()
                .body("items.process", hasItem("tu-distrito"))
                .body("next", nullValue());
        as("moderacion")
                .get("/api/v1/desk/tu-distrito?queue=reports&limit=100")
                .then()
                .body("items.code", hasItem(code));
        as("moderacion")
                .get("/api/v1/desk/tu-distrito/" + code)
                .then()
                .body("reports.rule", contains("respect"))
                .body("acts", contains("keep", "redact", "hide"))
                .body("words.body", containsString("payaso"));

        String decision = hidden(code);
        Signed.given()
                .get("/api/v1/comments/" + code)
                .then()
                .body("body", nullValue())
                .body("marks.decision", contains(decision))
                .body("marks[0].kind", equalTo("hide"))
                .body("marks[0].rule", equalTo("respect"));
        Signed.given()
                .get("/api/v1/decisions/" + decision)
                .then()
                .body("words", nullValue())
                .body("concernsMe", equalTo(false))
                .body("secondLook.possibleUntil", nullValue());
        as("vecino")
                .get("/api/v1/decisions/" + decision)
                .then()
                .body("words", equalTo("payaso"))
                .body("concernsMe", equalTo(true))
                .body("secondLook.possibleUntil", notNullValue());
        as("vecino").get("/api/v1/me/moderation").then().body("decisions.decision", hasItem(decision));
        as("vecina")
                .get("/api/v1/me/moderation")
                .then()
                .body("reports.find { it.contribution == '" + code + "' }.outcome", equalTo("hide"));

        String look = "/api/v1/decisions/" + decision + "/second-look";
        as("organizacion").body(Map.of("words", "Yo")).post(look).then().statusCode(404);
        as("vecino").body(Map.of("words", "Era un chiste")).post(look).then().statusCode(200);
        as("vecino").body(Map.of("words", "Otra vez")).post(look).then().statusCode(409);
        Map<String, String> outcome = Map.of("outcome", "changed", "reason", "No insulta a nadie");
        as("moderacion").body(outcome).post(look + "/outcome").then().statusCode(409);
        as("administracion")
                .body(outcome)
                .post(look + "/outcome")
                .then()
                .statusCode(200)
                .body("inForce", equalTo(false))
                .body("secondLook.outcome", equalTo("changed"));
        Signed.given()
                .get("/api/v1/comments/" + code)
                .then()
                .body("body", startsWith("Esto"))
                .body("marks", empty());
    }

    @Test
    void aPassageIsTakenOutAndTheMarkStays() {
        String code = say("vecino", "Llamen al 341 000 0000 para anotarse");
        as("moderacion")
                .body(decision(code, "redact", "privacy", "341 000 0000"))
                .post("/api/v1/decisions")
                .then()
                .statusCode(201)
                .header("Location", startsWith("http"))
                .body("kind", equalTo("redact"));
        Signed.given()
                .get("/api/v1/processes/tu-distrito/comments?order=newest")
                .then()
                .body(not(containsString("341 000 0000")))
                .body("items.find { it.code == '" + code + "' }.marks.kind", contains("redact"));
    }

    @Test
    void aDecisionIsMadeOnceForEachKeyAndOnWhatWasRead() {
        String code = say("vecino", "Otra cosa que se decide por un programa");
        Map<String, Object> decision = decision(code, "hide", "off_topic", "");
        String key = UUID.randomUUID().toString();
        String first = as("moderacion")
                .header("Idempotency-Key", key)
                .body(decision)
                .post("/api/v1/decisions")
                .path("code");
        as("moderacion")
                .header("Idempotency-Key", key)
                .body(decision)
                .post("/api/v1/decisions")
                .then()
                .statusCode(201)
                .body("code", equalTo(first));
        as("moderacion").body(decision).post("/api/v1/decisions").then().statusCode(409);
        Map<String, Object> stale = decision(code, "restore", "", "");
        stale.put("version", 0);
        as("moderacion").body(stale).post("/api/v1/decisions").then().statusCode(409);
        as("moderacion")
                .body(decision(code, "restore", "", ""))
                .post("/api/v1/decisions")
                .then()
                .statusCode(201);
    }

    @Test
    void aBlockHasAnEndAndCanEndBeforeIt() {
        String code = say("monitoreo", "Algo que lleva a un bloqueo");
        String block = "/api/v1/contributions/" + code + "/block";
        Map<String, Object> days = Map.of("rule", "advertising", "days", 3, "reason", "Repite avisos");
        as("vecina").body(days).post(block).then().statusCode(404);
        String decision = as("moderacion")
                .body(days)
                .post(block)
                .then()
                .statusCode(201)
                .body("until", notNullValue())
                .extract()
                .path("code");
        as("monitoreo")
                .body(Map.of("body", "Igual escribo"))
                .post("/api/v1/processes/tu-distrito/comments")
                .then()
                .statusCode(403);
        as("monitoreo").get("/api/v1/me/moderation").then().body("blockedUntil", notNullValue());
        Signed.given().get("/api/v1/decisions/" + decision).then().statusCode(404);
        as("moderacion")
                .body(Map.of("reason", "Se aclaró"))
                .post("/api/v1/decisions/" + decision + "/end")
                .then()
                .statusCode(201)
                .body("kind", equalTo("unblock"));
        as("monitoreo").get("/api/v1/me/moderation").then().body("blockedUntil", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "act, dance",
        "act, ''",
        "rule, ''",
        "rule, unheard",
        "reason, ''",
        "version, eleven",
        "words, x",
    })
    void whatIsWrongInADecisionIsNamed(String field, String value) {
        String code = say("vecino", "Se decide mal por un programa");
        Map<String, Object> decision = decision(code, "redact", "respect", "decide");
        decision.put(field, value);
        as("moderacion")
                .body(decision)
                .post("/api/v1/decisions")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field));
        Signed.given().get("/api/v1/comments/" + code).then().body("marks", empty());
    }

    @Test
    void whoModeratesElsewhereOrNothingSeesNoDesk() {
        String code = say("vecino", "Un comentario cualquiera de un programa");
        as("vecina").get("/api/v1/desk").then().statusCode(404);
        as("vecina").get("/api/v1/desk/tu-distrito").then().statusCode(404);
        as("vecina").get("/api/v1/desk/tu-distrito/" + code).then().statusCode(404);
        as("vecina")
                .body(Map.of("contribution", code, "act", "hide", "reason", "x", "version", 0))
                .post("/api/v1/decisions")
                .then()
                .statusCode(404);
        RestAssured.given().get("/api/v1/desk").then().statusCode(401);
        as("moderacion").get("/api/v1/desk/tu-distrito?queue=everything").then().statusCode(400);
        as("moderacion").get("/api/v1/desk/plan-climatico/" + code).then().statusCode(404);
    }

    @Test
    void aQueueIsReadPageByPage() {
        for (int i = 0; i < 3; i++) {
            hidden(say("vecino", "Va a la cola número " + i));
        }
        Response first = as("moderacion").get("/api/v1/desk/tu-distrito?queue=decided&limit=2");
        first.then().body("items.size()", equalTo(2)).body("next", notNullValue());
        as("moderacion")
                .get("/api/v1/desk/tu-distrito?queue=decided&limit=2&cursor=" + first.path("next"))
                .then()
                .body("items.size()", greaterThanOrEqualTo(1))
                .body("items.code", not(hasItem(first.<String>path("items[1].code"))));
    }
}
