package org.ronda.commitment;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.ronda.commitment.ThreeWay.Merged;
import org.ronda.commitment.ThreeWay.Part;

class ThreeWayTest {
    /** What one person does to the text: for each word what stands there afterwards, null where it was left alone. */
    private record Edits(List<String> theirs, List<String> mine) {}

    private static final int LENGTH = 14;

    private static String joined(Merged merged, Function<Part, String> side) {
        return merged.parts().stream().map(side).collect(joining());
    }

    @Test
    void wordsThatOnlyOneChangedAreTakenAsTheyAreNow() {
        Merged merged = ThreeWay.merge(
                "El municipio publica los datos cada mes.",
                "El municipio difunde los datos cada mes.",
                "El municipio publica los datos cada semana.");
        assertFalse(merged.isDisputed());
        assertEquals("El municipio difunde los datos cada semana.", merged.text());
        assertEquals(List.of(Part.agreed("El municipio difunde los datos cada semana.")), merged.parts());
    }

    @Test
    void theSameChangeOnBothSidesIsOne() {
        Merged merged = ThreeWay.merge("uno dos tres", "uno cuatro tres", "uno cuatro tres");
        assertFalse(merged.isDisputed());
        assertEquals("uno cuatro tres", merged.text());
    }

    @Test
    void overlappingChangesAreShownFromAllSides() {
        Merged merged = ThreeWay.merge(
                "Se publica cada mes en el portal.",
                "Se publica cada semana en el portal abierto.",
                "Se publica cada día en el portal.");
        assertTrue(merged.isDisputed());
        assertEquals(
                List.of(
                        Part.agreed("Se publica cada "),
                        new Part(true, "mes ", "semana ", "día "),
                        Part.agreed("en el portal abierto.")),
                merged.parts());
        assertEquals("Se publica cada día en el portal abierto.", merged.text());
    }

    @Test
    void wordsThatTouchAreDisputed() {
        assertTrue(ThreeWay.merge("quince días hábiles", "veinte días hábiles", "quince meses hábiles")
                .isDisputed());
        assertTrue(ThreeWay.merge("uno dos", "uno nuevo dos", "uno otro dos").isDisputed());
        assertTrue(ThreeWay.merge("uno dos tres", "uno tres", "uno 2 tres").isDisputed());
        assertFalse(ThreeWay.merge("uno dos tres", "1 dos tres", "uno dos 3").isDisputed());
    }

    @Test
    void emptyTextsAreTextsToo() {
        assertEquals("", ThreeWay.merge("", "", "").text());
        assertEquals("nuevo", ThreeWay.merge("", "nuevo", "").text());
        assertEquals("", ThreeWay.merge("algo", "algo", "").text());
        assertTrue(ThreeWay.merge("algo", "otra cosa", "").isDisputed());
    }

    @Property(tries = 1000)
    void changesThatDoNotTouchAreBothMade(@ForAll("edits") Edits edits) {
        List<String> both = new ArrayList<>();
        for (int i = 0; i < LENGTH; i++) {
            both.add(edits.theirs.get(i) != null ? edits.theirs.get(i) : edits.mine.get(i));
        }
        String base = text(new ArrayList<>(Collections.nCopies(LENGTH, null)));
        Merged merged = ThreeWay.merge(base, text(edits.theirs), text(edits.mine));
        assertFalse(merged.isDisputed(), () -> merged.parts().toString());
        assertEquals(text(both), merged.text());
    }

    @Property(tries = 1000)
    void itIsTheSameFromBothSides(
            @ForAll("texts") String base, @ForAll("texts") String theirs, @ForAll("texts") String mine) {
        Merged merged = ThreeWay.merge(base, theirs, mine);
        Merged other = ThreeWay.merge(base, mine, theirs);
        assertEquals(merged.isDisputed(), other.isDisputed());
        assertEquals(
                merged.parts(),
                other.parts().stream()
                        .map(part -> new Part(part.isDisputed(), part.base(), part.mine(), part.theirs()))
                        .toList());
    }

    @Property(tries = 1000)
    void whoChangedNothingHasNoSay(@ForAll("texts") String base, @ForAll("texts") String fresh) {
        for (Merged merged : List.of(
                ThreeWay.merge(base, fresh, base),
                ThreeWay.merge(base, base, fresh),
                ThreeWay.merge(base, fresh, fresh))) {
            assertFalse(merged.isDisputed());
            assertEquals(fresh, merged.text());
        }
    }

    @Property(tries = 1000)
    void nothingThatSomebodyWroteIsLost(@ForAll("words") List<String> theirs, @ForAll("words") List<String> mine) {
        List<String> hers = theirs.stream().map(word -> word.replace('+', 's')).toList();
        List<String> his = mine.stream().map(word -> word.replace('+', 'm')).toList();
        Merged merged = ThreeWay.merge("inicio medio fin", String.join(" ", hers), String.join(" ", his));
        String seen = joined(merged, Part::theirs) + " " + joined(merged, Part::mine);
        for (List<String> words : List.of(hers, his)) {
            words.stream()
                    .filter(word -> word.contains("nuevo"))
                    .forEach(word -> assertTrue(seen.contains(word), word));
        }
    }

    private static String text(List<String> edits) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < edits.size(); i++) {
            text.append(edits.get(i) == null ? "palabra" + i + " " : edits.get(i));
        }
        return text.append("fin.").toString();
    }

    /** At most every second word is changed by anybody, and each by one of the two. */
    @Provide
    Arbitrary<Edits> edits() {
        Arbitrary<List<String>> changes = Arbitraries.of("", "otra ", "مدينة ", "dos más ", "👩‍👩‍👧 ", "cafe\u0301, ")
                .list()
                .ofSize(LENGTH);
        Arbitrary<List<Boolean>> isTheirs = Arbitraries.of(true, false).list().ofSize(LENGTH);
        Arbitrary<List<Integer>> gaps =
                Arbitraries.integers().between(0, 2).list().ofSize(LENGTH);
        return Combinators.combine(changes, isTheirs, gaps).as((words, sides, steps) -> {
            List<String> theirs = new ArrayList<>(Collections.nCopies(LENGTH, null));
            List<String> mine = new ArrayList<>(theirs);
            for (int i = steps.get(0); i < LENGTH; i += 2 + steps.get(i)) {
                String word = words.get(i).isEmpty() ? "" : words.get(i) + "n" + i + " ";
                (sides.get(i) ? theirs : mine).set(i, word);
            }
            return new Edits(theirs, mine);
        });
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("la ", "ciudad ", "abierta", "de", " ", ",", "\n", "مدينة ", "👩‍👩‍👧", "e\u0301")
                .list()
                .ofMaxSize(16)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of("inicio", "medio", "fin", "nuevo+", "nuevo+מים")
                .list()
                .ofMaxSize(6);
    }
}
