package org.ronda.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Map;
import org.ronda.contribution.CoAuthor;
import org.ronda.contribution.ContributionVersion;
import org.ronda.identity.Participant;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Counter;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;
import org.ronda.process.Gate;
import org.ronda.process.ProcessRole;
import org.ronda.process.Role;

/**
 * Sets right what an author said of their latest version: that it only corrects, or that it changes the meaning. A
 * moderator of the process does, never of their own words, with a reason that everybody reads, and while supporters can
 * still answer to it.
 */
@ApplicationScoped
class SettingRight {
    @Inject
    EntityManager entityManager;

    @Inject
    Gate gate;

    @Inject
    Ledger ledger;

    /** Whether this person may, at that time, whatever the state of the proposal. */
    boolean isFor(Proposal proposal, Participant somebody, Instant at) {
        return ProcessRole.holders(proposal.processId(), Role.MODERATOR, at).stream()
                        .anyMatch(held -> held.participantId() == somebody.id())
                && !CoAuthor.wrote(proposal.id(), somebody.id());
    }

    /** Returns the receipt's code. */
    @Transactional
    String set(String code, ChangeInput input, Participant moderator) {
        Proposal proposal = Proposal.byCode(code)
                .filter(found -> found.publishedAt() != null)
                .orElseThrow(NotFoundException::new);
        proposal.hold();
        Gate.Passage passage = gate.passAny(proposal.phaseId());
        if (!isFor(proposal, moderator, passage.at())) {
            throw new NotFoundException();
        }
        if (!proposal.isPublished() || Long.parseLong(input.version()) != proposal.version()) {
            throw Refused.conflict(language -> Proposing.words(language).setRightMeanwhile());
        }
        ContributionVersion last =
                ContributionVersion.of(proposal.id(), proposal.wordsVersion()).orElseThrow();
        ContributionVersion.Change wanted =
                input.isMeaning() ? ContributionVersion.Change.MEANING : ContributionVersion.Change.CORRECTION;
        if (last.change() == ContributionVersion.Change.FIRST || last.change() == wanted) {
            throw Refused.conflict(language -> Proposing.words(language).setRightAlready());
        }
        Event event = Event.of("contribution.rejudged", proposal.scope())
                .in(proposal.processId())
                .at(passage.at())
                .by(moderator.id(), Scope.process(proposal.processId()))
                .saying(Map.of(
                        "version", String.valueOf(last.n()), "change", input.change(), "reason", input.reason()));
        if (input.isMeaning()) {
            proposal.meanOther();
            ledger.newMeaning(proposal.scope(), proposal.meaning());
        } else {
            event = carry(proposal, last.n() - 1, event);
        }
        last.setRight(wanted, proposal.meaning(), passage.at(), input.reason());
        return ledger.record(event);
    }

    /** What was given to the version before counts for this one, as with any correction. Nobody's counts twice. */
    private Event carry(Proposal proposal, int before, Event event) {
        int earlier =
                ContributionVersion.of(proposal.id(), before).orElseThrow().meaning();
        int carried = entityManager
                .createNativeQuery(
                        "update support set meaning = :now where contribution_id = :id and meaning = :earlier"
                                + " and not exists (select 1 from support o where o.voter_id = support.voter_id"
                                + " and o.contribution_id = :id and o.meaning = :now)")
                .setParameter("now", proposal.meaning())
                .setParameter("earlier", earlier)
                .setParameter("id", proposal.id())
                .executeUpdate();
        // and so does what an organisation was asked to support
        entityManager
                .createNativeQuery("update support_wish set meaning = :now where contribution_id = :id"
                        + " and meaning = :earlier and not exists (select 1 from support_wish o"
                        + " where o.organisation_id = support_wish.organisation_id and o.contribution_id = :id"
                        + " and o.meaning = :now)")
                .setParameter("now", proposal.meaning())
                .setParameter("earlier", earlier)
                .setParameter("id", proposal.id())
                .executeUpdate();
        return carried == 0
                ? event
                : event.counting(proposal.scope(), earlier, Counter.SUPPORTS, -carried)
                        .counting(proposal.scope(), proposal.meaning(), Counter.SUPPORTS, carried);
    }
}
