package org.ronda.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.ronda.TestDatabase;
import org.ronda.identity.Consents;
import org.ronda.identity.Participant;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.ledger.Counters;
import org.ronda.ledger.Ledger;
import org.ronda.process.Action;
import org.ronda.process.Gate;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.Voters;

/** Real threads and committed rows: once means once, at most means at most, and the end is the end. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SupportRaceTest {
    private static final AtomicInteger NAMES = new AtomicInteger();

    @Inject
    Consents consents;

    @Inject
    EntityManager entityManager;

    @Inject
    Supporting supporting;

    @Inject
    Voters voters;

    @Inject
    Gate gate;

    @Inject
    Ledger ledger;

    @Inject
    Counters counters;

    @Inject
    Now now;

    private Participant somebody() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Participant participant =
                    new Participant("race-" + NAMES.incrementAndGet(), "Persona Ejemplo", Language.ES, now.instant());
            participant.persist();
            consents.giveAll(participant.id(), Instant.now());
            // somebody who is a voter already: to become one waits for another tab's commit, and would hide a race
            voters.of(
                    participant.id(),
                    Process.<Process>find("slug", "tu-distrito").firstResult().id());
            return participant;
        });
    }

    private List<Contribution> proposals() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Process process = Process.<Process>find("slug", "tu-distrito").firstResult();
            return entityManager
                    .createQuery(
                            "select c from Contribution c where c.processId = :process and c.state = :published"
                                    + " and c.kind = :kind order by c.id",
                            Contribution.class)
                    .setParameter("process", process.id())
                    .setParameter("published", Contribution.State.PUBLISHED)
                    .setParameter("kind", Contribution.Kind.PROPOSAL)
                    .setMaxResults(14)
                    .getResultList();
        });
    }

    /** Runs all at once and answers how many were not refused. */
    private static int together(List<Callable<Boolean>> acts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> results = new ArrayList<>();
        for (Callable<Boolean> act : acts) {
            results.add(threads.submit(() -> {
                start.await();
                return act.call();
            }));
        }
        start.countDown();
        int done = 0;
        for (Future<Boolean> result : results) {
            try {
                done += result.get() ? 1 : 0;
            } catch (ExecutionException refused) {
                if (!isRefusal(refused)) {
                    throw refused;
                }
            }
        }
        threads.shutdown();
        return done;
    }

    private static boolean isRefusal(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused) {
                return true;
            }
        }
        return false;
    }

    private long rows(long participant) {
        return ((Number) entityManager
                        .createNativeQuery("select count(*) from support s join voter_of v on v.voter_id = s.voter_id"
                                + " where v.participant_id = :participant")
                        .setParameter("participant", participant)
                        .getSingleResult())
                .longValue();
    }

    private void assertCountersAreTheEvents(Contribution contribution) {
        ledger.drain();
        int shown =
                counters.of(contribution.scope(), contribution.meaning(), null).supports();
        counters.rebuild();
        assertEquals(
                counters.of(contribution.scope(), contribution.meaning(), null).supports(), shown);
        long given = ((Number) entityManager
                        .createNativeQuery("select count(*) from support where contribution_id = :id")
                        .setParameter("id", contribution.id())
                        .getSingleResult())
                .longValue();
        assertEquals(given, shown);
    }

    @Test
    void theSameSupportFromManyTabsIsGivenOnce() throws Exception {
        Contribution proposal = proposals().get(0);
        Participant supporter = somebody();
        List<Callable<Boolean>> acts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            acts.add(() -> supporting.give(proposal, 1, supporter.id()).isPresent());
        }
        assertEquals(1, together(acts));
        assertEquals(1, rows(supporter.id()));
        assertCountersAreTheEvents(proposal);
    }

    @Test
    void aVoterNeverGivesMoreThanThePhaseAllows() throws Exception {
        Participant supporter = somebody();
        List<Callable<Boolean>> acts = new ArrayList<>();
        for (Contribution proposal : proposals()) {
            acts.add(() -> supporting.give(proposal, 1, supporter.id()).isPresent());
        }
        assertEquals(10, together(acts));
        assertEquals(10, rows(supporter.id()));
        assertCountersAreTheEvents(proposals().get(3));
    }

    @RepeatedTest(25)
    void givingAndTakingBackAtOnceLeavesCountersAndLimitsRight() throws Exception {
        Contribution proposal = proposals().get(1);
        Participant supporter = somebody();
        List<Callable<Boolean>> acts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            acts.add(() -> supporting.give(proposal, 1, supporter.id()).isPresent());
            acts.add(() -> supporting.withdraw(proposal, supporter.id()).isPresent());
        }
        together(acts);
        Phase phase = QuarkusTransaction.requiringNew().call(() -> Phase.findById(proposal.phaseId()));
        assertEquals(rows(supporter.id()), voters.used(supporter.id(), phase, Action.SUPPORT));
        assertCountersAreTheEvents(proposal);
    }

    @Test
    void supportAtClosingTimeIsRefusedAndAMicrosecondBeforeIsNot() {
        Contribution proposal = proposals().get(2);
        Instant end = QuarkusTransaction.requiringNew()
                .call(() -> gate.look(proposal.phaseId()).contract().endsAt());
        Participant late = somebody();
        assertThrows(Refused.class, () -> Now.during(end, () -> supporting.give(proposal, 1, late.id())));
        assertEquals(0, rows(late.id()));
        Participant inTime = somebody();
        Now.during(end.minus(Duration.ofNanos(1_000)), () -> supporting.give(proposal, 1, inTime.id()));
        assertEquals(1, rows(inTime.id()));
    }

    @Test
    void atTheLastMicrosecondWithManyAtOnceExactlyThoseInTimeAreTaken() throws Exception {
        Contribution proposal = proposals().get(4);
        Instant end = QuarkusTransaction.requiringNew()
                .call(() -> gate.look(proposal.phaseId()).contract().endsAt());
        List<Callable<Boolean>> acts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Participant supporter = somebody();
            Instant at = end.plus(Duration.ofNanos(1_000L * (i - 6)));
            acts.add(() -> Now.during(
                    at, () -> supporting.give(proposal, 1, supporter.id()).isPresent()));
        }
        assertEquals(6, together(acts));
        assertEquals(
                6,
                ((Number) entityManager
                                .createNativeQuery(
                                        "select count(*) from support where contribution_id = :id and given_at >= :near and given_at < :end")
                                .setParameter("id", proposal.id())
                                .setParameter("near", end.minus(Duration.ofNanos(6_000)))
                                .setParameter("end", end)
                                .getSingleResult())
                        .intValue());
        assertCountersAreTheEvents(proposal);
    }
}
