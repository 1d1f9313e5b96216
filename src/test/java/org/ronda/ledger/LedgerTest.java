package org.ronda.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.ronda.TestDatabase;
import org.ronda.kernel.Scope;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class LedgerTest {
    /** Subjects that no other test uses. */
    static final AtomicLong IDS = new AtomicLong(7_000_000);

    @Inject
    Ledger ledger;

    @Inject
    Counters counters;

    private final Scope subject = Scope.contribution(IDS.incrementAndGet());
    private final long viewer = IDS.incrementAndGet();

    private Event support(int by) {
        return Event.of(by > 0 ? "support.given" : "support.withdrawn", subject)
                .at(Instant.parse("2026-11-23T10:00:00.123456Z"))
                .by(viewer, Scope.person(viewer))
                .counting(subject, 1, Counter.SUPPORTS, by);
    }

    private Event comment() {
        return Event.of("comment.published", Scope.contribution(IDS.incrementAndGet()))
                .at(Instant.parse("2026-11-23T10:00:01Z"))
                .by(viewer, Scope.person(viewer))
                .saying(Map.of("body", "¿Y el arbolado?\n\"Sí\""))
                .counting(subject, 0, Counter.COMMENTS, 1);
    }

    private String written(Event event) {
        return QuarkusTransaction.requiringNew().call(() -> ledger.record(event));
    }

    private void born() {
        QuarkusTransaction.requiringNew().run(() -> ledger.born(subject, 1, null, "proposal"));
    }

    @Test
    void anEventOutsideATransactionIsRefused() {
        assertThrows(TransactionalException.class, () -> ledger.record(support(1)));
    }

    @Test
    void anUnknownKindIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Event.of("proposal.sung", subject));
    }

    @Test
    void aReceiptIsGivenAndTheEventIsCountedWhenSealed() {
        born();
        assertTrue(written(support(1)).startsWith("R-"));
        written(comment());
        assertEquals(Counts.NONE, counters.of(subject, 1, null));
        ledger.drain();
        assertEquals(new Counts(0, 1, 1, 0, 0, 0), counters.of(subject, 1, null));
    }

    @Test
    void whoActsSeesItAtOnceAndNeverTwice() {
        born();
        written(support(1));
        assertEquals(1, counters.of(subject, 1, viewer).supports());
        assertEquals(0, counters.of(subject, 1, viewer + 1).supports());
        assertEquals(1, counters.of(List.of(subject), viewer).get(subject).supports());
        ledger.drain();
        assertEquals(1, counters.of(subject, 1, viewer).supports());
        written(support(-1));
        assertEquals(0, counters.of(subject, 1, viewer).supports());
        assertEquals(1, counters.of(subject, 1, null).supports());
    }

    @Test
    void supportsStayWithTheMeaningTheyWereGivenToAndCommentsFollow() {
        born();
        written(support(1));
        written(comment());
        ledger.drain();
        QuarkusTransaction.requiringNew().run(() -> ledger.newMeaning(subject, 2));
        written(comment());
        written(support(1));
        ledger.drain();
        assertEquals(
                new Counts(0, 2, 0, 0, 0, 0),
                counters.of(List.of(subject), null).get(subject));
        assertEquals(new Counts(0, 2, 2, 0, 0, 0), counters.of(subject, 1, null));
    }

    @Test
    void aRolledBackEventIsNeverSealed() {
        born();
        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    ledger.record(support(1));
                    throw new IllegalStateException("changed its mind");
                }));
        ledger.drain();
        assertEquals(0, counters.of(subject, 1, viewer).supports());
    }
}
