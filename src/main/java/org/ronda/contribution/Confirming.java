package org.ronda.contribution;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ronda.kernel.Code;
import org.ronda.kernel.Dates;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Wording;
import org.ronda.organisation.Organisation;
import org.ronda.process.Action;
import org.ronda.process.Gate;
import org.ronda.process.Process;
import org.ronda.process.Voters;

/**
 * What is said for an organisation under its two-person rule: sent in time by one mandated person, public once another
 * one confirms it, at the latest until the phase's {@code late_until}; else it goes back. See docs/decisions/0004.
 */
@ApplicationScoped
public class Confirming {
    private static final int MOST = 100;

    // as of the terms in force at that instant
    private static final String LATE = "select c.id from contribution c join phase_terms t on t.phase_id = c.phase_id"
            + " where c.state = 'UNCONFIRMED' and t.late_until <= :now and t.n = (select max(l.n) from phase_terms l"
            + " where l.phase_id = t.phase_id and l.effective_at <= :now) order by c.id";

    /**
     * Something that waits, or went back.
     *
     * @param until until when it may be confirmed
     * @param isOwn whether the viewer sent it, so that somebody else has to confirm
     */
    public record Waiting(
            Contribution contribution, Organisation organisation, Process process, Instant until, boolean isOwn) {}

    @Inject
    EntityManager entityManager;

    @Inject
    @All
    List<Ground> grounds;

    @Inject
    Names names;

    @Inject
    Gate gate;

    @Inject
    Voters voters;

    @Inject
    Publishing publishing;

    @Inject
    Now now;

    /** What waits in the names that somebody may speak in now, the oldest first; in three statements. */
    public List<Waiting> waiting(long person) {
        Instant at = now.instant();
        List<Object[]> rows = entityManager
                .createQuery(
                        "select c, o, p, t.lateUntil from Contribution c join Organisation o on o.id = c.nameId"
                                + " join Process p on p.id = c.processId join PhaseTerms t on t.phaseId = c.phaseId"
                                + " where c.nameKind = org.ronda.kernel.Scope.Kind.ORGANISATION"
                                + " and c.state = org.ronda.contribution.Contribution.State.UNCONFIRMED"
                                + " and c.nameId in (select m.organisationId from Mandate m"
                                + " where m.participantId = :person and m.slot is not null)"
                                + " and t.n = (select max(l.n) from PhaseTerms l where l.phaseId = t.phaseId"
                                + " and l.effectiveAt <= :at) order by c.id",
                        Object[].class)
                .setParameter("person", person)
                .setParameter("at", at)
                .setMaxResults(MOST)
                .getResultList();
        Set<Contribution> theirs = Set.copyOf(
                names.changeable(rows.stream().map(row -> (Contribution) row[0]).toList(), person, at));
        return rows.stream()
                .filter(row -> theirs.contains((Contribution) row[0]))
                .map(row -> new Waiting(
                        (Contribution) row[0],
                        (Organisation) row[1],
                        (Process) row[2],
                        (Instant) row[3],
                        Objects.equals(((Contribution) row[0]).authorId(), person)))
                .toList();
    }

    /** Comments that went back to who wrote them; proposals are drafts again, where drafts are. */
    List<Comments> returned(long person) {
        return entityManager
                .createQuery(
                        "select c, o, p from Contribution c join Organisation o on o.id = c.nameId"
                                + " join Process p on p.id = c.processId where c.authorId = :person"
                                + " and c.kind = org.ronda.contribution.Contribution.Kind.COMMENT"
                                + " and c.state = org.ronda.contribution.Contribution.State.DRAFT order by c.id desc",
                        Object[].class)
                .setParameter("person", person)
                .setMaxResults(MOST)
                .getResultList()
                .stream()
                .map(row -> new Comments((Contribution) row[0], (Organisation) row[1], (Process) row[2]))
                .toList();
    }

    /** A comment that went back. */
    public record Comments(Contribution contribution, Organisation organisation, Process process) {}

    /** What was sent in a name that somebody may speak in now; for anybody else it is not there. */
    Contribution reach(String code, long by) {
        return Contribution.<Contribution>find("code", Code.normalise(code))
                .firstResultOptional()
                .filter(one -> one.isOfOrganisation() && !one.isDraft() && names.mayChange(one, by, now.instant()))
                .orElseThrow(NotFoundException::new);
    }

    /**
     * A second mandated person says that it is so: it is public, or held where the phase is moderated first. Returns the
     * receipt's code.
     */
    @Transactional
    public String confirm(String code, long by) {
        return confirm(code, null, by);
    }

    /** @param seen the version that was read, or null where none was named: nobody confirms words that came after it */
    @Transactional
    String confirm(String code, Long seen, long by) {
        Contribution contribution = reach(code, by);
        Gate.Passage passage = gate.answer(contribution.phaseId(), by);
        // in the order in which everybody takes them: who speaks, what it is about, the contribution
        names.refuseUnlessSpeaking(contribution, by, passage.at());
        grounds.forEach(ground -> ground.keep(contribution));
        // of two who confirm at once, the second finds it public
        contribution.hold();
        if (!contribution.isUnconfirmed()) {
            throw Refused.conflict(language -> words(language).notUnconfirmed());
        }
        if (contribution.isBy(by)) {
            throw Refused.conflict(language -> words(language).confirmNotOwn());
        }
        if (seen != null && seen != contribution.version()) {
            throw Refused.conflict(language -> words(language).confirmOtherWords());
        }
        Instant until = passage.contract().lateUntil();
        if (!passage.at().isBefore(until)) {
            throw Refused.conflict(language -> words(language)
                    .confirmTooLate(
                            Dates.inWordsWithZone(until, passage.process().zone(), language)));
        }
        return publishing.confirm(contribution, passage, by);
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void beat() {
        giveBack();
    }

    /**
     * Gives back to its author what nobody confirmed in time, with its place; any node may do it, twice changes nothing.
     *
     * @return how many went back
     */
    public int giveBack() {
        Instant at = now.instant();
        List<Long> late = QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery(LATE, Long.class)
                        .setParameter("now", at)
                        .getResultList());
        int given = 0;
        for (long id : late) {
            if (QuarkusTransaction.requiringNew().call(() -> giveBack(id))) {
                given++;
            }
        }
        return given;
    }

    private boolean giveBack(long id) {
        Contribution contribution = entityManager.find(Contribution.class, id);
        contribution.hold();
        Gate.Passage passage = gate.look(contribution.phaseId());
        if (!contribution.isUnconfirmed()
                || passage.at().isBefore(passage.contract().lateUntil())) {
            return false;
        }
        if (contribution.kind() != Contribution.Kind.COMMENT && contribution.authorId() != null) {
            Optional<Long> voter = voters.find(contribution.authorId(), contribution.processId());
            voter.ifPresent(one -> voters.giveBack(
                    one,
                    contribution.phaseId(),
                    contribution.kind() == Contribution.Kind.AMENDMENT ? Action.AMEND : Action.PROPOSE));
        }
        publishing.giveBack(contribution, passage.at());
        return true;
    }

    static ContributionMessages words(Language language) {
        return Wording.of(ContributionMessages.class, language);
    }
}
