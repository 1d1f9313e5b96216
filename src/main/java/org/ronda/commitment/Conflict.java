package org.ronda.commitment;

import java.util.List;
import org.ronda.kernel.Differences.Piece;
import org.ronda.kernel.Refused;

/**
 * Somebody saved the clause meanwhile and changed the same words. Nothing is saved; carries what both began with and
 * what is there now, so that whoever came later can decide.
 */
class Conflict extends Refused {
    private final transient ClauseText.Wording base;
    private final transient ClauseText.Wording theirs;
    private final int revision;

    private Conflict(ClauseText.Wording base, ClauseText text) {
        super(Status.CONFLICT, null, language -> Drafting.words(language).clauseConflict());
        this.base = base;
        this.theirs = text.wording();
        this.revision = text.revision();
    }

    /** Both changes in one, or this refusal where they concern the same words. */
    static ClauseText.Wording refuseOrMerge(ClauseText.Wording base, ClauseText theirs, ClauseText.Wording mine) {
        return new ClauseText.Wording(
                merge(base, theirs, base.heading(), theirs.heading(), mine.heading()),
                merge(base, theirs, base.words(), theirs.words(), mine.words()),
                merge(base, theirs, base.easyRead(), theirs.easyRead(), mine.easyRead()));
    }

    private static String merge(ClauseText.Wording base, ClauseText text, String from, String theirs, String mine) {
        ThreeWay.Merged merged = ThreeWay.merge(from, theirs, mine);
        if (merged.isDisputed()) {
            throw new Conflict(base, text);
        }
        return merged.text();
    }

    /** What the other one changed. */
    public List<Piece> theirChange() {
        return Comparison.between(base.words(), theirs.words());
    }

    public ClauseText.Wording theirs() {
        return theirs;
    }

    /** What whoever decides now has seen: the next save is judged against it. */
    public int revision() {
        return revision;
    }
}
