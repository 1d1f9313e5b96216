package org.ronda.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whose voice counts. Limits and uniqueness hang on the voter, never on the account, so that one person with two
 * accounts may be one voter.
 */
@ApplicationScoped
public class Voters {
    @Inject
    EntityManager entityManager;

    @ConfigProperty(name = "ronda.voter-key")
    String secret;

    /** The voter that a participant is in a process; made at the first act. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long of(long participantId, long processId) {
        return find(participantId, processId).orElseGet(() -> {
            byte[] key = key("participant:" + participantId);
            entityManager
                    .createNativeQuery("insert into voter (id, process_id, kind, voter_key)"
                            + " values (nextval('voter_seq'), :process, 'PERSON', :key) on conflict do nothing")
                    .setParameter("process", processId)
                    .setParameter("key", key)
                    .executeUpdate();
            entityManager
                    .createNativeQuery("insert into voter_of (participant_id, process_id, voter_id)"
                            + " select cast(:participant as bigint), v.process_id, v.id from voter v"
                            + " where v.process_id = :process and v.kind = 'PERSON' and v.voter_key = :key"
                            + " on conflict do nothing")
                    .setParameter("participant", participantId)
                    .setParameter("process", processId)
                    .setParameter("key", key)
                    .executeUpdate();
            return find(participantId, processId).orElseThrow();
        });
    }

    /** The voter that a participant already is in a process. */
    public Optional<Long> find(long participantId, long processId) {
        return entityManager
                .createNativeQuery(
                        "select voter_id from voter_of where participant_id = :participant and process_id = :process")
                .setParameter("participant", participantId)
                .setParameter("process", processId)
                .getResultStream()
                .findFirst();
    }

    /** Lets one act of this voter go on at a time: for whoever reads what the voter did before writing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(long voterId) {
        entityManager
                .createNativeQuery("select id from voter where id = :voter for update")
                .setParameter("voter", voterId)
                .getSingleResult();
    }

    /**
     * Takes one from what a voter may still do in a phase; false when nothing is left.
     *
     * @param limit or null for any number
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean spend(long voterId, long phaseId, Action action, Integer limit) {
        int most = limit == null ? Integer.MAX_VALUE : limit;
        // locks the voter's row, not the proposal's: the limit is per voter
        if (raise(voterId, phaseId, action, most)) {
            return true;
        }
        int created = entityManager
                .createNativeQuery("insert into voter_phase (voter_id, phase_id, action, used)"
                        + " values (:voter, :phase, :action, 0) on conflict do nothing")
                .setParameter("voter", voterId)
                .setParameter("phase", phaseId)
                .setParameter("action", action.name())
                .executeUpdate();
        // a row that somebody else just made must be tried as well: both may fit
        return (created == 1 || used(voterId, phaseId, action) < most) && raise(voterId, phaseId, action, most);
    }

    private boolean raise(long voterId, long phaseId, Action action, int most) {
        return change(
                        "update voter_phase set used = used + 1 where voter_id = :voter and phase_id = :phase"
                                + " and action = :action and used < " + most,
                        voterId,
                        phaseId,
                        action)
                == 1;
    }

    /** Gives one back, after a row that spent one was really taken away. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void giveBack(long voterId, long phaseId, Action action) {
        change(
                "update voter_phase set used = used - 1 where voter_id = :voter and phase_id = :phase"
                        + " and action = :action and used > 0",
                voterId,
                phaseId,
                action);
    }

    /** How many a participant has used of what the phase allows. */
    public int used(Long participantId, Phase phase, Action action) {
        return participantId == null
                ? 0
                : find(participantId, phase.processId())
                        .map(voter -> used(voter, phase.id(), action))
                        .orElse(0);
    }

    private int used(long voterId, long phaseId, Action action) {
        List<Integer> used = entityManager
                .createNativeQuery(
                        "select used from voter_phase where voter_id = :voter and phase_id = :phase and action = :action")
                .setParameter("voter", voterId)
                .setParameter("phase", phaseId)
                .setParameter("action", action.name())
                .getResultList();
        return used.isEmpty() ? 0 : used.get(0);
    }

    private int change(String sql, long voterId, long phaseId, Action action) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter("voter", voterId)
                .setParameter("phase", phaseId)
                .setParameter("action", action.name())
                .executeUpdate();
    }

    /**
     * Nobody is this voter any more, so that what was counted stays counted, of nobody; nor can it be found out from the
     * key, where that was made of the account.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void forget(long participantId) {
        byte[] nobody = new byte[32];
        new SecureRandom().nextBytes(nobody);
        entityManager
                .createNativeQuery("update voter set voter_key = :nobody where kind = 'PERSON' and voter_key = :key")
                .setParameter("nobody", nobody)
                .setParameter("key", key("participant:" + participantId))
                .executeUpdate();
        entityManager
                .createNativeQuery("delete from voter_of where participant_id = :participant")
                .setParameter("participant", participantId)
                .executeUpdate();
    }

    private byte[] key(String identity) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(identity.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
