package org.ronda.moderation;

import org.ronda.contribution.Contribution;
import org.ronda.process.Process;

/**
 * A decision for one viewer.
 *
 * @param isInside whether the viewer is concerned or moderates, and so reads the words and when a block ends
 * @param isConcerned whether it is about what the viewer said, or about the viewer
 * @param mayAsk whether the viewer may ask for a second look now
 * @param hasAnother whether somebody else moderates the process, who could look again
 */
record DecisionView(
        Decision decision,
        Contribution contribution,
        Process process,
        boolean isInside,
        boolean isConcerned,
        boolean mayAsk,
        boolean hasAnother) {
    public boolean hasWords() {
        boolean isReadable = isConcerned || isInside && (!contribution.isWithdrawn() || decision.isLookOpen());
        return isReadable && decision.words() != null;
    }

    /** Whether a second look can no longer bring anything back, as its author withdrew it. */
    public boolean isOfWithdrawn() {
        return !decision.isBlock() && contribution.isWithdrawn();
    }

    public String action() {
        return decision.address() + "/second-look";
    }
}
