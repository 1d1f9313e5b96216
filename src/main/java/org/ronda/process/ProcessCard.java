package org.ronda.process;

import org.ronda.ledger.Counts;

/**
 * A process in a list.
 *
 * @param news the latest news of one that has ended, where its decision is told; else null
 * @param stage the phase that it is in, or the next one, or the last; null without phases
 */
public record ProcessCard(Process process, Timeline timeline, Stage stage, Counts counts, ProcessNews news) {
    ProcessCard telling(ProcessNews latest) {
        return new ProcessCard(process, timeline, stage, counts, latest);
    }

    public boolean isOpen() {
        return stage != null && stage.isOpen();
    }

    /** What is suspended is open again some day, too. */
    public boolean isComing() {
        return stage != null && (stage.state() == Stage.State.ANNOUNCED || stage.isSuspended());
    }

    public boolean isEnded() {
        return stage != null && stage.isPast();
    }
}
