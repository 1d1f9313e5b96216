package org.ronda.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ronda.identity.Participant;
import org.ronda.kernel.Detour;
import org.ronda.kernel.Limits;
import org.ronda.kernel.Now;
import org.ronda.kernel.Outbox;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Counter;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;
import org.ronda.organisation.Speaking;

/**
 * Whether somebody shows what a process asks for, and as which voter they count then. Asked by the gate, in the
 * transaction that writes; taking back what is one's own asks nothing.
 */
@ApplicationScoped
public class Verifying {
    /** Ten guesses at a code, of more than a million millions, by one account; a library has many accounts. */
    private static final int GUESSES = 10;

    private static final String GUESS = "enter a code";
    private static final int GUESSES_OF_ADDRESS = 100;
    private static final Duration GUESSED_IN = Duration.ofMinutes(10);

    @Inject
    EntityManager entityManager;

    @Inject
    Voters voters;

    @Inject
    CodeLists codeLists;

    @Inject
    Speaking speaking;

    @Inject
    Outbox outbox;

    @Inject
    Ledger ledger;

    @Inject
    Limits limits;

    @Inject
    Now now;

    static String page(Process process) {
        return process.address() + "/eligibility";
    }

    /** Passes whoever shows what the process asks for; anybody else is led to the page that says what and how. */
    @Transactional(Transactional.TxType.MANDATORY)
    void require(Process process, long participantId, Instant at) {
        boolean isMet = switch (process.eligibility()) {
            case NONE -> true;
            case EMAIL ->
                mailbox(participantId)
                        .map(address -> become(process, participantId, address, at))
                        .isPresent();
            case ORGANISATION ->
                speaking.isMandated(participantId, process.id(), topics(process), at)
                        && become(process, participantId, voters.keyOfAccount(participantId), at);
            // it cannot be one otherwise: what a process asks for is fixed before the first could count
            case CODES -> voters.find(participantId, process.id()).isPresent();
            // whoever attested it made them the voter that they are
            case IN_PERSON -> Attestation.held(process.id(), participantId).isPresent();
        };
        if (!isMet) {
            String page = page(process);
            throw new Detour(
                    "eligibility",
                    page,
                    language -> ProcessSetup.words(language).eligibleFirst(page));
        }
    }

    /** The same question for a page: without holding or making anything. */
    boolean isMet(Process process, long participantId) {
        return switch (process.eligibility()) {
            case NONE -> true;
            case EMAIL -> mailbox(participantId).isPresent();
            case ORGANISATION -> speaking.seemsMandated(participantId, process.id(), topics(process), now.instant());
            case CODES -> voters.find(participantId, process.id()).isPresent();
            case IN_PERSON -> Attestation.open(process.id(), participantId).isPresent();
        };
    }

    private static Optional<String> mailbox(long participantId) {
        return Participant.<Participant>findByIdOptional(participantId).flatMap(Participant::mailbox);
    }

    private static Supplier<Collection<Long>> topics(Process process) {
        return () -> Topic.of(process.id()).stream().map(Topic::id).toList();
    }

    private boolean become(Process process, long participantId, String address, Instant at) {
        // nothing but case: what else is one mailbox, its own server only knows
        return become(
                process, participantId, voters.keyFrom("mail", process.id(), address.toLowerCase(Locale.ROOT)), at);
    }

    private boolean become(Process process, long participantId, byte[] key, Instant at) {
        if (voters.find(participantId, process.id()).isEmpty()) {
            voters.join(participantId, process.id(), key).ifPresent(joined -> {
                tell(process, participantId, joined, at);
                record(process, participantId, joined.isNew(), at);
            });
        }
        return true;
    }

    /** The key of a code as it was typed, whatever it is: nothing else of it goes any further. */
    public byte[] key(Process process, String typed) {
        return codeLists.key(process.id(), VoiceCode.normalise(typed));
    }

    /** Enters a code as whoever is asking; only a wrong one counts as a guess. */
    @Transactional(Transactional.TxType.MANDATORY)
    void guess(long processId, byte[] key, long participantId) {
        limits.countGuess(GUESS, GUESSES, GUESSES_OF_ADDRESS, GUESSED_IN);
        enter(processId, key, participantId);
        limits.takeBackGuess(GUESS);
    }

    /**
     * Makes whoever brings a code the voter that the code is. A code that is not there, was withdrawn or never was one
     * gets the same answer; so does any code from who brought another one already, before it is looked for.
     */
    @Transactional
    public void enter(long processId, byte[] key, long participantId) {
        Process process = asking(processId, Eligibility.CODES);
        Instant at = now.atGate();
        Optional<byte[]> present = voters.keyOf(participantId, processId);
        if (present.isPresent()) {
            refuseAnother(MessageDigest.isEqual(present.get(), key));
            return;
        }
        // written to even where it is used already: the row is locked, and both take the same time
        int known = entityManager
                .createNativeQuery("update eligibility_code set used_at = coalesce(used_at, :at)"
                        + " where process_id = :process and code_key = :key and list_id in"
                        + " (select l.id from code_list l where l.process_id = :process"
                        + " and l.confirmed_at is not null and l.withdrawn_at is null)")
                .setParameter("at", at)
                .setParameter("process", processId)
                .setParameter("key", key)
                .executeUpdate();
        if (known == 0) {
            throw Refused.invalid(
                    "voiceCode", language -> ProcessSetup.words(language).codeUnknown());
        }
        Optional<Voters.Joined> joined = voters.join(participantId, processId, key);
        // another tab brought another code meanwhile
        refuseAnother(joined.isPresent());
        tell(process, participantId, joined.get(), at);
        record(process, participantId, joined.get().isNew(), at);
    }

    private static void refuseAnother(boolean isTheSame) {
        if (!isTheSame) {
            throw Refused.conflict(language -> ProcessSetup.words(language).codeAnother());
        }
    }

    /** A process that goes on and asks for that; what does not ask for it has no such address. */
    Process asking(long processId, Eligibility way) {
        Process process = Process.<Process>findByIdOptional(processId)
                .filter(one -> one.isPublic() && one.asks(way))
                .orElseThrow(NotFoundException::new);
        if (process.isArchived()) {
            throw Refused.conflict(language -> ProcessSetup.words(language).processArchived());
        }
        return process;
    }

    /** All accounts that are one voter now are told so, none of them who the others are. */
    void tell(Process process, long participantId, Voters.Joined joined, Instant at) {
        if (!joined.others().isEmpty()) {
            tell(process, participantId, at);
            joined.others().forEach(other -> tell(process, other, at));
        }
    }

    private void tell(Process process, long participantId, Instant at) {
        int renewed = entityManager
                .createNativeQuery("update shared_voice set since = :at, read_at = null"
                        + " where participant_id = :participant and process_id = :process")
                .setParameter("at", at)
                .setParameter("participant", participantId)
                .setParameter("process", process.id())
                .executeUpdate();
        if (renewed == 0) {
            entityManager
                    .createNativeQuery("insert into shared_voice (participant_id, process_id, since)"
                            + " values (:participant, :process, :at) on conflict do nothing")
                    .setParameter("at", at)
                    .setParameter("participant", participantId)
                    .setParameter("process", process.id())
                    .executeUpdate();
        }
        mark(true, participantId);
        outbox.put(SharedVoiceLetter.KIND, participantId, String.valueOf(process.id()));
    }

    private void record(Process process, long participantId, boolean isNew, Instant at) {
        Event event = Event.of("voice.verified", Scope.person(participantId))
                .in(process.id())
                .at(at)
                .by(participantId, Scope.person(participantId))
                .saying(Map.of("way", process.eligibility().name()));
        ledger.record(isNew ? event.counting(process.scope(), 0, Counter.VOICES, 1) : event);
    }

    /** Whether somebody's account counts together with another one. */
    boolean isShared(long participantId, long processId) {
        return voters.find(participantId, processId)
                .map(voter -> !voters.others(voter, participantId).isEmpty())
                .orElse(false);
    }

    /** Processes in which somebody's account counts together with another one, as long as they have not read it. */
    List<Process> unread(long participantId) {
        return entityManager
                .createNativeQuery(
                        "select p.* from process p join shared_voice s on s.process_id = p.id"
                                + " where s.participant_id = :participant and s.read_at is null order by p.id",
                        Process.class)
                .setParameter("participant", participantId)
                .getResultList();
    }

    boolean isUnread(long participantId, long processId) {
        return unread(participantId).stream().anyMatch(process -> process.id() == processId);
    }

    @Transactional
    public void read(long processId, long participantId) {
        entityManager
                .createNativeQuery("update shared_voice set read_at = :at where participant_id = :participant"
                        + " and process_id = :process and read_at is null")
                .setParameter("at", now.instant())
                .setParameter("participant", participantId)
                .setParameter("process", processId)
                .executeUpdate();
        if (unread(participantId).isEmpty()) {
            mark(false, participantId);
        }
    }

    private void mark(boolean hasToRead, long participantId) {
        entityManager
                .createNativeQuery("update participant set has_to_read = :has where id = :participant")
                .setParameter("has", hasToRead)
                .setParameter("participant", participantId)
                .executeUpdate();
    }
}
