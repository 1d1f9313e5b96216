package org.ronda.comment;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.qute.TemplateExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.ws.rs.BadRequestException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ronda.contribution.Contribution;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Errors;

/** Reads threads by key, in two statements a page whatever their length. */
@ApplicationScoped
@Unremovable
public class Talks {
    private static final int ROOTS = 20;
    private static final int MOST_REPLIES = 200;
    private static final String ROWS =
            "select c.id, c.code, t.root_id, t.depth, c.state, t.stance, t.body, c.language, c.said_at,"
                    + " coalesce(o.name, u.name, ''), c.name_kind, s.agrees, s.disagrees,"
                    + " coalesce((select r.direction from reaction r join voter_of v on v.voter_id = r.voter_id"
                    + " where v.participant_id = :viewer and r.contribution_id = c.id), 0), c.author_id"
                    + " from thread_comment t join contribution c on c.id = t.id"
                    + " join subject_count s on s.subject_kind = 'CONTRIBUTION' and s.subject_id = c.id and s.is_current"
                    + " left join participant u on u.id = c.author_id"
                    + " left join organisation o on c.name_kind = 'ORGANISATION' and o.id = c.name_id"
                    + " where (c.state <> 'HELD' or c.author_id = :viewer) and ";

    @Inject
    EntityManager entityManager;

    @Inject
    Subjects subjects;

    @Inject
    Viewer viewer;

    /** For templates of any room: {@code {talk:about('proposal:' + code)}}. */
    @TemplateExtension(namespace = "talk")
    static class InTemplates {
        private InTemplates() {}

        static Talk about(String kind, String code) {
            return Arc.container().instance(Talks.class).get().page(kind + ":" + code, "oldest", null);
        }

        static CommentInput blank(Talk talk) {
            return CommentInput.about(talk.subject().on(), "");
        }

        static Errors noErrors() {
            return Errors.NONE;
        }
    }

    public Talk page(String on, String order, String cursor) {
        Subject subject = subjects.reach(on);
        Cursor after = Cursor.parse(cursor, 2);
        String key = order.equals("agreed") ? "s.agrees" : "c.id";
        boolean isUp = order.equals("oldest");
        if (!isUp && !order.equals("newest") && !order.equals("agreed")) {
            throw new BadRequestException();
        }
        String compare = isUp ? ">" : "<";
        String where = "t.subject_kind = :kind and t.subject_id = :subject and t.depth = 1"
                + (after == null
                        ? ""
                        : " and (" + key + " " + compare + " :key or (" + key + " = :key and c.id " + compare
                                + " :id))")
                + " order by " + key + (isUp ? "" : " desc") + ", c.id" + (isUp ? "" : " desc") + " limit "
                + (ROOTS + 1);
        Query query = query(where)
                .setParameter("kind", subject.scope().kind().name())
                .setParameter("subject", subject.scope().id());
        if (after != null) {
            query.setParameter("key", after.number(0)).setParameter("id", after.number(1));
        }
        List<Voice> roots = voices(query);
        boolean hasMore = roots.size() > ROOTS;
        List<Voice> shown = hasMore ? roots.subList(0, ROOTS) : roots;
        Voice last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
        return new Talk(
                subject,
                withReplies(shown),
                hasMore ? Cursor.of(order.equals("agreed") ? last.agrees() : last.id(), last.id()) : null,
                order);
    }

    private List<Voice> withReplies(List<Voice> roots) {
        if (roots.isEmpty()) {
            return roots;
        }
        Query query = query("t.root_id in (:roots) and t.depth > 1 order by t.root_id, c.id limit " + MOST_REPLIES)
                .setParameter("roots", roots.stream().map(Voice::id).toList());
        Map<Long, List<Voice>> replies = voices(query).stream().collect(Collectors.groupingBy(Voice::rootId));
        List<Voice> all = new ArrayList<>();
        for (Voice root : roots) {
            all.add(root);
            all.addAll(replies.getOrDefault(root.id(), List.of()));
        }
        return all;
    }

    private Query query(String where) {
        return entityManager.createNativeQuery(ROWS + where, Object[].class).setParameter("viewer", viewer.id());
    }

    @SuppressWarnings("unchecked")
    private List<Voice> voices(Query query) {
        return ((List<Object[]>) query.getResultList())
                .stream().map(this::voice).toList();
    }

    private Voice voice(Object[] row) {
        return new Voice(
                ((Number) row[0]).longValue(),
                (String) row[1],
                ((Number) row[2]).longValue(),
                ((Number) row[3]).intValue(),
                Contribution.State.valueOf((String) row[4]),
                row[5] == null ? null : Comment.Stance.valueOf((String) row[5]),
                (String) row[6],
                (String) row[7],
                instant(row[8]),
                (String) row[9],
                "ORGANISATION".equals(row[10]),
                ((Number) row[11]).intValue(),
                ((Number) row[12]).intValue(),
                ((Number) row[13]).intValue(),
                row[14] != null && ((Number) row[14]).longValue() == viewer.id());
    }

    private static Instant instant(Object value) {
        if (value instanceof OffsetDateTime offset) {
            return offset.toInstant();
        }
        return value instanceof Timestamp timestamp ? timestamp.toInstant() : (Instant) value;
    }
}
