package org.ronda.commitment;

import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/**
 * Two parts of a clause.
 *
 * @param revision the clause as it was before the eyes of who parts it
 */
record SplitInput(
        @RestForm @Size(max = ClauseInput.LONGEST) String first,
        @RestForm @Size(max = ClauseInput.LONGEST) String second,
        @RestForm int revision) {
    SplitInput {
        first = PlainText.clean(first);
        second = PlainText.clean(second);
    }

    /** Parted where the words have their middle paragraph, or all in the first part where they have but one. */
    static SplitInput of(ClauseText text) {
        String words = text.words();
        int middle = words.indexOf("\n\n", words.length() / 2);
        int at = middle < 0 ? words.lastIndexOf("\n\n") : middle;
        return at < 0
                ? new SplitInput(words, "", text.revision())
                : new SplitInput(words.substring(0, at), words.substring(at), text.revision());
    }
}
