package org.ronda.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.ronda.Race;
import org.ronda.TestDatabase;
import org.ronda.kernel.Scope;

/** Several nodes seal one ledger: each has a connection of its own, and they meet nowhere but in the database. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SealersTest {
    private static final int WRITERS = 4;
    private static final int EACH = 150;
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    @Inject
    Sealer sealer;

    @Inject
    Ledger ledger;

    @Inject
    Counters counters;

    @Inject
    Verification verification;

    @Inject
    EntityManager entityManager;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String address;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private final Scope subject = Scope.contribution(LedgerTest.IDS.incrementAndGet());

    private Callable<Integer> writer(AtomicInteger writing) {
        return () -> {
            for (int i = 0; i < EACH; i++) {
                QuarkusTransaction.requiringNew()
                        .run(() -> ledger.record(
                                Event.of("support.given", subject).at(AT).counting(subject, 1, Counter.SUPPORTS, 1)));
            }
            return writing.decrementAndGet();
        };
    }

    private Callable<Integer> node(AtomicInteger writing, boolean isWaiting) {
        return () -> {
            int sealed = 0;
            while (writing.get() > 0) {
                sealed += isWaiting ? sealer.sealWaiting() : sealer.seal();
            }
            return sealed;
        };
    }

    private long count(String what) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entityManager
                                .createNativeQuery("select count(" + what + ") from ledger_event e"
                                        + " left join ledger_link l on l.event_id = e.id"
                                        + " where e.subject_kind = 'CONTRIBUTION' and e.subject_id = " + subject.id())
                                .getSingleResult())
                        .longValue());
    }

    @Test
    void whatTwoNodesSealBesideWritersIsOneChainWithEachEventOnce() {
        ledger.drain();
        QuarkusTransaction.requiringNew().run(() -> ledger.born(subject, 1, null, "PROPOSAL"));
        AtomicInteger writing = new AtomicInteger(WRITERS);
        List<Callable<Integer>> acts = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            acts.add(writer(writing));
        }
        acts.add(node(writing, true));
        acts.add(node(writing, true));
        acts.add(node(writing, false));
        Race.of(acts);
        ledger.drain();
        assertTrue(verification.run().isWhole(), verification.run().toString());
        int all = WRITERS * EACH;
        assertEquals(all, count("*"), "none lost, and none linked twice");
        assertEquals(all, count("distinct l.position"));
        assertEquals(all, counters.of(subject, 1, null).supports());
        counters.rebuild();
        assertEquals(all, counters.of(subject, 1, null).supports());
        // the command reads a running database of any kind, as one of the application's own users
        assertEquals(0, Verify.run(address, user, password));
    }
}
