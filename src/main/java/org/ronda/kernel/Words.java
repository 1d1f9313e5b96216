package org.ronda.kernel;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text cut into words, the spaces between them and each mark. Nothing that is read as one letter is cut: neither a
 * letter from the marks on it, nor the parts of an emoji.
 */
public final class Words {
    /** One word, run of spaces or mark, and where it begins in the text (UTF-16). All of them, joined, are the text. */
    public record Word(String text, int start) {
        public int end() {
            return start + text.length();
        }

        public boolean isSpace() {
            return isSpaceAt(text, 0);
        }
    }

    /** What is read as one letter: an extended grapheme cluster, which {@link BreakIterator} of Java 17 does not know. */
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    /** Below are letters, marks and spaces that are one letter each. */
    private static final int FIRST_MARK = 0x300;

    private Words() {}

    public static List<Word> of(String text) {
        BreakIterator borders = BreakIterator.getWordInstance(Locale.ROOT);
        borders.setText(text);
        Matcher clusters = CLUSTER.matcher(text);
        boolean isSimple = text.chars().allMatch(character -> character < FIRST_MARK);
        int cluster = 0;
        int start = 0;
        List<Word> words = new ArrayList<>();
        for (int border = borders.next(); border != BreakIterator.DONE; border = borders.next()) {
            while (!isSimple && cluster < border && clusters.find()) {
                cluster = clusters.end();
            }
            boolean isWithinSpace = border < text.length() && isSpaceAt(text, border) && isSpaceAt(text, border - 1);
            if ((isSimple || cluster == border) && !isWithinSpace) {
                words.add(new Word(text.substring(start, border), start));
                start = border;
            }
        }
        return words;
    }

    /** The beginning of the letter that this place is in, or the place itself where it is between two. */
    public static int letterStart(String text, int at) {
        Matcher clusters = CLUSTER.matcher(text).region(certainBorder(text, at), text.length());
        int start = clusters.regionStart();
        while (start < at && clusters.find() && clusters.end() <= at) {
            start = clusters.end();
        }
        return start;
    }

    /** The end of the letter that this place is in, or the place itself where it is between two. */
    public static int letterEnd(String text, int at) {
        Matcher clusters = CLUSTER.matcher(text).region(certainBorder(text, at), text.length());
        int end = clusters.regionStart();
        while (end < at && clusters.find()) {
            end = clusters.end();
        }
        return end;
    }

    /** Two ASCII characters that are no controls are always two letters: nobody needs to read from the beginning. */
    private static int certainBorder(String text, int at) {
        int border = Math.min(at, text.length() - 1);
        while (border > 0 && !(isPlain(text.charAt(border - 1)) && isPlain(text.charAt(border)))) {
            border--;
        }
        return Math.max(border, 0);
    }

    private static boolean isPlain(char character) {
        return character >= ' ' && character <= '~';
    }

    private static boolean isSpaceAt(String text, int at) {
        char character = text.charAt(at);
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
