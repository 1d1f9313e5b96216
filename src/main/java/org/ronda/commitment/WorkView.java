package org.ronda.commitment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ronda.comment.Comment;
import org.ronda.contribution.Carried;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.Sitting;
import org.ronda.kernel.Dates;
import org.ronda.kernel.Differences.Piece;
import org.ronda.kernel.Language;
import org.ronda.kernel.Option;
import org.ronda.kernel.Page;

/**
 * Working through what came in a round, for its team: the drafts, the list of one of them, and what is decided now.
 *
 * @param drafts those in the round, with their titles
 * @param draft the one that is worked on, or null where the round has none
 * @param from how many of the list come before this page
 * @param open what is decided now, or null
 */
record WorkView(
        Round round,
        List<CommitmentReading.Listed> drafts,
        Map<Long, Docket.Tally> tallies,
        CommitmentReading.Listed draft,
        Docket.Filter filter,
        Docket.Page page,
        int from,
        Open open) {
    /**
     * What is decided now.
     *
     * @param present the clause as everybody reads it, or null where it is no longer there
     * @param working the clause as it is being written, or null
     * @param card the amendment beside its words, where it is one
     * @param input the form, with the words that would be written
     * @param why what was typed as the reason why it is carried
     * @param conflict what somebody wrote meanwhile, or null
     */
    record Open(
            Docket.Item item,
            Edition.Line present,
            Edition.Line working,
            AmendmentCard card,
            OutcomeInput input,
            String why,
            Conflict conflict,
            List<Sitting> sittings,
            List<Option> clauses,
            List<Carried> carried,
            boolean isOwn) {
        /** What is different in the version that is being written, word by word; empty where nothing is. */
        public List<Piece> changed() {
            if (working == null
                    || present == null
                    || working.text().words().equals(present.text().words())) {
                return List.of();
            }
            return Comparison.between(present.text().words(), working.text().words());
        }

        public Contribution contribution() {
            return item.contribution();
        }

        /** The comment that is decided about; null where it is an amendment. */
        public Comment comment() {
            return item.contribution() instanceof Comment comment ? comment : null;
        }

        public boolean isEditable() {
            return card == null || !card.amendment().isRemoval();
        }

        /** What can be done with it. */
        public List<Option> choices(Language language) {
            CommitmentMessages words = Drafting.words(language);
            List<Option> choices = new ArrayList<>();
            if (card == null) {
                choices.add(new Option("take", words.doTake()));
            } else {
                choices.add(new Option("adopt", words.doAdopt()));
                if (isEditable()) {
                    choices.add(new Option("change", words.doChange()));
                }
            }
            choices.add(new Option("not_taken", words.doNotTake()));
            if (card != null) {
                choices.add(new Option("inadmissible", words.doInadmissible()));
            }
            return choices;
        }

        public List<Option> relations(Language language) {
            List<Option> relations = new ArrayList<>();
            for (Effect.Relation relation : Effect.Relation.values()) {
                relations.add(new Option(relation.name(), relation.in(language)));
            }
            return relations;
        }

        public List<Option> sittingOptions(Page page) {
            List<Option> options = new ArrayList<>();
            options.add(new Option("", Drafting.words(page.language()).onlyRecommend()));
            sittings.forEach(sitting -> options.add(new Option(
                    sitting.code(), Dates.inWords(sitting.heldOn(), page.language()) + " · " + sitting.code())));
            return options;
        }
    }

    public Docket.Tally tally(CommitmentReading.Listed one) {
        return tallies.getOrDefault(one.commitment().id(), Docket.Tally.NONE);
    }

    public boolean isShown(CommitmentReading.Listed one) {
        return draft != null && draft.commitment().id() == one.commitment().id();
    }

    public boolean isOpen(Docket.Item item) {
        return open != null && open.contribution().id() == item.contribution().id();
    }

    public List<Docket.Filter> filters() {
        return List.of(Docket.Filter.values());
    }

    /** This tab with another draft. */
    public String addressOf(CommitmentReading.Listed other) {
        return round.address() + "/work?draft=" + other.commitment().code();
    }

    public String addressOf(Docket.Filter other) {
        return addressOf(draft) + "&filter=" + other.key();
    }

    public String addressOf(Docket.Item item) {
        return addressOf(filter) + "&from=" + from + "&item="
                + item.contribution().code() + "#item";
    }
}
