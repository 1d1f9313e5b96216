package org.ronda.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronda.kernel.Code;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Wording;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.Processes;
import org.ronda.process.Timeline;

/**
 * Chooses the drafts of a round. Until its input opens the team chooses freely; from then on, until input ends, it only
 * adds some, with a reason: nobody loses the draft that they are commenting on. Afterwards nothing changes.
 */
@ApplicationScoped
public class Preparing {
    @Inject
    EntityManager entityManager;

    @Inject
    Rounds rounds;

    @Inject
    Processes processes;

    @Inject
    Team team;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    /**
     * @param codes of the drafts; none puts every public draft into it
     * @param reason why some are added after input opened; else empty
     * @param seen which choice was before the eyes of whoever chooses, counted from 0
     */
    @Transactional
    public void choose(String slug, int n, Collection<String> codes, String reason, long seen, long by) {
        Process process =
                Process.<Process>find("slug", slug).firstResultOptional().orElseThrow(NotFoundException::new);
        team.require(process, by, now.instant());
        Timeline timeline = processes.timeline(process);
        Phase phase = Rounds.phase(timeline, n);
        // before the choice is read: of two who choose at once the second is told
        entityManager.lock(phase, LockModeType.PESSIMISTIC_WRITE);
        Round round = rounds.of(timeline).get(n - 1);
        if (round.revision() != seen) {
            throw Refused.conflict(language -> words(language).preparedMeanwhile());
        }
        List<Commitment> chosen = chosen(process, codes);
        List<Long> ids = chosen.stream().map(Commitment::id).toList();
        if (round.chosen().equals(Set.copyOf(ids))) {
            return;
        }
        Instant at = now.atGate();
        refuseUnfair(round, ids, reason, at);
        RoundPreparation preparation = RoundPreparation.<RoundPreparation>findByIdOptional(phase.id())
                .orElseGet(() -> new RoundPreparation(phase.id()));
        preparation.choose(ids, by, at);
        preparation.persist();
        ledger.record(Event.of("round.prepared", Scope.phase(phase.id()))
                .in(process.id())
                .at(at)
                .by(by, Scope.process(process.id()))
                .saying(content(round, chosen, reason)));
    }

    private static List<Commitment> chosen(Process process, Collection<String> codes) {
        Map<String, Commitment> drafts =
                Commitment.<Commitment>list("processId = ?1 order by id", process.id()).stream()
                        .collect(Collectors.toMap(
                                Commitment::code, draft -> draft, (one, other) -> one, LinkedHashMap::new));
        List<String> wanted = codes.stream().map(Code::normalise).toList();
        if (!drafts.keySet().containsAll(wanted)) {
            throw Refused.invalid("drafts", language -> words(language).chooseDraft());
        }
        return drafts.values().stream()
                .filter(draft -> wanted.contains(draft.code()))
                .toList();
    }

    private static void refuseUnfair(Round round, List<Long> ids, String reason, Instant at) {
        if (round.stage().contract().hasEnded(at)) {
            throw Refused.conflict(language -> words(language).choiceEnded());
        }
        if (at.isBefore(round.openedAt())) {
            return;
        }
        if (!round.isChosen()) {
            throw Refused.conflict(language -> words(language).everyDraftIn());
        }
        if (!ids.containsAll(round.chosen())) {
            throw Refused.invalid("drafts", language -> words(language).onlyAdding());
        }
        if (reason.isBlank()) {
            throw Refused.invalid("reason", language -> words(language).addingNeedsReason());
        }
    }

    private static Map<String, String> content(Round round, List<Commitment> chosen, String reason) {
        return Map.of(
                "round",
                String.valueOf(round.n()),
                "drafts",
                chosen.stream()
                        // of what is not public yet nobody learns that it is there
                        .filter(draft -> CommitmentVersion.present(draft.id()).isPresent())
                        .map(Commitment::code)
                        .collect(Collectors.joining(" ")),
                "reason",
                reason);
    }

    static RoundMessages words(Language language) {
        return Wording.of(RoundMessages.class, language);
    }
}
