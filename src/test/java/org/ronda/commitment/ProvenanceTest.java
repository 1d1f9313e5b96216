package org.ronda.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What the provenance of versions says is enough to write the last one anew, word by word, from nothing. */
class ProvenanceTest {
    @Property(tries = 400)
    void theProvenanceOfAllVersionsRebuildsTheLastText(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int edits) {
        EditedDraft edited = new EditedDraft(seed, 12, edits);
        Map<String, Long> ids = new HashMap<>();
        Edition first = edition(1, edited.old, ids);
        Edition second = edition(2, edited.fresh, ids);
        Map<String, String> text = new LinkedHashMap<>();
        apply(text, null, first);
        assertEquals(written(first), text, "the first version, from nothing");
        apply(text, first, second);
        assertEquals(written(second), text, "seed " + seed);
        assertEquals(List.copyOf(written(second).keySet()), List.copyOf(text.keySet()), "in its order, seed " + seed);
    }

    /** As a program does that only has what the API answers. */
    private static void apply(Map<String, String> text, Edition before, Edition edition) {
        List<String> order =
                edition.lines().stream().map(line -> line.clause().key()).toList();
        List<ProvenanceApi.StepJson> steps = Provenance.steps(before, edition, Map.of()).stream()
                .map(step -> ProvenanceApi.json(step, order))
                .toList();
        List<String> keys = new ArrayList<>(text.keySet());
        for (ProvenanceApi.StepJson step : steps) {
            if (step.fate().equals("removed")) {
                keys.remove(step.clause());
                text.remove(step.clause());
                continue;
            }
            if (step.moved() || step.fate().equals("new")) {
                keys.remove(step.clause());
            }
        }
        for (ProvenanceApi.StepJson step : steps) {
            if (step.fate().equals("removed")) {
                continue;
            }
            if (!keys.contains(step.clause())) {
                keys.add(step.after() == null ? 0 : keys.indexOf(step.after()) + 1, step.clause());
            }
            text.put(
                    step.clause(),
                    step.pieces().stream()
                            .filter(piece -> !piece.kind().equals("gone"))
                            .map(ProvenanceApi.PieceJson::text)
                            .collect(Collectors.joining()));
        }
        Map<String, String> ordered = new LinkedHashMap<>();
        keys.forEach(key -> ordered.put(key, text.get(key)));
        text.clear();
        text.putAll(ordered);
    }

    private static Map<String, String> written(Edition edition) {
        Map<String, String> written = new LinkedHashMap<>();
        edition.lines()
                .forEach(line -> written.put(line.clause().key(), line.text().words()));
        return written;
    }

    private static Edition edition(int n, List<EditedDraft.Clause> clauses, Map<String, Long> ids) {
        List<Edition.Line> lines = new ArrayList<>();
        for (EditedDraft.Clause one : clauses) {
            Alignment.Unit unit = one.unit();
            Clause clause = new Clause(1, Clause.Kind.OTHER, 1);
            clause.key = unit.key();
            clause.id = ids.computeIfAbsent(unit.key(), key -> (long) ids.size() + 1);
            lines.add(new Edition.Line(
                    clause,
                    new ClauseText(
                            n,
                            clause.id,
                            lines.size(),
                            new ClauseText.Wording("", unit.words(), ""),
                            unit.cameFrom())));
        }
        CommitmentVersion version = new CommitmentVersion(1, n, CommitmentVersion.Facts.NONE, 1, null);
        return new Edition(null, version, lines);
    }
}
