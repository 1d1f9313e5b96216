package org.ronda.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.kernel.Wording;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;
import org.ronda.search.Index;

/** Sets processes and their phases up and changes them. Every change of something public is an event with who and why. */
@ApplicationScoped
public class ProcessSetup {
    // above the thirty seconds that have to pass, by the time that a write may take
    private static final Duration AHEAD = Gate.CALM.plus(Gate.BOUND);

    @Inject
    EntityManager entityManager;

    @Inject
    Ledger ledger;

    @Inject
    Index index;

    @Inject
    Now now;

    /** A new process, seen by its administrators only; its creator is the first of them. Needs the platform's permission, which the caller asks. */
    @Transactional
    public Process create(String slug, Process.Description description, long by) {
        Instant at = now.atGate();
        if (Process.count("slug", slug) > 0) {
            throw Refused.invalid("slug", language -> words(language).slugTaken());
        }
        Process process = new Process(slug, description, by, at);
        process.persist();
        new ProcessRole(by, process.id(), Role.PROCESS_ADMINISTRATOR, at).persist();
        ledger.born(process.scope(), 0, process.id(), "PROCESS");
        return process;
    }

    @Transactional
    public void describe(long processId, long seenVersion, Process.Description description, String reason, long by) {
        Process process = administered(processId, by);
        refuseOlder(seenVersion, process.version());
        process.describe(description);
        if (process.isPublic()) {
            index(process);
            record("process.changed", process, process.scope(), reason, by, process.title());
        }
    }

    @Transactional
    public Phase add(
            long processId,
            Phase.Kind kind,
            Translated title,
            Translated ask,
            Contract contract,
            String reason,
            long by) {
        Process process = administered(processId, by);
        Instant at = now.atGate();
        Phase phase = new Phase(process, Phase.of(process).size() + 1, kind, title, ask);
        phase.persist();
        new PhaseTerms(phase, 1, at, contract, PhaseTerms.Change.FIRST, reason, by, at).persist();
        ledger.born(Scope.phase(phase.id()), 0, process.id(), "PHASE");
        if (process.isPublic()) {
            record("phase.added", process, Scope.phase(phase.id()), reason, by, title);
        }
        return phase;
    }

    /** The phase's title and its one sentence; never its contract, which {@link #change} does. */
    @Transactional
    public void describe(Phase seen, long seenVersion, Translated title, Translated ask, long by) {
        Process process = administered(seen.processId(), by);
        Phase phase = Phase.findById(seen.id());
        refuseOlder(seenVersion, phase.version());
        phase.describe(title, ask);
        if (process.isPublic()) {
            record("phase.changed", process, Scope.phase(phase.id()), null, by, title);
        }
    }

    /** A phase that is not public yet may go; afterwards it is suspended or shortened instead. */
    @Transactional
    public void remove(long phaseId, long by) {
        Phase phase = Phase.findById(phaseId);
        Process process = administered(phase.processId(), by);
        if (process.isPublic()) {
            throw Refused.conflict(language -> words(language).phaseIsPublic());
        }
        PhaseTerms.delete("phaseId", phaseId);
        entityManager
                .createNativeQuery("delete from subject_count where subject_kind = 'PHASE' and subject_id = :id")
                .setParameter("id", phaseId)
                .executeUpdate();
        phase.delete();
    }

    /**
     * New terms for a phase. In public they take effect half a minute ahead, need a reason, and never move an end that
     * is less than half a minute away: after that it is a reopening, with an interval of its own.
     */
    @Transactional
    public PhaseTerms change(long phaseId, int seenTerms, Contract contract, String reason, long by) {
        Phase phase = entityManager.find(Phase.class, phaseId, LockModeType.PESSIMISTIC_WRITE);
        Process process = administered(phase.processId(), by);
        List<PhaseTerms> history = PhaseTerms.ofPhase(phaseId);
        PhaseTerms last = history.get(history.size() - 1);
        refuseOlder(seenTerms, last.n());
        Instant at = now.atGate();
        Instant effective = process.isPublic() ? at.plus(AHEAD) : at;
        PhaseTerms.Change change = PhaseTerms.Change.ADJUSTED;
        if (process.isPublic()) {
            change = classify(last.contract(), contract, at, effective);
            if (reason == null || reason.isBlank()) {
                throw Refused.invalid("reason", language -> words(language).reasonNeeded());
            }
        }
        PhaseTerms terms = new PhaseTerms(phase, last.n() + 1, effective, contract, change, reason, by, at);
        terms.persist();
        if (process.isPublic()) {
            record(
                    "phase." + change.name().toLowerCase(Locale.ROOT),
                    process,
                    Scope.phase(phaseId),
                    reason,
                    by,
                    phase.title());
        }
        return terms;
    }

    private PhaseTerms.Change classify(Contract before, Contract after, Instant at, Instant effective) {
        if (before.isSuspended() != after.isSuspended()) {
            return after.isSuspended() ? PhaseTerms.Change.SUSPENDED : PhaseTerms.Change.RESUMED;
        }
        if (before.hasEnded(effective.plus(Gate.CALM))) {
            if (after.endsAt().equals(before.endsAt())) {
                return PhaseTerms.Change.ADJUSTED;
            }
            if (after.opensAt().isBefore(effective) || after.opensAt().isBefore(before.endsAt())) {
                throw Refused.invalid("opensAt", language -> words(language).reopeningNeedsOpening());
            }
            return PhaseTerms.Change.REOPENED;
        }
        if (after.endsAt().isBefore(effective.plus(Gate.CALM))) {
            throw Refused.invalid("endsAt", language -> words(language).endTooSoon());
        }
        if (after.endsAt().isAfter(before.endsAt())) {
            return PhaseTerms.Change.EXTENDED;
        }
        return after.endsAt().isBefore(before.endsAt()) ? PhaseTerms.Change.SHORTENED : PhaseTerms.Change.ADJUSTED;
    }

    /** Makes a process public. Less than {@link Process#NOTICE} before its first opening it needs a reason, which is shown. */
    @Transactional
    public void publish(long processId, String shortNoticeReason, long by) {
        Process process = administered(processId, by);
        if (process.isPublic()) {
            throw Refused.conflict(language -> words(language).alreadyPublished());
        }
        Instant at = now.atGate();
        Instant first = PhaseTerms.ofProcess(processId).stream()
                .map(terms -> terms.contract().opensAt())
                .min(Instant::compareTo)
                .orElseThrow(() -> Refused.conflict(language -> words(language).phaseMissing()));
        boolean isShort = first.isBefore(at.plus(Process.NOTICE));
        if (isShort && (shortNoticeReason == null || shortNoticeReason.isBlank())) {
            throw Refused.invalid("reason", language -> words(language).noticeReasonNeeded());
        }
        process.publish(at, isShort ? shortNoticeReason.strip() : null);
        index(process);
        record("process.published", process, process.scope(), process.shortNoticeReason(), by, process.title());
    }

    /** Takes an ended process out of the lists; its address, its pages and its data stay. */
    @Transactional
    public void archive(long processId, String reason, long by) {
        Process process = administered(processId, by);
        Instant at = now.atGate();
        boolean isRunning = Phase.of(process).stream()
                .map(phase -> PhaseTerms.ofPhase(phase.id()))
                .anyMatch(history -> !history.get(history.size() - 1).contract().hasEnded(at.minus(Gate.CALM)));
        if (!process.isPublic() || isRunning) {
            throw Refused.conflict(language -> words(language).archiveTooSoon());
        }
        if (reason == null || reason.isBlank()) {
            throw Refused.invalid("reason", language -> words(language).reasonNeeded());
        }
        process.archive(at, reason.strip());
        record("process.archived", process, process.scope(), reason, by, process.title());
    }

    /** Gives somebody a role in a process. */
    @Transactional
    public void appoint(long processId, long participantId, Role role, long by) {
        Process process = administered(processId, by);
        Instant at = now.atGate();
        if (ProcessRole.holders(processId, role, at).stream()
                .noneMatch(held -> held.participantId() == participantId)) {
            new ProcessRole(participantId, process.id(), role, at).persist();
        }
    }

    private Process administered(long processId, long by) {
        Process process = Process.findById(processId);
        boolean administers = process != null
                && ProcessRole.holders(processId, Role.PROCESS_ADMINISTRATOR, now.atGate()).stream()
                        .anyMatch(role -> role.participantId() == by);
        if (!administers) {
            throw new NotFoundException();
        }
        return process;
    }

    private void index(Process process) {
        for (Language language : process.languages()) {
            if (process.title().has(language)) {
                index.put(new Index.Entry(
                        process.scope(),
                        process.id(),
                        "process",
                        language.tag(),
                        true,
                        process.title().exactly(language),
                        process.summary().exactly(language),
                        process.publishedAt()));
            }
        }
    }

    private void record(String kind, Process process, Scope subject, String reason, long by, Translated title) {
        Map<String, String> content = new LinkedHashMap<>();
        title.texts().forEach((language, text) -> content.put("title_" + language, text.text()));
        if (reason != null && !reason.isBlank()) {
            content.put("reason", reason.strip());
        }
        ledger.record(Event.of(kind, subject)
                .in(process.id())
                .at(now.atGate())
                .by(by, Scope.person(by))
                .saying(content));
    }

    private static void refuseOlder(long seen, long present) {
        if (seen != present) {
            throw Refused.conflict(language -> words(language).changedMeanwhile());
        }
    }

    private static ProcessMessages words(Language language) {
        return Wording.of(ProcessMessages.class, language);
    }
}
