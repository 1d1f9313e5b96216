package org.ronda.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was already answered, by (participant, nonce). The row is written in the transaction of the act itself: whoever
 * sends the same again waits for the first one, and gets its answer; a refusal rolls the row back with the act.
 */
@ApplicationScoped
class Answered {
    /** Longer than a page lies open and is sent again. */
    static final Duration KEPT = Duration.ofHours(48);

    /** What a request was answered with. */
    record Answer(int status, String location, String body) {}

    /** The nonce was used for another input. */
    static class OtherInput extends RuntimeException {
        OtherInput() {
            super("nonce used for another input", null, false, false);
        }
    }

    @Inject
    EntityManager entityManager;

    @Inject
    Now now;

    /** Runs the act, or gives the answer that the same input under the same nonce had; within the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer once(long participantId, String nonce, byte[] inputHash, Supplier<Answer> act) {
        if (!claimed(participantId, nonce, inputHash)) {
            return earlier(participantId, nonce, inputHash);
        }
        Answer answer = act.get();
        entityManager.flush();
        entityManager
                .createNativeQuery("update form_nonce set status = ?1, location = ?2, body = ?3"
                        + " where participant_id = ?4 and nonce = ?5")
                .setParameter(1, answer.status())
                .setParameter(2, answer.location())
                .setParameter(3, answer.body())
                .setParameter(4, participantId)
                .setParameter(5, nonce)
                .executeUpdate();
        return answer;
    }

    private boolean claimed(long participantId, String nonce, byte[] inputHash) {
        return entityManager
                        .createNativeQuery("insert into form_nonce (participant_id, nonce, input_hash, status, used_at)"
                                + " values (?1, ?2, ?3, 0, ?4) on conflict do nothing")
                        .setParameter(1, participantId)
                        .setParameter(2, nonce)
                        .setParameter(3, inputHash)
                        .setParameter(4, now.instant())
                        .executeUpdate()
                == 1;
    }

    private Answer earlier(long participantId, String nonce, byte[] inputHash) {
        Optional<Object[]> row = entityManager
                .createNativeQuery(
                        "select input_hash, status, location, body from form_nonce"
                                + " where participant_id = ?1 and nonce = ?2",
                        Object[].class)
                .setParameter(1, participantId)
                .setParameter(2, nonce)
                .getResultStream()
                .findFirst()
                .map(Object[].class::cast);
        Object[] found = row.filter(of -> MessageDigest.isEqual((byte[]) of[0], inputHash))
                .orElseThrow(OtherInput::new);
        return new Answer(((Number) found[1]).intValue(), (String) found[2], (String) found[3]);
    }

    /** Whether something was answered under that nonce. */
    @Transactional
    boolean isAnswered(long participantId, String nonce) {
        return !entityManager
                .createNativeQuery("select status from form_nonce where participant_id = ?1 and nonce = ?2")
                .setParameter(1, participantId)
                .setParameter(2, nonce)
                .getResultList()
                .isEmpty();
    }

    /** Forgets what nobody sends again. */
    @Transactional
    int forget() {
        return entityManager
                .createNativeQuery("delete from form_nonce where used_at < ?1")
                .setParameter(1, now.instant().minus(KEPT))
                .executeUpdate();
    }
}
