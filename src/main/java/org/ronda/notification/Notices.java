package org.ronda.notification;

import io.quarkus.arc.All;
import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.qute.TemplateExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronda.identity.Awaiting;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Language;
import org.ronda.kernel.Rows;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Slice;
import org.ronda.ledger.EverySubject;
import org.ronda.ledger.Subject;

/**
 * What is new for somebody: the notices about what they wrote, support or follow, since they last read them, as far as
 * they reach it now. Read by subject from an index; nobody is told of what they did themselves.
 */
@ApplicationScoped
@Unremovable
public class Notices {
    static final int PAGE = 20;

    private static final String SINCE =
            "coalesce((select r.read_to from notice_reader r where r.participant_id = :me), 0)";

    /** Conditions on a notice {@code n} about what is followed, {@code x}. */
    private static final String NEW = " n.about_kind = x.kind and n.about_id = x.id and n.at >= x.since";

    private static final String BY_ANOTHER = " and not exists (select a.event_id from ledger_actor a"
            + " where a.event_id = n.event_id and a.actor_id = :me)";
    private static final String STILL_SAID = " and (n.kind not in (" + Happening.names(Happening.OF_PUBLIC_WORDS)
            + ") or exists (select c.id from ledger_event e join contribution c on c.id = e.subject_id"
            + " where e.id = n.event_id and c.state = 'PUBLISHED'))";
    private static final String SUMMED = " n.kind in (" + Happening.names(Happening.SUMMED) + ")";
    private static final String OWN = " exists (select w.participant_id from co_author w"
            + " where w.contribution_id = x.id and w.participant_id = :me and w.state = 'ACCEPTED')";
    private static final String IN_PUBLIC_PROCESS =
            " exists (select p.id from process p where p.published_at is not null and p.id = case x.kind"
                    + " when 'PROCESS' then x.id else (select b.process_id from contribution b where b.id = x.id) end)";

    private static final String COUNT = "select count(*) from " + Following.FOLLOWED + " x where exists ("
            + "select n.position from notice n where" + NEW + " and n.position > " + SINCE + " and not" + SUMMED
            + BY_ANOTHER + STILL_SAID + ") and" + IN_PUBLIC_PROCESS;

    private static final String TOLD = " from " + Following.FOLLOWED + " x join notice n on" + NEW
            + " and n.position > :after and n.position <= :to where (not" + SUMMED + " or" + OWN + ")" + BY_ANOTHER
            + STILL_SAID + " and" + IN_PUBLIC_PROCESS;
    private static final String SUBJECTS = "select x.kind, x.id, max(n.position)" + TOLD
            + " group by x.kind, x.id having max(n.position) < :before order by 3 desc";
    private static final String DETAILS = "select x.kind, x.id, n.kind, sum(n.times), max(n.position), max(n.at)" + TOLD
            + " and x.id in (:ids) group by x.kind, x.id, n.kind order by 5 desc";

    /** What happened to a subject: what and how often, the latest first. */
    record News(String title, String address, List<Told> told, Instant at, long position) {
        /** All of it in one line. */
        public String inWords(Language language) {
            return told.stream().map(one -> one.what.in(language, one.times)).collect(Collectors.joining(" · "));
        }
    }

    record Told(Happening what, int times, Instant at) {}

    @Inject
    EntityManager entityManager;

    @Inject
    EverySubject subjects;

    @Inject
    @All
    List<Awaiting> rooms;

    @Inject
    Viewer viewer;

    /** For the header: {@code {notices:count}}. */
    @TemplateExtension(namespace = "notices")
    static class InTemplates {
        private InTemplates() {}

        static long count() {
            return Arc.container().instance(Notices.class).get().mine();
        }
    }

    long mine() {
        return count(viewer.id());
    }

    /** How many subjects have something new. One statement: one look into an index for each subject that is followed. */
    long count(long me) {
        return ((Number) entityManager
                        .createNativeQuery(COUNT)
                        .setParameter("me", me)
                        .getSingleResult())
                .longValue();
    }

    /** What waits for whoever is looking. */
    List<Awaiting.Awaited> awaited(Language language) {
        return rooms.stream().flatMap(room -> room.awaited(language).stream()).toList();
    }

    /** Up to where the ledger was noted. */
    long head() {
        return (Long) entityManager
                .createNativeQuery("select position from notice_head where id = 1", Long.class)
                .getSingleResult();
    }

    /** Up to where somebody has read; 0 for who never said so. */
    long readTo(long me) {
        return NoticeReader.<NoticeReader>findByIdOptional(me)
                .map(reader -> reader.readTo)
                .orElse(0L);
    }

    /**
     * A page of the news after one place of the ledger and up to another, by subject, the latest first; as whoever is
     * looking reaches it.
     */
    Slice<News> news(long me, long after, long to, Cursor from, int limit, Language language) {
        List<Object[]> rows = told(SUBJECTS, me, after, to)
                .setParameter("before", from == null ? Long.MAX_VALUE : from.number(0))
                .setMaxResults(limit + 1)
                .getResultList();
        Slice<Object[]> page = Slice.of(rows, limit, last -> Cursor.of(last[2]));
        List<Scope> about = page.items().stream().map(Notices::scope).toList();
        if (about.isEmpty()) {
            return new Slice<>(List.of(), null);
        }
        Map<Scope, Subject> described = subjects.describe(about, language);
        Map<Scope, List<Told>> details = details(me, after, to, about, described);
        List<News> news = new ArrayList<>();
        for (Object[] row : page.items()) {
            Subject subject = described.get(scope(row));
            List<Told> told = details.getOrDefault(scope(row), List.of());
            if (subject.isReached() && !told.isEmpty()) {
                news.add(new News(
                        subject.title(), subject.address(), told, told.get(0).at, ((Number) row[2]).longValue()));
            }
        }
        return new Slice<>(news, page.next());
    }

    private Map<Scope, List<Told>> details(
            long me, long after, long to, List<Scope> about, Map<Scope, Subject> described) {
        List<Object[]> rows = told(DETAILS, me, after, to)
                .setParameter("ids", about.stream().map(Scope::id).toList())
                .getResultList();
        Map<Scope, List<Told>> details = new HashMap<>();
        Set<Scope> asked = new HashSet<>(about);
        for (Object[] row : rows) {
            Scope subject = scope(row);
            Happening what = Happening.valueOf((String) row[2]);
            int times = ((Number) row[3]).intValue();
            boolean isTold = !Happening.SUMMED.contains(what)
                    || times > 0
                            && !(what == Happening.SUPPORTED
                                    && described.get(subject).isTallyHidden());
            if (asked.contains(subject) && isTold) {
                details.computeIfAbsent(subject, key -> new ArrayList<>())
                        .add(new Told(what, times, Rows.instant(row[5])));
            }
        }
        return details;
    }

    private Query told(String sql, long me, long after, long to) {
        return entityManager
                .createNativeQuery(sql, Object[].class)
                .setParameter("me", me)
                .setParameter("after", after)
                .setParameter("to", to);
    }

    private static Scope scope(Object[] row) {
        return new Scope(Scope.Kind.valueOf((String) row[0]), ((Number) row[1]).longValue());
    }
}
