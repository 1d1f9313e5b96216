package org.ronda.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ronda.identity.Participant;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Counter;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;

/**
 * A facilitator or an administrator of the process confirms who somebody is. Whoever shows the same document with two
 * accounts is one voter; of the number only the key of the voter is made.
 */
@ApplicationScoped
public class Attesting {
    @Inject
    EntityManager entityManager;

    @Inject
    Verifying verifying;

    @Inject
    Voters voters;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    /** The key that a document's number makes. */
    byte[] key(long processId, String typed) {
        return voters.keyFrom("document", processId, DocumentNumber.normalise(typed));
    }

    /**
     * @param who a participant's code, public name or address
     * @param document the key of their document, or null
     */
    @Transactional
    public Attestation attest(long processId, String who, boolean isSeen, byte[] document, long by) {
        Process process = verifying.asking(processId, Eligibility.IN_PERSON);
        Instant at = now.atGate();
        refuseOthers(process, by, at);
        Participant person = meant(who);
        if (person.id() == by) {
            throw Refused.invalid(
                    "who", language -> ProcessSetup.words(language).attestNotYourself());
        } else if (!isSeen) {
            throw Refused.invalid(
                    "seen", language -> ProcessSetup.words(language).attestSeen());
        } else if (Attestation.open(processId, person.id()).isPresent()) {
            throw Refused.invalid(
                    "who", language -> ProcessSetup.words(language).attestedAlready());
        }
        Attestation attestation = new Attestation(processId, person.id(), document != null, by, at);
        attestation.persistAndFlush();
        boolean isNew = become(process, person.id(), document, at);
        record("voice.attested", process, person.id(), isNew ? 1 : 0, by, at);
        return attestation;
    }

    /** The account counts no more; what it gave stays until it takes it back. */
    @Transactional
    public void revoke(long processId, String code, String reason, long by) {
        Process process = verifying.asking(processId, Eligibility.IN_PERSON);
        Instant at = now.atGate();
        refuseOthers(process, by, at);
        Attestation attestation = Attestation.byCode(processId, code)
                .flatMap(one -> Attestation.held(processId, one.participantId()).filter(one::equals))
                .orElseThrow(() -> Refused.conflict(
                        language -> ProcessSetup.words(language).attestationRevoked()));
        if (reason == null || reason.isBlank()) {
            throw Refused.invalid(
                    "reason", language -> ProcessSetup.words(language).reasonNeeded());
        }
        attestation.revoke(reason.strip(), by, at);
        long person = attestation.participantId();
        Optional<Long> voter = voters.find(person, processId);
        voter.ifPresent(voters::lock);
        entityManager.flush();
        boolean isOver = voter.map(one -> !isAttestedBeside(one, person)).orElse(false);
        // perhaps another person's number was typed: the voice is theirs, and not to be taken along
        voter.filter(one -> !voters.others(one, person).isEmpty()).ifPresent(one -> voters.leave(one, person));
        record("voice.revoked", process, person, isOver ? -1 : 0, by, at);
    }

    /** Makes the account a voter; whether nobody who is verified was this one. */
    private boolean become(Process process, long person, byte[] document, Instant at) {
        byte[] key = document == null ? voters.keyOfAccount(person) : document;
        Optional<Long> present = voters.find(person, process.id());
        if (present.isEmpty()) {
            Voters.Joined joined = voters.join(person, process.id(), key).orElseThrow(Attesting::another);
            verifying.tell(process, person, joined, at);
            return !isAttestedBeside(joined.voterId(), person);
        }
        // verified before, and revoked: they stay the voter that they were, with the number that was meant
        voters.lock(present.get());
        boolean isAnother = document != null
                && !MessageDigest.isEqual(voters.keyOf(person, process.id()).orElseThrow(), document);
        if (isAnother && !voters.correct(present.get(), document)) {
            throw another();
        }
        return !isAttestedBeside(present.get(), person);
    }

    private static Refused another() {
        return Refused.invalid(
                "documentNumber", language -> ProcessSetup.words(language).attestAnother());
    }

    private boolean isAttestedBeside(long voter, long person) {
        return !entityManager
                .createNativeQuery("select a.id from voter_of o join attestation a"
                        + " on a.participant_id = o.participant_id and a.process_id = o.process_id"
                        + " where o.voter_id = :voter and o.participant_id <> :person and a.slot is not null")
                .setParameter("voter", voter)
                .setParameter("person", person)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private static Participant meant(String who) {
        List<Participant> named = Participant.meant(who);
        if (named.size() != 1) {
            throw Refused.invalid(
                    "who",
                    language -> named.isEmpty()
                            ? ProcessSetup.words(language).attestNobody()
                            : ProcessSetup.words(language).attestSeveral());
        }
        return named.get(0);
    }

    /** Whose role ended meanwhile is nobody here any more. */
    private static void refuseOthers(Process process, long by, Instant at) {
        if (ProcessRole.of(by, at).stream()
                .noneMatch(
                        role -> role.processId() == process.id() && role.role().attests())) {
            throw new NotFoundException();
        }
    }

    private void record(String kind, Process process, long person, int voices, long by, Instant at) {
        Event event =
                Event.of(kind, Scope.person(person)).in(process.id()).at(at).by(by, Scope.person(by));
        ledger.record(voices == 0 ? event : event.counting(process.scope(), 0, Counter.VOICES, voices));
    }
}
