package org.ronda.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ronda.commitment.Alignment.Unit;
import org.ronda.commitment.EditedDraft.Clause;
import org.ronda.commitment.Placement.Kind;
import org.ronda.commitment.Truth.Judgement;

class AnchoringTest {
    private static final String DATA = "El municipio publica los presupuestos en el portal de datos abiertos cada mes.";
    private static final String TABLE = "Una mesa de vecinas y vecinos revisa cada trimestre lo que se publicó.";
    private static final String FAMILY = "👩‍👩‍👧";

    private static Selector select(String text, String words) {
        int start = text.indexOf(words);
        return Selector.of(text, start, start + words.length());
    }

    /** Where the words of one clause are in the next version, as kind, key and words. */
    private static String placed(String text, String words, Unit... fresh) {
        Placement placement = Anchoring.between(Alignment.of(List.of(new Unit("a", text)), List.of(fresh)))
                .place("a", select(text, words));
        return placement.kind() == Kind.GONE
                ? "GONE"
                : placement.kind() + " " + placement.key() + " "
                        + List.of(fresh).stream()
                                .filter(unit -> unit.key().equals(placement.key()))
                                .findFirst()
                                .orElseThrow()
                                .words()
                                .substring(placement.start(), placement.end());
    }

    @Test
    void aSelectorKeepsTheWordsAndWhatIsAround() {
        assertEquals(
                new Selector("presupuestos", "El municipio publica los ", " en el portal de datos abiertos ", 25, 37),
                select(DATA, "presupuestos"));
    }

    @Test
    void aSelectorCutsNoLetter() {
        String text = FAMILY.repeat(9) + "cafe\u0301 " + FAMILY.repeat(9);
        int accent = text.indexOf('\u0301');
        Selector selector = Selector.of(text, accent - 1, accent);
        assertEquals("e\u0301", selector.exact());
        assertEquals(FAMILY.repeat(4) + "caf", selector.prefix());
        assertEquals(" " + FAMILY.repeat(4), selector.suffix());
        Selector half = Selector.of(text, 1, 2);
        assertEquals(FAMILY, half.exact());
        assertEquals(0, half.start());
    }

    @Test
    void aLetterOfManyPartsIsLeftOutOfWhatIsAround() {
        String endless = "👩" + "\u200d👩".repeat(100);
        Selector selector = Selector.of(endless + "x" + endless, endless.length(), endless.length() + 1);
        assertEquals(new Selector("x", "", "", endless.length(), endless.length() + 1), selector);
    }

    @Test
    void nothingIsNoSelection() {
        assertThrows(IllegalArgumentException.class, () -> Selector.of("ab", 1, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> Selector.of("ab", 1, 3));
        Anchoring anchoring = Anchoring.between(Alignment.of(List.of(new Unit("a", DATA)), List.of()));
        assertThrows(IllegalArgumentException.class, () -> anchoring.place("a", new Selector("", "", "", 0, 0)));
    }

    @Test
    void wordsOfAClauseThatStaysAreTheSame() {
        assertEquals("SAME a presupuestos", placed(DATA, "presupuestos", new Unit("b", TABLE), new Unit("a", DATA)));
    }

    @Test
    void wordsAreTheSameWhereNothingNearThemChanged() {
        String more = TABLE + " " + DATA;
        assertEquals("SAME a presupuestos", placed(more, "presupuestos", new Unit("a", more.replace("Una", "La"))));
        assertEquals(
                "SAME a presupuestos",
                placed(more, "presupuestos", new Unit("a", more.replace("publica ", "pública "))));
        assertEquals(
                "UNCERTAIN a presupuestos",
                placed(more, "presupuestos", new Unit("a", more.replace("publica ", "nunca publica "))));
    }

    @Test
    void wordsThatWereMendedAreUncertain() {
        assertEquals(
                "UNCERTAIN a los presupuesto en",
                placed(DATA, "los presupuestos en", new Unit("a", DATA.replace("presupuestos", "presupuesto"))));
    }

    @Test
    void wordsThatAreTwiceThereNowAreUncertain() {
        assertEquals("UNCERTAIN a " + DATA, placed(DATA, DATA, new Unit("a", DATA + " " + DATA)));
    }

    @Test
    void wordsThatCameASecondTimeAreUncertainHoweverFarAway() {
        assertEquals(
                "UNCERTAIN a presupuestos",
                placed(DATA + " " + TABLE, "presupuestos", new Unit("a", DATA + " " + TABLE + " Son presupuestos.")));
    }

    @Test
    void wordsNearAMendedOneAreUncertainWhereAllOfThemStandElsewhereToo() {
        String mended = DATA.replace("publica ", "pública ");
        assertEquals("SAME a presupuestos", placed(DATA, "presupuestos", new Unit("a", mended)));
        assertTrue(placed(DATA, "presupuestos", new Unit("a", mended), new Unit("b", DATA + " " + TABLE))
                .startsWith("UNCERTAIN"));
    }

    @Test
    void wordsOfTwoSentencesThatLookAlikeAreUncertainWhereTheseChangePlaces() {
        String one =
                "Antes de cada reunión del consejo del barrio se prepara una lista de temas para que la lea quien quiera: ";
        String start = one + "vereda. ";
        String end = one + "basura. ";
        assertEquals(
                "UNCERTAIN a una lista de temas",
                placed(start + end, "una lista de temas", new Unit("a", end + start)));
    }

    @Test
    void wordsThatWereMovedToAnotherClauseAreUncertainThere() {
        assertEquals(
                "UNCERTAIN b los presupuestos en el portal",
                placed(
                        DATA + " " + TABLE,
                        "los presupuestos en el portal",
                        new Unit("a", TABLE),
                        new Unit("b", "Antes. " + DATA)));
    }

    @Test
    void wordsOfASplitAreFoundInItsPart() {
        String both = DATA + " " + TABLE;
        assertEquals(
                "SAME y vecinas y vecinos",
                placed(both, "vecinas y vecinos", new Unit("x", DATA), new Unit("y", TABLE)));
        assertEquals(
                "UNCERTAIN x datos abiertos cada mes.",
                placed(both, "datos abiertos cada mes. Una", new Unit("x", DATA), new Unit("y", TABLE)));
    }

    @Test
    void wordsThatWereRemovedAreGone() {
        assertEquals("GONE", placed(DATA, "presupuestos", new Unit("b", TABLE)));
        assertEquals("GONE", placed(DATA + " " + TABLE, "presupuestos", new Unit("a", TABLE)));
        assertEquals("GONE", placed(DATA, "presupuestos", new Unit("a", "")));
        assertEquals("GONE", placed(DATA, "presupuestos"));
    }

    @Test
    void composedAndDecomposedLettersAreTheSame() {
        String old = "El año próximo se publicará la guía de la comisión.";
        String fresh = Normalizer.normalize(old, Normalizer.Form.NFD);
        String words = Normalizer.normalize("publicará la guía", Normalizer.Form.NFD);
        assertEquals("SAME a " + words, placed(old, "publicará la guía", new Unit("a", fresh)));
        assertEquals("SAME a publicará la guía", placed(fresh, words, new Unit("a", old)));
    }

    @Test
    void aSelectorThatFitsNothingIsNeverTheSame() {
        Anchoring anchoring =
                Anchoring.between(Alignment.of(List.of(new Unit("a", DATA)), List.of(new Unit("a", DATA))));
        assertEquals(Placement.NONE, anchoring.place("a", new Selector("otras palabras", "", "", 900, 914)));
        assertEquals(Placement.NONE, anchoring.place("b", select(DATA, "presupuestos")));
        assertEquals(
                new Placement(Kind.SAME, "a", 25, 37),
                anchoring.place("a", new Selector("presupuestos", "los ", " en", -7, 2)));
    }

    @Test
    void ofTwoHundredThousandPlacesInEditedDraftsNearlyAllAreRightAndNoneIsSilentlyWrong() {
        Map<Judgement, Integer> judged = new EnumMap<>(Judgement.class);
        int intact = 0;
        int intactSame = 0;
        for (int seed = 1; seed <= 200; seed++) {
            EditedDraft draft = new EditedDraft(seed, 30, 1 + seed % 20);
            Anchoring anchoring = Anchoring.between(Alignment.of(
                    draft.old.stream().map(Clause::unit).toList(),
                    draft.fresh.stream().map(Clause::unit).toList()));
            Truth truth = new Truth(draft);
            Random random = new Random(seed);
            for (int i = 0; i < 1000; i++) {
                Clause clause = draft.old.get(random.nextInt(draft.old.size()));
                Truth.Said said = truth.say(clause, random);
                Placement placed = anchoring.place(clause.key, said.selector());
                Judgement judgement = said.judge(placed);
                judged.merge(judgement, 1, Integer::sum);
                assertTrue(
                        judgement != Judgement.SILENTLY_WRONG,
                        () -> "seed " + draft.seed + ", clause " + clause.key + ": " + said + " at " + placed);
                intact += said.isIntact() ? 1 : 0;
                intactSame += said.isIntact() && placed.kind() == Kind.SAME ? 1 : 0;
            }
        }
        int all = judged.values().stream().mapToInt(Integer::intValue).sum();
        assertEquals(200_000, all);
        assertTrue(judged.get(Judgement.RIGHT) >= 0.99 * all, judged::toString);
        // else it would be enough to be never sure
        assertTrue(intactSame >= 0.9 * intact, intactSame + " of " + intact);
    }
}
