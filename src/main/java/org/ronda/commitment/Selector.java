package org.ronda.commitment;

import java.util.Objects;
import org.ronda.kernel.Words;

/**
 * Words of a text: the words themselves, what stands before and after them, and where they are (UTF-16), as in the W3C
 * Web Annotation Data Model, sections 4.2.4 and 4.2.5 (https://www.w3.org/TR/annotation-model/#selectors).
 */
public record Selector(String exact, String prefix, String suffix, int start, int end) {
    /** So many characters before and after, or a few more so that no letter is cut. */
    private static final int CONTEXT = 32;

    /** A letter may have any number of parts; what is kept of it may not. */
    private static final int MOST_CONTEXT = 128;

    /** Selects what is between two places, and the whole of the letters that they are in. */
    public static Selector of(String text, int start, int end) {
        Objects.checkFromToIndex(start, end, text.length());
        if (start == end) {
            throw new IllegalArgumentException("no words are selected");
        }
        int from = Words.letterStart(text, start);
        int to = Words.letterEnd(text, end);
        int before = Math.max(0, from - CONTEXT);
        int after = Math.min(text.length(), to + CONTEXT);
        int first = Words.letterStart(text, before);
        int last = Words.letterEnd(text, after);
        return new Selector(
                text.substring(from, to),
                text.substring(from - first > MOST_CONTEXT ? Words.letterEnd(text, before) : first, from),
                text.substring(to, last - to > MOST_CONTEXT ? Words.letterStart(text, after) : last),
                from,
                to);
    }
}
