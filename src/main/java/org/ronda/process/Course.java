package org.ronda.process;

import java.util.Map;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Counts;

/** A timeline with the numbers of what was said in each phase. */
public record Course(Timeline timeline, Map<Scope, Counts> counts) {
    public Process process() {
        return timeline.process();
    }

    public Counts counts(Stage stage) {
        return counts.getOrDefault(Scope.phase(stage.phase().id()), Counts.NONE);
    }

    public Counts total() {
        return counts.getOrDefault(process().scope(), Counts.NONE);
    }

    /** The phase that the page speaks of first: the open one, else one that is suspended, else the next, else the last; null without phases. */
    public Stage first() {
        return timeline.open()
                .or(timeline::suspended)
                .or(timeline::next)
                .or(timeline::last)
                .orElse(null);
    }
}
