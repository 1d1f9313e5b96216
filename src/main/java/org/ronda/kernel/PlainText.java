package org.ronda.kernel;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What a person typed, as it is kept: composed (NFC), with {@code \n} as line end, without the control characters and
 * the overrides of writing direction that make a text look like another one. Used by the constructors of input records.
 */
public final class PlainText {
    /**
     * Control characters but tab and line feed; bidi overrides, embeddings and isolates; marks of no width that join
     * nothing; unpaired halves and code points that are no characters.
     */
    private static final Pattern UNWANTED = Pattern.compile(
            "[\\p{Cc}&&[^\\n\\t]]"
                    + "|[\\u202A-\\u202E\\u2066-\\u2069\\u200B\\u2060\\uFEFF\\uFFF9-\\uFFFB\\uFFFE\\uFFFF\\uFDD0-\\uFDEF]|\\p{Cs}");

    /** More marks on one letter than any writing needs: the fifth and later ones go. */
    private static final Pattern PILED = Pattern.compile("(\\p{M}{4})\\p{M}+");

    private PlainText() {}

    /** A text of several lines; null becomes empty. */
    public static String clean(String typed) {
        if (typed == null) {
            return "";
        }
        String lines = typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u2028', '\n')
                .replace('\u2029', '\n');
        String wanted = UNWANTED.matcher(lines).replaceAll("");
        return stripped(
                PILED.matcher(Normalizer.normalize(wanted, Normalizer.Form.NFC)).replaceAll("$1"));
    }

    /** A text of one line, such as a title: every run of white space is one space; null becomes empty. */
    public static String line(String typed) {
        return clean(typed).replaceAll("\\s+", " ");
    }

    /** {@link String#strip} leaves spaces that do not break, and a title of those alone would be none. */
    private static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }
}
