package org.ronda.comment;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.qute.TemplateExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronda.contribution.Contribution;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Kept;

/** Reads threads by key, in two statements a page whatever their length: the replies past the first fifty have pages of their own. */
@ApplicationScoped
@Unremovable
public class Talks {
    private static final int ROOTS = 20;
    static final int REPLIES = 50;
    private static final String ROWS =
            "select c.id as id, c.code as code, t.root_id as root_id, t.depth as depth, c.state as state,"
                    + " t.stance as stance, t.body as body, c.language as language, c.said_at as said_at,"
                    + " coalesce(o.name, u.name, '') as author, c.name_kind as name_kind, s.agrees as agrees,"
                    + " s.disagrees as disagrees, coalesce((select r.direction from reaction r"
                    + " join voter_of v on v.voter_id = r.voter_id where v.participant_id = :viewer"
                    + " and r.contribution_id = c.id), 0) as reaction, c.author_id as author_id,"
                    + " t.parent_id as parent_id, row_number() over (partition by t.root_id order by c.id) as place"
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

        /** The empty form, or what was kept of it while its sender signed in. */
        static CommentInput blank(Talk talk) {
            Kept kept = Arc.container().instance(Kept.class).get();
            return kept.isFor("/comments")
                            && kept.value("on").equals(talk.subject().on())
                    ? kept.as(CommentInput.class).orElseThrow()
                    : CommentInput.about(talk.subject().on(), "");
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
        Map<Long, List<Voice>> replies = replies(shown);
        List<Voice> all = new ArrayList<>();
        Map<Long, String> moreAfter = new HashMap<>();
        for (Voice root : shown) {
            List<Voice> some = replies.getOrDefault(root.id(), List.of());
            boolean isCut = some.size() > REPLIES;
            all.add(root);
            all.addAll(inTree(isCut ? some.subList(0, REPLIES) : some));
            if (isCut) {
                moreAfter.put(all.get(all.size() - 1).id(), repliesAfter(subject, root.code(), some.get(REPLIES - 1)));
            }
        }
        return new Talk(
                subject,
                all,
                moreAfter,
                hasMore ? Cursor.of(order.equals("agreed") ? last.agrees() : last.id(), last.id()) : null,
                order);
    }

    /** One comment that is no reply, with a page of the replies to it. */
    public Talk of(String on, String rootCode, String cursor) {
        Subject subject = subjects.reach(on);
        Voice root = voices(
                        query("t.subject_kind = :kind and t.subject_id = :subject and t.depth = 1 and c.code = :code")
                                .setParameter("kind", subject.scope().kind().name())
                                .setParameter("subject", subject.scope().id())
                                .setParameter("code", rootCode))
                .stream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        Cursor after = Cursor.parse(cursor, 1);
        List<Voice> some =
                voices(query("t.root_id = :root and t.depth > 1 and c.id > :after order by c.id limit " + (REPLIES + 1))
                        .setParameter("root", root.id())
                        .setParameter("after", after == null ? 0L : after.number(0)));
        boolean isCut = some.size() > REPLIES;
        List<Voice> all = new ArrayList<>();
        all.add(root);
        all.addAll(inTree(isCut ? some.subList(0, REPLIES) : some));
        Map<Long, String> moreAfter = isCut
                ? Map.of(all.get(all.size() - 1).id(), repliesAfter(subject, rootCode, some.get(REPLIES - 1)))
                : Map.of();
        return new Talk(subject, all, moreAfter, null, "oldest");
    }

    static String repliesAfter(String on, String rootCode, long id) {
        return "/comments?on=" + on + "&root=" + rootCode + "&cursor=" + Cursor.of(id);
    }

    private static String repliesAfter(Subject subject, String rootCode, Voice last) {
        return repliesAfter(subject.on(), rootCode, last.id());
    }

    /** The first replies to each root, one more than are shown. */
    private Map<Long, List<Voice>> replies(List<Voice> roots) {
        if (roots.isEmpty()) {
            return Map.of();
        }
        Query query = entityManager
                .createNativeQuery(
                        "select * from (" + ROWS + "t.root_id in (:roots) and t.depth > 1) numbered where place <= "
                                + (REPLIES + 1) + " order by root_id, id",
                        Object[].class)
                .setParameter("viewer", viewer.id())
                .setParameter("roots", roots.stream().map(Voice::id).toList());
        return voices(query).stream().collect(Collectors.groupingBy(Voice::rootId));
    }

    /** Each reply after what it answers, and before what came later to the same; what is answered may be on an earlier page. */
    private static List<Voice> inTree(List<Voice> replies) {
        Set<Long> here = replies.stream().map(Voice::id).collect(Collectors.toSet());
        Map<Long, List<Voice>> answers = replies.stream()
                .filter(reply -> here.contains(reply.parentId()))
                .collect(Collectors.groupingBy(Voice::parentId));
        List<Voice> ordered = new ArrayList<>();
        for (Voice reply : replies) {
            if (!here.contains(reply.parentId())) {
                ordered.add(reply);
                // not deeper: a reply to the deepest stands beside it
                ordered.addAll(answers.getOrDefault(reply.id(), List.of()));
            }
        }
        return ordered;
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
                row[14] != null && ((Number) row[14]).longValue() == viewer.id(),
                row[15] == null ? 0 : ((Number) row[15]).longValue());
    }

    private static Instant instant(Object value) {
        if (value instanceof OffsetDateTime offset) {
            return offset.toInstant();
        }
        return value instanceof Timestamp timestamp ? timestamp.toInstant() : (Instant) value;
    }
}
