package org.ronda.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.ledger.Ledger;

/** Results of ended phases are stated once. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class FreezingTest {
    @Inject
    Freezing freezing;

    @Inject
    Ledger ledger;

    @Inject
    EntityManager entityManager;

    private long count(String sql) {
        return ((Number) entityManager.createNativeQuery(sql).getSingleResult()).longValue();
    }

    @Test
    void thePageOfAnEndedPhaseStatesItsResults() {
        ledger.drain();
        freezing.freeze();
        Object[] one = (Object[]) entityManager
                .createNativeQuery(
                        "select p.slug, f.code, z.contributions, z.ledger_position from phase_freeze z"
                                + " join phase f on f.id = z.phase_id join process p on p.id = f.process_id"
                                + " where f.kind = 'PROPOSALS' and z.contributions > 0 order by z.phase_id",
                        Object[].class)
                .setMaxResults(1)
                .getSingleResult();
        Document page = Jsoup.parse(Signed.browser()
                .get("/processes/" + one[0] + "/phases/" + one[1])
                .then()
                .statusCode(200)
                .extract()
                .asString());
        var stated = page.select("section:has(> h2:contains(Al cierre))");
        assertEquals(one[2].toString(), stated.select("dd").first().text());
        assertTrue(stated.text().contains("número " + one[3]), stated.text());
    }

    @Test
    void everyEndedPhaseIsFrozenOnceWithItsSupports() {
        ledger.drain();
        freezing.freeze();
        long ended = count("select count(*) from phase_freeze");
        assertTrue(ended >= 3, ended + " phases");
        assertEquals(0, freezing.freeze());
        assertEquals(ended, count("select count(*) from phase_freeze"));
        assertEquals(ended, count("select count(*) from ledger_event where kind = 'results.frozen'"));
        assertEquals(
                0,
                count("select count(*) from phase_freeze z where z.supports <>"
                        + " (select count(*) from support s where s.phase_id = z.phase_id)"));
    }
}
