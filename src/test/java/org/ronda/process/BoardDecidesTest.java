package org.ronda.process;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.kernel.Dates;
import org.ronda.kernel.Forms;

/** A dialogue board decides in a process, as an office may. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class BoardDecidesTest {
    private static final ZoneId ZONE = ZoneId.of("America/Argentina/Cordoba");

    private static RequestSpecification mora() {
        return Signed.browser().auth().preemptive().basic("moderacion", "demo").contentType("application/json");
    }

    @Test
    void aBoardIsNamedAsTheBodyThatDecides() {
        String board = Signed.given().get("/api/v1/boards").path("items[0].code");
        String slug = "mesa-" + Forms.nonce().replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
        String at = "/api/v1/setup/" + slug;
        String start = Dates.local(Instant.now().plus(Duration.ofDays(5)), ZONE);
        mora().body(Map.of("from", "blank", "title", "Lo decide la mesa", "slug", slug, "start", start))
                .post("/api/v1/setup")
                .then()
                .statusCode(201);
        Map<String, Object> frame = new HashMap<>(
                Map.of("languages", List.of("es"), "body", board, "influence", "EMPOWER", "zone", ZONE.getId()));
        mora().header("If-Match", mora().get(at).header("ETag"))
                .body(frame)
                .put(at + "/frame")
                .then()
                .statusCode(200)
                .body("frame.body", equalTo(board));
        frame.put("body", "B-00000000");
        mora().header("If-Match", mora().get(at).header("ETag"))
                .body(frame)
                .put(at + "/frame")
                .then()
                .statusCode(422);
        Element chosen = Signed.in("moderacion")
                .get("/setup/" + slug + "/frame")
                .select("#f-body option[selected]")
                .first();
        assertEquals(board, chosen.val());
        assertEquals("Mesa de Diálogo de la ciudad", chosen.text());
        // to whoever looks after it, before it is public
        assertTrue(Signed.in("moderacion").get("/processes/" + slug).text().contains("Mesa de Diálogo de la ciudad"));
    }

    @Test
    void itsPageNamesWhatItDecidesInPublic() {
        String board = Signed.given().get("/api/v1/boards").path("items[0].code");
        String page = Signed.given().get("/boards/" + board).asString();
        assertTrue(page.contains("/processes/plan-gobierno-abierto"), page);
    }
}
