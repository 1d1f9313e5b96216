package org.ronda.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.ronda.commitment.Alignment.Group;
import org.ronda.commitment.Alignment.Kind;
import org.ronda.commitment.Alignment.Unit;

class AlignmentTest {
    private static final String DATA = "El municipio publica los presupuestos en el portal de datos abiertos cada mes.";
    private static final String TABLE = "Una mesa de vecinas y vecinos revisa cada trimestre lo que se publicó.";
    private static final String GUIDE = "Habrá una guía breve con ejemplos sobre cómo pedir información pública.";

    /** Each group as its kind, the keys before and the keys after; with a star where it moved. */
    private static List<String> told(List<Unit> old, List<Unit> fresh) {
        return Alignment.of(old, fresh).groups().stream()
                .map(group ->
                        group.kind() + (group.isMoved() ? "* " : " ") + keys(group.old()) + ">" + keys(group.fresh()))
                .toList();
    }

    private static String keys(List<Unit> units) {
        return String.join("+", units.stream().map(Unit::key).toList());
    }

    private static Unit from(String key, String words, String... cameFrom) {
        return new Unit(key, words, List.of(cameFrom));
    }

    @Test
    void theKeySaysWhichClauseItIs() {
        assertEquals(
                List.of("SAME a>a", "CHANGED b>b", "REMOVED c>", "NEW >d"),
                told(
                        List.of(new Unit("a", DATA), new Unit("b", TABLE), new Unit("c", GUIDE)),
                        List.of(new Unit("a", DATA), new Unit("b", "Otra cosa."), new Unit("d", "Nada de eso."))));
    }

    @Test
    void asFewAsPossibleMoved() {
        List<Unit> old =
                IntStream.range(0, 5).mapToObj(i -> new Unit("k" + i, "n" + i)).toList();
        List<Unit> fresh = List.of(old.get(1), old.get(2), old.get(3), old.get(0), old.get(4));
        assertEquals(List.of("SAME k1>k1", "SAME k2>k2", "SAME k3>k3", "SAME* k0>k0", "SAME k4>k4"), told(old, fresh));
    }

    @Test
    void whatWasRemovedStandsBehindWhatItStoodBehind() {
        assertEquals(
                List.of("REMOVED a>", "REMOVED b>", "SAME* d>d", "SAME c>c", "REMOVED e>"),
                told(
                        List.of(
                                new Unit("a", "1"),
                                new Unit("b", "2"),
                                new Unit("c", "3"),
                                new Unit("e", "5"),
                                new Unit("d", "4")),
                        List.of(new Unit("d", "4"), new Unit("c", "3"))));
    }

    @Test
    void aSplitAndAJoinAreFoundByTheirWords() {
        assertEquals(
                List.of("SPLIT a>x+y"),
                told(List.of(new Unit("a", DATA + " " + TABLE)), List.of(new Unit("x", DATA), new Unit("y", TABLE))));
        assertEquals(
                List.of("JOINED a+b>x"),
                told(List.of(new Unit("a", DATA), new Unit("b", TABLE)), List.of(new Unit("x", DATA + " " + TABLE))));
        assertEquals(
                List.of("SPLIT a>a+y"),
                told(List.of(new Unit("a", DATA + " " + TABLE)), List.of(new Unit("a", DATA), new Unit("y", TABLE))));
        assertEquals(
                List.of("REGROUPED a+b>x+y"),
                told(
                        List.of(new Unit("a", DATA + " " + TABLE), new Unit("b", GUIDE)),
                        List.of(new Unit("x", DATA), new Unit("y", TABLE + " " + GUIDE))));
    }

    @Test
    void aClauseNearlyLikeOneThatStaysIsNew() {
        assertEquals(
                List.of("SAME a>a", "NEW >x"),
                told(
                        List.of(new Unit("a", DATA)),
                        List.of(new Unit("a", DATA), new Unit("x", DATA.replace("mes", "semana")))));
    }

    @Test
    void whatAClauseSaysOfItsOriginCountsMoreThanItsWords() {
        assertEquals(
                List.of("REMOVED a>", "CHANGED b>x"),
                told(List.of(new Unit("a", DATA), new Unit("b", TABLE)), List.of(from("x", DATA, "b", "nunca"))));
        assertEquals(
                List.of("JOINED a+b>a"),
                told(List.of(new Unit("a", DATA), new Unit("b", TABLE)), List.of(from("a", DATA + TABLE, "b"))));
    }

    @Test
    void anOriginOfAnEarlierVersionIsNoOrigin() {
        assertEquals(
                List.of("SAME a>a", "SAME x>x"),
                told(
                        List.of(new Unit("a", DATA), from("x", TABLE, "a")),
                        List.of(new Unit("a", DATA), from("x", TABLE, "a"))));
    }

    @Test
    void wordsAloneAreCertainOnlyWhereAllAreThereOnce() {
        List<Unit> old = List.of(new Unit("a", DATA), new Unit("b", TABLE));
        assertTrue(Alignment.of(old, List.of(new Unit("x", DATA), new Unit("b", TABLE)))
                .isCertain("a", "x"));
        assertFalse(Alignment.of(old, List.of(new Unit("x", DATA + " Y más."), new Unit("b", TABLE)))
                .isCertain("a", "x"));
        assertFalse(Alignment.of(List.of(new Unit("a", DATA), new Unit("b", DATA)), List.of(new Unit("x", DATA)))
                .isCertain("a", "x"));
        assertTrue(Alignment.of(old, List.of(from("x", "Nada igual.", "a"), new Unit("b", TABLE)))
                .isCertain("a", "x"));
    }

    @Test
    void emptyClausesAreClauses() {
        assertEquals(List.of(), told(List.of(), List.of()));
        assertEquals(List.of("REMOVED a>", "NEW >b"), told(List.of(new Unit("a", "")), List.of(new Unit("b", ""))));
    }

    @Property(tries = 200)
    void eachClauseIsInOneGroupAndWhatDidNotMoveIsInOrder(@ForAll long seed) {
        EditedDraft draft = new EditedDraft(seed, 8, 12);
        List<Unit> old = draft.old.stream().map(EditedDraft.Clause::unit).toList();
        List<Unit> fresh = draft.fresh.stream().map(EditedDraft.Clause::unit).toList();
        List<Group> groups = Alignment.of(old, fresh).groups();
        List<Unit> oldSeen = new ArrayList<>();
        List<Unit> freshSeen = new ArrayList<>();
        int last = -1;
        for (Group group : groups) {
            oldSeen.addAll(group.old());
            freshSeen.addAll(group.fresh());
            if (!group.old().isEmpty() && !group.fresh().isEmpty() && !group.isMoved()) {
                assertTrue(old.indexOf(group.old().get(0)) > last);
                last = old.indexOf(group.old().get(0));
            }
            assertEquals(group.fresh().isEmpty(), group.kind() == Kind.REMOVED);
            assertEquals(group.old().isEmpty(), group.kind() == Kind.NEW);
        }
        assertEquals(old.size(), oldSeen.size());
        assertEquals(Set.copyOf(old), new HashSet<>(oldSeen));
        assertEquals(fresh.size(), freshSeen.size());
        assertEquals(Set.copyOf(fresh), new HashSet<>(freshSeen));
    }

    @Test
    void fiveHundredClausesInAnyOrderTakeNoTime() {
        EditedDraft draft = new EditedDraft(1, 500, 300);
        List<Unit> old = draft.old.stream().map(EditedDraft.Clause::unit).toList();
        List<Unit> fresh = new ArrayList<>(
                draft.fresh.stream().map(EditedDraft.Clause::unit).toList());
        Collections.shuffle(fresh, new Random(1));
        assertTimeout(Duration.ofSeconds(5), () -> Anchoring.between(Alignment.of(old, fresh)));
    }
}
