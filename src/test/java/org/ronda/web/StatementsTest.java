package org.ronda.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
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
        "/processes/tu-distrito, 9",
        "/processes/plan-gobierno-abierto, 11",
        "/processes/tu-distrito/proposals, 6",
        "/processes/tu-distrito/proposals?order=supported, 6",
        "/search?q=ciclovia, 3",
        "/receipts, 0",
    })
    void aPageSendsAtMost(String path, long most) {
        long sent = statements(path);
        assertTrue(sent <= most, path + " sent " + sent + " statements");
    }
}
