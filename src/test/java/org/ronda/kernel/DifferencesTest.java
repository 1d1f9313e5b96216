package org.ronda.kernel;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.ronda.kernel.Differences.Kind;
import org.ronda.kernel.Differences.Piece;

class DifferencesTest {
    private static String without(Kind kind, List<Piece> pieces) {
        return pieces.stream()
                .filter(piece -> piece.kind() != kind)
                .map(Piece::text)
                .collect(joining());
    }

    @Test
    void aChangedWordIsGoneAndAdded() {
        assertEquals(
                List.of(
                        new Piece(Kind.SAME, "Quince "),
                        new Piece(Kind.GONE, "días"),
                        new Piece(Kind.ADDED, "meses"),
                        new Piece(Kind.SAME, " hábiles.")),
                Differences.between("Quince días hábiles.", "Quince meses hábiles."));
    }

    @Test
    void equalTextsAreOnePiece() {
        assertEquals(List.of(new Piece(Kind.SAME, "a b")), Differences.between("a b", "a b"));
        assertEquals(List.of(), Differences.between("", ""));
    }

    @Property(tries = 300)
    void bothTextsCanBeReadFromThePieces(
            @ForAll @StringLength(max = 60) String old, @ForAll @StringLength(max = 60) String fresh) {
        List<Piece> pieces = Differences.between(old, fresh);
        assertEquals(old, without(Kind.ADDED, pieces));
        assertEquals(fresh, without(Kind.GONE, pieces));
    }

    @Property(tries = 300)
    void neighboursAreOfDifferentKinds(
            @ForAll @CharRange(from = ' ', to = '#') @CharRange(from = 'a', to = 'c') @StringLength(max = 40)
                    String old,
            @ForAll @CharRange(from = ' ', to = '#') @CharRange(from = 'a', to = 'c') @StringLength(max = 40)
                    String fresh) {
        List<Piece> pieces = Differences.between(old, fresh);
        assertEquals(old, without(Kind.ADDED, pieces));
        assertEquals(fresh, without(Kind.GONE, pieces));
        for (int i = 1; i < pieces.size(); i++) {
            assertNotEquals(pieces.get(i - 1).kind(), pieces.get(i).kind());
        }
    }

    @Test
    void whatWouldTakeTooLongIsComparedByLinesOrAsAWhole() {
        String lines = IntStream.range(0, 300)
                .mapToObj(i -> ("a" + i + " ").repeat(10))
                .collect(joining("\n"));
        String old = "Hoy\n" + lines + "\nfin";
        String fresh = "Mañana\n" + lines + "\nFIN";
        assertEquals(
                List.of(
                        new Piece(Kind.GONE, "Hoy\n"),
                        new Piece(Kind.ADDED, "Mañana\n"),
                        new Piece(Kind.SAME, lines + "\n"),
                        new Piece(Kind.GONE, "fin"),
                        new Piece(Kind.ADDED, "FIN")),
                Differences.between(old, fresh));
        String marks = "!?".repeat(10_000);
        String others = "¡¿".repeat(10_000);
        assertTimeout(
                Duration.ofSeconds(2),
                () -> assertEquals(
                        List.of(new Piece(Kind.GONE, marks), new Piece(Kind.ADDED, others)),
                        Differences.between(marks, others)));
    }

    @Test
    void twoLongTextsWithNothingInCommonAreComparedSoon() {
        String old = IntStream.range(0, 3500).mapToObj(i -> "a" + i).collect(joining(" "));
        String fresh = IntStream.range(0, 3500).mapToObj(i -> "b" + i).collect(joining("\n"));
        assertTimeout(Duration.ofSeconds(5), () -> Differences.between(old, fresh));
    }
}
