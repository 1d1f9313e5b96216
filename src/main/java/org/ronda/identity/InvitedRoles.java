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
import org.jboss.logging.Logger;
import org.ronda.kernel.Now;
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

    /**
     * Remembers, at once and whatever follows, that the role waits for whoever has not been here yet.
     *
     * @param isNew whether nobody was here with that account; of those who were, there is nothing to remember
     * @param hadRole whether the account had the role: unless an invitation gave it, it is not ours to end
     */
    void remember(String subject, PlatformRole role, boolean isNew, boolean hadRole) {
        QuarkusTransaction.requiringNew().run(() -> {
            boolean wasInvited = forget(subject, role);
            if (isNew && (wasInvited || !hadRole)) {
                entityManager
                        .createNativeQuery("insert into role_invitation (subject, role, ends_at)"
                                + " values (:subject, :role, :end) on conflict do nothing")
                        .setParameter("subject", subject)
                        .setParameter("role", role.name())
                        .setParameter("end", now.instant().plus(GOOD_FOR))
                        .executeUpdate();
            }
        });
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
                if (!isOver(invitation)) {
                    return;
                }
                if (!cameInTime(invitation)) {
                    directory.unlessGone(() -> directory.take(invitation.subject(), invitation.role()));
                    // somebody may have come while Keycloak was asked
                    if (cameInTime(invitation)) {
                        directory.give(invitation.subject(), invitation.role());
                    } else {
                        Participant.bySubject(invitation.subject()).ifPresent(late -> tooLate(late, invitation.role()));
                    }
                }
                forget(invitation.subject(), invitation.role());
            });
        } catch (RuntimeException unheard) {
            LOG.warnf("a role that was given with an invitation is not taken back yet: %s", unheard.getMessage());
        }
    }

    /** Held until the transaction ends: neither another node nor who invites again changes it meanwhile. */
    private boolean isOver(Open invitation) {
        return !entityManager
                .createNativeQuery("select subject from role_invitation where subject = :subject and role = :role"
                        + " and ends_at <= :now for update")
                .setParameter("subject", invitation.subject())
                .setParameter("role", invitation.role().name())
                .setParameter("now", now.instant())
                .getResultList()
                .isEmpty();
    }

    private static boolean cameInTime(Open invitation) {
        return Participant.bySubject(invitation.subject())
                .filter(came -> came.joinedAt().isBefore(invitation.endsAt()))
                .isPresent();
    }

    /** Who came after the end had the role until now: a minute, or as long as Keycloak was away. */
    private void tooLate(Participant late, PlatformRole role) {
        late.endSessions(now.instant());
        ledger.record(Event.of("role.ended", Scope.person(late.id()))
                .at(now.instant())
                .saying(Map.of("role", role.key())));
    }

    /** Nothing ends with the invitation any more. Says whether there was one. */
    boolean forget(String subject, PlatformRole role) {
        return entityManager
                        .createNativeQuery("delete from role_invitation where subject = :subject and role = :role")
                        .setParameter("subject", subject)
                        .setParameter("role", role.name())
                        .executeUpdate()
                > 0;
    }
}
