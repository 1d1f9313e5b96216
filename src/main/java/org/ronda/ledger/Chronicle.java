package org.ronda.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Rows;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Slice;

/** Reads what was done to some subjects, with who and why, for those who answer for them. */
@ApplicationScoped
public class Chronicle {
    /**
     * One event.
     *
     * @param actorId who did it, or null when that was erased
     * @param content the words, or none when they were erased
     */
    public record Entry(long id, EventKind kind, Instant at, Long actorId, SortedMap<String, String> content) {}

    @Inject
    EntityManager entityManager;

    /** The latest first; one statement, by the index of the subjects. */
    @SuppressWarnings("unchecked")
    public Slice<Entry> of(Scope one, Scope.Kind kind, Collection<Long> others, Cursor from, int limit) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select e.id, e.kind, e.gate_at, a.actor_id, c.content from ledger_event e"
                        + " left join ledger_actor a on a.event_id = e.id"
                        + " left join ledger_content c on c.event_id = e.id"
                        + " where ((e.subject_kind = :kind and e.subject_id = :id)"
                        + " or (e.subject_kind = :otherKind and e.subject_id in (:others)))"
                        + " and e.id < :before order by e.id desc")
                .setParameter("kind", one.kind().name())
                .setParameter("id", one.id())
                .setParameter("otherKind", kind.name())
                .setParameter("others", others.isEmpty() ? List.of(0L) : others)
                .setParameter("before", from == null ? Long.MAX_VALUE : from.number(0))
                .setMaxResults(limit + 1)
                .getResultList();
        return Slice.of(rows.stream().map(Chronicle::entry).toList(), limit, entry -> Cursor.of(entry.id()));
    }

    private static Entry entry(Object[] row) {
        return new Entry(
                ((Number) row[0]).longValue(),
                EventKind.of((String) row[1]).orElseThrow(),
                Rows.instant(row[2]),
                row[3] == null ? null : ((Number) row[3]).longValue(),
                words((String) row[4]));
    }

    private static SortedMap<String, String> words(String json) {
        try {
            return json == null ? Collections.emptySortedMap() : Content.read(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
