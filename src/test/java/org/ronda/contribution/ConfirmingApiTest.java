package org.ronda.contribution;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.identity.Newcomer;
import org.ronda.kernel.Forms;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Now;
import org.ronda.organisation.ApplicationInput;
import org.ronda.organisation.Applying;
import org.ronda.organisation.MandateInput;
import org.ronda.organisation.Mandating;
import org.ronda.organisation.Organisation;

/** Reading what waits for a second person, confirming it and sending it back, by JSON alone. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ConfirmingApiTest {
    private static final String MINE = "/api/v1/me/confirmations";
    private static final String TITLE = "Lo que confirmamos por JSON";

    @Inject
    EntityManager entityManager;

    @Inject
    Applying applying;

    @Inject
    Mandating mandating;

    @Inject
    Confirming confirming;

    private Newcomer first;
    private Newcomer second;
    private Newcomer other;
    private Organisation organisation;

    @BeforeEach
    void twoSpeakForIt() {
        FreshLimits.forEverybody();
        first = Newcomer.admitted();
        second = Newcomer.admitted();
        other = Newcomer.admitted();
        organisation = applying.apply(
                new ApplicationInput("Par " + UUID.randomUUID(), "Somos dos.", "", "acá", "", "presidenta"),
                first.id());
        applying.accept(organisation.code(), "Son dos.", first.id());
        String mandate = mandating
                .give(organisation.code(), new MandateInput(second.code(), "secretario", "", "", "", ""), first.id())
                .code();
        mandating.accept(mandate, second.id());
        first.request()
                .formParam("nonce", Forms.nonce())
                .formParam("statement", "Somos dos.")
                .formParam("contact", "acá")
                .formParam("twoPerson", "true")
                .post("/organisations/" + organisation.code() + "/edit")
                .then()
                .statusCode(303);
    }

    private static RequestSpecification json(Newcomer who) {
        return who.request().contentType(ContentType.JSON);
    }

    private String phase() {
        return (String) entityManager
                .createNativeQuery("select f.code from phase f join process p on p.id = f.process_id"
                        + " where p.slug = 'tu-distrito' and f.kind = 'PROPOSALS'")
                .getSingleResult();
    }

    private String proposed() {
        return json(first)
                .body(Map.of(
                        "process",
                        "tu-distrito",
                        "phase",
                        phase(),
                        "title",
                        TITLE,
                        "problem",
                        "Nadie decide a solas.",
                        "solution",
                        "Confirmar entre dos.",
                        "organisation",
                        organisation.code()))
                .post("/api/v1/proposals")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    private static ValidatableResponse confirm(Newcomer who, String code, Map<String, Object> body) {
        return json(who).body(body).post(MINE + "/" + code).then();
    }

    private static ValidatableResponse waiting(Newcomer who) {
        return who.request().get(MINE).then().statusCode(200);
    }

    private static int version(Newcomer who, String code) {
        return waiting(who).extract().path("items.find { it.code == '" + code + "' }.version");
    }

    @Test
    void aSecondPersonReadsWhatWaitsAndConfirmsIt() {
        String code = proposed();
        Signed.browser().get(MINE).then().statusCode(401);
        waiting(second)
                .body("items.code", hasItem(code))
                .body("items[0].organisation", equalTo(organisation.code()))
                .body("items[0].words.title", equalTo(TITLE))
                .body("items[0].words.files", nullValue())
                .body("items[0].own", equalTo(false))
                .body("items[0].until", notNullValue());
        waiting(first).body("items[0].own", equalTo(true));
        waiting(other).body("items.code", not(hasItem(code)));
        int seen = version(second, code);
        confirm(other, code, Map.of("version", seen)).statusCode(404);
        confirm(second, "P-NOTHING1", Map.of("version", seen)).statusCode(404);
        confirm(second, code, Map.of()).statusCode(422).body("errors.field", hasItem("version"));
        confirm(first, code, Map.of("version", seen)).statusCode(409);
        confirm(second, code, Map.of("version", seen + 1)).statusCode(409);
        assertEquals(404, Signed.browser().get("/proposals/" + code).statusCode());
        String key = Forms.nonce();
        String receipt = json(second)
                .header("Idempotency-Key", key)
                .body(Map.of("version", seen))
                .post(MINE + "/" + code)
                .then()
                .statusCode(200)
                .body("code", equalTo(code))
                .extract()
                .path("receipt");
        json(second)
                .header("Idempotency-Key", key)
                .body(Map.of("version", seen))
                .post(MINE + "/" + code)
                .then()
                .statusCode(200)
                .body("receipt", equalTo(receipt));
        confirm(second, code, Map.of("version", seen)).statusCode(409);
        assertEquals(200, Signed.browser().get("/receipts/" + receipt).statusCode());
        assertTrue(Signed.browser().get("/proposals/" + code).asString().contains(TITLE));
        assertFalse(second.get("/me/confirmations").text().contains(TITLE));
        waiting(second).body("items.code", not(hasItem(code)));
        json(first).post("/api/v1/proposals/" + code + "/withdrawal").then().statusCode(200);
    }

    @Test
    void aSecondPersonSendsItBackByWithdrawingIt() {
        String code = proposed();
        int seen = version(second, code);
        json(other).post("/api/v1/proposals/" + code + "/withdrawal").then().statusCode(404);
        json(second).post("/api/v1/proposals/" + code + "/withdrawal").then().statusCode(200);
        confirm(second, code, Map.of("version", seen)).statusCode(409);
        waiting(first).body("items.code", not(hasItem(code)));
        assertFalse(second.get("/me/confirmations").text().contains(TITLE));
    }

    @Test
    void aCommentThatNobodyConfirmedInTimeIsReadByItsAuthor() {
        Instant until = (Instant) entityManager
                .createNativeQuery(
                        "select t.late_until from phase_terms t join phase f on f.id = t.phase_id where f.code = :code"
                                + " order by t.n desc",
                        Instant.class)
                .setParameter("code", phase())
                .setMaxResults(1)
                .getSingleResult();
        String on = Signed.browser()
                .queryParam("process", "tu-distrito")
                .queryParam("phase", phase())
                .get("/api/v1/proposals")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].code");
        String code = json(first)
                .body(Map.of("body", "Esto quedó sin confirmar", "organisation", organisation.code()))
                .post("/api/v1/proposals/" + on + "/comments")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
        waiting(second).body("items.code", hasItem(code));
        Now.during(until, confirming::giveBack);
        waiting(second).body("items.code", not(hasItem(code)));
        waiting(first)
                .body("returned.code", hasItem(code))
                .body("returned[0].words.body", equalTo("Esto quedó sin confirmar"));
        assertTrue(first.get("/me/confirmations").text().contains("Esto quedó sin confirmar"));
    }
}
