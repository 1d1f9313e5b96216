package org.ronda.commitment;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ronda.commitment.Alignment.Group;
import org.ronda.commitment.Alignment.Unit;
import org.ronda.commitment.Staying.Range;

/** Clauses that became each other, as one text before and one text after. */
final class Passage {
    private record Clause(Unit unit, Composed words, Range range) {}

    private static final String BREAK = "\n\n";

    private final List<Clause> oldClauses;
    private final List<Clause> freshClauses;
    private final String old;
    private final String fresh;
    private final Staying staying;

    Passage(Group group) {
        oldClauses = clauses(group.old());
        freshClauses = clauses(group.fresh());
        old = text(oldClauses);
        fresh = text(freshClauses);
        staying = new Staying(old, fresh);
    }

    private static List<Clause> clauses(List<Unit> units) {
        List<Clause> clauses = new ArrayList<>();
        int from = 0;
        for (Unit unit : units) {
            Composed words = Composed.of(unit.words());
            int to = from + words.text().length();
            clauses.add(new Clause(unit, words, new Range(from, to)));
            from = to + BREAK.length();
        }
        return clauses;
    }

    private static String text(List<Clause> clauses) {
        return clauses.stream().map(clause -> clause.words.text()).collect(joining(BREAK));
    }

    String old() {
        return old;
    }

    String fresh() {
        return fresh;
    }

    Staying staying() {
        return staying;
    }

    boolean isUnchanged() {
        return old.equals(fresh);
    }

    /** All words of one of the clauses before. */
    Range clause(String key) {
        return named(key).range;
    }

    /** Where a place of one of the clauses before is in the text before; what is beyond its end is its end. */
    int place(String key, int at) {
        Clause clause = named(key);
        int within = Math.max(0, Math.min(at, clause.unit.words().length()));
        return clause.range.from() + clause.words.toComposed(within);
    }

    private Clause named(String key) {
        return oldClauses.stream()
                .filter(clause -> clause.unit.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** Where these words are now, if each of them stayed, nothing came between and they are in one clause still. */
    Optional<Range> kept(Range said) {
        return staying.kept(said).filter(range -> clauseWith(range).range.contains(range));
    }

    /** In the clause that most of it is in, as that is written. */
    Placement placement(Placement.Kind kind, Range range) {
        Clause clause = clauseWith(range);
        Range part = staying.stripped(range.overlap(clause.range));
        return new Placement(
                kind,
                clause.unit.key(),
                clause.words.toWritten(part.from() - clause.range.from()),
                clause.words.toWritten(part.to() - clause.range.from()));
    }

    String keyAfter(Range range) {
        return clauseWith(range).unit.key();
    }

    private Clause clauseWith(Range range) {
        return freshClauses.stream()
                .max(Comparator.comparingInt(
                        clause -> clause.range.overlap(range).length()))
                .orElseThrow();
    }
}
