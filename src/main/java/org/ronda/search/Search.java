package org.ronda.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Scope;

/** Finds what everybody may read: by the forms of words, with accents and small typos forgiven. */
@ApplicationScoped
public class Search {
    private static final int LONGEST_QUERY = 200;
    private static final int MOST_WORDS = 24;

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
     * The best matches, one for each subject, in one statement. A word counts by its weight in the text; the letters of
     * titles count for those who typed something slightly wrong.
     *
     * @param processId or null for everywhere
     * @param kind or null for all
     * @param after where the page before ended, or null
     */
    public List<Hit> find(String typed, Long processId, String kind, Cursor after, int limit) {
        String query = typed == null ? "" : typed.strip();
        if (query.length() > LONGEST_QUERY) {
            query = query.substring(0, LONGEST_QUERY);
        }
        List<String> stems = Stems.ofAny(query).stream().limit(MOST_WORDS).toList();
        Set<String> grams = Stems.grams(query);
        if (stems.isEmpty() && grams.isEmpty()) {
            return List.of();
        }
        // six tenths of the letters of a query have to be in a title before its letters count
        int enough = Math.max(2, grams.size() * 6 / 10);
        String sql =
                "select e.subject_kind, e.subject_id, max(e.process_id), max(e.kind), max(e.language), max(e.title),"
                        + " max(e.said_at), cast(max(h.score) as bigint) as score from ("
                        + " select x.entry_id, sum(x.score) as score from ("
                        + " select entry_id, sum(weight) * 100 as score from search_term where term in (:stems) group by entry_id"
                        + " union all select entry_id, count(*) * 10 from search_gram where gram in (:grams) group by entry_id"
                        + " having count(*) >= :enough) x group by x.entry_id) h"
                        + " join search_entry e on e.id = h.entry_id where e.is_public"
                        + (processId == null ? "" : " and e.process_id = :process")
                        + (kind == null ? "" : " and e.kind = :kind")
                        + " group by e.subject_kind, e.subject_id"
                        + (after == null
                                ? ""
                                : " having cast(max(h.score) as bigint) < :score or (cast(max(h.score) as bigint) = :score"
                                        + " and (e.subject_kind > :afterKind or (e.subject_kind = :afterKind and e.subject_id < :afterId)))")
                        + " order by score desc, e.subject_kind, e.subject_id desc limit :limit";
        Query statement = entityManager
                .createNativeQuery(sql, Object[].class)
                .setParameter("stems", stems.isEmpty() ? List.of("") : stems)
                .setParameter("grams", grams.isEmpty() ? Set.of("") : grams)
                .setParameter("enough", enough)
                .setParameter("limit", limit);
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
                        instant(row[6]),
                        ((Number) row[7]).longValue()))
                .toList();
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

    private static Instant instant(Object value) {
        if (value instanceof Instant instant) {
            return instant;
        }
        return value instanceof OffsetDateTime offset ? offset.toInstant() : ((Timestamp) value).toInstant();
    }
}
