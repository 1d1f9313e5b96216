package org.ronda.identity;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
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
        if (row.isEmpty() && wasErasedSince(signedInAt(token), token.getSubject())) {
            return Optional.empty();
        } else if (row.isEmpty()) {
            return Optional.of(joining.as(Account.of(token)));
        }
        Participant participant = (Participant) row.get()[0];
        boolean isOver = row.get()[1] != null
                || participant.isDisabled()
                || participant.hasEndedSessionsSince(signedInAt(token));
        if (isOver) {
            return Optional.empty();
        }
        // the last word of a provider that is away is no news
        boolean isOld = token.getExpirationTime() < now.instant().getEpochSecond();
        return Optional.of(isOld ? participant : joining.upToDate(participant, Account.of(token)));
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

    /** Sessions that began until now make no new participant of an account that was erased. */
    @Transactional(Transactional.TxType.MANDATORY)
    void erased(String subject) {
        Instant at = now.instant();
        entityManager
                .createNativeQuery("insert into erased_account (subject_hash, erased_at, valid_until)"
                        + " values (:hash, :at, :until) on conflict do nothing")
                .setParameter("hash", hash(subject))
                .setParameter("at", at)
                .setParameter("until", at.plus(LONGEST_SESSION))
                .executeUpdate();
    }

    private boolean wasErasedSince(Instant signedIn, String subject) {
        return !entityManager
                .createNativeQuery(
                        "select subject_hash from erased_account where subject_hash = :hash and erased_at > :signedIn",
                        String.class)
                .setParameter("hash", hash(subject))
                .setParameter("signedIn", signedIn)
                .getResultList()
                .isEmpty();
    }

    private static String hash(String subject) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Scheduled(every = "1h", delayed = "5m")
    @Transactional
    void forget() {
        EndedSession.delete("validUntil < ?1", now.instant());
        entityManager
                .createNativeQuery("delete from erased_account where valid_until < :now")
                .setParameter("now", now.instant())
                .executeUpdate();
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
