package org.ronda.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ronda.contribution.GroupInput;
import org.ronda.contribution.Grouping;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.process.Process;

/** The groups of similar proposals of a made-up city, made by its moderator. */
@ApplicationScoped
class Groups {
    private record Sketch(String title, StringBuilder synthesis, List<String> members) {}

    @Inject
    Grouping grouping;

    @Inject
    EntityManager entityManager;

    @Inject
    City city;

    /** Makes them on one day; their codes by their titles. */
    Map<String, String> gather(Process process, int day, long by) {
        Map<String, String> codes = new HashMap<>();
        for (Sketch sketch : sketches()) {
            GroupInput input =
                    new GroupInput(sketch.title(), sketch.synthesis().toString(), Language.ES.tag(), "", null);
            List<String> members = sketch.members().stream()
                    .map(title -> proposal(process, title))
                    .toList();
            codes.put(
                    sketch.title(),
                    Now.during(
                            city.day(day),
                            () -> grouping.make(process.id(), input, members, by)
                                    .code()));
        }
        return codes;
    }

    private String proposal(Process process, String title) {
        return (String) entityManager
                .createNativeQuery("select c.code from contribution c join proposal p on p.id = c.id"
                        + " where c.process_id = :process and c.kind = 'PROPOSAL' and p.title = :title")
                .setParameter("process", process.id())
                .setParameter("title", title)
                .getSingleResult();
    }

    private static List<Sketch> sketches() {
        List<Sketch> sketches = new ArrayList<>();
        for (String line : Script.lines("grupos.txt")) {
            String words = line.substring(1).strip();
            if (line.startsWith("=")) {
                sketches.add(new Sketch(words, new StringBuilder(), new ArrayList<>()));
                continue;
            }
            Sketch sketch = sketches.get(sketches.size() - 1);
            if (line.startsWith(">")) {
                sketch.synthesis().append(words);
            } else {
                sketch.members().add(words);
            }
        }
        return sketches;
    }
}
