package org.ronda.identity;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.ronda.kernel.Now;
import org.ronda.kernel.Rows;

/**
 * Whoever holds a duty signs in with a second factor: their account is given the role of the realm that asks for one, and
 * loses it with the last duty. Keycloak is told about what changed only, and no request waits for it. The row of a person is
 * there before Keycloak is told and goes afterwards, so nothing that a node left half done is forgotten.
 */
@ApplicationScoped
class SecondFactors {
    private static final Logger LOG = Logger.getLogger(SecondFactors.class);

    /** How long an account waits about which Keycloak could not be told. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** @param isBound whether they hold a duty now, or else none any more */
    record Change(long participantId, boolean isBound) {}

    @Inject
    @All
    List<Duties> rooms;

    @Inject
    Directory directory;

    @Inject
    EntityManager entityManager;

    @Inject
    Now now;

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void follow() {
        if (directory.isOpen()) {
            tellAll();
        }
    }

    /** After one that failed the others wait for the next run, as Keycloak may be away. */
    void tellAll() {
        for (Change change : changes()) {
            if (!tell(change)) {
                return;
            }
        }
    }

    /** What Keycloak is to be told now. */
    List<Change> changes() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant at = now.instant();
            Set<Long> holders = new TreeSet<>();
            rooms.forEach(room -> holders.addAll(room.holders(at)));
            List<Change> changes = new ArrayList<>();
            List<Object[]> rows = entityManager
                    .createNativeQuery("select participant_id, told_at, due_at from second_factor", Object[].class)
                    .getResultList();
            for (Object[] row : rows) {
                long participant = ((Number) row[0]).longValue();
                boolean isBound = holders.remove(participant);
                boolean isTold = row[1] != null;
                if (!(isBound && isTold) && !Rows.instant(row[2]).isAfter(at)) {
                    changes.add(new Change(participant, isBound));
                }
            }
            holders.forEach(fresh -> changes.add(new Change(fresh, true)));
            return changes;
        });
    }

    private boolean tell(Change change) {
        try {
            if (change.isBound()) {
                remember(change.participantId());
            }
            QuarkusTransaction.requiringNew().run(() -> {
                if (!isOpen(change)) {
                    return;
                }
                if (change.isBound()) {
                    bind(Participant.findById(change.participantId()));
                } else {
                    release(Participant.findById(change.participantId()));
                }
            });
            return true;
        } catch (RuntimeException unheard) {
            LOG.warnf("Keycloak was not told who signs in with a second factor: %s", unheard.getMessage());
            putOff(change.participantId());
            return false;
        }
    }

    private void remember(long participant) {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("insert into second_factor (participant_id, due_at)"
                                + " values (:participant, :at) on conflict do nothing")
                        .setParameter("participant", participant)
                        .setParameter("at", now.instant())
                        .executeUpdate());
    }

    /** Held until the transaction ends, for this job only: another node that is at it, or was, leaves nothing to do. */
    private boolean isOpen(Change change) {
        return !entityManager
                .createNativeQuery("select participant_id from second_factor"
                        + " where participant_id = :participant and due_at <= :at"
                        + (change.isBound() ? " and told_at is null" : "")
                        + " for update skip locked")
                .setParameter("participant", change.participantId())
                .setParameter("at", now.instant())
                .getResultList()
                .isEmpty();
    }

    private void bind(Participant holder) {
        directory.unlessGone(() -> directory.giveStaff(holder.subject()));
        if (directory.rolesOf(holder.subject()).isEmpty()) {
            // a session that is open began with a password only; roles of the platform ask for more already
            holder.endSessions(now.instant());
        }
        entityManager
                .createNativeQuery("update second_factor set told_at = :at where participant_id = :participant")
                .setParameter("at", now.instant())
                .setParameter("participant", holder.id())
                .executeUpdate();
    }

    private void release(Participant former) {
        directory.unlessGone(() -> directory.takeStaff(former.subject()));
        entityManager
                .createNativeQuery("delete from second_factor where participant_id = :participant")
                .setParameter("participant", former.id())
                .executeUpdate();
    }

    private void putOff(long participant) {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery(
                                "update second_factor set due_at = :later where participant_id = :participant")
                        .setParameter("later", now.instant().plus(PAUSE))
                        .setParameter("participant", participant)
                        .executeUpdate());
    }
}
