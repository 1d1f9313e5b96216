package org.ronda.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ronda.comment.Comment;
import org.ronda.contribution.CoAuthor;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.Outcome;
import org.ronda.contribution.Sitting;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;

/**
 * Writes what becomes of amendments and of comments on clauses, and their words into the working version with where they
 * came from: by the team, never by who wrote them. A recommendation until a sitting is named; public with the version.
 */
@ApplicationScoped
public class Adopting {
    @Inject
    Drafting drafting;

    @Inject
    Arranging arranging;

    @Inject
    Docket docket;

    @Inject
    Now now;

    /** The work of one decision, with the draft and what is decided held until the transaction ends. */
    private record Work(Commitment commitment, Contribution contribution, long by, Instant at) {}

    /** Decides about it as the form says; whatever is missing or in the way is refused, and nothing is written. */
    @Transactional
    public Outcome decide(String code, OutcomeInput input, Language language, long by) {
        Work work = begin(code, by);
        if (Outcome.isThere(work.contribution().id())) {
            throw Drafting.conflict(CommitmentMessages::decidedAlready);
        }
        if (input.reason().isBlank()) {
            throw Drafting.invalid("reason", CommitmentMessages::outcomeReasonMissing);
        }
        Outcome.Decision decision = switch (input.does()) {
            case "adopt" -> adopt(work);
            case "change" -> adoptChanged(work, input);
            case "take" -> take(work, input);
            case "not_taken" -> Outcome.Decision.NOT_TAKEN;
            case "inadmissible" -> Outcome.Decision.INADMISSIBLE;
            default -> throw Drafting.invalid("does", CommitmentMessages::chooseOutcome);
        };
        Outcome outcome = new Outcome(
                work.contribution().id(),
                decision,
                input.reason(),
                language.tag(),
                sitting(work.commitment(), input.sitting()),
                by,
                work.at());
        outcome.persist();
        return outcome;
    }

    /** Decides against what is written now; for worlds that are built. */
    @Transactional
    public Outcome decide(
            String code, String does, String words, String relation, String reason, Sitting sitting, long by) {
        Work work = begin(code, by);
        Clause clause = Clause.findById(
                work.contribution() instanceof Amendment amendment
                        ? amendment.clauseId()
                        : ((Comment) work.contribution()).subject().id());
        int revision = ClauseText.of(working(work).id(), clause.id())
                .map(ClauseText::revision)
                .orElse(1);
        OutcomeInput input = new OutcomeInput(
                does,
                reason,
                sitting == null ? "" : sitting.code(),
                clause.key(),
                clause.key(),
                words,
                relation,
                revision);
        return decide(code, input, Language.ES, by);
    }

    /** For deciding: it is public, on the list, and not one's own. */
    private Work begin(String code, long by) {
        Work work = hold(code, by);
        Contribution contribution = work.contribution();
        if (!contribution.isPublished()) {
            throw Drafting.conflict(CommitmentMessages::amendmentGone);
        }
        if (docket.item(work.commitment(), contribution).isEmpty()) {
            throw new NotFoundException();
        }
        if (CoAuthor.wrote(contribution.id(), by)) {
            throw Drafting.conflict(CommitmentMessages::decideNotOwn);
        }
        return work;
    }

    private Work hold(String code, long by) {
        Contribution contribution = Contribution.ofAnyKind(code).orElseThrow(NotFoundException::new);
        Commitment about = Effects.about(contribution);
        if (about == null) {
            throw new NotFoundException();
        }
        Instant at = now.instant();
        Commitment commitment = drafting.held(about.code(), by, at);
        contribution.hold();
        return new Work(commitment, contribution, by, at);
    }

    private static Sitting sitting(Commitment commitment, String code) {
        if (code.isEmpty()) {
            return null;
        }
        return Sitting.byCode(code)
                .filter(sitting -> sitting.processId() == commitment.processId())
                .orElseThrow(() -> Drafting.invalid("sitting", CommitmentMessages::chooseSitting));
    }

    /** As it was proposed; where somebody changed the same words meanwhile, {@link Conflict} says what there is. */
    private Outcome.Decision adopt(Work work) {
        Amendment amendment = amendment(work);
        CommitmentVersion version = working(work);
        Clause clause = Clause.findById(amendment.clauseId());
        String base = baseOf(amendment);
        switch (amendment.op()) {
            case REPLACE -> {
                ClauseText text = textOf(version, clause);
                ClauseText.Wording mine = with(text, amendment.proposed());
                ClauseText.Wording merged = text.words().equals(amendment.proposed())
                        ? mine
                        : Conflict.refuseOrMerge(with(text, base), text, mine);
                write(work, version, clause, text, merged, Effect.Relation.QUOTED);
            }
            case INSERT_AFTER -> {
                ClauseText.Wording wording = new ClauseText.Wording(amendment.heading(), amendment.proposed(), "");
                Clause fresh = arranging.insertAfter(work.commitment(), version, clause, wording, work.by(), work.at());
                effect(work, version, fresh, Effect.Relation.QUOTED, null, amendment.proposed(), true);
            }
            case DELETE -> {
                ClauseText text = ClauseText.of(version.id(), clause.id()).orElse(null);
                if (text == null) {
                    // another one took it out already
                    effect(work, version, clause, Effect.Relation.QUOTED, base, null, false);
                    return Outcome.Decision.ADOPTED;
                }
                if (!text.words().equals(base)) {
                    throw Conflict.over(with(text, base), text, with(text, ""));
                }
                effect(work, version, clause, Effect.Relation.QUOTED, text.words(), null, true);
                arranging.take(version, text);
            }
        }
        return Outcome.Decision.ADOPTED;
    }

    /** In other words than it proposes, which whoever decides has written. */
    private Outcome.Decision adoptChanged(Work work, OutcomeInput input) {
        Amendment amendment = amendment(work);
        Clause clause = Clause.findById(amendment.clauseId());
        CommitmentVersion version = working(work);
        if (amendment.isInsertion()) {
            if (input.words().isBlank()) {
                throw Drafting.invalid("words", CommitmentMessages::amendmentEmpty);
            }
            ClauseText.Wording wording = new ClauseText.Wording(amendment.heading(), input.words(), "");
            Clause fresh = arranging.insertAfter(work.commitment(), version, clause, wording, work.by(), work.at());
            effect(work, version, fresh, relation(input), null, input.words(), true);
        } else {
            rewrite(work, version, clause, input);
        }
        return Outcome.Decision.ADOPTED_MODIFIED;
    }

    /** Something of a comment is in the words that whoever decides has written. */
    private Outcome.Decision take(Work work, OutcomeInput input) {
        if (!(work.contribution() instanceof Comment)) {
            throw Drafting.invalid("does", CommitmentMessages::chooseOutcome);
        }
        Clause clause = Clause.byKey(work.commitment().id(), input.clause())
                .orElseThrow(() -> Drafting.invalid("clause", CommitmentMessages::chooseClause));
        if (!input.about().equals(input.clause())) {
            // the words in the form are those of another clause
            throw Drafting.invalid("clause", CommitmentMessages::otherClause);
        }
        rewrite(work, working(work), clause, input);
        return Outcome.Decision.TAKEN;
    }

    private void rewrite(Work work, CommitmentVersion version, Clause clause, OutcomeInput input) {
        ClauseText text = textOf(version, clause);
        if (input.words().isBlank()) {
            throw Drafting.invalid("words", CommitmentMessages::amendmentEmpty);
        }
        ClauseText.Wording mine = with(text, input.words());
        ClauseText.Wording wording = mine;
        if (text.revision() != input.revision() && !text.words().equals(input.words())) {
            ClauseText.Wording base = ClauseRevision.of(text, input.revision())
                    .map(ClauseRevision::wording)
                    .orElseThrow(() -> Drafting.conflict(CommitmentMessages::revisionUnknown));
            wording = Conflict.refuseOrMerge(base, text, mine);
        }
        write(work, version, clause, text, wording, relation(input));
    }

    /** Writes the words and where they came from. Where they are there already, as of another one, the whole change is it. */
    private void write(
            Work work,
            CommitmentVersion version,
            Clause clause,
            ClauseText text,
            ClauseText.Wording wording,
            Effect.Relation relation) {
        String before = text.words();
        boolean isThere = wording.words().equals(before);
        if (isThere) {
            before = CommitmentVersion.present(work.commitment().id())
                    .flatMap(present -> ClauseText.of(present.id(), clause.id()))
                    .map(ClauseText::words)
                    .orElse(null);
            if (wording.words().equals(before)) {
                throw Drafting.invalid("words", CommitmentMessages::amendmentSame);
            }
        } else {
            if (clause.isTitle() && wording.words().length() > BeginInput.LONGEST_TITLE) {
                throw Refused.invalid(
                        "words", language -> Drafting.words(language).titleTooLong(BeginInput.LONGEST_TITLE));
            }
            text.write(wording);
            new ClauseRevision(text, work.by(), work.at()).persist();
        }
        effect(work, version, clause, relation, before, wording.words(), !isThere);
    }

    private void effect(
            Work work,
            CommitmentVersion version,
            Clause clause,
            Effect.Relation relation,
            String before,
            String after,
            boolean hasWritten) {
        new Effect(
                        work.contribution().id(),
                        version.id(),
                        clause.id(),
                        relation,
                        before,
                        after,
                        hasWritten,
                        work.by(),
                        work.at())
                .persist();
    }

    private static Effect.Relation relation(OutcomeInput input) {
        return Arrays.stream(Effect.Relation.values())
                .filter(relation -> relation.name().equals(input.relation()))
                .findFirst()
                .orElseThrow(() -> Drafting.invalid("relation", CommitmentMessages::chooseRelation));
    }

    private static Amendment amendment(Work work) {
        if (work.contribution() instanceof Amendment amendment) {
            return amendment;
        }
        throw Drafting.invalid("does", CommitmentMessages::chooseOutcome);
    }

    /** The version that is written; begun now where there is none. */
    private CommitmentVersion working(Work work) {
        return CommitmentVersion.working(work.commitment().id())
                .orElseGet(() -> drafting.beginVersion(work.commitment().code(), work.by()));
    }

    private static ClauseText textOf(CommitmentVersion version, Clause clause) {
        return ClauseText.of(version.id(), clause.id())
                .orElseThrow(() -> Drafting.conflict(CommitmentMessages::clauseGoneFromWorking));
    }

    /** What the clause said in the version that it was written against. */
    static String baseOf(Amendment amendment) {
        return ClauseText.of(amendment.versionId(), amendment.clauseId())
                .orElseThrow()
                .words();
    }

    private static ClauseText.Wording with(ClauseText text, String words) {
        return new ClauseText.Wording(text.heading(), words, text.easyRead());
    }

    /** A recommendation is what a sitting decided from now on. */
    @Transactional
    public void decided(String code, String sitting, long by) {
        Work work = begin(code, by);
        Outcome outcome = unpublished(work);
        Sitting named = sitting(work.commitment(), sitting);
        if (named == null) {
            throw Drafting.invalid("sitting", CommitmentMessages::chooseSitting);
        }
        outcome.decidedIn(named);
    }

    /** All that is recommended for these drafts is what a sitting decided; one's own is named by somebody else. */
    @Transactional
    public void decidedAll(List<String> drafts, String sitting, long by) {
        Instant at = now.instant();
        for (String draft : drafts) {
            Commitment commitment = drafting.held(draft, by, at);
            Sitting named = sitting(commitment, sitting);
            if (named == null) {
                throw Drafting.invalid("sitting", CommitmentMessages::chooseSitting);
            }
            docket.recommended(commitment, by).forEach(outcome -> outcome.decidedIn(named));
        }
    }

    /**
     * Takes back what was decided and is not public: words that came from it go out of the working version, unless others
     * changed the same ones since.
     */
    @Transactional
    public void undo(String code, long by) {
        Work work = hold(code, by);
        Outcome outcome = unpublished(work);
        CommitmentVersion version =
                CommitmentVersion.working(work.commitment().id()).orElse(null);
        List<Effect> effects =
                version == null ? List.of() : Effect.of(work.contribution().id(), version.id());
        for (Effect effect : effects) {
            restore(work, version, effect);
            effect.delete();
        }
        outcome.delete();
    }

    private static Outcome unpublished(Work work) {
        return Outcome.of(work.contribution().id())
                .filter(outcome -> !outcome.isPublic())
                .orElseThrow(() -> Drafting.conflict(CommitmentMessages::nothingToUndo));
    }

    private void restore(Work work, CommitmentVersion version, Effect effect) {
        if (!effect.hasWritten()) {
            return;
        }
        Clause clause = Clause.findById(effect.clauseId());
        ClauseText text = ClauseText.of(version.id(), clause.id()).orElse(null);
        Optional<Effect> other = Effect.<Effect>find(
                        "versionId = ?1 and clauseId = ?2 and contributionId <> ?3 and not hasWritten"
                                + (effect.after() == null ? " and afterWords is null" : " and afterWords = ?4")
                                + " order by id",
                        effect.after() == null
                                ? new Object[] {version.id(), clause.id(), effect.contributionId()}
                                : new Object[] {version.id(), clause.id(), effect.contributionId(), effect.after()})
                .firstResultOptional();
        if (other.isPresent()) {
            // the words stay, as they are another one's too
            other.get().takeOver(effect);
        } else if (effect.after() == null) {
            if (text == null) {
                arranging.giveBack(work.commitment(), version, clause, work.by(), work.at());
            }
        } else if (text != null && effect.before() == null) {
            if (!text.words().equals(effect.after())) {
                throw Drafting.conflict(CommitmentMessages::undoChangedSince);
            }
            arranging.take(version, text);
        } else if (text != null) {
            ThreeWay.Merged merged = ThreeWay.merge(effect.after(), text.words(), effect.before());
            if (merged.isDisputed()) {
                throw Drafting.conflict(CommitmentMessages::undoChangedSince);
            }
            text.write(with(text, merged.text()));
            new ClauseRevision(text, work.by(), work.at()).persist();
        }
        // where the team took the clause out meanwhile there is nothing to put back
    }
}
