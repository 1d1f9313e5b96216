package org.ronda.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashMap;
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
import org.ronda.organisation.Organisation;
import org.ronda.process.Action;
import org.ronda.process.Gate;
import org.ronda.process.Voters;

/** Gives and takes back supports: one for each voter, contribution and meaning, and at most so many in a phase. */
@ApplicationScoped
public class Supporting {
    /**
     * Whose support it is: a person's own, or that of an organisation.
     *
     * @param by who gives it or takes it back
     * @param name in whose name that is done
     * @param organisation or null for a person's own
     * @param askedBy who asked for it first, where two people confirm; else null
     */
    record Voice(long voter, long by, Scope name, Organisation organisation, Long askedBy) {
        static Voice own(long voter, long by) {
            return new Voice(voter, by, Scope.person(by), null, null);
        }

        static Voice of(Organisation organisation, long voter, long by, Long askedBy) {
            return new Voice(voter, by, organisation.scope(), organisation, askedBy);
        }

        boolean isOfPerson() {
            return organisation == null;
        }
    }

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
        refuseComment(contribution);
        if (CoAuthor.wrote(contribution.id(), by)) {
            throw Refused.conflict(language -> words(language).supportNotOwn());
        }
        Gate.Passage passage = gate.pass(contribution.phaseId(), Action.SUPPORT, by);
        Voice voice = Voice.own(voters.of(by, contribution.processId()), by);
        // else a support that is taken back in between would be given anew without spending
        voters.lock(voice.voter());
        return count(contribution, seenMeaning, passage, voice);
    }

    /** Counts the support of a voter who is locked, and who may give it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<String> count(Contribution contribution, int seenMeaning, Gate.Passage passage, Voice voice) {
        long voter = voice.voter();
        List<Integer> given = meanings(voter, contribution.id());
        if (given.contains(seenMeaning)) {
            return Optional.empty();
        }
        keep(contribution, seenMeaning);
        int inserted = entityManager
                .createNativeQuery("insert into support (id, voter_id, contribution_id, meaning, phase_id, given_at,"
                        + " organisation_id, given_by, asked_by) values (nextval('support_seq'), :voter, :contribution,"
                        + " :meaning, :phase, :at, nullif(:organisation, 0), nullif(:giver, 0), nullif(:asker, 0))"
                        + " on conflict do nothing")
                .setParameter("voter", voter)
                .setParameter("at", passage.at())
                .setParameter("contribution", contribution.id())
                .setParameter("meaning", seenMeaning)
                .setParameter("phase", contribution.phaseId())
                .setParameter(
                        "organisation",
                        voice.isOfPerson() ? 0L : voice.organisation().id())
                .setParameter("giver", voice.isOfPerson() ? 0L : voice.by())
                .setParameter("asker", voice.askedBy() == null ? 0L : voice.askedBy())
                .executeUpdate();
        if (inserted == 0) {
            return Optional.empty();
        }
        Integer limit = passage.contract().limits().supportsPerVoter();
        if (given.isEmpty() && !voters.spend(voter, contribution.phaseId(), Action.SUPPORT, limit)) {
            throw Refused.conflict(language -> voice.isOfPerson()
                    ? words(language).supportNoneLeft(limit)
                    : words(language).supportNoneLeftForIt(voice.organisation().name(), limit));
        }
        return Optional.of(record("support.given", contribution, seenMeaning, passage, voice, 1));
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
        return takeBack(contribution, passage, Voice.own(voter.get(), by));
    }

    /** Takes back what a voter who is locked supported. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<String> takeBack(Contribution contribution, Gate.Passage passage, Voice voice) {
        List<Integer> meanings = entityManager
                .createNativeQuery(
                        "select meaning from support where voter_id = :voter and contribution_id = :contribution for update")
                .setParameter("voter", voice.voter())
                .setParameter("contribution", contribution.id())
                .getResultList();
        Optional<String> receipt = Optional.empty();
        for (int meaning : meanings) {
            int deleted = entityManager
                    .createNativeQuery(
                            "delete from support where voter_id = :voter and contribution_id = :contribution and meaning = :meaning")
                    .setParameter("voter", voice.voter())
                    .setParameter("contribution", contribution.id())
                    .setParameter("meaning", meaning)
                    .executeUpdate();
            if (deleted == 1) {
                if (receipt.isEmpty()) {
                    voters.giveBack(voice.voter(), contribution.phaseId(), Action.SUPPORT);
                }
                receipt = Optional.of(record("support.withdrawn", contribution, meaning, passage, voice, -1));
            }
        }
        return receipt;
    }

    private String record(
            String kind, Contribution contribution, int meaning, Gate.Passage passage, Voice voice, int delta) {
        Map<String, String> content = new HashMap<>();
        content.put("contribution", contribution.code());
        content.put("meaning", String.valueOf(meaning));
        // the supports of organisations are public, and so is whose they are
        if (!voice.isOfPerson()) {
            content.put("organisation", voice.organisation().code());
        }
        return ledger.record(Event.of(kind, contribution.scope())
                .in(contribution.processId())
                .at(passage.at())
                .by(voice.by(), voice.name())
                .saying(content)
                .counting(contribution.scope(), meaning, Counter.SUPPORTS, delta));
    }

    static void refuseComment(Contribution contribution) {
        if (contribution.kind() == Contribution.Kind.COMMENT) {
            throw Refused.conflict(language -> words(language).supportNotThis());
        }
    }

    /** Keeps it public, in the meaning that was seen, until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    void keep(Contribution contribution, int seenMeaning) {
        Optional<Integer> meaning = publishing.keepPublished(contribution.id());
        if (meaning.isEmpty()) {
            throw Refused.conflict(language -> words(language).supportGone());
        } else if (meaning.get() != seenMeaning) {
            throw Refused.conflict(language -> words(language).supportTextChanged());
        }
    }

    List<Integer> meanings(long voter, long contribution) {
        return entityManager
                .createNativeQuery(
                        "select meaning from support where voter_id = :voter and contribution_id = :contribution")
                .setParameter("voter", voter)
                .setParameter("contribution", contribution)
                .getResultList();
    }

    static ContributionMessages words(Language language) {
        return Wording.of(ContributionMessages.class, language);
    }
}
