package org.ronda.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronda.kernel.Language;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Wording;
import org.ronda.ledger.Counter;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;
import org.ronda.process.Action;
import org.ronda.process.Gate;
import org.ronda.process.Voters;

/** Gives and takes back supports: one for each voter, contribution and meaning, and at most so many in a phase. */
@ApplicationScoped
public class Supporting {
    @Inject
    EntityManager entityManager;

    @Inject
    Gate gate;

    @Inject
    Voters voters;

    @Inject
    Publishing publishing;

    @Inject
    Ledger ledger;

    /**
     * Supports the contribution with the meaning that the supporter saw. Supporting what one supports already changes
     * nothing and is no error.
     *
     * @return the receipt's code, or nothing when it was supported already
     */
    @Transactional
    public Optional<String> give(Contribution contribution, int seenMeaning, long by) {
        if (contribution.kind() == Contribution.Kind.COMMENT) {
            throw Refused.conflict(language -> words(language).supportNotThis());
        }
        if (CoAuthor.wrote(contribution.id(), by)) {
            throw Refused.conflict(language -> words(language).supportNotOwn());
        }
        Gate.Passage passage = gate.pass(contribution.phaseId(), Action.SUPPORT, by);
        long voter = voters.of(by, contribution.processId());
        // else a support that is taken back in between would be given anew without spending
        voters.lock(voter);
        List<Integer> given = meanings(voter, contribution.id());
        if (given.contains(seenMeaning)) {
            return Optional.empty();
        }
        Optional<Integer> meaning = publishing.keepPublished(contribution.id());
        if (meaning.isEmpty()) {
            throw Refused.conflict(language -> words(language).supportGone());
        } else if (meaning.get() != seenMeaning) {
            throw Refused.conflict(language -> words(language).supportTextChanged());
        }
        int inserted = entityManager
                .createNativeQuery("insert into support (id, voter_id, contribution_id, meaning, phase_id, given_at)"
                        + " values (nextval('support_seq'), :voter, :contribution, :meaning, :phase, :at)"
                        + " on conflict do nothing")
                .setParameter("voter", voter)
                .setParameter("at", passage.at())
                .setParameter("contribution", contribution.id())
                .setParameter("meaning", seenMeaning)
                .setParameter("phase", contribution.phaseId())
                .executeUpdate();
        if (inserted == 0) {
            return Optional.empty();
        }
        Integer limit = passage.contract().limits().supportsPerVoter();
        if (given.isEmpty() && !voters.spend(voter, contribution.phaseId(), Action.SUPPORT, limit)) {
            throw Refused.conflict(language -> words(language).supportNoneLeft(limit));
        }
        return Optional.of(record("support.given", contribution, seenMeaning, passage, by, 1));
    }

    /** Takes a support back while input is open; frozen afterwards. */
    @Transactional
    public Optional<String> withdraw(Contribution contribution, long by) {
        Gate.Passage passage = gate.passAny(contribution.phaseId());
        Optional<Long> voter = voters.find(by, contribution.processId());
        if (voter.isEmpty()) {
            return Optional.empty();
        }
        voters.lock(voter.get());
        List<Integer> meanings = entityManager
                .createNativeQuery(
                        "select meaning from support where voter_id = :voter and contribution_id = :contribution for update")
                .setParameter("voter", voter.get())
                .setParameter("contribution", contribution.id())
                .getResultList();
        Optional<String> receipt = Optional.empty();
        for (int meaning : meanings) {
            int deleted = entityManager
                    .createNativeQuery(
                            "delete from support where voter_id = :voter and contribution_id = :contribution and meaning = :meaning")
                    .setParameter("voter", voter.get())
                    .setParameter("contribution", contribution.id())
                    .setParameter("meaning", meaning)
                    .executeUpdate();
            if (deleted == 1) {
                if (receipt.isEmpty()) {
                    voters.giveBack(voter.get(), contribution.phaseId(), Action.SUPPORT);
                }
                receipt = Optional.of(record("support.withdrawn", contribution, meaning, passage, by, -1));
            }
        }
        return receipt;
    }

    private String record(
            String kind, Contribution contribution, int meaning, Gate.Passage passage, long by, int delta) {
        return ledger.record(Event.of(kind, contribution.scope())
                .in(contribution.processId())
                .at(passage.at())
                .by(by, Scope.person(by))
                .saying(Map.of("contribution", contribution.code(), "meaning", String.valueOf(meaning)))
                .counting(contribution.scope(), meaning, Counter.SUPPORTS, delta));
    }

    private List<Integer> meanings(long voter, long contribution) {
        return entityManager
                .createNativeQuery(
                        "select meaning from support where voter_id = :voter and contribution_id = :contribution")
                .setParameter("voter", voter)
                .setParameter("contribution", contribution)
                .getResultList();
    }

    private static ContributionMessages words(Language language) {
        return Wording.of(ContributionMessages.class, language);
    }
}
