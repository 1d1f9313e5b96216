package org.ronda.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronda.contribution.CoAuthor;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.Names;
import org.ronda.contribution.Outcome;
import org.ronda.contribution.Publishing;
import org.ronda.identity.Participant;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;
import org.ronda.organisation.Dependents;
import org.ronda.organisation.Organisation;
import org.ronda.organisation.Speaking;
import org.ronda.process.Action;
import org.ronda.process.Gate;
import org.ronda.process.Owed;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.Processes;
import org.ronda.process.Stage;
import org.ronda.process.Voters;

/** Proposes changes of clauses, takes them back, and joins those of others for an organisation. */
@ApplicationScoped
public class Amending implements Dependents {
    @Inject
    ClauseTalk talk;

    @Inject
    Processes processes;

    @Inject
    Rounds rounds;

    @Inject
    Gate gate;

    @Inject
    Voters voters;

    @Inject
    Names names;

    @Inject
    Speaking speaking;

    @Inject
    Publishing publishing;

    @Inject
    Ledger ledger;

    /** What was proposed, with the receipt's code. */
    public record Sent(Amendment amendment, String receipt) {}

    /** Proposes other words for a clause in one's own name; for worlds that are built. */
    @Transactional
    public Amendment propose(
            String code, String key, String does, String heading, String words, String reason, Participant author) {
        Commitment commitment = Commitment.byCode(code).orElseThrow();
        int present = CommitmentVersion.present(commitment.id()).orElseThrow().n();
        AmendmentInput input = new AmendmentInput(key, does, present, heading, words, reason, "");
        return send(code, input, author, Contribution.Channel.WEB).amendment();
    }

    /**
     * Sends a change. Judged at this instant by the gate of the phase that comments drafts; where a newer version is public
     * than its author read and says something else there, {@link Overtaken} says what.
     */
    @Transactional
    Sent send(String code, AmendmentInput input, Participant author, Contribution.Channel channel) {
        Commitment commitment = Commitment.byCode(code).orElseThrow(NotFoundException::new);
        // held against a version that becomes public meanwhile
        talk.share(commitment);
        Edition present = present(commitment);
        Edition.Line line = Overtaken.refuseOrFind(commitment, present, input);
        Phase phase = phase(present);
        Gate.Passage passage = gate.pass(phase.id(), Action.AMEND, author.id());
        refuseIncomplete(line, input, passage);
        Names.Name name = names.choose(
                input.name(),
                author.id(),
                commitment.processId(),
                () -> names.topicsOf(commitment.scope()),
                passage.at());
        Integer limit = passage.contract().limits().proposalsPerVoter();
        long voter = voters.of(author.id(), commitment.processId());
        if (!voters.spend(voter, phase.id(), Action.AMEND, limit)) {
            throw Refused.conflict(language -> Drafting.words(language).amendmentsNoneLeft(limit));
        }
        Amendment amendment = new Amendment(
                present,
                line.clause(),
                input,
                new Amendment.Spoken(phase.id(), author.id(), name.scope(), channel),
                passage.at());
        amendment.persist();
        new CoAuthor(amendment, author.id(), name.scope(), passage.at()).persist();
        Instant due = passage.contract().owes(Owed.AMENDMENT)
                ? passage.contract().answers().dueAt()
                : null;
        return new Sent(amendment, publishing.send(amendment, name, passage, due, author.id()));
    }

    private static Edition present(Commitment commitment) {
        return CommitmentVersion.present(commitment.id())
                .map(version -> Edition.of(commitment, version))
                .orElseThrow(NotFoundException::new);
    }

    private Phase phase(Edition edition) {
        Process process = Process.findById(edition.commitment().processId());
        Stage stage = rounds.turn(
                        processes.timeline(process),
                        edition.commitment(),
                        CommitmentVersion.everPublic(edition.commitment().id()))
                .stage();
        if (stage == null) {
            throw Drafting.conflict(CommitmentMessages::amendmentsClosed);
        }
        return stage.phase();
    }

    private static void refuseIncomplete(Edition.Line line, AmendmentInput input, Gate.Passage passage) {
        int most = passage.contract().limits().maxLength();
        if (input.reason().length() > most) {
            throw Refused.invalid(
                    "reason",
                    language -> Drafting.words(language)
                            .reasonTooLong(input.reason().length(), most));
        }
        switch (input.op()) {
            case REPLACE -> {
                if (input.words().isBlank()) {
                    throw Drafting.invalid("words", CommitmentMessages::amendmentEmpty);
                }
                if (input.words().equals(line.text().words())) {
                    throw Drafting.invalid("words", CommitmentMessages::amendmentSame);
                }
                if (line.clause().isTitle() && input.words().length() > BeginInput.LONGEST_TITLE) {
                    throw Refused.invalid(
                            "words", language -> Drafting.words(language).titleTooLong(BeginInput.LONGEST_TITLE));
                }
            }
            case INSERT_AFTER -> {
                if (input.words().isBlank()) {
                    throw Drafting.invalid("words", CommitmentMessages::amendmentEmpty);
                }
                if (input.heading().isBlank() && line.clause().kind() != Clause.Kind.MILESTONE) {
                    throw Drafting.invalid("heading", CommitmentMessages::headingMissing);
                }
            }
            case DELETE -> {
                if (line.clause().isTitle()) {
                    throw Drafting.invalid("words", CommitmentMessages::titleStays);
                }
            }
        }
    }

    /** Takes it back, at any time before it is decided in public; its mark stays. */
    @Transactional
    public String withdraw(String code, Participant author) {
        Amendment amendment = own(code, author);
        Gate.Passage passage = gate.look(amendment.phaseId());
        names.refuseUnlessSpeaking(amendment, author.id(), passage.at());
        amendment.hold();
        refuseUnlessWithdrawable(amendment);
        if (!passage.contract().hasEnded(passage.at()) && amendment.authorId() != null && !amendment.isHidden()) {
            voters.find(amendment.authorId(), amendment.processId())
                    .ifPresent(voter -> voters.giveBack(voter, amendment.phaseId(), Action.AMEND));
        }
        return publishing.withdraw(amendment, passage.at(), author.id());
    }

    static void refuseUnlessWithdrawable(Amendment amendment) {
        if (amendment.isDraft() || amendment.isWithdrawn() || isDecided(amendment)) {
            throw Drafting.conflict(CommitmentMessages::amendmentNotWithdrawable);
        }
    }

    /** Whether everybody knows what became of it. */
    private static boolean isDecided(Amendment amendment) {
        return Outcome.of(amendment.id()).filter(Outcome::isPublic).isPresent();
    }

    /** Throws away what nobody confirmed in time: nothing of it was ever public. */
    @Transactional
    public void discard(String code, Participant author) {
        Amendment amendment = own(code, author);
        amendment.hold();
        if (!amendment.isDraft()) {
            throw Drafting.conflict(CommitmentMessages::amendmentNotWithdrawable);
        }
        publishing.discard(amendment);
    }

    Amendment own(String code, Participant author) {
        return Amendment.byCode(code)
                .filter(found -> names.isOneOf(found, author.id()))
                .orElseThrow(NotFoundException::new);
    }

    /**
     * Joins it for an organisation that somebody speaks for; where two people confirm, the first one asks and the second
     * one's press counts.
     *
     * @return the receipt's code, or nothing while a second person is missing, or where it joined before
     */
    @Transactional
    public Optional<String> join(Amendment amendment, String organisation, long by) {
        Gate.Passage passage = gate.pass(amendment.phaseId(), Action.AMEND, by);
        Organisation named = spokenFor(organisation, amendment, by, passage.at());
        if (named.scope().equals(amendment.inWhoseName()) || CoAuthor.wrote(amendment.id(), by)) {
            throw Drafting.conflict(CommitmentMessages::joinNotOwn);
        }
        if (publishing.keepPublished(amendment.id()).isEmpty()) {
            throw Drafting.conflict(CommitmentMessages::amendmentGone);
        }
        refuseDecided(amendment);
        Joining joining = Joining.of(amendment.id(), named.id()).orElse(null);
        if (joining != null && joining.isConfirmed()) {
            return Optional.empty();
        }
        if (joining == null) {
            joining = new Joining(amendment.id(), named.id(), by, passage.at(), !named.isTwoPerson());
            joining.persist();
        } else if (!joining.isAskedBy(by) && stillSpeaks(joining, named, amendment, passage.at())) {
            joining.confirm(by, passage.at());
        } else {
            joining.ask(by, passage.at());
        }
        return joining.isConfirmed()
                ? Optional.of(record("amendment.joined", amendment, named, passage.at(), by))
                : Optional.empty();
    }

    private boolean stillSpeaks(Joining joining, Organisation named, Amendment amendment, Instant at) {
        return joining.askedBy != null
                && speaking.speaksFor(named.id(), joining.askedBy, amendment.processId(), List::of, at);
    }

    /** Leaves it again, while input is open: whoever speaks for the organisation may. */
    @Transactional
    public Optional<String> leave(Amendment amendment, String organisation, long by) {
        Gate.Passage passage = gate.passAny(amendment.phaseId());
        Organisation named = spokenFor(organisation, amendment, by, passage.at());
        refuseDecided(amendment);
        Optional<Joining> joining = Joining.of(amendment.id(), named.id());
        joining.ifPresent(Joining::delete);
        return joining.filter(Joining::isConfirmed)
                .map(left -> record("amendment.left", amendment, named, passage.at(), by));
    }

    private static void refuseDecided(Amendment amendment) {
        if (isDecided(amendment)) {
            throw Drafting.conflict(CommitmentMessages::joinDecided);
        }
    }

    private Organisation spokenFor(String code, Amendment amendment, long by, Instant at) {
        return Organisation.byCode(code)
                .filter(one -> speaking.mandate(one, by, amendment.processId(), List::of, at)
                        .isPresent())
                .orElseThrow(() -> Drafting.conflict(CommitmentMessages::joinNotYours));
    }

    private String record(String kind, Amendment amendment, Organisation named, Instant at, long by) {
        return ledger.record(Event.of(kind, amendment.scope())
                .in(amendment.processId())
                .at(at)
                .by(by, named.scope())
                .saying(Map.of("amendment", amendment.code(), "organisation", named.code())));
    }

    /** What was only asked for goes; what it joined stays, attributed. */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void ended(Organisation organisation, long by, Scope name, Instant at) {
        Joining.delete("organisationId = ?1 and confirmedAt is null", organisation.id());
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void needsOnePerson(Organisation organisation) {
        Joining.delete("organisationId = ?1 and confirmedAt is null", organisation.id());
    }
}
