package org.ronda.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
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
