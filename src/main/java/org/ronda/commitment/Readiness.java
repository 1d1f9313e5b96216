package org.ronda.commitment;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ronda.kernel.Language;
import org.ronda.process.Action;
import org.ronda.process.Contract;

/**
 * One thing that a round needs before it opens.
 *
 * @param missing what is missing, or null where nothing is
 * @param isOfSetup whether it is put right where the process is set up
 */
record Readiness(String what, String missing, boolean isOfSetup) {
    public boolean isDone() {
        return missing == null;
    }

    /** @param drafts all of the process, those too that are not public */
    static List<Readiness> of(Round round, List<CommitmentReading.Listed> drafts, Language language) {
        RoundMessages words = Preparing.words(language);
        Contract contract = round.stage().contract();
        List<CommitmentReading.Listed> members = drafts.stream()
                .filter(draft -> !round.isChosen()
                        || round.chosen().contains(draft.commitment().id()))
                .toList();
        List<CommitmentReading.Listed> open =
                members.stream().filter(CommitmentReading.Listed::isPublic).toList();
        return List.of(
                new Readiness(
                        words.needsDrafts(),
                        open.isEmpty()
                                ? words.needsDraftsMissing()
                                : titles(members, draft -> round.isChosen() && !draft.isPublic()),
                        false),
                new Readiness(
                        words.needsLead(),
                        titles(open, draft -> draft.present().facts().leadOfficeId() == null),
                        false),
                new Readiness(
                        words.needsAnswers(),
                        contract.answers().dueAt() == null
                                        || contract.answers().owed().isEmpty()
                                ? words.needsAnswersMissing()
                                : null,
                        true),
                new Readiness(
                        words.needsComments(),
                        contract.actions().contains(Action.COMMENT) ? null : words.needsCommentsMissing(),
                        true),
                new Readiness(
                        words.needsProcess(),
                        round.process().isPublic()
                                ? null
                                : Drafting.words(language).processNotPublic(),
                        true));
    }

    /** Of those that lack it, or null. */
    private static String titles(List<CommitmentReading.Listed> drafts, Predicate<CommitmentReading.Listed> isWithout) {
        String titles = drafts.stream()
                .filter(isWithout)
                .map(CommitmentReading.Listed::title)
                .collect(Collectors.joining(" · "));
        return titles.isEmpty() ? null : titles;
    }
}
