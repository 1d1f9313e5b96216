package org.ronda.kernel;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What people type, made safe to keep: composed Unicode, Unix newlines, no control or direction-changing characters. */
public final class PlainText {
    // bidirectional overrides and isolates can make a text read as something else than it says
    private static final Pattern UNWANTED =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\u200B\\u2060\\uFEFF\\uFFF9-\\uFFFC]|\\p{Cs}|\\p{Co}|\\p{Cn}");
    private static final Pattern STACKED_MARKS = Pattern.compile("(\\p{M}{4})\\p{M}+");

    private PlainText() {}

    /** A text of any number of lines; null becomes empty. */
    public static String clean(String typed) {
        if (typed == null) {
            return "";
        }
        String composed = Normalizer.normalize(typed.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC);
        return STACKED_MARKS.matcher(UNWANTED.matcher(composed).replaceAll("")).replaceAll("$1").strip();
    }

    /** A text of one line; null becomes empty. */
    public static String line(String typed) {
        return clean(typed).replaceAll("\\s+", " ");
    }

    /** The beginning of a text, cut between words, with an ellipsis where it was cut. */
    public static String excerpt(String text, int length) {
        String flat = text.replaceAll("\\s+", " ").strip();
        if (flat.length() <= length) {
            return flat;
        }
        int end = flat.lastIndexOf(' ', length);
        return flat.substring(0, end < length / 2 ? length : end) + "…";
    }
}
