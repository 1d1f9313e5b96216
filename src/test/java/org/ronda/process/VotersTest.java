package org.ronda.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.ronda.TestDatabase;
import org.ronda.contribution.Publishing;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class VotersTest {
    @Inject
    Voters voters;

    @Inject
    Publishing publishing;

    @Inject
    SessionFactory sessions;

    /** With a number's class as its result, Hibernate never finds a native query again, and walks all earlier ones. */
    @Test
    void whatEverySupportAsksIsUnderstoodOnce() {
        ask();
        Statistics statistics = sessions.getStatistics();
        boolean wasCounting = statistics.isStatisticsEnabled();
        statistics.setStatisticsEnabled(true);
        try {
            long before = statistics.getQueryPlanCacheMissCount();
            ask();
            ask();
            assertEquals(0, statistics.getQueryPlanCacheMissCount() - before);
        } finally {
            statistics.setStatisticsEnabled(wasCounting);
        }
    }

    private void ask() {
        QuarkusTransaction.requiringNew().run(() -> {
            voters.find(0, 0);
            publishing.keepPublished(0);
        });
    }
}
