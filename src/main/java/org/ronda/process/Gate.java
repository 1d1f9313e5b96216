package org.ronda.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ronda.kernel.Dates;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Wording;

/**
 * Says what is open now, inside the transaction that writes, by the database's time: nothing is accepted at or after
 * the end, nothing refused before it. A write that passed has five seconds to commit, else it rolls back; so thirty
 * seconds after an end no write from before it can still arrive.
 */
@ApplicationScoped
public class Gate {
    static final Duration BOUND = Duration.ofSeconds(5);

    /** Terms take effect, and results are frozen, this long after the gate's instant: well above {@link #BOUND}. */
    public static final Duration CALM = Duration.ofSeconds(30);

    /**
     * What the gate answered.
     *
     * @param at the instant of the check, which is the instant of the act
     */
    public record Passage(Process process, Phase phase, Contract contract, Instant at) {}

    @Inject
    EntityManager entityManager;

    @Inject
    TransactionSynchronizationRegistry transaction;

    @Inject
    Admission admission;

    @Inject
    Verifying verifying;

    @Inject
    Now now;

    // H2 has no list of running transactions to ask; there this one process is the only writer
    private final Map<Object, Instant> running = new ConcurrentHashMap<>();

    /**
     * Passes if the phase allows that action now, and to a participant who accepted the rules and showed what the process
     * asks for; else {@link Refused} says why, and since or until when.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Passage pass(long phaseId, Action action, long participantId) {
        Passage passage = unarchived(phaseId);
        if (!passage.contract().allows(action, passage.at())) {
            throw closed(passage);
        }
        admission.require(passage.process(), participantId);
        verifying.require(passage.process(), participantId, passage.at());
        return passage;
    }

    /** Passes if input of that phase is open now, whatever it allows: for taking back and mending one's own. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Passage passAny(long phaseId) {
        Passage passage = unarchived(phaseId);
        if (!passage.contract().isOpen(passage.at())) {
            throw closed(passage);
        }
        return passage;
    }

    /**
     * The contract and the instant, without asking that anything be open: for withdrawing, which an archive does not keep
     * anybody from, and for staff.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Passage look(long phaseId) {
        // counted from before the check: whatever stops this thread meanwhile is part of the five seconds
        long began = System.nanoTime();
        Instant at = now.atGate();
        bound(at, began);
        Object[] row = entityManager
                .createQuery(
                        "select p, f, t from Process p join Phase f on f.processId = p.id"
                                + " join PhaseTerms t on t.phaseId = f.id where f.id = :phase and t.effectiveAt <= :at"
                                + " order by t.effectiveAt desc, t.n desc",
                        Object[].class)
                .setParameter("phase", phaseId)
                .setParameter("at", at)
                .setMaxResults(1)
                .getSingleResult();
        Process process = (Process) row[0];
        if (!process.isPublic()) {
            throw processClosed();
        }
        return new Passage(process, (Phase) row[1], ((PhaseTerms) row[2]).contract(), at);
    }

    /** The same, where nothing is added any more to what is archived. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Passage unarchived(long phaseId) {
        Passage passage = look(phaseId);
        if (passage.process().isArchived()) {
            throw processClosed();
        }
        return passage;
    }

    /** Passes who answers, for an office, what was said in that phase: input ends by the clock, answering does not. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Passage answer(long phaseId, long participantId) {
        Passage passage = unarchived(phaseId);
        admission.require(passage.process(), participantId);
        return passage;
    }

    /** The earliest instant of a gated write that is still running on this node, if there is one. */
    public Optional<Instant> earliestRunning() {
        return running.values().stream().min(Comparator.naturalOrder());
    }

    private void bound(Instant at, long began) {
        Object key = transaction.getTransactionKey();
        if (running.putIfAbsent(key, at) != null) {
            return;
        }
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                if (System.nanoTime() - began > BOUND.toNanos()) {
                    throw new Refused(
                            Refused.Status.UNAVAILABLE,
                            null,
                            language -> words(language).tooSlow());
                }
            }

            @Override
            public void afterCompletion(int status) {
                running.remove(key);
            }
        });
    }

    private static Refused processClosed() {
        return Refused.conflict(language -> words(language).processClosed());
    }

    private static Refused closed(Passage passage) {
        Contract contract = passage.contract();
        Process process = passage.process();
        return new Refused(Refused.Status.CONFLICT, null, language -> {
            ProcessMessages words = words(language);
            if (contract.isSuspended()) {
                return words.gateSuspended();
            }
            if (passage.at().isBefore(contract.opensAt())) {
                return words.gateNotYet(Dates.inWords(contract.opensAt(), process.zone(), language));
            }
            if (contract.hasEnded(passage.at())) {
                return words.gateEnded(Dates.inWords(contract.endsAt(), process.zone(), language));
            }
            return words.gateNotAllowed();
        });
    }

    private static ProcessMessages words(Language language) {
        return Wording.of(ProcessMessages.class, language);
    }
}
