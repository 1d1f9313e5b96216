package org.ronda.identity;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.ronda.kernel.Now;

/** Which participant a verified token of the identity provider stands for, and which of its sessions have ended. */
@ApplicationScoped
class Accounts {
    /** No session of the identity provider lasts longer: {@code ssoSessionMaxLifespan} of the realm is ten hours. */
    private static final Duration LONGEST_SESSION = Duration.ofHours(24);

    @Inject
    EntityManager entityManager;

    @Inject
    Joining joining;

    @Inject
    Now now;

    /** Nobody, where the session has ended or began before the participant signed out everywhere. One statement. */
    Optional<Participant> of(JsonWebToken token) {
        Optional<Object[]> row = entityManager
                .createQuery(
                        "select p, e.sid from Participant p left join EndedSession e on e.sid = :sid"
                                + " where p.subject = :subject",
                        Object[].class)
                .setParameter("subject", token.getSubject())
                .setParameter("sid", sid(token))
                .getResultStream()
                .findFirst();
        if (row.isEmpty()) {
            return Optional.of(joining.as(Account.of(token)));
        }
        Participant participant = (Participant) row.get()[0];
        boolean isOver = row.get()[1] != null
                || participant.isDisabled()
                || participant.hasEndedSessionsSince(signedInAt(token));
        return isOver ? Optional.empty() : Optional.of(joining.upToDate(participant, Account.of(token)));
    }

    /** Refuses that session from now on, on every node. */
    @Transactional
    void end(String sid) {
        entityManager
                .createNativeQuery(
                        "insert into ended_session (sid, valid_until) values (:sid, :until) on conflict do nothing")
                .setParameter("sid", sid)
                .setParameter("until", now.instant().plus(LONGEST_SESSION))
                .executeUpdate();
    }

    /** Refuses all sessions of that account that began until now. */
    @Transactional
    void endAll(String subject) {
        Participant.bySubject(subject).ifPresent(participant -> participant.endSessions(now.instant()));
    }

    @Scheduled(every = "1h", delayed = "5m")
    @Transactional
    void forget() {
        EndedSession.delete("validUntil < ?1", now.instant());
    }

    private static String sid(JsonWebToken token) {
        String sid = token.getClaim("sid");
        return sid == null ? "" : sid;
    }

    private static Instant signedInAt(JsonWebToken token) {
        // a number in whole seconds, of whichever class the parser chose
        Object at = token.getClaim("auth_time");
        return Instant.ofEpochSecond(at == null ? token.getIssuedAtTime() : Long.parseLong(at.toString()));
    }
}
