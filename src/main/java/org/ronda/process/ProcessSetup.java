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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ronda.identity.Participant;
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
    Processes processes;

    @Inject
    DecisionBodies decisionBodies;

    @Inject
    Voters voters;

    @Inject
    Now now;

    @ConfigProperty(name = "ronda.demo")
    boolean isDemo;

    /** A new process, seen by its administrators only; its creator is the first of them. Needs the platform's permission, which the caller asks. */
    @Transactional
    public Process create(String slug, Process.Description description, long by) {
        Instant at = now.atGate();
        if (Process.count("slug", slug) > 0 || processes.present(slug).isPresent()) {
            throw Refused.invalid("slug", language -> words(language).slugTaken());
        }
        Process process = new Process(slug, description, by, at);
        process.persist();
        new ProcessRole(by, process.id(), Role.PROCESS_ADMINISTRATOR, at).persist();
        ledger.born(process.scope(), 0, process.id(), "PROCESS");
        record("process.created", process, process.scope(), null, by, process.title());
        return process;
    }

    @Transactional
    public void describe(long processId, long seenVersion, Process.Description description, String reason, long by) {
        Process process = changeable(processId, by);
        refuseOlder(seenVersion, process.version());
        refuseSilence(process, reason);
        Gaps.refuse(process, description);
        Instant at = now.atGate();
        decisionBodies.refuseEnded(process.decisionBody().orElse(null), description.decisionBody(), at);
        refuseOtherVoices(process, description.eligibility());
        process.describe(description, at);
        if (process.isPublic()) {
            index(process);
        }
        record("process.changed", process, process.scope(), reason, by, process.title());
    }

    /**
     * What whoever counts has to show is fixed once input has opened, or opens so soon that a write could have passed the
     * gate before; and once somebody has shown it.
     */
    private void refuseOtherVoices(Process process, Eligibility wanted) {
        if (process.asks(wanted)) {
            return;
        }
        if (process.isPublic() && hasOpened(process, now.atGate().plus(AHEAD)) || voters.areAny(process.id())) {
            throw Refused.invalid("eligibility", language -> words(language).eligibilityFixed());
        }
        if (wanted != Eligibility.NONE && !isDemo && !voters.hasOwnSecret()) {
            throw Refused.invalid("eligibility", language -> words(language).eligibilityNeedsKey());
        }
    }

    private static boolean hasOpened(Process process, Instant at) {
        return Phase.of(process).stream()
                .map(phase -> PhaseTerms.ofPhase(phase.id()))
                .anyMatch(history -> hasOpened(history, at));
    }

    /** Terms count from when they take effect until the next ones do. */
    private static boolean hasOpened(List<PhaseTerms> history, Instant at) {
        for (int i = 0; i < history.size(); i++) {
            Contract contract = history.get(i).contract();
            Instant from = later(history.get(i).effectiveAt(), contract.opensAt());
            Instant to = i + 1 < history.size()
                    ? earlier(history.get(i + 1).effectiveAt(), contract.endsAt())
                    : contract.endsAt();
            if (from.isBefore(to) && !from.isAfter(at)) {
                return true;
            }
        }
        return false;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
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
        Process process = changeable(processId, by);
        refuseSilence(process, reason);
        Instant at = now.atGate();
        Instant effective = effective(process, at);
        if (process.isPublic() && contract.opensAt().isBefore(effective)) {
            throw Refused.invalid("opensAt", language -> words(language).openTooSoon());
        }
        Gaps.refuse(
                process,
                new Phase.Sketch(kind, Translated.EMPTY, Translated.EMPTY),
                new Phase.Sketch(kind, title, ask));
        List<Phase> present = Phase.of(process);
        int position = present.isEmpty() ? 1 : present.get(present.size() - 1).position() + 1;
        Phase phase = new Phase(process, position, kind, title, ask);
        phase.persist();
        new PhaseTerms(phase, 1, at, contract, PhaseTerms.Change.FIRST, reason, by, at).persist();
        ledger.born(Scope.phase(phase.id()), 0, process.id(), "PHASE");
        record("phase.added", process, subject(process, phase), reason, by, title);
        return phase;
    }

    /** All that a phase's form holds; what it is for is fixed once the process is public. */
    @Transactional
    public void revise(long phaseId, Phase.Sketch sketch, Contract contract, Seen seen, String reason, long by) {
        Process process = administeredByPhase(phaseId, by);
        Phase phase = Phase.findById(phaseId);
        refuseOlder(seen.version(), phase.version());
        refuseOlder(seen.terms(), last(phaseId).n());
        refuseSilence(process, reason);
        if (!sketch.equals(phase.sketch())) {
            if (process.isPublic() && sketch.kind() != phase.kind()) {
                throw Refused.invalid("kind", language -> words(language).kindIsPublic());
            }
            Gaps.refuse(process, phase.sketch(), sketch);
            phase.describe(sketch);
            record("phase.changed", process, subject(process, phase), reason, by, sketch.title());
        }
        if (!contract.equals(last(phaseId).contract())) {
            change(phaseId, seen.terms(), contract, reason, by);
        }
    }

    /** What somebody had before their eyes: the version of a phase's words and the number of its terms. */
    public record Seen(long version, int terms) {}

    /** A phase that is not public yet may go; afterwards it is suspended or shortened instead. */
    @Transactional
    public void remove(long phaseId, long by) {
        Process process = administeredByPhase(phaseId, by);
        Phase phase = Phase.findById(phaseId);
        if (process.isPublic()) {
            throw Refused.conflict(language -> words(language).phaseIsPublic());
        }
        PhaseTerms.delete("phaseId", phaseId);
        entityManager
                .createNativeQuery("delete from subject_count where subject_kind = 'PHASE' and subject_id = :id")
                .setParameter("id", phaseId)
                .executeUpdate();
        phase.delete();
        record("phase.removed", process, process.scope(), null, by, phase.title());
    }

    /** Changes places with the phase before it. */
    @Transactional
    public void raise(long phaseId, String reason, long by) {
        Process process = administeredByPhase(phaseId, by);
        refuseSilence(process, reason);
        Phase phase = Phase.findById(phaseId);
        List<Phase> all = Phase.of(process);
        int place = all.indexOf(phase);
        if (place > 0) {
            Phase before = all.get(place - 1);
            int position = before.position();
            before.moveTo(phase.position());
            phase.moveTo(position);
            record("phase.changed", process, subject(process, phase), reason, by, phase.title());
        }
    }

    /**
     * New terms for a phase. In public they take effect half a minute ahead, need a reason, and never move an end that
     * is less than half a minute away: after that it is a reopening, with an interval of its own. Before that they
     * replace the ones that nobody has seen.
     */
    @Transactional
    public PhaseTerms change(long phaseId, int seenTerms, Contract contract, String reason, long by) {
        Process process = administeredByPhase(phaseId, by);
        Phase phase = Phase.findById(phaseId);
        PhaseTerms last = last(phaseId);
        refuseOlder(seenTerms, last.n());
        refuseSilence(process, reason);
        Instant at = now.atGate();
        Instant effective = effective(process, at);
        PhaseTerms.Change change = PhaseTerms.Change.FIRST;
        if (process.isPublic()) {
            change = classify(last.contract(), contract, effective);
        } else {
            PhaseTerms.delete("phaseId", phaseId);
        }
        PhaseTerms terms = new PhaseTerms(phase, last.n() + 1, effective, contract, change, reason, by, at);
        terms.persist();
        String kind = process.isPublic() ? change.name().toLowerCase(Locale.ROOT) : "adjusted";
        record("phase." + kind, process, subject(process, phase), reason, by, phase.title());
        return terms;
    }

    /** Whatever ends before has ended as far as new terms are concerned: from then on it is a reopening. */
    Instant settled() {
        return now.atGate().plus(AHEAD).plus(Gate.CALM);
    }

    private static Instant effective(Process process, Instant at) {
        return process.isPublic() ? at.plus(AHEAD) : at;
    }

    static PhaseTerms last(long phaseId) {
        List<PhaseTerms> history = PhaseTerms.ofPhase(phaseId);
        return history.get(history.size() - 1);
    }

    private PhaseTerms.Change classify(Contract before, Contract after, Instant effective) {
        boolean hasEnded = before.hasEnded(effective.plus(Gate.CALM));
        if (before.isSuspended() != after.isSuspended()) {
            if (hasEnded) {
                throw Refused.conflict(language -> words(language).phaseHasEnded());
            }
            if (!after.window().equals(before.window())) {
                throw Refused.invalid("endsAt", language -> words(language).oneChangeAtATime());
            }
            return after.isSuspended() ? PhaseTerms.Change.SUSPENDED : PhaseTerms.Change.RESUMED;
        }
        if (hasEnded) {
            if (after.opensAt().equals(before.opensAt()) && after.endsAt().equals(before.endsAt())) {
                return PhaseTerms.Change.ADJUSTED;
            }
            if (after.opensAt().isBefore(effective) || after.opensAt().isBefore(before.endsAt())) {
                throw Refused.invalid("opensAt", language -> words(language).reopeningNeedsOpening());
            }
            return PhaseTerms.Change.REOPENED;
        }
        if (!after.opensAt().equals(before.opensAt())) {
            if (before.opensAt().isBefore(effective)) {
                throw Refused.invalid("opensAt", language -> words(language).hasOpened());
            }
            if (after.opensAt().isBefore(effective)) {
                throw Refused.invalid("opensAt", language -> words(language).openTooSoon());
            }
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
        Timeline timeline = processes.timeline(process);
        if (timeline.stages().isEmpty()) {
            throw Refused.conflict(language -> words(language).phaseMissing());
        }
        Checklist checklist = new Checklist(timeline, at);
        if (!checklist.isReady()) {
            throw Refused.conflict(language -> words(language).notReady());
        }
        if (!decisionBodies.isInForce(process.decisionBody().orElseThrow(), at)) {
            throw Refused.conflict(language -> words(language).bodyHasEnded());
        }
        boolean isShort = checklist.isShortNotice();
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
        if (process.isArchived()) {
            throw Refused.conflict(language -> words(language).alreadyArchived());
        }
        if (!process.isPublic() || isRunning) {
            throw Refused.conflict(language -> words(language).archiveTooSoon());
        }
        if (reason == null || reason.isBlank()) {
            throw Refused.invalid("reason", language -> words(language).reasonNeeded());
        }
        process.archive(at, reason.strip());
        voters.forgetGone(processId);
        record("process.archived", process, process.scope(), reason, by, process.title());
    }

    /** Gives somebody a role in a process; in an archive, too, whose moderation goes on. */
    @Transactional
    public void appoint(long processId, long participantId, Role role, long by) {
        Process process = administered(processId, by);
        Instant at = now.atGate();
        if (ProcessRole.holders(processId, role, at).stream()
                .noneMatch(held -> held.participantId() == participantId)) {
            ProcessRole given = new ProcessRole(participantId, process.id(), role, at);
            given.persist();
            recordRole("role.given", process, given, by);
        }
    }

    /** Ends a role from now on; a process is never left without an administrator. */
    @Transactional
    public void dismiss(long processId, long roleId, long by) {
        Process process = administered(processId, by);
        Instant at = now.atGate();
        ProcessRole role = ProcessRole.ofProcess(processId, at).stream()
                .filter(held -> held.id == roleId)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        boolean isLast = role.role() == Role.PROCESS_ADMINISTRATOR
                && ProcessRole.holders(processId, Role.PROCESS_ADMINISTRATOR, at)
                                .size()
                        == 1;
        if (isLast) {
            throw Refused.conflict(language -> words(language).lastAdministrator());
        }
        role.end(at);
        recordRole("role.ended", process, role, by);
    }

    private void recordRole(String kind, Process process, ProcessRole role, long by) {
        Participant holder = Participant.findById(role.participantId());
        // the code and not the name: a name is personal and may have to go
        ledger.record(Event.of(kind, process.scope())
                .in(process.id())
                .at(now.atGate())
                .by(by, Scope.person(by))
                .saying(Map.of("participant", holder.code(), "role", role.role().name())));
    }

    /**
     * The process, for whoever administers it now; unknown and not administered are the same 404. Its row stays locked,
     * so that publishing, changing a phase and giving roles up never overtake one another.
     */
    Process administered(long processId, long by) {
        Process process = entityManager.find(Process.class, processId, LockModeType.PESSIMISTIC_WRITE);
        boolean administers = process != null
                && ProcessRole.holders(processId, Role.PROCESS_ADMINISTRATOR, now.atGate()).stream()
                        .anyMatch(role -> role.participantId() == by);
        if (!administers) {
            throw new NotFoundException();
        }
        return process;
    }

    /** The same, for what an archive no longer takes: only its moderation goes on, and the roles that it needs. */
    Process changeable(long processId, long by) {
        Process process = administered(processId, by);
        if (process.isArchived()) {
            throw Refused.conflict(language -> words(language).processArchived());
        }
        return process;
    }

    private Process administeredByPhase(long phaseId, long by) {
        return entityManager
                .createQuery("select f.processId from Phase f where f.id = :phase", Long.class)
                .setParameter("phase", phaseId)
                .getResultStream()
                .findFirst()
                .map(id -> changeable(id, by))
                .orElseThrow(NotFoundException::new);
    }

    /** What nobody sees yet is not spoken of as a subject of its own: it may go again. */
    private static Scope subject(Process process, Phase phase) {
        return process.isPublic() ? Scope.phase(phase.id()) : process.scope();
    }

    static void refuseSilence(Process process, String reason) {
        if (process.isPublic() && (reason == null || reason.isBlank())) {
            throw Refused.invalid("reason", language -> words(language).reasonNeeded());
        }
    }

    private void index(Process process) {
        for (Language language : Language.values()) {
            if (process.languages().contains(language) && process.title().has(language)) {
                index.put(new Index.Entry(
                        process.scope(),
                        process.id(),
                        "process",
                        language.tag(),
                        true,
                        process.title().exactly(language),
                        true,
                        process.summary().exactly(language),
                        process.publishedAt()));
            } else {
                index.remove(process.scope(), language.tag());
            }
        }
    }

    void record(String kind, Process process, Scope subject, String reason, long by, Translated title) {
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

    static void refuseOlder(long seen, long present) {
        if (seen != present) {
            throw Refused.conflict(language -> words(language).changedMeanwhile());
        }
    }

    static ProcessMessages words(Language language) {
        return Wording.of(ProcessMessages.class, language);
    }
}
