package org.ronda.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronda.kernel.Differences.Piece;

/** From version to version: what became of each clause, and which contributions its words came from. */
@ApplicationScoped
class Provenance {
    @Inject
    Effects effects;

    /**
     * What one public version made of a clause.
     *
     * @param line the clause there, or as it was before where it is gone
     * @param pieces what changed, word by word; all of it in the first version
     * @param from keys of other clauses that its words come from
     * @param sources the contributions that they come from
     */
    record Step(
            int version,
            Instant publishedAt,
            Edition.Line line,
            Changes.Fate fate,
            boolean isMoved,
            List<Piece> pieces,
            List<String> from,
            List<Effects.Source> sources) {
        public boolean isNew() {
            return fate == Changes.Fate.NEW;
        }

        public boolean isRemoved() {
            return fate == Changes.Fate.REMOVED;
        }
    }

    /** The steps of one clause, the latest first; versions that left it as it was are none. */
    List<Step> of(Draft draft, Clause clause) {
        List<Step> steps = new ArrayList<>();
        Edition before = null;
        for (CommitmentVersion version : draft.versions()) {
            Edition edition = Edition.of(draft.commitment(), version);
            Map<Long, List<Effects.Source>> sources = effects.in(edition);
            steps(before, edition, sources).stream()
                    .filter(step -> step.line().clause().id() == clause.id())
                    .forEach(steps::add);
            before = edition;
        }
        return Stream.iterate(steps.size() - 1, i -> i >= 0, i -> i - 1)
                .map(steps::get)
                .toList();
    }

    /** What a version made of the one before, clause by clause in its order; what stayed as it was is left out. */
    List<Step> of(Draft draft, CommitmentVersion version) {
        Edition edition = Edition.of(draft.commitment(), version);
        Edition before = draft.versions().stream()
                .filter(one -> one.n() == version.n() - 1)
                .findFirst()
                .map(one -> Edition.of(draft.commitment(), one))
                .orElse(null);
        return steps(before, edition, effects.in(edition));
    }

    /** @param before the version before, or null for the first */
    static List<Step> steps(Edition before, Edition edition, Map<Long, List<Effects.Source>> sources) {
        if (before == null) {
            return edition.lines().stream()
                    .map(line -> step(
                            edition,
                            line,
                            Changes.Fate.NEW,
                            false,
                            Comparison.between("", line.text().words()),
                            List.of(),
                            sources.getOrDefault(line.clause().id(), List.of())))
                    .toList();
        }
        Map<String, Edition.Line> byKey = before.lines().stream()
                .collect(Collectors.toMap(line -> line.clause().key(), Function.identity()));
        return Changes.between(before, edition).rows().stream()
                .filter(row -> !row.isSame())
                .map(row -> step(
                        edition,
                        row.line(),
                        row.fate(),
                        row.isMoved(),
                        row.pieces(),
                        row.from().stream().map(line -> line.clause().key()).toList(),
                        all(row.line(), byKey, sources)))
                .toList();
    }

    /** Those of the clause itself, and of what was split off or joined to it, each once. */
    private static List<Effects.Source> all(
            Edition.Line line, Map<String, Edition.Line> before, Map<Long, List<Effects.Source>> sources) {
        Map<Long, Effects.Source> all = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(line.clause().id()),
                        line.text().cameFrom().stream()
                                .map(before::get)
                                .flatMap(from -> Optional.ofNullable(from).stream())
                                .map(from -> from.clause().id()))
                .flatMap(clause -> sources.getOrDefault(clause, List.of()).stream())
                .forEach(source -> all.putIfAbsent(source.contribution().id(), source));
        return List.copyOf(all.values());
    }

    private static Step step(
            Edition edition,
            Edition.Line line,
            Changes.Fate fate,
            boolean isMoved,
            List<Piece> pieces,
            List<String> from,
            List<Effects.Source> sources) {
        return new Step(
                edition.version().n(), edition.version().publishedAt(), line, fate, isMoved, pieces, from, sources);
    }
}
