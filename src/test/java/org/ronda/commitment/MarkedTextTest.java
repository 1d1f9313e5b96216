package org.ronda.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Words are cut where comments begin and end, and none of them is lost. */
class MarkedTextTest {
    private static final String WORDS = "Se responde en veinte días hábiles.";

    @Property
    void thePiecesAreTheWords(
            @ForAll @Size(max = 8) List<@IntRange(max = 40) Integer> starts, @ForAll @IntRange(max = 40) int length) {
        List<MarkedText.Piece> pieces = MarkedText.cut(
                WORDS,
                starts.stream()
                        .map(start -> new MarkedText.Range(start, start + length))
                        .toList());
        assertEquals(WORDS, pieces.stream().map(MarkedText.Piece::words).collect(Collectors.joining()));
        int at = 0;
        for (MarkedText.Piece piece : pieces) {
            for (int i = 0; i < piece.words().length(); i++, at++) {
                int here = at;
                long about = starts.stream()
                        .filter(start -> start <= here && here < start + length)
                        .count();
                assertEquals(about, piece.comments());
            }
        }
    }

    @Test
    void aTextWithoutCommentsIsOnePiece() {
        assertEquals(List.of(new MarkedText.Piece(WORDS, 0)), MarkedText.cut(WORDS, List.of()));
    }
}
