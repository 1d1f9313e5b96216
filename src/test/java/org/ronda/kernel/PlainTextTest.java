package org.ronda.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void lineEndsAreOneKind() {
        assertEquals("a\nb\nc\nd", PlainText.clean("a\r\nb\rc\nd\r\n"));
        assertEquals("a b c", PlainText.line(" a\r\n b\t c "));
    }

    @Test
    void spacesThatDoNotBreakAreNoText() {
        assertEquals("", PlainText.clean("\u00A0\u202F \u3000\n"));
        assertEquals("10\u00A0% de más", PlainText.line("\u00A010\u00A0% de\u2028más\u2007"));
    }

    @Test
    void lettersAreComposed() {
        assertEquals("canción ñ", PlainText.clean("cancio\u0301n n\u0303"));
    }

    @Test
    void controlsAndOverridesGo() {
        assertEquals("abgpj.exe", PlainText.clean("a\u0000b\u202Egpj.exe\u2066\u0007\u001B\uFEFF"));
        assertEquals("ab", PlainText.clean("a\uD800b"));
    }

    @Test
    void marksDoNotPileUp() {
        assertTrue(PlainText.clean("Z" + "\u0335\u0321\u0358".repeat(50)).length() <= 5);
    }

    @Test
    void writingOfOtherPeoplesAndFamiliesOfEmojiStay() {
        for (String text : new String[] {
            "שלום עולם", "مرحبا بكم", "नमस्ते", "👩‍👩‍👧 🇦🇷", "🫠 newer than the JDK", "ngữ", "Mapudungün"
        }) {
            assertEquals(Normalizer.normalize(text, Normalizer.Form.NFC), PlainText.clean(text));
        }
    }

    @Test
    void nothingIsEmpty() {
        assertEquals("", PlainText.clean(null));
        assertEquals("", PlainText.line(null));
    }

    @Property(tries = 300)
    void cleaningTwiceChangesNothingMore(@ForAll String typed) {
        String once = PlainText.clean(typed);
        assertEquals(once, PlainText.clean(once));
        assertEquals(PlainText.line(typed), PlainText.line(PlainText.line(typed)));
    }
}
