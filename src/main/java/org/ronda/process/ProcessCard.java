package org.ronda.process;

import org.ronda.ledger.Counts;

/**
 * A process in a list.
 *
 * @param stage the phase that it is in, or the next one, or the last; null without phases
 */
public record ProcessCard(Process process, Timeline timeline, Stage stage, Counts counts) {
    public boolean isOpen() {
        return stage != null && stage.isOpen();
    }

    public boolean isComing() {
        return stage != null && stage.state() == Stage.State.ANNOUNCED;
    }

    public boolean isEnded() {
        return stage != null && stage.isPast();
    }
}
