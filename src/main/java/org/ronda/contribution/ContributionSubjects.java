package org.ronda.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Dates;
import org.ronda.kernel.Language;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Wording;
import org.ronda.ledger.EventKind;
import org.ronda.ledger.Subject;
import org.ronda.ledger.Subjects;
import org.ronda.process.Contract;
import org.ronda.process.Owed;
import org.ronda.process.Process;
import org.ronda.process.Processes;
import org.ronda.process.Stage;
import org.ronda.process.Standing;
import org.ronda.process.Timeline;

/**
 * Answers the ledger for contributions of all kinds. What was never public exists only for who wrote it and who works
 * in its process; what was hidden or withdrawn is a mark with its code.
 */
@ApplicationScoped
class ContributionSubjects implements Subjects {
    @Inject
    EntityManager entityManager;

    @Inject
    Processes processes;

    @Inject
    Standing standing;

    @Inject
    Viewer viewer;

    @Override
    public Set<Scope.Kind> kinds() {
        return Set.of(Scope.Kind.CONTRIBUTION);
    }

    @Override
    public Map<Scope, Subject> describe(Collection<Scope> scopes, Language language) {
        List<Contribution> contributions = entityManager
                .createQuery("select c from Contribution c where c.id in :ids", Contribution.class)
                .setParameter("ids", scopes.stream().map(Scope::id).toList())
                .getResultList();
        Map<Long, Timeline> timelines = timelines(contributions);
        Set<Long> mine = mine(contributions);
        Map<Scope, Subject> described = new HashMap<>();
        for (Contribution contribution : contributions) {
            described.put(
                    contribution.scope(),
                    subject(contribution, timelines.get(contribution.processId()), mine.contains(contribution.id())));
        }
        return described;
    }

    private Subject subject(Contribution contribution, Timeline timeline, boolean isMine) {
        boolean isStaff = standing.moderates(contribution.processId());
        boolean wasPublic = contribution.publishedAt() != null;
        boolean isOurs = isMine || isStaff && !contribution.isDraft() && !contribution.isUnconfirmed();
        if (!processes.isReached(timeline.process()) || !wasPublic && !isOurs) {
            return Subject.UNREACHED;
        }
        return new Subject(
                contribution.isPublished() ? contribution.headline() : contribution.code(),
                contribution.address(),
                true,
                contribution.isPublished(),
                contribution.phaseId() != null
                        && !timeline.of(contribution.phaseId().longValue())
                                .map(Stage::isTallyPublic)
                                .orElse(false));
    }

    @Override
    public Optional<Wording> next(EventKind kind, Scope subject) {
        Contribution contribution = entityManager.find(Contribution.class, subject.id());
        if (kind == EventKind.REPORT_SENT) {
            return Optional.of(language -> words(language).nextLooked());
        }
        if (kind == EventKind.SUPPORT_GIVEN && contribution.phaseId() != null) {
            Process process = Process.findById(contribution.processId());
            Stage stage = processes
                    .timeline(process)
                    .of(contribution.phaseId().longValue())
                    .orElseThrow();
            Instant ends = stage.contract().endsAt();
            return Optional.of(language -> stage.isPast()
                    ? words(language).nextCounted()
                    : words(language).nextCountsUntil(Dates.inWordsWithZone(ends, process.zone(), language)));
        }
        if (contribution.isUnconfirmed()) {
            return Optional.of(language -> words(language).nextUnconfirmed());
        }
        if (contribution.isHeld()) {
            return Optional.of(language -> words(language).nextHeld());
        }
        if (contribution.isPublished() && isSending(kind)) {
            return Optional.of(answer(contribution));
        }
        return Optional.empty();
    }

    /** Which answer what was sent gets, and by when; or that none was promised. */
    private Wording answer(Contribution contribution) {
        Process process = Process.findById(contribution.processId());
        if (contribution.answerDueAt() != null) {
            return language -> words(language)
                    .nextAnswer(Dates.inWordsWithZone(contribution.answerDueAt(), process.zone(), language));
        }
        Optional<Contract> contract = contribution.kind() != Contribution.Kind.COMMENT
                ? Optional.empty()
                : processes
                        .timeline(process)
                        .of(contribution.phaseId().longValue())
                        .map(Stage::contract)
                        .filter(terms -> terms.owes(Owed.THREAD));
        return language -> contract.map(terms -> words(language)
                        .nextThread(Dates.inWordsWithZone(terms.answers().dueAt(), process.zone(), language)))
                .orElseGet(() -> words(language).nextStays());
    }

    private static boolean isSending(EventKind kind) {
        return switch (kind) {
            case PROPOSAL_PUBLISHED,
                    PROPOSAL_HELD,
                    PROPOSAL_CORRECTED,
                    PROPOSAL_CHANGED,
                    ENTRY_PUBLISHED,
                    ENTRY_HELD,
                    ENTRY_CORRECTED,
                    ENTRY_CHANGED,
                    COMMENT_PUBLISHED,
                    COMMENT_HELD,
                    COMMENT_CORRECTED,
                    COMMENT_CHANGED,
                    AMENDMENT_PUBLISHED,
                    AMENDMENT_HELD,
                    CONTRIBUTION_CONFIRMED,
                    CONTRIBUTION_RELEASED,
                    CONTRIBUTION_RESTORED -> true;
            default -> false;
        };
    }

    private Map<Long, Timeline> timelines(List<Contribution> contributions) {
        Map<Long, Timeline> timelines = new HashMap<>();
        if (!contributions.isEmpty()) {
            Set<Long> ids = new HashSet<>();
            contributions.forEach(contribution -> ids.add(contribution.processId()));
            processes
                    .timelines(Process.list("id in ?1", ids))
                    .forEach(timeline -> timelines.put(timeline.process().id(), timeline));
        }
        return timelines;
    }

    private Set<Long> mine(List<Contribution> contributions) {
        if (contributions.isEmpty() || !viewer.isSignedIn()) {
            return Set.of();
        }
        return new HashSet<>(entityManager
                .createQuery(
                        "select a.contributionId from CoAuthor a where a.contributionId in :ids"
                                + " and a.participantId = :viewer and a.state = :state",
                        Long.class)
                .setParameter(
                        "ids", contributions.stream().map(Contribution::id).toList())
                .setParameter("viewer", viewer.id())
                .setParameter("state", CoAuthor.State.ACCEPTED)
                .getResultList());
    }

    private static ContributionMessages words(Language language) {
        return Wording.of(ContributionMessages.class, language);
    }
}
