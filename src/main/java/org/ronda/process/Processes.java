package org.ronda.process;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Now;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Slice;
import org.ronda.ledger.Counters;

/** Finds processes and their phases, only as far as the viewer may see them. */
@ApplicationScoped
public class Processes {
    @Inject
    EntityManager entityManager;

    @Inject
    Standing standing;

    @Inject
    Now now;

    @Inject
    Counters counters;

    @Inject
    @All
    List<Unanswered> unanswered;

    /** The process at that address, if the viewer reaches it; unknown and not reached are the same 404. */
    public Process reach(String slug) {
        return reached(slug).orElseThrow(NotFoundException::new);
    }

    public Optional<Process> reached(String slug) {
        return Process.<Process>find("slug", slug).firstResultOptional().filter(this::isReached);
    }

    /** The present address of a process that was renamed. */
    public Optional<String> present(String formerSlug) {
        return entityManager
                .createNativeQuery(
                        "select p.slug from former_slug f join process p on p.id = f.process_id where f.slug = :slug")
                .setParameter("slug", formerSlug)
                .getResultStream()
                .findFirst();
    }

    public boolean isReached(Process process) {
        return process.isPublic() || standing.administers(process.id());
    }

    public Timeline timeline(Process process) {
        return timelines(List.of(process)).get(0);
    }

    /** The timeline with the numbers of each phase. */
    Course course(Process process) {
        Timeline timeline = timeline(process);
        List<Scope> scopes = new ArrayList<>();
        scopes.add(process.scope());
        timeline.stages().forEach(stage -> scopes.add(Scope.phase(stage.phase().id())));
        return new Course(timeline, counters.of(scopes, null));
    }

    /** The timelines of several processes, in two statements (and one for each room that knows of missing answers). */
    public List<Timeline> timelines(List<Process> processes) {
        Instant at = now.instant();
        Map<Long, Map<Phase, List<PhaseTerms>>> byProcess = new HashMap<>();
        List<Long> ended = new ArrayList<>();
        List<Object[]> rows = entityManager
                .createQuery(
                        "select p, t from Phase p join PhaseTerms t on t.phaseId = p.id where p.processId in :ids"
                                + " order by p.position, p.id, t.n",
                        Object[].class)
                .setParameter("ids", processes.stream().map(Process::id).toList())
                .getResultList();
        for (Object[] row : rows) {
            Phase phase = (Phase) row[0];
            PhaseTerms terms = (PhaseTerms) row[1];
            byProcess
                    .computeIfAbsent(phase.processId(), id -> new LinkedHashMap<>())
                    .computeIfAbsent(phase, p -> new ArrayList<>())
                    .add(terms);
            if (!terms.contract().answers().owed().isEmpty() && terms.contract().hasEnded(at)) {
                ended.add(phase.id());
            }
        }
        Map<Long, Long> missing = missing(ended);
        return processes.stream()
                .map(process -> new Timeline(
                        process,
                        byProcess.getOrDefault(process.id(), Map.of()).entrySet().stream()
                                .map(entry -> Stage.of(
                                        entry.getKey(),
                                        entry.getValue(),
                                        missing.getOrDefault(entry.getKey().id(), 0L),
                                        at))
                                .toList(),
                        at))
                .toList();
    }

    private Map<Long, Long> missing(List<Long> phases) {
        Map<Long, Long> missing = new HashMap<>();
        if (!phases.isEmpty()) {
            unanswered.forEach(room -> room.byPhase(phases).forEach((phase, n) -> missing.merge(phase, n, Long::sum)));
        }
        return missing;
    }

    /** Public processes that are not archived, the latest published first. */
    public Slice<Process> current(Cursor after, int limit) {
        return published("archivedAt is null", after, limit);
    }

    /** Archived ones, the latest published first: they leave the lists of what goes on, and stay readable. */
    public Slice<Process> archived(Cursor after, int limit) {
        return published("archivedAt is not null", after, limit);
    }

    private static Slice<Process> published(String which, Cursor after, int limit) {
        String order = " order by publishedAt desc, id desc";
        List<Process> rows = (after == null
                        ? Process.<Process>find("publishedAt is not null and " + which + order)
                        : Process.<Process>find(
                                "publishedAt is not null and " + which
                                        + " and (publishedAt < ?1 or publishedAt = ?1 and id < ?2)" + order,
                                after.instant(0),
                                after.number(1)))
                .range(0, limit)
                .list();
        return Slice.of(rows, limit, process -> Cursor.of(process.publishedAt(), process.id()));
    }

    /** Processes that the viewer sets up, published or not. */
    public List<Process> mine() {
        return standing.administered().isEmpty()
                ? List.of()
                : Process.list("id in ?1 order by createdAt desc", standing.administered());
    }
}
