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
    private static final String KNOWN = "ronda";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    EntityManager entityManager;

    @ConfigProperty(name = "ronda.voter-key")
    String secret;

    /** The voter that a participant is in a process; made at the first act. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long of(long participantId, long processId) {
        return find(participantId, processId).orElseGet(() -> {
            byte[] key = keyOfAccount(participantId);
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

    /** The voter that an organisation is in a process, whoever speaks for it; made at the first act. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long ofOrganisation(long organisationId, long processId) {
        return findOrganisation(organisationId, processId).orElseGet(() -> {
            entityManager
                    .createNativeQuery("insert into voter (id, process_id, kind, voter_key)"
                            + " values (nextval('voter_seq'), :process, 'ORGANISATION', :key) on conflict do nothing")
                    .setParameter("process", processId)
                    .setParameter("key", keyOfOrganisation(organisationId))
                    .executeUpdate();
            return findOrganisation(organisationId, processId).orElseThrow();
        });
    }

    /** The voter that an organisation already is in a process. */
    public Optional<Long> findOrganisation(long organisationId, long processId) {
        return entityManager
                .createNativeQuery("select id from voter where process_id = :process and kind = 'ORGANISATION'"
                        + " and voter_key = :key")
                .setParameter("process", processId)
                .setParameter("key", keyOfOrganisation(organisationId))
                .getResultStream()
                .findFirst();
    }

    /**
     * What became of an account that was made a voter.
     *
     * @param isNew whether nobody was this voter before
     * @param others the other accounts that are the same voter
     */
    record Joined(long voterId, boolean isNew, List<Long> others) {}

    /** Makes an account the voter of that key, together with whoever is it already; nothing where it is another voter. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Joined> join(long participantId, long processId, byte[] key) {
        int made = entityManager
                .createNativeQuery("insert into voter (id, process_id, kind, voter_key)"
                        + " values (nextval('voter_seq'), :process, 'PERSON', :key) on conflict do nothing")
                .setParameter("process", processId)
                .setParameter("key", key)
                .executeUpdate();
        // one account after another: whoever comes second finds the first
        long voter = ((Number) entityManager
                        .createNativeQuery("select id from voter where process_id = :process and kind = 'PERSON'"
                                + " and voter_key = :key for update")
                        .setParameter("process", processId)
                        .setParameter("key", key)
                        .getSingleResult())
                .longValue();
        int joined = entityManager
                .createNativeQuery("insert into voter_of (participant_id, process_id, voter_id)"
                        + " values (:participant, :process, :voter) on conflict do nothing")
                .setParameter("participant", participantId)
                .setParameter("process", processId)
                .setParameter("voter", voter)
                .executeUpdate();
        return joined == 0 ? Optional.empty() : Optional.of(new Joined(voter, made == 1, others(voter, participantId)));
    }

    /** The other accounts that are the same voter. */
    List<Long> others(long voterId, long participantId) {
        return entityManager
                .createNativeQuery(
                        "select participant_id from voter_of where voter_id = :voter and participant_id <> :participant")
                .setParameter("voter", voterId)
                .setParameter("participant", participantId)
                .getResultList();
    }

    /** The account is this voter no more. */
    @Transactional(Transactional.TxType.MANDATORY)
    void leave(long voterId, long participantId) {
        entityManager
                .createNativeQuery("delete from voter_of where voter_id = :voter and participant_id = :participant")
                .setParameter("voter", voterId)
                .setParameter("participant", participantId)
                .executeUpdate();
    }

    /** Gives a voter, whom one account only is, the key that was meant; false where another voter has it. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean correct(long voterId, byte[] key) {
        return entityManager
                        .createNativeQuery("update voter set voter_key = :key where id = :voter and not exists"
                                + " (select w.id from voter w where w.process_id = voter.process_id"
                                + " and w.kind = voter.kind and w.voter_key = :key)"
                                + " and (select count(*) from voter_of o where o.voter_id = voter.id) = 1")
                        .setParameter("voter", voterId)
                        .setParameter("key", key)
                        .executeUpdate()
                == 1;
    }

    boolean areAny(long processId) {
        return !entityManager
                .createNativeQuery("select id from voter where process_id = :process")
                .setParameter("process", processId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    Optional<byte[]> keyOf(long participantId, long processId) {
        return entityManager
                .createNativeQuery("select v.voter_key from voter_of o join voter v on v.id = o.voter_id"
                        + " where o.participant_id = :participant and o.process_id = :process")
                .setParameter("participant", participantId)
                .setParameter("process", processId)
                .getResultStream()
                .findFirst();
    }

    /**
     * The key of whoever is known by something else than an account: it tells nothing to whoever has not the configured
     * key, and nothing about another process.
     *
     * @param purpose what is known, so that a code never is the number of a document
     */
    byte[] keyFrom(String purpose, long processId, String identity) {
        return key(purpose + ":" + processId + ":" + identity);
    }

    private byte[] keyOfOrganisation(long organisationId) {
        return key("organisation:" + organisationId);
    }

    byte[] keyOfAccount(long participantId) {
        return key("participant:" + participantId);
    }

    /** Whether the keys are made with a secret of this installation, or with the one that everybody knows. */
    boolean hasOwnSecret() {
        return !secret.equals(KNOWN);
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

    /** How much of it a voter did in a phase. */
    public int used(long voterId, long phaseId, Action action) {
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
     * The account is no voter any more, so that what was counted stays counted, of nobody. Nor can it be found out from a
     * key that was made of the account. A key of an address or a document stays until the process is archived, as a code
     * stays used: or else who has their account erased and comes back would be counted twice.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void forget(long participantId) {
        List<Object> alone = entityManager
                .createNativeQuery("select v.id from voter_of m join voter v on v.id = m.voter_id"
                        + " where m.participant_id = :participant and not exists (select o.voter_id from voter_of o"
                        + " where o.voter_id = v.id and o.participant_id <> m.participant_id)"
                        + " and exists (select p.id from process p where p.id = v.process_id"
                        + " and (p.eligibility in ('NONE', 'ORGANISATION') or p.archived_at is not null))")
                .setParameter("participant", participantId)
                .getResultList();
        beNobody(alone);
        entityManager
                .createNativeQuery("delete from voter_of where participant_id = :participant")
                .setParameter("participant", participantId)
                .executeUpdate();
    }

    /** Nobody counts there any more: of whom nobody is left, nothing is kept that they could be known by. */
    @Transactional(Transactional.TxType.MANDATORY)
    void forgetGone(long processId) {
        beNobody(entityManager
                .createNativeQuery("select v.id from voter v where v.process_id = :process and v.kind = 'PERSON'"
                        + " and not exists (select o.voter_id from voter_of o where o.voter_id = v.id)")
                .setParameter("process", processId)
                .getResultList());
    }

    private void beNobody(List<Object> voters) {
        for (Object voter : voters) {
            byte[] nobody = new byte[32];
            RANDOM.nextBytes(nobody);
            entityManager
                    .createNativeQuery("update voter set voter_key = :nobody where id = :voter")
                    .setParameter("nobody", nobody)
                    .setParameter("voter", voter)
                    .executeUpdate();
        }
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
