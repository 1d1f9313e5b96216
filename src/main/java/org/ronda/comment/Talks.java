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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.Names;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Page;
import org.ronda.kernel.Rows;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Slice;
import org.ronda.kernel.Translated;
import org.ronda.organisation.Organisation;
import org.ronda.process.Process;
import org.ronda.process.Stage;
import org.ronda.process.Timeline;

/** Reads threads by key, in three statements a page whatever their length: the replies past the first fifty have pages of their own. */
@ApplicationScoped
@Unremovable
public class Talks {
    private static final int ROOTS = 20;
    static final int REPLIES = 50;
    private static final Translated.AsJson NAMES = new Translated.AsJson();
    /** What was never public leaves no mark; its author sees it, unless it went back to them. */
    private static final String REACHED =
            " (c.published_at is not null or c.author_id = :viewer and c.state <> 'DRAFT') ";

    // the board is looked up: with one more table joined, PostgreSQL plans no longer freely (join_collapse_limit)
    static final String ROWS =
            "select c.id as id, c.code as code, t.root_id as root_id, t.depth as depth, c.state as state,"
                    + " t.stance as stance, t.body as body, c.language as language, t.spoken_at as spoken_at,"
                    + " coalesce(f.name, (select b.name from board b where c.name_kind = 'BOARD' and b.id = c.name_id),"
                    + " o.name, u.name, '') as author, s.agrees as agrees,"
                    + " s.disagrees as disagrees, coalesce((select r.direction from reaction r"
                    + " join voter_of v on v.voter_id = r.voter_id where v.participant_id = :viewer"
                    + " and r.contribution_id = c.id), 0) as reaction, c.author_id as author_id,"
                    + " t.parent_id as parent_id, p.code as parent, c.words_version as words_version,"
                    + " c.version as version, o.code as organisation, c.name_title as name_title, f.code as office,"
                    + " (select b.code from board b where c.name_kind = 'BOARD' and b.id = c.name_id) as board,"
                    + " u.name as speaker, t.quote as quote, c.phase_id as phase_id"
                    + " from thread_comment t join contribution c on c.id = t.id"
                    + " join subject_count s on s.subject_kind = 'CONTRIBUTION' and s.subject_id = c.id and s.is_current"
                    + " left join participant u on u.id = c.author_id"
                    + " left join organisation o on c.name_kind = 'ORGANISATION' and o.id = c.name_id"
                    + " left join office f on c.name_kind = 'OFFICE' and f.id = c.name_id"
                    + " left join contribution p on p.id = t.parent_id";

    @Inject
    EntityManager entityManager;

    @Inject
    Subjects subjects;

    @Inject
    Viewer viewer;

    @Inject
    Names names;

    @Inject
    Page page;

    /** For templates of any room: {@code {talk:about(timeline)}}, {@code {talk:about(process, stage)}}. */
    @TemplateExtension(namespace = "talk")
    static class InTemplates {
        private InTemplates() {}

        static Talk about(Timeline timeline) {
            return first(Subject.of(timeline));
        }

        static Talk about(Process process, Stage stage) {
            return first(Subject.of(process, stage));
        }

        static Talk about(Process process, Stage stage, Contribution contribution) {
            return first(Subject.of(process, stage, contribution));
        }

        static Talk about(Subject subject) {
            return first(subject);
        }

        private static Talk first(Subject subject) {
            return Arc.container().instance(Talks.class).get().page(subject, "oldest", null);
        }

        /** The empty form, or what was kept of it while its sender signed in. */
        static CommentInput blank(Talk talk) {
            Kept kept = Arc.container().instance(Kept.class).get();
            return kept.isFor("/comments")
                            && kept.value("on").equals(talk.subject().on())
                    ? kept.as(CommentInput.class).orElseThrow()
                    : CommentInput.about(talk.subject().on(), "");
        }

        /** The same form about those words of the subject. */
        static CommentInput quoting(Talk talk, String quote, String at) {
            CommentInput blank = blank(talk);
            return blank.quote().isEmpty() && blank.body().isEmpty()
                    ? new CommentInput(talk.subject().on(), "", "", "", "", quote, at)
                    : blank;
        }

        /** Whom a reply answers, in this talk; or null. */
        static Voice answered(CommentInput input, Talk talk) {
            return Talks.answered(input.parent(), talk)
                    .map(Arc.container().instance(Talks.class).get()::one)
                    .orElse(null);
        }

        /** In whose names the viewer may speak about it, besides their own. */
        static List<Organisation> organisations(Talk talk) {
            Names names = Arc.container().instance(Names.class).get();
            Subject subject = talk.subject();
            return names.offered(subject.process().id(), () -> names.topicsOf(subject.scope()));
        }

        /** For which offices and boards the viewer may give that reply; for none what is no reply. */
        static List<Names.Body> bodies(CommentInput input, Talk talk) {
            return input.parent().isEmpty()
                    ? List.of()
                    : Arc.container().instance(Talks.class).get().bodies(talk.subject());
        }

        /** Whether the viewer may give official replies where nothing else is said any more. */
        static boolean isAnswering(Talk talk) {
            return !talk.subject().mayComment()
                    && !Arc.container()
                            .instance(Talks.class)
                            .get()
                            .bodies(talk.subject())
                            .isEmpty();
        }

        /** Whether what is being written is a reply that only an office or a board may still give. */
        static boolean isAnswer(CommentInput input, Talk talk) {
            return !input.parent().isEmpty() && isAnswering(talk);
        }

        static Errors noErrors() {
            return Errors.NONE;
        }
    }

    /** Whom the viewer may reply for about a subject; none costs no statement where nobody is signed in. */
    List<Names.Body> bodies(Subject subject) {
        return subject.mayBeAnswered() ? names.bodies(subject.process()) : List.of();
    }

    /** What may be replied to in a talk: it is public, and part of it. */
    static Optional<Comment> answered(String code, Talk talk) {
        return Comment.byCode(code)
                .filter(Comment::isPublished)
                .filter(found -> found.subject().equals(talk.subject().scope()));
    }

    Talk page(Subject subject, String order, String cursor) {
        Slice<Voice> roots = roots(subject, Order.of(order), cursor, ROOTS);
        Map<Long, List<Voice>> replies = replies(roots.items());
        List<Voice> all = new ArrayList<>();
        Map<Long, String> moreAfter = new HashMap<>();
        for (Voice root : roots.items()) {
            List<Voice> some = replies.getOrDefault(root.id(), List.of());
            boolean isCut = some.size() > REPLIES;
            all.add(root);
            all.addAll(inTree(isCut ? some.subList(0, REPLIES) : some));
            if (isCut) {
                moreAfter.put(
                        all.get(all.size() - 1).id(),
                        repliesAfter(subject.on(), root.code(), key(some.get(REPLIES - 1))));
            }
        }
        return new Talk(subject, all, moreAfter, roots.next(), order, null);
    }

    /** In which order the comments that are no reply are read. */
    enum Order {
        OLDEST,
        NEWEST,
        AGREED;

        static Order of(String asked) {
            return switch (asked) {
                case "oldest" -> OLDEST;
                case "newest" -> NEWEST;
                case "agreed" -> AGREED;
                default -> throw new BadRequestException();
            };
        }
    }

    /**
     * Comments that are no reply, each order from an index. By time they stay where they are; by agreement the cursor
     * says after how much agreement to read on, so that a comment which gains or loses some while pages are turned may be
     * missed or met twice, and none else.
     */
    Slice<Voice> roots(Subject subject, Order order, String cursor, int limit) {
        Cursor after = Cursor.parse(cursor, 2);
        boolean isAgreed = order == Order.AGREED;
        Query query = query(rootsIn(order, after != null, limit + 1))
                .setParameter("kind", subject.scope().kind().name())
                .setParameter("subject", subject.scope().id());
        if (after != null) {
            query.setParameter("key", isAgreed ? (Object) after.integer(0) : after.instant(0))
                    .setParameter("id", after.number(1));
        }
        return Slice.of(voices(query), limit, last -> isAgreed ? Cursor.of(last.agrees(), last.id()) : key(last));
    }

    /** First the few ids, by index alone; the order names all columns of the index, which H2 needs to see it. */
    static String rootsIn(Order order, boolean isLater, int limit) {
        String key = order == Order.AGREED ? "s.agrees" : "t.spoken_at";
        String way = order == Order.OLDEST ? "" : " desc";
        String ids = order == Order.AGREED ? agreedIds(isLater, limit) : spokenIds(way, isLater, limit);
        return " where t.id in (" + ids + ") order by " + key + way + ", t.id" + way;
    }

    private static String spokenIds(String way, boolean isLater, int limit) {
        String than = way.isEmpty() ? ">" : "<";
        return "select t.id from thread_comment t join contribution c on c.id = t.id"
                + " where t.subject_kind = :kind and t.subject_id = :subject and t.depth = 1 and" + REACHED
                + (isLater
                        ? " and t.spoken_at " + than + "= :key and (t.spoken_at " + than + " :key or t.id " + than
                                + " :id)"
                        : "")
                + " order by t.subject_kind, t.subject_id, t.depth, t.spoken_at" + way + ", t.id" + way + " limit "
                + limit;
    }

    /** So many comments have the same agreement that those of it and those of less are two walks of the index. */
    private static String agreedIds(boolean isLater, int limit) {
        if (!isLater) {
            return agreedIds("", limit);
        }
        return "select f.id from ((" + agreedIds(" and s.agrees = :key and s.subject_id < :id", limit) + ") union all ("
                + agreedIds(" and s.agrees < :key", limit) + ")) f order by f.agrees desc, f.id desc limit " + limit;
    }

    private static String agreedIds(String which, int limit) {
        return "select s.subject_id as id" + (which.isEmpty() ? "" : ", s.agrees as agrees")
                + " from subject_count s join contribution c on c.id = s.subject_id"
                + " where s.within_kind = :kind and s.within_id = :subject and s.is_current" + which + " and" + REACHED
                + "order by s.within_kind, s.within_id, s.is_current, s.agrees desc, s.subject_id desc"
                + " limit " + limit;
    }

    /** One comment that is no reply, with a page of the replies to it. */
    Talk of(String on, String rootCode, String cursor) {
        Subject subject = subjects.reach(on);
        Voice root = root(subject, rootCode);
        Slice<Voice> replies = repliesTo(root, cursor, REPLIES);
        List<Voice> all = new ArrayList<>();
        all.add(root);
        all.addAll(inTree(replies.items()));
        Map<Long, String> moreAfter = replies.next() == null
                ? Map.of()
                : Map.of(all.get(all.size() - 1).id(), repliesAfter(on, rootCode, replies.next()));
        return new Talk(subject, all, moreAfter, null, "oldest", null);
    }

    /** A comment on that subject that is no reply. */
    Voice root(Subject subject, String code) {
        return voices(query(" where" + REACHED + "and t.subject_kind = :kind and t.subject_id = :subject"
                                + " and t.depth = 1 and c.code = :code")
                        .setParameter("kind", subject.scope().kind().name())
                        .setParameter("subject", subject.scope().id())
                        .setParameter("code", code))
                .stream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    Slice<Voice> repliesTo(Voice root, String cursor, int limit) {
        Cursor after = Cursor.parse(cursor, 2);
        Query query = query(" where" + REACHED + "and t.root_id = :root and t.depth > 1"
                        + (after == null ? "" : " and t.spoken_at >= :key and (t.spoken_at > :key or t.id > :id)")
                        + " order by t.root_id, t.spoken_at, t.id limit " + (limit + 1))
                .setParameter("root", root.id());
        if (after != null) {
            query.setParameter("key", after.instant(0)).setParameter("id", after.number(1));
        }
        return Slice.of(voices(query), limit, Talks::key);
    }

    /**
     * A few comments of a phase about each of some subjects, by the ids of these: those with most agreement, or the newest;
     * none that is a reply. In two statements.
     */
    public Map<Long, List<Voice>> picked(
            Scope.Kind kind, Collection<Long> subjects, long phaseId, boolean isNewest, int each) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        String order = (isNewest ? "" : "s.agrees desc, ") + "t.spoken_at desc, t.id desc";
        List<Object[]> places = entityManager
                .createNativeQuery(
                        "select f.id, f.subject from (select t.id as id, t.subject_id as subject, row_number() over"
                                + " (partition by t.subject_id order by " + order + ") as place from thread_comment t"
                                + " join contribution c on c.id = t.id join subject_count s"
                                + " on s.subject_kind = 'CONTRIBUTION' and s.subject_id = c.id and s.is_current"
                                + " where t.subject_kind = :kind and t.subject_id in (:subjects) and t.depth = 1"
                                + " and c.phase_id = :phase and c.state = 'PUBLISHED') f where f.place <= :each"
                                + " order by f.subject, f.place",
                        Object[].class)
                .setParameter("kind", kind.name())
                .setParameter("subjects", subjects)
                .setParameter("phase", phaseId)
                .setParameter("each", each)
                .getResultList();
        if (places.isEmpty()) {
            return Map.of();
        }
        Map<Long, Voice> voices = voices(query(" where t.id in (:ids)")
                        .setParameter(
                                "ids",
                                places.stream()
                                        .map(row -> ((Number) row[0]).longValue())
                                        .toList()))
                .stream()
                .collect(Collectors.toMap(Voice::id, Function.identity()));
        return places.stream()
                .collect(Collectors.groupingBy(
                        row -> ((Number) row[1]).longValue(),
                        Collectors.mapping(row -> voices.get(((Number) row[0]).longValue()), Collectors.toList())));
    }

    /** One comment of a subject that the viewer reaches; where its words went, its mark. */
    Voice one(Comment comment) {
        return voices(query(" where" + REACHED + "and c.id = :id").setParameter("id", comment.id())).stream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** The page that begins with this comment, or with what it is a reply to. */
    Talk beginningWith(String on, Comment comment) {
        String before = before(comment).toString();
        return comment.isRoot() ? page(subjects.reach(on), "oldest", before) : of(on, rootOf(comment), before);
    }

    /** Where that page is. */
    static String addressOf(String on, Comment comment) {
        return comment.isRoot()
                ? "/comments?on=" + on + "&order=oldest&cursor=" + before(comment)
                : repliesAfter(on, rootOf(comment), before(comment));
    }

    private static Cursor before(Comment comment) {
        return Cursor.of(comment.spokenAt(), comment.id() - 1);
    }

    private static String rootOf(Comment reply) {
        return Comment.<Comment>findById(reply.rootId()).code();
    }

    private static Cursor key(Voice last) {
        return Cursor.of(last.saidAt(), last.id());
    }

    private static String repliesAfter(String on, String rootCode, Cursor cursor) {
        return "/comments?on=" + on + "&root=" + rootCode + "&cursor=" + cursor;
    }

    /**
     * The first replies to each root, one more than are shown; each root reads its own part of the index and no more.
     * Which they are is asked first, and their words then by these ids: in one statement both databases guess how many
     * there will be, and walk the table. The root comes along with its replies, so that the index alone tells which:
     * a plan that has to look at the rows reads all replies that there are.
     */
    private Map<Long, List<Voice>> replies(List<Voice> roots) {
        if (roots.isEmpty()) {
            return Map.of();
        }
        Query which = entityManager.createNativeQuery(IntStream.range(0, roots.size())
                .mapToObj(n -> "(select t.id from thread_comment t join contribution c on c.id = t.id"
                        + " where t.root_id = :root" + n + " and" + REACHED
                        + "order by t.root_id, t.spoken_at, t.id limit " + (REPLIES + 2) + ")")
                .collect(Collectors.joining(" union all ")));
        which.setParameter("viewer", viewer.id());
        for (int n = 0; n < roots.size(); n++) {
            which.setParameter("root" + n, roots.get(n).id());
        }
        List<?> ids = new ArrayList<>(which.getResultList());
        ids.removeAll(roots.stream().map(Voice::id).toList());
        if (ids.isEmpty()) {
            return Map.of();
        }
        return voices(query(" where t.id in (:ids) order by t.root_id, t.spoken_at, t.id")
                        .setParameter("ids", ids))
                .stream()
                .collect(Collectors.groupingBy(Voice::rootId));
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
                Rows.instant(row[8]),
                row[20] == null && row[21] == null
                        ? (String) row[9]
                        : NAMES.convertToEntityAttribute((String) row[9])
                                .in(page.language())
                                .text(),
                ((Number) row[10]).intValue(),
                ((Number) row[11]).intValue(),
                ((Number) row[12]).intValue(),
                row[13] != null && ((Number) row[13]).longValue() == viewer.id(),
                row[14] == null ? 0 : ((Number) row[14]).longValue(),
                (String) row[15],
                ((Number) row[16]).intValue(),
                ((Number) row[17]).longValue(),
                (String) row[18],
                row[19] == null ? "" : (String) row[19],
                (String) row[20],
                (String) row[21],
                row[21] == null ? null : (String) row[22],
                (String) row[23],
                row[24] == null ? 0 : ((Number) row[24]).longValue());
    }
}
