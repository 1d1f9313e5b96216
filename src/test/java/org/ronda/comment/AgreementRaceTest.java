package org.ronda.comment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.ronda.Race;
import org.ronda.TestDatabase;
import org.ronda.identity.Consents;
import org.ronda.identity.Participant;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.ledger.Counters;
import org.ronda.ledger.Counts;
import org.ronda.ledger.Ledger;
import org.ronda.process.Voters;

/** Real threads and committed rows: whoever agrees is counted once, whatever happens beside it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AgreementRaceTest {
    private static final AtomicInteger NAMES = new AtomicInteger();

    @Inject
    Consents consents;

    @Inject
    EntityManager entityManager;

    @Inject
    Voters voters;

    @Inject
    Commenting commenting;

    @Inject
    Ledger ledger;

    @Inject
    Counters counters;

    @Inject
    Now now;

    /** Somebody who is a voter already: to become one waits for another tab's commit, and would hide a race. */
    private Participant knownVoter(Comment comment) {
        Participant participant = somebody();
        QuarkusTransaction.requiringNew().run(() -> voters.of(participant.id(), comment.processId()));
        return participant;
    }

    private Participant somebody() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Participant participant = new Participant(
                    "agreement-race-" + NAMES.incrementAndGet(), "Persona Ejemplo", Language.ES, now.instant());
            participant.persist();
            consents.giveAll(participant.id(), Instant.now());
            return participant;
        });
    }

    private Comment said(Participant author) {
        return commenting.say("process:tu-distrito", "", "", "Para acordar a la vez", author, Language.ES);
    }

    private void disagreement(Comment comment, boolean isTaken) {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("update phase_terms set has_disagree = :taken where phase_id = :phase")
                        .setParameter("taken", isTaken)
                        .setParameter("phase", comment.phaseId())
                        .executeUpdate());
    }

    private int rows(Comment comment) {
        return ((Number) entityManager
                        .createNativeQuery("select count(*) from reaction where contribution_id = :id")
                        .setParameter("id", comment.id())
                        .getSingleResult())
                .intValue();
    }

    private void assertCountersAreTheRows(Comment comment) {
        ledger.drain();
        Counts shown = counters.of(comment.scope(), 1, null);
        assertEquals(rows(comment), shown.agrees() + shown.disagrees());
        counters.rebuild();
        assertEquals(shown, counters.of(comment.scope(), 1, null));
    }

    @Test
    @ActivateRequestContext
    void theSameAgreementFromManyTabsIsGivenOnce() {
        Comment comment = said(somebody());
        Participant voter = knownVoter(comment);
        List<Race.Outcome<Boolean>> outcomes =
                Race.of(8, n -> () -> commenting.react(comment.code(), 1, voter).isPresent());
        assertEquals(
                1, outcomes.stream().filter(one -> one.isDone() && one.answer()).count());
        assertEquals(1, rows(comment));
        assertCountersAreTheRows(comment);
    }

    @RepeatedTest(10)
    @ActivateRequestContext
    void agreeingDisagreeingAndTakingBackAtOnceLeavesOneOrNone() {
        Comment comment = said(somebody());
        Participant voter = knownVoter(comment);
        List<Callable<Boolean>> acts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            for (int direction : List.of(1, -1, 0)) {
                acts.add(
                        () -> commenting.react(comment.code(), direction, voter).isPresent());
            }
        }
        disagreement(comment, true);
        try {
            Race.of(acts);
        } finally {
            disagreement(comment, false);
        }
        assertTrue(rows(comment) <= 1);
        assertCountersAreTheRows(comment);
    }

    @RepeatedTest(5)
    @ActivateRequestContext
    void agreeingWhileItIsWithdrawnCountsWhatIsThere() {
        Participant author = somebody();
        Comment comment = said(author);
        List<Callable<Boolean>> acts = new ArrayList<>();
        acts.add(() -> !commenting.withdraw(comment.code(), author).isEmpty());
        for (int i = 0; i < 5; i++) {
            Participant voter = knownVoter(comment);
            acts.add(() -> commenting.react(comment.code(), 1, voter).isPresent());
        }
        Race.of(acts);
        assertCountersAreTheRows(comment);
    }
}
