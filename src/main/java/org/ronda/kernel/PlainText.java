package org.ronda.kernel;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What a person typed, as it is kept: composed (NFC), with {@code \n} as line end, without the control characters and
 * the overrides of writing direction that make a text look like another one. Used by the constructors of input records.
 */
public final class PlainText {
    /** Control characters but tab and line feed; bidi overrides, embeddings and isolates; byte order mark; unpaired halves. */
    private static final Pattern UNWANTED =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFF9-\\uFFFB]|\\p{Cs}|\\p{Cn}");

    /** More marks on one letter than any writing needs: the fifth and later ones go. */
    private static final Pattern PILED = Pattern.compile("(\\p{M}{4})\\p{M}+");

    private PlainText() {}

    /** A text of several lines; null stays null. */
    public static String clean(String typed) {
        if (typed == null) {
            return null;
        }
        String lines = typed.replace("\r\n", "\n").replace('\r', '\n');
        String wanted = UNWANTED.matcher(lines).replaceAll("");
        return PILED.matcher(Normalizer.normalize(wanted, Normalizer.Form.NFC)).replaceAll("$1").strip();
    }

    /** A text of one line, such as a title: every run of white space is one space. */
    public static String line(String typed) {
        return typed == null ? null : clean(typed).replaceAll("\\s+", " ").strip();
    }
}
