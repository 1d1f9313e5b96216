package org.ronda.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Limits;
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
    /** Far more people than one table sees, far fewer than a list of addresses has. */
    private static final int IN_AN_HOUR = 120;

    /** An attestation with whom it is about and who made it. */
    public record Attested(Attestation attestation, Participant person, Participant by) {}

    @Inject
    EntityManager entityManager;

    @Inject
    Verifying verifying;

    @Inject
    Voters voters;

    @Inject
    Processes processes;

    @Inject
    Standing standing;

    @Inject
    Limits limits;

    @Inject
    Viewer viewer;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    /** A process that asks to be seen in person, for who confirms that in it. */
    Process reach(String slug) {
        viewer.writing();
        return processes
                .reached(slug)
                .filter(process -> process.asks(Eligibility.IN_PERSON) && standing.attests(process.id()))
                .orElseThrow(NotFoundException::new);
    }

    /**
     * The latest of a process.
     *
     * @param who a code or a public name, to find an earlier one, or empty
     */
    List<Attested> latest(Process process, String who) {
        List<Long> found = who.isEmpty()
                ? List.of()
                : Participant.named(who).stream().map(Participant::id).toList();
        List<Attestation> latest =
                !who.isEmpty() && found.isEmpty() ? List.of() : Attestation.latest(process.id(), found);
        Map<Long, Participant> people = Participant.<Participant>list(
                        "id in ?1",
                        latest.stream()
                                .flatMap(one -> Stream.of(one.participantId(), one.attestedBy()))
                                .distinct()
                                .toList())
                .stream()
                .collect(Collectors.toMap(Participant::id, Function.identity()));
        return latest.stream()
                .map(one -> new Attested(one, people.get(one.participantId()), people.get(one.attestedBy())))
                .toList();
    }

    /** The key of the number that was typed, or null; one that is none is said to be wrong in the act. */
    Supplier<byte[]> document(Process process, AttestationInput input) {
        return Forms.ready(() -> input.documentNumber().isEmpty() ? null : key(process.id(), input.documentNumber()));
    }

    /** The key that a document's number makes. */
    byte[] key(long processId, String typed) {
        return voters.keyFrom("document", processId, DocumentNumber.normalise(typed));
    }

    @Transactional
    Attestation attest(Process process, AttestationInput input, Supplier<byte[]> document, long by) {
        limits.count("attest", IN_AN_HOUR, Duration.ofHours(1));
        return attest(process.id(), input.who(), input.isSeen(), document.get(), by);
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
