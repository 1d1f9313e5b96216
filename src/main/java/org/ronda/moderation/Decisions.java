package org.ronda.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import org.ronda.contribution.Contribution;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Now;
import org.ronda.process.Process;
import org.ronda.process.ProcessRole;
import org.ronda.process.Processes;
import org.ronda.process.Role;
import org.ronda.process.Standing;

/** Finds decisions, only as far as the viewer may know of them. */
@ApplicationScoped
class Decisions {
    private static final int MOST = 100;

    /** What became of a report of the viewer's; {@code outcome} is null while it waits. */
    record MyReport(Report report, Contribution contribution, Decision outcome) {}

    @Inject
    EntityManager entityManager;

    @Inject
    Processes processes;

    @Inject
    Moderating moderating;

    @Inject
    Standing standing;

    @Inject
    Viewer viewer;

    @Inject
    Now now;

    DecisionView reach(String code) {
        Decision decision = Decision.byCode(code).orElseThrow(NotFoundException::new);
        Process process = Process.findById(decision.processId());
        Contribution contribution = entityManager.find(Contribution.class, decision.contributionId());
        boolean isConcerned = viewer.participant()
                .filter(participant -> moderating.concerns(decision, participant))
                .isPresent();
        boolean isInside = isConcerned || standing.is(process.id(), Role.MODERATOR);
        boolean isPublic = decision.kind().isPublic() && contribution.publishedAt() != null;
        if (!isInside && !(isPublic && processes.isReached(process))) {
            throw new NotFoundException();
        }
        Instant at = now.instant();
        return new DecisionView(
                decision,
                contribution,
                process,
                isInside,
                isConcerned,
                isConcerned && decision.mayAskLook(at),
                hasAnother(decision, contribution, at));
    }

    /** What was decided about the viewer and what they said, the latest first. */
    List<Decision> mine(Participant me) {
        return entityManager
                .createQuery(
                        "select d from Decision d where d.participantId = :me or d.participantId is null"
                                + " and d.kind <> :keep and d.contributionId in (select a.contributionId"
                                + " from CoAuthor a where a.participantId = :me) order by d.id desc",
                        Decision.class)
                .setParameter("me", me.id())
                .setParameter("keep", Decision.Kind.KEEP)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** What the viewer reported, the latest first. */
    List<MyReport> reportsOf(Participant me) {
        return entityManager
                .createQuery(
                        "select r, c, d from Report r join Contribution c on c.id = r.contributionId"
                                + " left join Decision d on d.id = r.decisionId where r.reporterId = :me order by r.id desc",
                        Object[].class)
                .setParameter("me", me.id())
                .setMaxResults(MOST)
                .getResultStream()
                .map(row -> new MyReport((Report) row[0], (Contribution) row[1], (Decision) row[2]))
                .toList();
    }

    private static boolean hasAnother(Decision decision, Contribution contribution, Instant at) {
        return ProcessRole.holders(decision.processId(), Role.MODERATOR, at).stream()
                .anyMatch(role ->
                        role.participantId() != decision.decidedBy() && !contribution.isBy(role.participantId()));
    }
}
