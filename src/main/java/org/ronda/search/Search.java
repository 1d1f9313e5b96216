package org.ronda.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Rows;
import org.ronda.kernel.Scope;

/** Finds what everybody may read: by the forms of words, with accents and small typos forgiven. */
@ApplicationScoped
public class Search {
    private static final int LONGEST_QUERY = 200;
    private static final int MOST_WORDS = 12;
    private static final int FEWEST_GRAMS = 4;

    /** One thing found; the score only orders. */
    public record Hit(
            Scope subject, Long processId, String kind, String language, String title, Instant saidAt, long score) {
        public Cursor cursor() {
            return Cursor.of(score, subject.kind(), subject.id());
        }
    }

    /** A title that resembles another, from 0 to 100. */
    public record Similar(Scope subject, String title, int likeness) {}

    @Inject
    EntityManager entityManager;

    /**
     * The best matches, one for each subject, in one statement: first what has more of the words, then what has them in
     * its title. A word that is not there counts half where a title has most of its groups of three letters, so that
     * something typed slightly wrong is found, after what is exact.
     *
     * @param processId or null for everywhere
     * @param kind or null for all
     * @param after where the page before ended, or null
     */
    public List<Hit> find(String typed, Long processId, String kind, Cursor after, int limit) {
        List<String> words = words(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        String sql =
                "select r.subject_kind, r.subject_id, r.process_id, r.kind, r.language, r.title, r.said_at, r.score"
                        + " from (select e.subject_kind, e.subject_id, e.process_id, e.kind, e.language, e.title, e.said_at,"
                        + " h.score, row_number() over (partition by e.subject_kind, e.subject_id order by h.score desc, e.id)"
                        + " as place from (select y.entry_id, cast(sum(y.score) as bigint) as score from ("
                        + "select x.entry_id, x.word, max(x.score) as score from ("
                        + exact(words, parameters)
                        + alike(words, parameters)
                        + ") x group by x.entry_id, x.word) y group by y.entry_id) h"
                        + " join search_entry e on e.id = h.entry_id where e.is_public"
                        + (processId == null ? "" : " and e.process_id = :process")
                        + (kind == null ? "" : " and e.kind = :kind")
                        + ") r where r.place = 1"
                        + (after == null
                                ? ""
                                : " and (r.score < :score or (r.score = :score and (r.subject_kind > :afterKind"
                                        + " or (r.subject_kind = :afterKind and r.subject_id < :afterId))))")
                        + " order by r.score desc, r.subject_kind, r.subject_id desc limit :limit";
        Query statement = entityManager.createNativeQuery(sql, Object[].class).setParameter("limit", limit);
        parameters.forEach(statement::setParameter);
        if (processId != null) {
            statement.setParameter("process", processId);
        }
        if (kind != null) {
            statement.setParameter("kind", kind);
        }
        if (after != null) {
            statement
                    .setParameter("score", after.number(0))
                    .setParameter("afterKind", after.text(1))
                    .setParameter("afterId", after.number(2));
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = statement.getResultList();
        return rows.stream()
                .map(row -> new Hit(
                        new Scope(Scope.Kind.valueOf((String) row[0]), ((Number) row[1]).longValue()),
                        row[2] == null ? null : ((Number) row[2]).longValue(),
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        Rows.instant(row[6]),
                        ((Number) row[7]).longValue()))
                .toList();
    }

    private static List<String> words(String typed) {
        String query = typed == null ? "" : typed;
        return Stems.words(query.length() > LONGEST_QUERY ? query.substring(0, LONGEST_QUERY) : query).stream()
                .limit(MOST_WORDS)
                .toList();
    }

    private static String exact(List<String> words, Map<String, Object> parameters) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            for (String stem : Stems.ofAny(words.get(i))) {
                rows.add(row(i, parameters, "t", stem, ""));
            }
        }
        return "select t.entry_id, q.word, cast(1000 + 10 * t.weight as bigint) as score from (values "
                + String.join(", ", rows)
                + ") q (word, term) join search_term t on t.term = q.term";
    }

    private static String alike(List<String> words, Map<String, Object> parameters) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Set<String> grams = Stems.grams(words.get(i));
            if (grams.size() < FEWEST_GRAMS) {
                continue;
            }
            // one wrong letter spoils three groups and two that changed places four, so half is what a word keeps
            int enough = (grams.size() + 1) / 2;
            for (String gram : grams) {
                rows.add(row(i, parameters, "g", gram, ", " + grams.size() + ", " + enough));
            }
        }
        return rows.isEmpty()
                ? ""
                : " union all select g.entry_id, q.word, 400 + 100 * count(*) / max(q.n) from (values "
                        + String.join(", ", rows)
                        + ") q (word, gram, n, enough) join search_gram g on g.gram = q.gram"
                        + " group by g.entry_id, q.word having count(*) >= max(q.enough)";
    }

    private static String row(int word, Map<String, Object> parameters, String prefix, String text, String more) {
        String name = prefix + parameters.size();
        parameters.put(name, text);
        return "(" + word + ", cast(:" + name + " as varchar(64))" + more + ")";
    }

    /** Titles of one kind in a process that resemble this one (Dice's coefficient of their groups of three letters). */
    public List<Similar> similar(String title, long processId, String kind, int limit) {
        Set<String> grams = Stems.grams(title).stream().limit(150).collect(Collectors.toSet());
        if (grams.size() < 4) {
            return List.of();
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select e.subject_kind, e.subject_id, e.title, 200 * s.common / (:size +"
                                + " (select count(*) from search_gram g where g.entry_id = e.id)) as likeness from"
                                + " (select entry_id, count(*) as common from search_gram where gram in (:grams)"
                                + " group by entry_id having count(*) >= :least) s join search_entry e on e.id = s.entry_id"
                                + " where e.is_public and e.process_id = :process and e.kind = :kind"
                                + " order by likeness desc, e.subject_id limit :limit",
                        Object[].class)
                .setParameter("size", (long) grams.size())
                .setParameter("grams", grams)
                .setParameter("least", Math.max(3, grams.size() / 4))
                .setParameter("process", processId)
                .setParameter("kind", kind)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream()
                .map(row -> new Similar(
                        new Scope(Scope.Kind.valueOf((String) row[0]), ((Number) row[1]).longValue()),
                        (String) row[2],
                        ((Number) row[3]).intValue()))
                .filter(similar -> similar.likeness() >= 45)
                .toList();
    }
}
