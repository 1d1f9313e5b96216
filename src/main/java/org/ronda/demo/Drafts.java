package org.ronda.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronda.commitment.Arranging;
import org.ronda.commitment.Clause;
import org.ronda.commitment.ClauseText;
import org.ronda.commitment.Commitment;
import org.ronda.commitment.Drafting;
import org.ronda.commitment.Releasing;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.process.Process;

/** The draft commitments of a made-up city, written by its moderator. */
@ApplicationScoped
class Drafts {
    /**
     * @param groups the titles of those that it began with
     * @param summary what changed in the second version; empty where there is none
     */
    private record Sketch(
            String title,
            List<String> groups,
            Map<String, String> first,
            Map<String, String> second,
            StringBuilder summary) {}

    @Inject
    Drafting drafting;

    @Inject
    Arranging arranging;

    @Inject
    Releasing releasing;

    @Inject
    City city;

    /**
     * Begins them on one day, and publishes those that have a second version on another; the first goes on being written.
     *
     * @param groups the codes of groups by their titles
     */
    void write(Process process, Map<String, String> groups, int firstDay, int secondDay, long by) {
        for (Sketch sketch : sketches()) {
            Commitment draft = Now.during(city.day(firstDay), () -> {
                Commitment begun = drafting.begin(
                        process.id(),
                        sketch.title(),
                        Language.ES,
                        sketch.groups().stream().map(groups::get).toList(),
                        by);
                sketch.first().forEach((key, words) -> write(begun, key, words, by));
                publish(begun, "", by);
                return begun;
            });
            if (!sketch.second().isEmpty()) {
                Now.during(city.day(secondDay), () -> {
                    drafting.beginVersion(draft.code(), by);
                    sketch.second().forEach((key, words) -> write(draft, key, words, by));
                    publish(draft, sketch.summary().toString(), by);
                    return null;
                });
                drafting.beginVersion(draft.code(), by);
            }
        }
    }

    private void publish(Commitment draft, String summary, long by) {
        releasing.publish(draft.code(), drafting.seen(draft.code()), summary, by);
    }

    private void write(Commitment draft, String key, String words, long by) {
        String name = key;
        if (drafting.text(draft.code(), key).isEmpty()) {
            String last = drafting.text(draft.code(), "milestone-2").isPresent() ? "milestone-2" : "milestone";
            name = arranging.add(draft.code(), last, Clause.Kind.MILESTONE, by);
        }
        int revision = drafting.text(draft.code(), name).orElseThrow().revision();
        drafting.save(draft.code(), name, new ClauseText.Wording("", words, ""), revision, by);
    }

    private static List<Sketch> sketches() {
        List<Sketch> sketches = new ArrayList<>();
        for (String line : Script.lines("borradores.txt")) {
            if (line.startsWith("=")) {
                sketches.add(new Sketch(
                        line.substring(1).strip(),
                        new ArrayList<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new StringBuilder()));
                continue;
            }
            Sketch sketch = sketches.get(sketches.size() - 1);
            if (line.startsWith("!")) {
                sketch.summary().append(line.substring(1).strip());
            } else if (line.startsWith("<")) {
                sketch.groups().add(line.substring(1).strip());
            } else {
                String[] parts = Script.split(line);
                boolean isSecond = parts[0].startsWith("2 ");
                (isSecond ? sketch.second() : sketch.first())
                        .put(isSecond ? parts[0].substring(2) : parts[0], parts[1]);
            }
        }
        return sketches;
    }
}
