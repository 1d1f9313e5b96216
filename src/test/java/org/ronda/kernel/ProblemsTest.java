package org.ronda.kernel;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.ronda.Signed.given;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.ronda.TestDatabase;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ProblemsTest {
    private final String key = "3f2504e0-4f89-11d3-9a0c-" + Forms.nonce();
    private final int before = ApiTestResource.ACTS.get();

    private static Response written(String key, String body) {
        return given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/test/writes");
    }

    private static ValidatableResponse isProblem(Response answer, int status) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("type", equalTo("about:blank"))
                .body("instance", containsString("/api/v1/"));
    }

    @Test
    void theSameWriteUnderTheSameKeyIsDoneOnceAndAnsweredAlike() {
        Response first = written(key, "{\"title\":\"a\",\"limit\":1}");
        assertEquals(201, first.statusCode());
        Response second = written(key, "{ \"limit\": 1, \"title\": \"a\" }");
        assertEquals(201, second.statusCode());
        assertEquals(first.asString(), second.asString());
        assertEquals(first.header("Location"), second.header("Location"));
        assertEquals(before + 1, ApiTestResource.ACTS.get());
    }

    @Test
    void anotherWriteUnderTheSameKeyIsRefused() {
        written(key, "{\"title\":\"a\"}");
        isProblem(written(key, "{\"title\":\"b\"}"), 422).body("errors[0].field", equalTo("Idempotency-Key"));
        assertEquals(before + 1, ApiTestResource.ACTS.get());
    }

    @Test
    void aRefusalLeavesTheKeyUnused() {
        isProblem(written(key, "{\"title\":\"refuse\"}"), 422)
                .body("detail", equalTo("no"))
                .body("errors[0].field", equalTo("title"));
        assertEquals(201, written(key, "{\"title\":\"b\"}").statusCode());
    }

    @Test
    void writesWithoutAKeyAreDoneEachTime() {
        for (int i = 0; i < 2; i++) {
            given().contentType("application/json")
                    .body("{\"title\":\"a\"}")
                    .post("/api/v1/test/writes")
                    .then()
                    .statusCode(201)
                    .body("title", equalTo("a"));
        }
        assertEquals(before + 2, ApiTestResource.ACTS.get());
    }

    @Test
    void wrongMembersAreNamed() {
        isProblem(written(key, "{\"title\":\"  \"}"), 422)
                .body("errors.field", hasItems("title"))
                .body("errors[0].message", equalTo("Completá este campo."));
        isProblem(
                        given().contentType("application/json")
                                .body("{\"title\":\"longer than ten\"}")
                                .post("/api/v1/test/valid"),
                        422)
                .body("errors[0].field", equalTo("title"));
        isProblem(written(key, "{\"title\":\"a\",\"limit\":\"many\"}"), 400).body("errors[0].field", equalTo("limit"));
        isProblem(written(key, "{\"title\":{\"x\":1}}"), 400).body("errors[0].field", equalTo("title"));
    }

    @Test
    void whatIsNotJsonIsSaidSo() {
        for (String bad : new String[] {"{", "", "[]", "null", "{\"title\":\"a\"", "\u0000", "[".repeat(5000)}) {
            Response answer = written(key, bad);
            assertEquals("application/problem+json", answer.contentType(), bad + answer.asString());
            assertEquals(true, answer.statusCode() == 400 || answer.statusCode() == 422, bad);
        }
        isProblem(given().contentType("text/plain").body("x").post("/api/v1/test/writes"), 415);
    }

    @Test
    void refusalsAndUnknownThingsAreProblems() {
        isProblem(given().get("/api/v1/test/refused"), 409).body("detail", equalTo("en es"));
        isProblem(given().get("/api/v1/test/missing"), 404);
        isProblem(given().get("/api/v1/test/forbidden"), 404);
        isProblem(given().delete("/api/v1/test/missing"), 405);
        isProblem(given().get("/api/v1/no/such/thing"), 404);
    }

    @Test
    void anUnexpectedFailureTellsNoDetails() {
        isProblem(given().get("/api/v1/test/broken"), 500)
                .body("detail", equalTo("Algo falló de nuestro lado. No se cambió nada."))
                .body(not(containsString("secret")));
    }
}
