package org.ronda.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.ronda.TestDatabase;
import org.ronda.comment.Comment;
import org.ronda.comment.Commenting;
import org.ronda.identity.Consents;
import org.ronda.identity.Office;
import org.ronda.identity.Participant;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.ledger.Counters;
import org.ronda.ledger.Counts;
import org.ronda.ledger.Ledger;
import org.ronda.process.Action;
import org.ronda.process.Contract;
import org.ronda.process.Influence;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.ProcessSetup;
import org.ronda.proposal.Proposal;
import org.ronda.proposal.Proposing;

/**
 * The clock at the last second of input: people propose, comment, agree and support from threads of their own until they
 * are refused, across the very end. What was accepted was judged before it, and nothing after it; the counters and the
 * frozen result say the same.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LastSecondTest {
    private static final int EACH = 3;

    @Inject
    Consents consents;

    @Inject
    ProcessSetup setup;

    @Inject
    Proposing proposing;

    @Inject
    Commenting commenting;

    @Inject
    Supporting supporting;

    @Inject
    Freezing freezing;

    @Inject
    Ledger ledger;

    @Inject
    Counters counters;

    @Inject
    EntityManager entityManager;

    private final AtomicInteger names = new AtomicInteger();
    private Process process;
    private Phase phase;
    private Instant end;

    private void begin(Duration left) {
        long moderator = QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject("moderacion").orElseThrow().id());
        Instant today = Instant.now();
        end = today.plus(left);
        Now.during(today.minus(Duration.ofDays(20)), () -> {
            process = setup.create(
                    "final-" + Forms.nonce().replaceAll("[\\W_]", "").toLowerCase(), description(), moderator);
            phase = setup.add(
                    process.id(),
                    Phase.Kind.PROPOSALS,
                    Translated.of("Fase", "Phase", "Phase"),
                    Translated.of("Decí algo.", "Say something.", "Dites quelque chose."),
                    Contract.between(today.minus(Duration.ofDays(2)), end)
                            .allowing(EnumSet.of(Action.PROPOSE, Action.COMMENT, Action.SUPPORT)),
                    null,
                    moderator);
            setup.publish(process.id(), null, moderator);
            return null;
        });
    }

    private static Process.Description description() {
        return new Process.Description(
                Translated.of("Hasta el final", "To the end", "Jusqu’à la fin"),
                Translated.of("Para probar.", "To try.", "Pour essayer."),
                Translated.of("Algo.", "Something.", "Quelque chose."),
                Translated.of("Nada más.", "Nothing else.", "Rien d’autre."),
                Translated.EMPTY,
                Scope.office(QuarkusTransaction.requiringNew()
                        .call(() -> Office.<Office>findAll().firstResult().id())),
                Influence.CONSULT,
                List.of(Language.ES, Language.EN, Language.FR),
                ZoneId.of("America/Argentina/Cordoba"));
    }

    private Participant somebody() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Participant participant = new Participant(
                    "final-" + phase.id() + "-" + names.incrementAndGet(),
                    "Persona Ejemplo",
                    Language.ES,
                    Instant.now());
            participant.persist();
            consents.giveAll(participant.id(), Instant.now());
            return participant;
        });
    }

    private Proposal proposal(String title, Participant author) {
        return proposing.publish(
                phase, title, "Hace falta de verdad.", "Hacerlo entre todas.", List.of(), "", "", author);
    }

    /** Acts again and again until refused, and answers how often it was accepted. */
    private static Future<Integer> until(ExecutorService threads, IntConsumer act) {
        return threads.submit(() -> {
            ManagedContext request = Arc.container().requestContext();
            int accepted = 0;
            for (int n = 0; n < 100_000; n++) {
                request.activate();
                try {
                    act.accept(n);
                    accepted++;
                } catch (RuntimeException thrown) {
                    if (isConflict(thrown)) {
                        return accepted;
                    }
                    throw thrown;
                } finally {
                    request.terminate();
                }
            }
            throw new AssertionError("was never refused");
        });
    }

    private static boolean isConflict(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused.status() == Refused.Status.CONFLICT;
            }
        }
        return false;
    }

    @Test
    void whatIsAcceptedAcrossTheEndWasJudgedBeforeIt() throws Exception {
        begin(Duration.ofSeconds(6));
        Participant author = somebody();
        Proposal about = proposal("La que se apoya y se comenta", author);
        Comment agreed = commenting.say("proposal:" + about.code(), "", "", "De acuerdo.", author, Language.ES);
        ExecutorService threads = Executors.newFixedThreadPool(4 * EACH);
        List<Future<Integer>> proposals = new ArrayList<>();
        List<Future<Integer>> comments = new ArrayList<>();
        List<Future<Integer>> agreements = new ArrayList<>();
        List<Future<Integer>> supports = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            Participant one = somebody();
            proposals.add(until(threads, n -> proposal("Propuesta número " + n, one)));
            comments.add(until(
                    threads,
                    n -> commenting.say(
                            "proposal:" + about.code(), "", "", "Comentario número " + n, one, Language.ES)));
            agreements.add(until(threads, n -> commenting.react(agreed.code(), 1, somebody())));
            supports.add(
                    until(threads, n -> supporting.give(about, 1, somebody().id())));
        }
        int proposed = sum(proposals);
        int said = sum(comments) + 1;
        int agreeing = sum(agreements);
        int supported = sum(supports);
        threads.shutdown();
        assertTrue(threads.awaitTermination(10, TimeUnit.SECONDS));

        ledger.drain();
        assertEquals(0, events("e.gate_at >= :end and e.kind <> 'results.frozen'"));
        assertEquals(proposed + 1, events("e.kind = 'proposal.published' and e.gate_at < :end"));
        assertEquals(said, events("e.kind = 'comment.published' and e.gate_at < :end"));
        assertEquals(agreeing, events("e.kind = 'reaction.given' and e.gate_at < :end"));
        assertEquals(supported, events("e.kind = 'support.given' and e.gate_at < :end"));
        assertTrue(
                proposed > 0 && said > 1 && agreeing > 0 && supported > 0,
                proposed + " " + said + " " + agreeing + " " + supported);
        // the last one was close to the end: the threads did race it
        Instant last = (Instant) entityManager
                .createNativeQuery("select max(gate_at) from ledger_event where process_id = :process", Instant.class)
                .setParameter("process", process.id())
                .getSingleResult();
        assertTrue(last.isAfter(end.minus(Duration.ofSeconds(1))), "the last was at " + last + ", the end at " + end);

        Counts ofPhase = counters.of(Scope.phase(phase.id()), 0, null);
        Counts ofProposal = counters.of(about.scope(), 1, null);
        assertEquals(proposed + 1, ofPhase.contributions());
        assertEquals(said, ofProposal.comments());
        assertEquals(supported, ofProposal.supports());
        Counts ofComment = counters.of(agreed.scope(), 1, null);
        assertEquals(agreeing, ofComment.agrees());
        counters.rebuild();
        assertEquals(ofPhase, counters.of(Scope.phase(phase.id()), 0, null));
        assertEquals(ofProposal, counters.of(about.scope(), 1, null));
        assertEquals(ofComment, counters.of(agreed.scope(), 1, null));

        Now.during(end.plus(Duration.ofSeconds(31)), () -> freezing.freeze());
        Map<String, Long> frozen = frozen();
        assertEquals(supported, frozen.get("supports"));
        assertEquals(proposed + 1, frozen.get("contributions"));
    }

    private long events(String which) {
        var query = entityManager.createNativeQuery(
                "select count(*) from ledger_event e where e.process_id = :process and e.subject_kind = 'CONTRIBUTION' and "
                        + which);
        query.setParameter("process", process.id());
        if (which.contains(":end")) {
            query.setParameter("end", end);
        }
        return ((Number) query.getSingleResult()).longValue();
    }

    private Map<String, Long> frozen() {
        Object[] row = (Object[]) entityManager
                .createNativeQuery("select supports, contributions from phase_freeze where phase_id = :phase")
                .setParameter("phase", phase.id())
                .getSingleResult();
        return Map.of("supports", ((Number) row[0]).longValue(), "contributions", ((Number) row[1]).longValue());
    }

    private static int sum(List<Future<Integer>> accepted) throws Exception {
        int sum = 0;
        for (Future<Integer> one : accepted) {
            sum += one.get(60, TimeUnit.SECONDS);
        }
        return sum;
    }
}
