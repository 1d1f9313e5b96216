package org.ronda.proposal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.ledger.Ledger;

/** A program does what a person can do in the pages, by the same rules. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ProposalApiTest {
    @Inject
    Ledger ledger;

    private static RequestSpecification as(String username) {
        return io.restassured.RestAssured.given()
                .auth()
                .preemptive()
                .basic(username, "demo")
                .contentType("application/json");
    }

    private static String phase() {
        return Signed.given().get("/api/v1/processes/tu-distrito/phases").path("items[0].code");
    }

    private static Map<String, Object> words(String title) {
        return Map.of(
                "process", "tu-distrito", "phase", phase(), "title", title, "problem", "Falta", "solution", "Ponerlo");
    }

    private static Response create(String username, String title, String key) {
        return as(username).header("Idempotency-Key", key).body(words(title)).post("/api/v1/proposals");
    }

    @Test
    void processesAndPhasesAreRead() {
        // other tests set up processes that are newer
        List<String> slugs = new ArrayList<>();
        for (String next = ""; next != null; ) {
            Response page = Signed.given()
                    .urlEncodingEnabled(false)
                    .get("/api/v1/processes?limit=100" + (next.isEmpty() ? "" : "&cursor=" + next));
            assertEquals(200, page.statusCode());
            slugs.addAll(page.path("items.slug"));
            next = page.path("next");
        }
        assertTrue(slugs.contains("tu-distrito"), slugs.toString());
        Signed.given()
                .get("/api/v1/processes/tu-distrito/phases")
                .then()
                .statusCode(200)
                .body("items[0].state", equalTo("OPEN"))
                .body("items[0].supportsPerVoter", equalTo(10));
        Signed.given().get("/api/v1/processes/no-such").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void aListIsPagedByCursorAndRefusesUnknownFilters() {
        String list = "/api/v1/proposals?process=tu-distrito&order=newest&limit=30&phase=" + phase();
        Response first = Signed.given().get(list);
        assertEquals(30, first.<List<?>>path("items").size());
        Response second = Signed.given().urlEncodingEnabled(false).get(list + "&cursor=" + first.path("next"));
        assertNotEquals(first.<String>path("items[0].code"), second.path("items[0].code"));
        Signed.given().get(list + "&colour=red").then().statusCode(400).contentType("application/problem+json");
    }

    /** Read aloud or typed from paper. */
    @Test
    void aCodeIsUnderstoodAsSomebodyWritesIt() {
        String code = RestAssured.get("/api/v1/proposals?process=tu-distrito&limit=1&phase="
                        + RestAssured.get("/api/v1/processes/tu-distrito/phases")
                                .<String>path("items[0].code"))
                .path("items[0].code");
        String typed = code.toLowerCase(Locale.ROOT);
        for (String address : new String[] {"/api/v1/proposals/", "/proposals/", "/report/"}) {
            Signed.in("monitoreo").request().get(address + typed).then().statusCode(200);
        }
    }

    @Test
    void aProposalIsCreatedOnceForEachKeyAndSupported() {
        String key = UUID.randomUUID().toString();
        Response created = create("administracion", "Más bancos en la costanera", key);
        assertEquals(201, created.statusCode(), created.asString());
        assertEquals(
                created.<String>path("code"),
                create("administracion", "Más bancos en la costanera", key).path("code"));
        create("administracion", "Otra cosa bajo la misma clave", key).then().statusCode(422);
        String proposal = "/api/v1/proposals/" + created.path("code");
        as("vecino")
                .body(Map.of("meaning", 1))
                .put(proposal + "/support")
                .then()
                .statusCode(200)
                .body("receipt", startsWith("R-"));
        as("vecino")
                .body(Map.of("meaning", 1))
                .put(proposal + "/support")
                .then()
                .body("receipt", nullValue());
        as("vecino")
                .body(Map.of("meaning", 7))
                .put(proposal + "/support")
                .then()
                .statusCode(409);
        ledger.drain();
        Signed.given()
                .get(proposal)
                .then()
                .statusCode(200)
                .body("supports", equalTo(1))
                .header("ETag", notNullValue());
        as("vecino")
                .body(Map.of())
                .put(proposal + "/support")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("meaning"));
        as("vecino").delete(proposal + "/support").then().statusCode(200);
        ledger.drain();
        Signed.given().get(proposal).then().body("supports", equalTo(0));
        as("administracion").post(proposal + "/withdrawal").then().statusCode(200);
        Signed.given().get(proposal).then().body("title", nullValue()).body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void aSupportUnderTheSameKeyHasTheSameReceipt() {
        String proposal = "/api/v1/proposals/"
                + create(
                                "moderacion",
                                "Un refugio para la parada",
                                UUID.randomUUID().toString())
                        .path("code");
        String key = UUID.randomUUID().toString();
        String first = null;
        for (int i = 0; i < 2; i++) {
            String receipt = as("vecino")
                    .header("Idempotency-Key", key)
                    .body(Map.of("meaning", 1))
                    .put(proposal + "/support")
                    .then()
                    .statusCode(200)
                    .body("receipt", startsWith("R-"))
                    .extract()
                    .path("receipt");
            first = first == null ? receipt : first;
            assertEquals(first, receipt);
        }
    }

    @Test
    void aSupportOfWhatIsGoneIsToldSo() {
        String proposal = "/api/v1/proposals/"
                + create(
                                "moderacion",
                                "Un refugio que se retira",
                                UUID.randomUUID().toString())
                        .path("code");
        as("moderacion").post(proposal + "/withdrawal").then().statusCode(200);
        as("vecino")
                .body(Map.of("meaning", 1))
                .put(proposal + "/support")
                .then()
                .statusCode(409)
                .body("detail", containsString("ya no es público"));
    }

    @Test
    void aLanguageThatIsNoneOfOursIsNamed() {
        for (String language : new String[] {"xx", "no-such-language-at-all"}) {
            Map<String, Object> words = new HashMap<>(words("Una rampa en la esquina"));
            words.put("language", language);
            as("administracion")
                    .body(words)
                    .post("/api/v1/proposals")
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("errors[0].field", equalTo("language"));
        }
    }

    @Test
    void aMeaningThatChangedAsksSupportersAgain() {
        String code = create(
                        "organizacion",
                        "Un cantero en la vereda",
                        UUID.randomUUID().toString())
                .path("code");
        String proposal = "/api/v1/proposals/" + code;
        as("vecino")
                .body(Map.of("meaning", 1))
                .put(proposal + "/support")
                .then()
                .statusCode(200);
        String tag = Signed.given().get(proposal).header("ETag");
        Map<String, Object> other = new HashMap<>(words("Un estacionamiento en la vereda"));
        as("organizacion")
                .header("If-Match", tag)
                .body(other)
                .put(proposal)
                .then()
                .statusCode(422);
        other.put("change", "meaning");
        as("organizacion")
                .header("If-Match", tag)
                .body(other)
                .put(proposal)
                .then()
                .statusCode(200);
        as("organizacion")
                .header("If-Match", tag)
                .body(other)
                .put(proposal)
                .then()
                .statusCode(409);
        ledger.drain();
        Signed.given().get(proposal).then().body("supports", equalTo(0)).body("meaning", equalTo(2));
        as("vecino")
                .body(Map.of("meaning", 1))
                .put(proposal + "/support")
                .then()
                .statusCode(200)
                .body("receipt", nullValue());
        as("vecino")
                .body(Map.of("meaning", 2))
                .put(proposal + "/support")
                .then()
                .body("receipt", startsWith("R-"));
    }

    @Test
    void nobodyWritesWithoutSigningIn() {
        io.restassured.RestAssured.given()
                .contentType("application/json")
                .header("Sec-Fetch-Site", "none")
                .body(words("Nadie lo escribe"))
                .post("/api/v1/proposals")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        as("vecina")
                .auth()
                .preemptive()
                .basic("vecina", "wrong")
                .body(words("Con otra contraseña"))
                .post("/api/v1/proposals")
                .then()
                .statusCode(401);
    }
}
