package org.ronda.kernel;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.ronda.kernel.Words.Word;

class WordsTest {
    private static final String FAMILY = "👩‍👩‍👧";
    private static final String FLAG = "🇦🇷";
    private static final String THUMB = "👍🏽";

    private static List<String> cut(String text) {
        return Words.of(text).stream().map(Word::text).toList();
    }

    @Test
    void wordsSpacesAndMarksAreCutApart() {
        assertEquals(
                List.of("Quince", " ", "días", ",", "  \n", "o", " ", "12.500", " ", "pesos", "."),
                cut("Quince días,  \no 12.500 pesos."));
        assertEquals(List.of(), cut(""));
        assertEquals(List.of("  "), cut("  "));
    }

    @Test
    void spacesThatDoNotBreakAreSpaces() {
        List<Word> words = Words.of("Combien\u202f? 10\u00a0km");
        assertEquals(
                List.of("Combien", "\u202f", "?", " ", "10", "\u00a0", "km"),
                words.stream().map(Word::text).toList());
        assertTrue(words.get(1).isSpace());
        assertFalse(words.get(2).isSpace());
    }

    @Test
    void lettersWithMarksAndEmojiStayWhole() {
        assertEquals(List.of("cafe\u0301", " ", "x\u0302y"), cut("cafe\u0301 x\u0302y"));
        assertEquals(List.of(FAMILY, " ", FLAG, " ", THUMB), cut(FAMILY + " " + FLAG + " " + THUMB));
        assertEquals(List.of("مُدُن", " ", "ذكية", "،", " ", "שָׁלוֹם"), cut("مُدُن ذكية، שָׁלוֹם"));
    }

    @Test
    void aPlaceWithinALetterIsMovedToItsBeginningOrItsEnd() {
        String text = "ab" + FAMILY + "e\u0301c";
        int end = 2 + FAMILY.length();
        for (int at = 3; at < end; at++) {
            assertEquals(2, Words.letterStart(text, at));
            assertEquals(end, Words.letterEnd(text, at));
        }
        assertEquals(end, Words.letterStart(text, end + 1));
        assertEquals(end + 2, Words.letterEnd(text, end + 1));
        for (int at : new int[] {0, 1, 2, end, end + 2, text.length()}) {
            assertEquals(at, Words.letterStart(text, at));
            assertEquals(at, Words.letterEnd(text, at));
        }
    }

    @Property(tries = 500)
    void theTextIsTheWordsJoinedAndNoLetterIsCut(@ForAll("texts") String text) {
        List<Word> words = Words.of(text);
        assertEquals(text, words.stream().map(Word::text).collect(joining()));
        Matcher letters = Pattern.compile("\\X").matcher(text);
        boolean[] isBorder = new boolean[text.length() + 1];
        isBorder[0] = true;
        while (letters.find()) {
            isBorder[letters.end()] = true;
        }
        int start = 0;
        for (Word word : words) {
            assertEquals(start, word.start());
            assertTrue(isBorder[word.end()], () -> "cut at " + word.end());
            start = word.end();
        }
        for (int at = 0; at <= text.length(); at++) {
            int from = Words.letterStart(text, at);
            int to = Words.letterEnd(text, at);
            assertTrue(isBorder[from] && isBorder[to] && from <= at && at <= to);
            assertEquals(isBorder[at], from == to);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a",
                        "Zé",
                        "e\u0301",
                        "\u0301",
                        " ",
                        "\n",
                        "\r\n",
                        "\u00a0",
                        ".",
                        ",",
                        "-",
                        "'",
                        "3",
                        FAMILY,
                        FLAG,
                        THUMB,
                        "🇦",
                        "\u200d",
                        "\u200c",
                        "م",
                        "\u064f",
                        "ש",
                        "\u05c1",
                        "한",
                        "\u1112\u1161\u11ab",
                        "क्षि",
                        "漢")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }
}
