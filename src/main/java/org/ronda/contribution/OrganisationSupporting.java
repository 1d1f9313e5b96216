package org.ronda.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.organisation.Dependents;
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
public class OrganisationSupporting implements Dependents {
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

    @Inject
    WishLetter letter;

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
        Optional<SupportWish> wish = SupportWish.of(named.id(), contribution.id(), seenMeaning);
        Optional<SupportWish> other =
                wish.filter(one -> !one.isBy(by) && isSpeaking(one, named, contribution, passage));
        if (named.isTwoPerson() && other.isEmpty()) {
            supporting.keep(contribution, seenMeaning);
            if (wish.filter(one -> one.isBy(by)).isEmpty()) {
                ask(named, contribution, seenMeaning, voter, by, passage);
            }
            return Given.WAITING;
        }
        Long askedBy = named.isTwoPerson() ? other.orElseThrow().wishedBy : null;
        SupportWish.drop(named.id(), contribution.id());
        return new Given(
                supporting
                        .count(contribution, seenMeaning, passage, Supporting.Voice.of(named, voter, by, askedBy))
                        .orElse(null),
                false);
    }

    /** Whoever asked first still speaks for it: the support counts now, and both stand for it now. */
    private boolean isSpeaking(SupportWish wish, Organisation named, Contribution contribution, Gate.Passage passage) {
        return speaking.speaksFor(
                named.id(),
                wish.wishedBy,
                contribution.processId(),
                () -> names.topicsOf(contribution.scope()),
                passage.at());
    }

    /** In the place of whatever was asked before; no more than the organisation may support. */
    private void ask(
            Organisation named, Contribution contribution, int meaning, long voter, long by, Gate.Passage passage) {
        SupportWish.drop(named.id(), contribution.id());
        Integer limit = passage.contract().limits().supportsPerVoter();
        if (limit != null
                && voters.used(voter, contribution.phaseId(), Action.SUPPORT)
                                + SupportWish.open(named.id(), contribution.phaseId())
                        >= limit
                && supporting.meanings(voter, contribution.id()).isEmpty()) {
            throw Refused.conflict(language -> Supporting.words(language).supportNoneLeftForIt(named.name(), limit));
        }
        new SupportWish(named.id(), contribution, meaning, by, passage.at()).persist();
        letter.put(named, contribution, by, passage.at());
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
        return supporting.takeBack(contribution, passage, Supporting.Voice.of(named, voter.get(), by, null));
    }

    /**
     * What it supports is taken back where input has not ended, as a person's is who leaves: nobody speaks for it there any
     * more. What it supported before stays, attributed.
     */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void ended(Organisation organisation, long by, Scope name, Instant at) {
        SupportWish.delete("organisationId", organisation.id());
        Map<Long, List<Long>> supported = supported(organisation);
        supported.forEach((phase, contributions) -> {
            Gate.Passage passage = gate.look(phase);
            if (!passage.contract().hasEnded(passage.at())) {
                long voter = voters.findOrganisation(
                                organisation.id(), passage.process().id())
                        .orElseThrow();
                voters.lock(voter);
                Supporting.Voice voice = new Supporting.Voice(voter, by, name, organisation, null);
                contributions.forEach(one -> supporting.takeBack(Contribution.findById(one), passage, voice));
            }
        });
    }

    /** What it supports in processes that are neither archived nor unpublished, by phase. */
    private Map<Long, List<Long>> supported(Organisation organisation) {
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select distinct s.phase_id, s.contribution_id from support s"
                                + " join contribution c on c.id = s.contribution_id"
                                + " join process p on p.id = c.process_id where s.organisation_id = :id"
                                + " and p.published_at is not null and p.archived_at is null order by 1, 2",
                        Object[].class)
                .setParameter("id", organisation.id())
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> ((Number) row[0]).longValue(),
                        TreeMap::new,
                        Collectors.mapping(row -> ((Number) row[1]).longValue(), Collectors.toList())));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void needsOnePerson(Organisation organisation) {
        SupportWish.delete("organisationId", organisation.id());
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
}
