package org.ronda.commitment;

import jakarta.ws.rs.BadRequestException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody had before their eyes when they wrote about a clause, as the form says it: {@code 2} or {@code 2:145}.
 *
 * @param version the number of the version
 * @param start where the words that were selected begin, or -1 where they were typed
 */
record Seen(int version, int start) {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,6})(?::(\\d{1,6}))?");

    /** @param present the version that is meant where nothing is said */
    static Seen parse(String at, int present) {
        if (at.isEmpty()) {
            return new Seen(present, -1);
        }
        Matcher matcher = SHAPE.matcher(at);
        if (!matcher.matches()) {
            throw new BadRequestException();
        }
        return new Seen(
                Integer.parseInt(matcher.group(1)), matcher.group(2) == null ? -1 : Integer.parseInt(matcher.group(2)));
    }

    /**
     * Those words in the text: where they were selected, else the first place that has them, whatever the space between
     * them. No words are the whole.
     *
     * @param field of the form in which they were typed
     */
    Selector select(String field, String text, String words) {
        if (words.isBlank()) {
            return Anchor.WHOLE;
        }
        if (start >= 0 && start + words.length() <= text.length() && text.startsWith(words, start)) {
            return Selector.of(text, start, start + words.length());
        }
        Matcher found = Pattern.compile(
                        Pattern.compile("\\s+")
                                .splitAsStream(words.strip())
                                .map(Pattern::quote)
                                .reduce((one, other) -> one + "\\s+" + other)
                                .orElseThrow(),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text);
        if (!found.find() || found.end() - found.start() > Anchor.LONGEST) {
            throw Drafting.invalid(field, CommitmentMessages::quoteNotThere);
        }
        return Selector.of(text, found.start(), found.end());
    }
}
