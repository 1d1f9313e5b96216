package org.ronda.kernel;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Public codes: a letter for the kind and eight random characters of Crockford's base 32, such as {@code P-7F3K2Q9M}
 * (https://www.crockford.com/base32.html). They never change and cannot be enumerated.
 */
public final class Code {
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SHAPE = Pattern.compile("[A-Z]-[0-9A-HJKMNP-TV-Z]{8}");

    private Code() {}

    /** A fresh code, with 40 random bits. */
    public static String random(char kind) {
        return random(kind, 8);
    }

    /** A fresh code for a receipt, whose holder is nobody's business: 60 random bits. */
    public static String receipt() {
        return random('R', 12);
    }

    private static String random(char kind, int length) {
        StringBuilder code = new StringBuilder(length + 2).append(kind).append('-');
        for (int i = 0; i < length; i++) {
            code.append(ALPHABET[RANDOM.nextInt(ALPHABET.length)]);
        }
        return code.toString();
    }

    /** What a person typed or read aloud, as the code it means: O is read as 0, I and L as 1, and case does not count. */
    public static String normalise(String typed) {
        String upper = typed.strip().toUpperCase(Locale.ROOT);
        if (upper.length() < 3 || upper.charAt(1) != '-') {
            return upper;
        }
        return upper.substring(0, 2)
                + upper.substring(2).replace('O', '0').replace('I', '1').replace('L', '1');
    }

    /** The codes in a text that a person typed, each once, however they are set apart. */
    public static List<String> allIn(String typed) {
        return Stream.of(typed.split("[\\s,;]+"))
                .filter(code -> !code.isEmpty())
                .map(Code::normalise)
                .distinct()
                .toList();
    }

    public static boolean isCode(String text) {
        return SHAPE.matcher(text).matches();
    }
}
