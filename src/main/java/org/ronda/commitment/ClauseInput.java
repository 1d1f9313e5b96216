package org.ronda.commitment;

import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/**
 * A clause as somebody of the team writes it.
 *
 * @param revision the one that was before their eyes
 */
record ClauseInput(
        @RestForm @Size(max = LONGEST_HEADING) String heading,
        @RestForm @Size(max = LONGEST) String words,
        @RestForm @Size(max = LONGEST_EASY) String easyRead,
        @RestForm int revision) {
    static final int LONGEST_HEADING = 140;
    static final int LONGEST = 20_000;
    static final int LONGEST_EASY = 5_000;

    ClauseInput {
        heading = PlainText.line(heading);
        words = PlainText.clean(words);
        easyRead = PlainText.clean(easyRead);
    }

    static ClauseInput of(ClauseText text) {
        return new ClauseInput(text.heading(), text.words(), text.easyRead(), text.revision());
    }

    /** What goes together of this and what somebody saved meanwhile, to be decided about. */
    ClauseInput after(Conflict met) {
        ClauseText.Wording merged = met.merged();
        return new ClauseInput(merged.heading(), merged.words(), merged.easyRead(), met.revision());
    }

    ClauseText.Wording wording() {
        return new ClauseText.Wording(heading, words, easyRead);
    }
}
