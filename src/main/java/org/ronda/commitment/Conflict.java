package org.ronda.commitment;

import java.util.List;
import java.util.stream.Stream;
import org.ronda.kernel.Differences.Piece;
import org.ronda.kernel.Refused;

/**
 * Somebody saved the clause meanwhile and changed the same words. Nothing is saved; carries what both began with and
 * what is there now, so that whoever came later can decide.
 */
class Conflict extends Refused {
    private final transient ClauseText.Wording base;
    private final transient ClauseText.Wording theirs;
    private final transient ClauseText.Wording merged;
    private final int revision;

    private Conflict(ClauseText.Wording base, ClauseText text, ClauseText.Wording merged) {
        super(Status.CONFLICT, null, language -> Drafting.words(language).clauseConflict());
        this.base = base;
        this.theirs = text.wording();
        this.merged = merged;
        this.revision = text.revision();
    }

    /** Both changes in one, or this refusal where they concern the same words. */
    static ClauseText.Wording refuseOrMerge(ClauseText.Wording base, ClauseText text, ClauseText.Wording mine) {
        ClauseText.Wording theirs = text.wording();
        ThreeWay.Merged heading = ThreeWay.merge(base.heading(), theirs.heading(), mine.heading());
        ThreeWay.Merged words = ThreeWay.merge(base.words(), theirs.words(), mine.words());
        ThreeWay.Merged easyRead = ThreeWay.merge(base.easyRead(), theirs.easyRead(), mine.easyRead());
        ClauseText.Wording merged = new ClauseText.Wording(heading.text(), words.text(), easyRead.text());
        boolean isTooLong = merged.heading().length() > ClauseInput.LONGEST_HEADING
                || merged.words().length() > ClauseInput.LONGEST
                || merged.easyRead().length() > ClauseInput.LONGEST_EASY;
        if (heading.isDisputed() || words.isDisputed() || easyRead.isDisputed() || isTooLong) {
            throw new Conflict(base, text, merged);
        }
        return merged;
    }

    /** Of words that somebody changed and another one takes out. */
    static Conflict over(ClauseText.Wording base, ClauseText text, ClauseText.Wording mine) {
        return new Conflict(base, text, mine);
    }

    /** What the other one changed, in the heading, the words and the easy words. */
    public List<List<Piece>> theirChanges() {
        return Stream.of(
                        Comparison.between(base.heading(), theirs.heading()),
                        Comparison.between(base.words(), theirs.words()),
                        Comparison.between(base.easyRead(), theirs.easyRead()))
                .filter(pieces -> pieces.stream().anyMatch(piece -> piece.isAdded() || piece.isGone()))
                .toList();
    }

    /** What goes together of both, and where it does not, what who came later wrote. */
    ClauseText.Wording merged() {
        return merged;
    }

    /** What whoever decides now has seen: the next save is judged against it. */
    public int revision() {
        return revision;
    }
}
