package org.ronda.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ronda.contribution.Carried;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.Outcome;
import org.ronda.contribution.Reliance;
import org.ronda.contribution.Sitting;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.Processes;

/** Makes what was decided about a draft's contributions public, as their answers, or carries what was not to a later round. */
@ApplicationScoped
public class Answering implements Reliance {
    @Inject
    Drafting drafting;

    @Inject
    Docket docket;

    @Inject
    Rounds rounds;

    @Inject
    Processes processes;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    /** Nothing of a draft becomes public while somebody waits for a decision, or a decision is none yet. */
    void refuseUndecided(Commitment commitment) {
        int open = docket.undecided(commitment);
        if (open > 0) {
            throw Refused.conflict(language -> Drafting.words(language).undecidedN(open));
        }
        int recommended = docket.recommended(commitment);
        if (recommended > 0) {
            throw Refused.conflict(language -> Drafting.words(language).recommendedN(recommended));
        }
    }

    /**
     * Publishes the outcomes of a draft, with the version that is being published or without one; in the transaction that
     * does.
     *
     * @param old the public version before, or null
     * @param fresh the version that becomes public, or null where no words changed
     */
    void publish(Commitment commitment, Edition old, Edition fresh, long by, Instant at) {
        List<Outcome> outcomes = docket.unpublished(commitment);
        Map<Long, Contribution> contributions =
                Contribution.hold(outcomes.stream().map(Outcome::contributionId).toList());
        Map<Long, List<Effect>> all = fresh == null ? Map.of() : Effect.in(fresh.version());
        for (Outcome outcome : outcomes) {
            Contribution contribution = contributions.get(outcome.contributionId());
            List<Effect> effects = all.getOrDefault(outcome.contributionId(), List.of());
            String code = contribution.code();
            if (!contribution.isPublished()) {
                throw Refused.conflict(language -> Drafting.words(language).decidedAndGone(code));
            }
            if (outcome.decision().hasEffect() && effects.isEmpty()) {
                throw Refused.conflict(language -> Drafting.words(language).effectGone(code));
            }
            effects.forEach(effect -> settle(effect, code, old, fresh));
            outcome.publish(at);
            record(contribution, outcome, effects, by, at);
        }
    }

    /** As everybody reads it: from the version before to this one, whatever was written in between. */
    private static void settle(Effect effect, String code, Edition old, Edition fresh) {
        String key = Clause.<Clause>findById(effect.clauseId()).key();
        String before = old == null
                ? null
                : old.line(effect.clauseId()).map(line -> line.text().words()).orElse(null);
        String after = fresh.line(effect.clauseId())
                .or(() -> fresh.lines().stream()
                        .filter(line -> line.text().cameFrom().contains(key))
                        .findFirst())
                .map(line -> line.text().words())
                .orElse(null);
        boolean isAsDecided = (effect.after() == null) == (after == null);
        if (!isAsDecided || after != null && after.equals(before)) {
            throw Refused.conflict(language -> Drafting.words(language).effectGone(code));
        }
        effect.settle(before, after);
    }

    private void record(Contribution contribution, Outcome outcome, List<Effect> effects, long by, Instant at) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("decision", outcome.decision().name());
        content.put("reason", outcome.reason());
        content.put("sitting", Sitting.<Sitting>findById(outcome.sittingId()).code());
        content.put(
                "effects",
                effects.stream()
                        .map(effect -> effect.relation() + " "
                                + Clause.<Clause>findById(effect.clauseId()).key())
                        .collect(Collectors.joining(", ")));
        ledger.record(Event.of("contribution.decided", contribution.scope())
                .in(contribution.processId())
                .at(at)
                .by(by, Scope.process(contribution.processId()))
                .saying(content));
    }

    boolean hasUnpublished(Commitment commitment) {
        return !docket.unpublished(commitment).isEmpty();
    }

    /** Publishes what was decided about a draft whose words stay as they are. Returns how many outcomes. */
    @Transactional
    public int answer(String code, long by) {
        Instant at = now.instant();
        Commitment commitment = drafting.held(code, by, at);
        refuseUndecided(commitment);
        List<Outcome> outcomes = docket.unpublished(commitment);
        if (outcomes.isEmpty()) {
            throw Drafting.conflict(CommitmentMessages::nothingToAnswer);
        }
        publish(commitment, null, null, by, at);
        return outcomes.size();
    }

    /** Leaves something undecided in this round, to be decided in the next one that is to come; with a reason for everybody. */
    @Transactional
    public void carry(String code, String reason, Language language, long by) {
        Contribution contribution = Contribution.ofAnyKind(code).orElseThrow(NotFoundException::new);
        Commitment about = Effects.about(contribution);
        if (about == null) {
            throw new NotFoundException();
        }
        Instant at = now.instant();
        drafting.held(about.code(), by, at);
        contribution.hold();
        if (!contribution.isPublished() || Outcome.isThere(contribution.id())) {
            throw Drafting.conflict(CommitmentMessages::decidedAlready);
        }
        if (reason.isBlank()) {
            throw Drafting.invalid("why", CommitmentMessages::outcomeReasonMissing);
        }
        Phase next = next(about, contribution);
        if (Carried.isThere(contribution.id(), next.id())) {
            throw Drafting.conflict(CommitmentMessages::carriedAlready);
        }
        new Carried(contribution, contribution.phaseId(), next.id(), reason, language.tag(), by, at).persist();
        ledger.record(Event.of("contribution.carried", contribution.scope())
                .in(contribution.processId())
                .at(at)
                .by(by, Scope.process(contribution.processId()))
                .saying(Map.of("to", next.code(), "reason", reason)));
    }

    /** The first round whose input has not ended, that the draft is in, and that is not the contribution's own. */
    private Phase next(Commitment commitment, Contribution contribution) {
        List<CommitmentVersion> versions = CommitmentVersion.everPublic(commitment.id());
        return rounds.of(processes.timeline(Process.findById(contribution.processId()))).stream()
                .filter(round -> !round.stage().isPast() && round.has(commitment, versions))
                .map(round -> round.stage().phase())
                .filter(phase -> phase.id() != contribution.phaseId())
                .findFirst()
                .orElseThrow(() -> Drafting.conflict(CommitmentMessages::lastRound));
    }

    /** What was decided stays, whoever wrote it. */
    @Override
    public boolean isAnswered(long contribution) {
        return Outcome.isThere(contribution);
    }
}
