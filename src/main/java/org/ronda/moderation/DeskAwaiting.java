package org.ronda.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ronda.identity.Awaiting;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Language;
import org.ronda.process.Process;
import org.ronda.process.Role;
import org.ronda.process.Standing;

/** What waits on the desks of whoever is looking, without what somebody else has to decide: their own words and decisions. */
@ApplicationScoped
class DeskAwaiting implements Awaiting {
    private static final String NOT_MINE = " and not exists (select a.participant_id from co_author a"
            + " where a.contribution_id = c.id and a.participant_id = :me and a.state = 'ACCEPTED')";
    private static final String COUNTS = "select p.id,"
            + " (select count(*) from moderation_decision d join contribution c on c.id = d.contribution_id"
            + " where d.process_id = p.id and d.second_look_asked_at is not null and d.second_look_at is null"
            + " and d.is_in_force and d.decided_by <> :me and (d.participant_id is null or d.participant_id <> :me)"
            + NOT_MINE + "),"
            + " (select count(distinct c.id) from report r join contribution c on c.id = r.contribution_id"
            + " where c.process_id = p.id and r.decision_id is null and c.state <> 'WITHDRAWN'" + NOT_MINE + "),"
            + " (select count(*) from contribution c where c.process_id = p.id and c.state = 'HELD'" + NOT_MINE + ")"
            + " from process p where p.id in (:processes) order by p.id desc";

    @Inject
    EntityManager entityManager;

    @Inject
    Standing standing;

    @Inject
    Viewer viewer;

    @Override
    public List<Awaited> awaited(Language language) {
        Set<Long> moderated = standing.processIds().stream()
                .filter(id -> standing.is(id, Role.MODERATOR))
                .collect(Collectors.toSet());
        if (moderated.isEmpty()) {
            return List.of();
        }
        Map<Long, Process> processes = Process.<Process>list("id in ?1", moderated).stream()
                .collect(Collectors.toMap(Process::id, Function.identity()));
        List<Object[]> rows = entityManager
                .createNativeQuery(COUNTS, Object[].class)
                .setParameter("me", viewer.id())
                .setParameter("processes", moderated)
                .getResultList();
        ModerationMessages words = Moderating.words(language);
        List<Awaited> awaited = new ArrayList<>();
        for (Object[] row : rows) {
            Process process = processes.get(((Number) row[0]).longValue());
            add(awaited, process, Queue.LOOKS, row[1], words::awaitingLooks, language);
            add(awaited, process, Queue.REPORTS, row[2], words::awaitingReports, language);
            add(awaited, process, Queue.HELD, row[3], words::awaitingHeld, language);
        }
        return awaited;
    }

    private static void add(
            List<Awaited> awaited,
            Process process,
            Queue queue,
            Object counted,
            BiFunction<Integer, String, String> words,
            Language language) {
        int n = ((Number) counted).intValue();
        if (n > 0) {
            awaited.add(new Awaited(
                    words.apply(n, process.title().in(language).text()),
                    "/desk/" + process.slug() + "?queue=" + queue.key()));
        }
    }
}
