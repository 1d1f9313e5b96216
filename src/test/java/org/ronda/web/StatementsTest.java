package org.ronda.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronda.Signed;
import org.ronda.TestDatabase;

/**
 * How many statements each page may send through Hibernate; {@link org.ronda.ledger.Counters} adds one of its own
 * where numbers are shown.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class StatementsTest {
    @Inject
    SessionFactory sessions;

    /** What is said on the process costs statements of its own, which no order of the tests may hide. */
    @BeforeEach
    void somebodyCommented() {
        RestAssured.given()
                .auth()
                .preemptive()
                .basic("vecina", "demo")
                .contentType("application/json")
                .body(Map.of("body", "Un comentario sobre el proceso " + UUID.randomUUID()))
                .post("/api/v1/processes/tu-distrito/comments")
                .then()
                .statusCode(201);
    }

    private long statements(String path) {
        Signed.browser().get(path).then().statusCode(200);
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        Signed.browser().get(path).then().statusCode(200);
        long sent = statistics.getPrepareStatementCount();
        statistics.setStatisticsEnabled(false);
        return sent;
    }

    @ParameterizedTest
    @CsvSource({
        "/, 4",
        "/processes, 4",
        "/processes/tu-distrito, 10",
        "/processes/plan-gobierno-abierto, 10",
        "/processes/tu-distrito/proposals, 6",
        "/processes/tu-distrito/proposals?order=supported, 6",
        "/search?q=ciclovia, 3",
        "/comments?on=process:tu-distrito, 5",
        "/receipts, 0",
        "/processes/plan-gobierno-abierto/commitments, 7",
        "/processes/plan-gobierno-abierto/rounds, 9",
        "/processes/plan-gobierno-abierto/rounds/1, 9",
        "/processes/plan-gobierno-abierto/rounds/1/board, 11",
        "/processes/plan-gobierno-abierto/groups, 3",
    })
    void aPageSendsAtMost(String path, long most) {
        long sent = statements(path);
        assertTrue(sent <= most, path + " sent " + sent + " statements");
    }

    @Test
    void aDraftWithMarksAndAThreadSendsAtMost() {
        String draft = RestAssured.get("/api/v1/processes/plan-gobierno-abierto/commitments")
                .path("items[0].code");
        long sent = statements("/commitments/" + draft + "?clause=action&marks=all");
        assertTrue(sent <= 24, "a draft sent " + sent + " statements");
    }

    @Test
    void aProposalWithAThreadSendsAtMost() {
        String phase = RestAssured.get("/api/v1/processes/tu-distrito/phases").path("items[0].code");
        String talkedAbout = RestAssured.get(
                        "/api/v1/proposals?process=tu-distrito&order=discussed&limit=1&phase=" + phase)
                .path("items[0].code");
        long sent = statements("/proposals/" + talkedAbout);
        assertTrue(sent <= 13, "a proposal sent " + sent + " statements");
    }

    @Test
    void aDraftAsAFileSendsAtMost() {
        String code = RestAssured.get("/api/v1/processes/plan-gobierno-abierto/commitments")
                .path("items[0].code");
        String version = "/commitments/" + code + "/versions/1.";
        for (String format : List.of("md", "docx", "pdf")) {
            long sent = statements(version + format);
            assertTrue(sent <= 8, format + " sent " + sent + " statements");
        }
        long sent = statements("/commitments/" + code + "/sheets");
        assertTrue(sent <= 6, "the sheets sent " + sent + " statements");
    }
}
