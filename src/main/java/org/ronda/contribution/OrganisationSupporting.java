package org.ronda.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ronda.kernel.Refused;
import org.ronda.organisation.Ended;
import org.ronda.organisation.Organisation;
import org.ronda.organisation.Speaking;
import org.ronda.process.Action;
import org.ronda.process.Gate;
import org.ronda.process.Voters;

/**
 * Gives and takes back supports in the name of an organisation, where the phase lets organisations support: each is one
 * voter, whoever speaks for it. Where two people confirm, the first one's press is a wish, and the second one's counts.
 */
@ApplicationScoped
public class OrganisationSupporting implements Ended {
    /**
     * What became of it.
     *
     * @param receipt its code, or null when nothing was counted
     * @param isWaiting whether it waits for a second person
     */
    public record Given(String receipt, boolean isWaiting) {
        private static final Given WAITING = new Given(null, true);
    }

    @Inject
    EntityManager entityManager;

    @Inject
    Gate gate;

    @Inject
    Speaking speaking;

    @Inject
    Names names;

    @Inject
    Voters voters;

    @Inject
    Supporting supporting;

    /** Supports the contribution, with the meaning that was seen, for an organisation that somebody speaks for. */
    @Transactional
    public Given give(Contribution contribution, int seenMeaning, String organisation, long by) {
        Supporting.refuseComment(contribution);
        Gate.Passage passage = gate.pass(contribution.phaseId(), Action.SUPPORT, by);
        if (!passage.contract().hasOrganisations()) {
            throw Refused.conflict(language -> Supporting.words(language).supportByPeopleOnly());
        }
        Organisation named = spokenFor(organisation, contribution, by, passage.at());
        if (CoAuthor.wrote(contribution.id(), by) || named.scope().equals(contribution.inWhoseName())) {
            throw Refused.conflict(language -> Supporting.words(language).supportNotOwnForIt());
        }
        long voter = voters.ofOrganisation(named.id(), contribution.processId());
        // of two who speak for it at once, the second finds what the first did
        voters.lock(voter);
        boolean isGiven = supporting.meanings(voter, contribution.id()).contains(seenMeaning);
        if (isGiven) {
            return new Given(null, false);
        }
        refuseTwice(named, contribution, seenMeaning);
        Optional<SupportWish> wish = SupportWish.of(named.id(), contribution.id(), seenMeaning);
        if (named.isTwoPerson() && wish.filter(one -> !one.isBy(by)).isEmpty()) {
            supporting.keep(contribution, seenMeaning);
            if (wish.isEmpty()) {
                new SupportWish(named.id(), contribution, seenMeaning, by, passage.at()).persist();
            }
            return Given.WAITING;
        }
        Long askedBy = named.isTwoPerson() ? wish.orElseThrow().wishedBy : null;
        SupportWish.drop(named.id(), contribution.id());
        return new Given(
                supporting
                        .count(contribution, seenMeaning, passage, new Supporting.Voice(voter, by, named, askedBy))
                        .orElse(null),
                false);
    }

    /** Takes back what an organisation supports, or is asked to, while input is open: whoever speaks for it may. */
    @Transactional
    public Optional<String> withdraw(Contribution contribution, String organisation, long by) {
        Gate.Passage passage = gate.passAny(contribution.phaseId());
        Organisation named = spokenFor(organisation, contribution, by, passage.at());
        Optional<Long> voter = voters.findOrganisation(named.id(), contribution.processId());
        if (voter.isEmpty()) {
            return Optional.empty();
        }
        voters.lock(voter.get());
        SupportWish.drop(named.id(), contribution.id());
        return supporting.takeBack(contribution, passage, new Supporting.Voice(voter.get(), by, named, null));
    }

    /**
     * What it supports stays, as what it said does. What its successor supports too is one voice from then on: while
     * input is open, one of two is taken back.
     */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void ended(Organisation organisation, Organisation successor, long by, Instant at) {
        SupportWish.delete("organisationId", organisation.id());
        if (successor == null) {
            return;
        }
        Set<Long> family = Organisation.wentInto(successor.id());
        // whoever supports for the successor right now is done before, or finds that this one ended in it
        processes(family).forEach(process -> voters.lock(voters.ofOrganisation(successor.id(), process)));
        family.add(successor.id());
        Long last = null;
        for (Object[] row : twice(family, successor.id())) {
            long id = ((Number) row[0]).longValue();
            if (last != null && last == id) {
                takeBack(Contribution.findById(id), Organisation.findById(((Number) row[1]).longValue()), by);
            }
            last = id;
        }
    }

    private List<Long> processes(Collection<Long> family) {
        return entityManager
                .createNativeQuery(
                        "select distinct c.process_id from support s join contribution c on c.id = s.contribution_id"
                                + " join process p on p.id = c.process_id where s.organisation_id in (:family)"
                                + " and p.published_at is not null and p.archived_at is null order by 1",
                        Long.class)
                .setParameter("family", family)
                .getResultList();
    }

    /** Each contribution that several of them support in its present meaning; first the one whose support stays. */
    private List<Object[]> twice(Collection<Long> family, long successor) {
        return entityManager
                .createNativeQuery(
                        "select c.id, s.organisation_id from support s join contribution c on c.id = s.contribution_id"
                                + " join process p on p.id = c.process_id where s.organisation_id in (:family)"
                                + " and s.meaning = c.meaning and p.published_at is not null and p.archived_at is null"
                                + " order by c.id, case when s.organisation_id = :successor then 0 else 1 end, s.id",
                        Object[].class)
                .setParameter("family", family)
                .setParameter("successor", successor)
                .getResultList();
    }

    private void takeBack(Contribution contribution, Organisation one, long by) {
        Gate.Passage passage = gate.look(contribution.phaseId());
        if (passage.contract().isOpen(passage.at())) {
            long voter =
                    voters.findOrganisation(one.id(), contribution.processId()).orElseThrow();
            voters.lock(voter);
            supporting.takeBack(contribution, passage, new Supporting.Voice(voter, by, one, null));
        }
    }

    /** The mandate is held until the transaction ends. */
    private Organisation spokenFor(String code, Contribution contribution, long by, Instant at) {
        return Organisation.byCode(code)
                .filter(one -> speaking.mandate(
                                one, by, contribution.processId(), () -> names.topicsOf(contribution.scope()), at)
                        .isPresent())
                .orElseThrow(() ->
                        Refused.conflict(language -> Supporting.words(language).supportNotYourOrganisation()));
    }

    /** What ended in an organisation is no second voice of it. */
    private void refuseTwice(Organisation named, Contribution contribution, int meaning) {
        Set<Long> before = Organisation.wentInto(named.id());
        boolean isGiven = !before.isEmpty()
                && Support.count(
                                "contributionId = ?1 and meaning = ?2 and organisationId in ?3",
                                contribution.id(),
                                meaning,
                                before)
                        > 0;
        if (isGiven) {
            throw Refused.conflict(language -> Supporting.words(language).supportByFormer(named.name()));
        }
    }
}
