package org.ronda.process;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A code of a list as whoever got it types it or reads it aloud: case, spaces and dashes do not count, O is 0, I and L
 * are 1, as in {@link org.ronda.kernel.Code}.
 */
final class VoiceCode {
    static final int SHORTEST = 8;
    static final int SHORTEST_OF_DIGITS = 12;
    static final int LONGEST = 40;

    private static final Pattern NO_SIGNS = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Cf}]+");
    private static final Pattern PLAIN = Pattern.compile("[0-9A-Z]*");
    private static final Pattern DIGITS = Pattern.compile("[0-9]*");

    private VoiceCode() {}

    static String normalise(String typed) {
        return NO_SIGNS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    static boolean isPlain(String normalised) {
        return PLAIN.matcher(normalised).matches();
    }

    /** Fewer signs would be guessed: eight letters and digits, or twelve digits, are more than a million millions. */
    static boolean isTooShort(String normalised) {
        return normalised.length() < SHORTEST
                || normalised.length() < SHORTEST_OF_DIGITS
                        && DIGITS.matcher(normalised).matches();
    }
}
