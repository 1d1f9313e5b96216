package org.ronda.process;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.identity.Newcomer;
import org.ronda.kernel.Forms;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Posting;
import org.ronda.process.VoiceWorlds.World;

/** Giving codes out and confirming in person who somebody is, by JSON alone. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class VoicesApiTest {
    @Inject
    VoiceWorlds worlds;

    private Newcomer somebody;

    @BeforeEach
    void comeIn() {
        FreshLimits.forEverybody();
        somebody = Newcomer.admitted();
    }

    @AfterEach
    void noMail() {
        Posting.nothing();
    }

    private static RequestSpecification mora() {
        return Signed.browser().auth().preemptive().basic("moderacion", "demo");
    }

    private static ValidatableResponse mora(String address, Map<String, ?> body) {
        return mora().contentType(ContentType.JSON).body(body).post(address).then();
    }

    private static ValidatableResponse upload(RequestSpecification by, String address, byte[] file) {
        return by.multiPart("file", "codigos.csv", file, "text/csv")
                .post(address)
                .then();
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }

    private static ValidatableResponse enter(Newcomer who, World world, String code) {
        return who.request()
                .contentType(ContentType.JSON)
                .body(Map.of("code", code))
                .put("/api/v1/processes/" + world.slug() + "/eligibility")
                .then();
    }

    @Test
    void aListOfCodesIsUploadedLookedAtConfirmedAndWithdrawn() {
        World world = worlds.open(Eligibility.CODES, 5);
        String codes = "/api/v1/setup/" + world.slug() + "/with/codes";
        byte[] file = bytes("codigo\nPRIMERA-2345-A\nSEGUNDA-2345-B\n=1+1\nPRIMERA-2345-A\n");
        upload(Signed.browser(), codes, file).statusCode(401);
        upload(somebody.request(), codes, file).statusCode(404);
        upload(mora(), codes, new byte[0]).statusCode(422).body("errors.field", hasItem("file"));
        upload(mora(), codes, "hola".getBytes(StandardCharsets.UTF_16))
                .statusCode(422)
                .body("errors.field", hasItem("file"));
        String key = Forms.nonce();
        String first = upload(mora().header("Idempotency-Key", key), codes, file)
                .statusCode(201)
                .body("given", equalTo(2))
                .body("refused", equalTo(2))
                .body("refusals.fault", hasItem("FORMULA"))
                .extract()
                .path("code");
        upload(mora().header("Idempotency-Key", key), codes, file)
                .statusCode(201)
                .body("code", equalTo(first));
        upload(mora().header("Idempotency-Key", key), codes, bytes("OTRA-2345-C"))
                .statusCode(422);
        enter(somebody, world, "PRIMERA-2345-A").statusCode(422);
        assertTrue(Signed.in("moderacion")
                .get("/setup/" + world.slug() + "/with/codes")
                .text()
                .contains("Se toman 2 códigos"));
        String confirmation = codes + "/" + first + "/confirmation";
        mora(codes + "/L-NOTHING1/confirmation", Map.of("reason", "Sí.")).statusCode(404);
        somebody.request()
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "Sí."))
                .post(confirmation)
                .then()
                .statusCode(404);
        mora(confirmation, Map.of()).statusCode(422).body("errors.field", hasItem("reason"));
        mora(confirmation, Map.of("reason", "Se repartieron en la plaza")).statusCode(204);
        mora(confirmation, Map.of("reason", "Otra vez")).statusCode(409);
        mora().get(codes).then().body("items[0].confirmed", equalTo(true)).body("items[0].used", equalTo(0));
        enter(somebody, world, "PRIMERA-2345-A").statusCode(200);
        String withdrawal = codes + "/" + first + "/withdrawal";
        mora(withdrawal, Map.of("reason", "Se perdió")).statusCode(409);
        String second = upload(mora(), codes, bytes("TERCERA-2345-C"))
                .statusCode(201)
                .extract()
                .path("code");
        String again = Forms.nonce();
        for (int times = 0; times < 2; times++) {
            mora().header("Idempotency-Key", again)
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post(codes + "/" + second + "/withdrawal")
                    .then()
                    .statusCode(204);
        }
        mora(codes + "/" + second + "/withdrawal", Map.of()).statusCode(404);
        mora().get(codes).then().body("items.code", not(hasItem(second)));
    }

    @Test
    void whoWasSeenInPersonIsConfirmedAndThatIsRevoked() {
        World world = worlds.open(Eligibility.IN_PERSON, 5);
        String all = "/api/v1/processes/" + world.slug() + "/attestations";
        Map<String, Object> seen = Map.of("who", somebody.code(), "seen", true, "documentNumber", "30.222.333");
        Signed.browser().get(all).then().statusCode(401);
        somebody.request().get(all).then().statusCode(404);
        somebody.request()
                .contentType(ContentType.JSON)
                .body(seen)
                .post(all)
                .then()
                .statusCode(404);
        mora(all, Map.of("seen", true)).statusCode(422).body("errors.field", hasItem("who"));
        mora(all, Map.of("who", somebody.code())).statusCode(422).body("errors.field", hasItem("seen"));
        mora(all, Map.of("who", somebody.code(), "seen", true, "documentNumber", "¿?"))
                .statusCode(422)
                .body("errors.field", hasItem("documentNumber"));
        String code = mora(all, seen).statusCode(201).extract().path("code");
        mora(all, seen).statusCode(422).body("errors.field", hasItem("who"));
        mora().get(all + "?find=" + somebody.code())
                .then()
                .statusCode(200)
                .body("items.code", hasItem(code))
                .body("items[0].document", equalTo(true))
                .body("items[0].revokedAt", equalTo(null));
        assertFalse(mora().get(all).asString().contains("30.222.333"));
        assertFalse(mora().get(all).asString().contains("30222333"));
        somebody.request()
                .get("/api/v1/processes/" + world.slug() + "/eligibility")
                .then()
                .body("verified", equalTo(true));
        assertTrue(Signed.in("moderacion")
                .get("/processes/" + world.slug() + "/attestations")
                .text()
                .contains(somebody.name()));
        String revocation = all + "/" + code + "/revocation";
        mora(all + "/V-NOTHING1/revocation", Map.of("reason", "Error")).statusCode(404);
        mora(revocation, Map.of()).statusCode(422).body("errors.field", hasItem("reason"));
        mora(revocation, Map.of("reason", "Era otra persona")).statusCode(204);
        mora(revocation, Map.of("reason", "Otra vez")).statusCode(409);
        mora().get(all).then().body("items[0].revokedAt", notNullValue());
        assertEquals(
                false,
                somebody.request()
                        .get("/api/v1/processes/" + world.slug() + "/eligibility")
                        .<Boolean>path("verified"));
    }
}
