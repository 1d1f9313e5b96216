package org.ronda.commitment;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.ronda.kernel.Differences.Kind;
import org.ronda.kernel.Differences.Piece;

class ComparisonTest {
    private static String without(Kind kind, List<Piece> pieces) {
        return pieces.stream()
                .filter(piece -> piece.kind() != kind)
                .map(Piece::text)
                .collect(joining());
    }

    @Test
    void aChangedWordStandsBesideTheNewOne() {
        assertEquals(
                List.of(
                        new Piece(Kind.SAME, "Quince "),
                        new Piece(Kind.GONE, "días"),
                        new Piece(Kind.ADDED, "meses"),
                        new Piece(Kind.SAME, " hábiles.")),
                Comparison.between("Quince días hábiles.", "Quince meses hábiles."));
    }

    @Test
    void whatSaysLittleBetweenReplacedWordsIsReplacedWithThem() {
        assertEquals(
                List.of(
                        new Piece(Kind.SAME, "En "),
                        new Piece(Kind.GONE, "quince días"),
                        new Piece(Kind.ADDED, "veinte meses"),
                        new Piece(Kind.SAME, " más")),
                Comparison.between("En quince días más", "En veinte meses más"));
        assertEquals(
                List.of(
                        new Piece(Kind.GONE, "Secretaría de Gobierno"),
                        new Piece(Kind.ADDED, "Dirección de Modernización"),
                        new Piece(Kind.SAME, ".")),
                Comparison.between("Secretaría de Gobierno.", "Dirección de Modernización."));
    }

    @Test
    void whatSaysSomethingAndWhatEndsALineStays() {
        assertEquals(
                List.of(
                        new Piece(Kind.GONE, "uno"),
                        new Piece(Kind.ADDED, "dos"),
                        new Piece(Kind.SAME, " municipio "),
                        new Piece(Kind.GONE, "abierto"),
                        new Piece(Kind.ADDED, "cercano")),
                Comparison.between("uno municipio abierto", "dos municipio cercano"));
        assertEquals(
                List.of(
                        new Piece(Kind.GONE, "uno"),
                        new Piece(Kind.ADDED, "dos"),
                        new Piece(Kind.SAME, "\n"),
                        new Piece(Kind.GONE, "tres"),
                        new Piece(Kind.ADDED, "cuatro")),
                Comparison.between("uno\ntres", "dos\ncuatro"));
    }

    @Test
    void wordsThatOnlyCameReplaceNothing() {
        assertEquals(
                List.of(
                        new Piece(Kind.ADDED, "Toda "),
                        new Piece(Kind.SAME, "la "),
                        new Piece(Kind.ADDED, "gran "),
                        new Piece(Kind.SAME, "ciudad")),
                Comparison.between("la ciudad", "Toda la gran ciudad"));
    }

    @Property(tries = 500)
    void bothTextsCanBeReadFromThePieces(@ForAll("texts") String old, @ForAll("texts") String fresh) {
        List<Piece> pieces = Comparison.between(old, fresh);
        assertEquals(old, without(Kind.ADDED, pieces));
        assertEquals(fresh, without(Kind.GONE, pieces));
        for (int i = 1; i < pieces.size(); i++) {
            assertNotEquals(pieces.get(i - 1).kind(), pieces.get(i).kind());
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("la", "ciudad", "abierta", "de", " ", " ", ",", "\n", "مدينة", "👩‍👩‍👧", "e\u0301")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }
}
