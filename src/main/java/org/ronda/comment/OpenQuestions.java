package org.ronda.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Excerpt;
import org.ronda.kernel.Rows;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Slice;
import org.ronda.process.Process;

/**
 * The public questions in the processes that an office or a board decides that have no public official reply. Each process walks its
 * own part of one index, which holds none that was answered.
 */
@ApplicationScoped
class OpenQuestions {
    static final int PAGE = 20;

    private static final String WAITING = " from thread_comment t join contribution c on c.id = t.id"
            + " where t.official_replies = 0 and c.state = 'PUBLISHED' and (t.subject_kind <> 'CONTRIBUTION'"
            // under what is gone nobody can answer
            + " or exists (select a.id from contribution a where a.id = t.subject_id and a.state = 'PUBLISHED'))"
            + " and not exists (select q.contribution_id from outcome q where q.contribution_id = c.id"
            + " and q.published_at is not null) and ";
    private static final String DETAILS = "select t.id, c.code, t.body, c.language, t.spoken_at,"
            + " coalesce(o.name, u.name, ''), t.subject_kind, coalesce(s.code, f.code, p.slug), t.question_in,"
            + " case when c.is_owed_answer then c.answer_due_at end, t.subject_id"
            + " from thread_comment t join contribution c on c.id = t.id"
            + " left join participant u on u.id = c.author_id"
            + " left join organisation o on c.name_kind = 'ORGANISATION' and o.id = c.name_id"
            + " left join contribution s on t.subject_kind = 'CONTRIBUTION' and s.id = t.subject_id"
            + " left join phase f on t.subject_kind = 'PHASE' and f.id = t.subject_id"
            + " left join process p on t.subject_kind = 'PROCESS' and p.id = t.subject_id"
            + " where t.id in (:ids) order by t.spoken_at, t.id";

    /**
     * A question that waits.
     *
     * @param on how forms name what it is about
     * @param dueAt until when an answer was promised, or null
     */
    record Waiting(
            long id,
            String code,
            String body,
            String language,
            Instant askedAt,
            String author,
            String on,
            Process process,
            Instant dueAt) {
        public String excerpt() {
            return Excerpt.ofMarkdown(body, 400);
        }

        public String address() {
            return Comment.addressOf(code);
        }
    }

    @Inject
    EntityManager entityManager;

    @Inject
    Subjects subjects;

    /** How many wait for each body, by the processes that it decides; one statement whatever their number. */
    Map<Long, Integer> counts(Map<Long, List<Process>> processes) {
        Set<Long> ids = processes.values().stream()
                .flatMap(List::stream)
                .map(Process::id)
                .collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select t.question_in, count(*)" + WAITING
                                + "t.question_in in (:processes) group by t.question_in",
                        Object[].class)
                .setParameter("processes", ids)
                .getResultList();
        Map<Long, Integer> byProcess = rows.stream()
                .collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), row -> ((Number) row[1]).intValue()));
        Map<Long, Integer> counts = new HashMap<>();
        processes.forEach((body, decided) -> counts.put(
                body,
                decided.stream()
                        .mapToInt(one -> byProcess.getOrDefault(one.id(), 0))
                        .sum()));
        return counts;
    }

    /** The oldest first. */
    Slice<Waiting> of(List<Process> decided, String cursor, int limit) {
        Cursor after = Cursor.parse(cursor, 2);
        Map<Long, Process> processes = decided.stream().collect(Collectors.toMap(Process::id, Function.identity()));
        if (processes.isEmpty()) {
            return new Slice<>(List.of(), null);
        }
        List<Long> of = List.copyOf(processes.keySet());
        String oldest = IntStream.range(0, of.size())
                .mapToObj(n -> "(select t.id as id, t.spoken_at as spoken_at" + WAITING + "t.question_in = :process" + n
                        + (after == null ? "" : " and t.spoken_at >= :at and (t.spoken_at > :at or t.id > :id)")
                        + " order by t.question_in, t.official_replies, t.spoken_at, t.id limit " + (limit + 1) + ")")
                .collect(Collectors.joining(" union all "));
        Query which = entityManager.createNativeQuery(
                "select w.id from (" + oldest + ") w order by w.spoken_at, w.id limit " + (limit + 1));
        for (int n = 0; n < of.size(); n++) {
            which.setParameter("process" + n, of.get(n));
        }
        if (after != null) {
            which.setParameter("at", after.instant(0)).setParameter("id", after.number(1));
        }
        List<?> ids = which.getResultList();
        return ids.isEmpty()
                ? new Slice<>(List.of(), null)
                : Slice.of(details(ids, processes), limit, last -> Cursor.of(last.askedAt(), last.id()));
    }

    private List<Waiting> details(List<?> ids, Map<Long, Process> processes) {
        List<Object[]> rows = entityManager
                .createNativeQuery(DETAILS, Object[].class)
                .setParameter("ids", ids)
                .getResultList();
        return rows.stream()
                .map(row -> new Waiting(
                        ((Number) row[0]).longValue(),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        Rows.instant(row[4]),
                        (String) row[5],
                        on(row),
                        processes.get(((Number) row[8]).longValue()),
                        Rows.instant(row[9])))
                .toList();
    }

    private String on(Object[] row) {
        Scope.Kind kind = Scope.Kind.valueOf((String) row[6]);
        return switch (kind) {
            case PROCESS -> "process:" + row[7];
            case PHASE -> "phase:" + row[7];
            case CONTRIBUTION -> "proposal:" + row[7];
            // a page of these is short
            default -> subjects.nameOf(new Scope(kind, ((Number) row[10]).longValue()));
        };
    }
}
