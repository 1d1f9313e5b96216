package org.ronda.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Rows;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;

/**
 * Roles that somebody was given with an invitation. Whoever did not come in time has none any more: a role does not wait for
 * whoever has that mailbox one day. Keycloak knows when its own link ends, and we when the role does.
 */
@ApplicationScoped
class InvitedRoles {
    /** As long as the link is good: actionTokenGeneratedByAdminLifespan of the realm. */
    static final Duration GOOD_FOR = Duration.ofDays(7);

    private static final Logger LOG = Logger.getLogger(InvitedRoles.class);

    private record Open(String subject, PlatformRole role, Instant endsAt) {}

    @Inject
    EntityManager entityManager;

    @Inject
    Directory directory;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    /** Remembers that the role waits for whoever has not been here yet; of those who have, there is nothing to remember. */
    void remember(String subject, Optional<PlatformRole> role) {
        if (role.isEmpty() || Participant.bySubject(subject).isPresent()) {
            return;
        }
        entityManager
                .createNativeQuery("delete from role_invitation where subject = :subject and role = :role")
                .setParameter("subject", subject)
                .setParameter("role", role.get().name())
                .executeUpdate();
        entityManager
                .createNativeQuery("insert into role_invitation (subject, role, ends_at)"
                        + " values (:subject, :role, :end) on conflict do nothing")
                .setParameter("subject", subject)
                .setParameter("role", role.get().name())
                .setParameter("end", now.instant().plus(GOOD_FOR))
                .executeUpdate();
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void end() {
        if (directory.isOpen()) {
            over().forEach(this::end);
        }
    }

    private List<Open> over() {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Object[]> rows = entityManager
                    .createNativeQuery(
                            "select subject, role, ends_at from role_invitation where ends_at <= :now order by ends_at",
                            Object[].class)
                    .setParameter("now", now.instant())
                    .setMaxResults(50)
                    .getResultList();
            return rows.stream()
                    .map(row -> new Open((String) row[0], PlatformRole.valueOf((String) row[1]), Rows.instant(row[2])))
                    .toList();
        });
    }

    /** Keycloak first: while it is away, the row stays and is looked at a minute later. */
    private void end(Open invitation) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                Optional<Participant> came = Participant.bySubject(invitation.subject());
                if (came.isEmpty() || !came.get().joinedAt().isBefore(invitation.endsAt())) {
                    take(invitation);
                    came.ifPresent(late -> tooLate(late, invitation.role()));
                }
                forget(invitation);
            });
        } catch (RuntimeException unheard) {
            LOG.warnf("a role that was given with an invitation is not taken back yet: %s", unheard.getMessage());
        }
    }

    private void take(Open invitation) {
        try {
            directory.take(invitation.subject(), invitation.role());
        } catch (Refused refused) {
            // an account that is gone has no role
            if (refused.status() != Refused.Status.CONFLICT) {
                throw refused;
            }
        }
    }

    /** Who came after the end had the role for a minute at most. */
    private void tooLate(Participant late, PlatformRole role) {
        late.endSessions(now.instant());
        ledger.record(Event.of("role.ended", Scope.person(late.id()))
                .at(now.instant())
                .saying(Map.of("role", role.key())));
    }

    private void forget(Open invitation) {
        entityManager
                .createNativeQuery("delete from role_invitation where subject = :subject and role = :role")
                .setParameter("subject", invitation.subject())
                .setParameter("role", invitation.role().name())
                .executeUpdate();
    }
}
