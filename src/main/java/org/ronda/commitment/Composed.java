package org.ronda.commitment;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text as it is compared (NFC), and which place of it is which place of the text as it was written. */
final class Composed {
    private static final Pattern LETTER = Pattern.compile("\\X");

    private final String text;
    /** Where each letter ends in the one and in the other; both null where they are the same text. */
    private int[] composedEnds;

    private int[] writtenEnds;

    private Composed(String text) {
        this.text = text;
    }

    static Composed of(String written) {
        if (Normalizer.isNormalized(written, Normalizer.Form.NFC)) {
            return new Composed(written);
        }
        int[] composedEnds = new int[written.length() + 1];
        int[] writtenEnds = new int[written.length() + 1];
        StringBuilder text = new StringBuilder();
        int count = 1;
        for (Matcher letters = LETTER.matcher(written); letters.find(); count++) {
            text.append(compose(letters.group()));
            composedEnds[count] = text.length();
            writtenEnds[count] = letters.end();
        }
        Composed composed = new Composed(text.toString());
        composed.composedEnds = Arrays.copyOf(composedEnds, count);
        composed.writtenEnds = Arrays.copyOf(writtenEnds, count);
        return composed;
    }

    static String compose(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFC);
    }

    String text() {
        return text;
    }

    int toWritten(int at) {
        return translated(at, composedEnds, writtenEnds);
    }

    int toComposed(int at) {
        return translated(at, writtenEnds, composedEnds);
    }

    private static int translated(int at, int[] from, int[] to) {
        if (from == null) {
            return at;
        }
        int letter = Arrays.binarySearch(from, at);
        return to[letter >= 0 ? letter : Math.min(-letter - 1, to.length - 1)];
    }
}
