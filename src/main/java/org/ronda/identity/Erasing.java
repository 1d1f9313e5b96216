package org.ronda.identity;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Wording;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;

/**
 * Erases an account: closed at once, then emptied room by room. What a crash interrupts, or a write that was on its way
 * adds, goes a minute later.
 */
@ApplicationScoped
class Erasing {
    private static final Logger LOG = Logger.getLogger(Erasing.class);

    /** No write that began before the account was closed is still running then. */
    private static final Duration CALM = Duration.ofSeconds(30);

    @Inject
    @All
    List<PersonalData> rooms;

    @Inject
    EntityManager entityManager;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    /** What has to be settled first. */
    List<Wording> obstacles(long participantId) {
        return rooms.stream()
                .flatMap(room -> room.obstacle(participantId).stream())
                .toList();
    }

    /** Closes the account, for good. Returns the receipt's code, which says of nobody that something was erased. */
    @Transactional
    String ask(long participantId) {
        obstacles(participantId).stream().findFirst().ifPresent(obstacle -> {
            throw Refused.conflict(obstacle);
        });
        Instant at = now.atGate();
        Participant.<Participant>findById(participantId).close(at);
        entityManager
                .createNativeQuery(
                        "insert into erasure (participant_id, asked_at) values (:me, :at) on conflict do nothing")
                .setParameter("me", participantId)
                .setParameter("at", at)
                .executeUpdate();
        return ledger.record(Event.of("participant.erased", Scope.PLATFORM).at(at));
    }

    /** Room by room; nothing is lost when it is interrupted, as the row of {@code erasure} stays. */
    boolean sweep(long participantId) {
        try {
            rooms.forEach(room -> room.erase(participantId));
            // a log outlives the database: after a backup is put back it says who has to be erased again
            LOG.info("erased: participant " + participantId);
            return true;
        } catch (RuntimeException interrupted) {
            LOG.error("an account is not erased to the end yet", interrupted);
            return false;
        }
    }

    @Scheduled(every = "1m", delayed = "1m")
    @ActivateRequestContext
    void finish() {
        finish(now.instant().minus(CALM));
    }

    /** Sweeps once more what was asked for until then; after that nothing can come to it any more. */
    void finish(Instant until) {
        List<Long> open = QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery("select participant_id from erasure where asked_at < :until", Long.class)
                        .setParameter("until", until)
                        .getResultList());
        open.stream()
                .filter(this::sweep)
                .forEach(done -> QuarkusTransaction.requiringNew()
                        .run(() -> entityManager
                                .createNativeQuery("delete from erasure where participant_id = :done")
                                .setParameter("done", done)
                                .executeUpdate()));
    }
}
