package org.ronda.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ronda.contribution.Contribution;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Slice;
import org.ronda.process.Phase;
import org.ronda.process.Topic;
import org.ronda.search.Search;

/** Reads the topics that came from the entries of a topics phase, and the entries that wait to be put together. */
@ApplicationScoped
class TopicReading {
    /** How many entries of a topic its list names; the others are a list of their own. */
    private static final int NAMED = 5;

    private static final int PAGE = 50;
    private static final int FOUND = 200;
    private static final String ORIGINS = "select r.topic_id, r.code, r.title, r.language, r.state, r.entries, r.there"
            + " from (select o.topic_id, c.code, p.title, c.language, c.state,"
            + " count(*) over (partition by o.topic_id) as entries,"
            + " sum(case when c.state = 'PUBLISHED' then 1 else 0 end) over (partition by o.topic_id) as there,"
            + " row_number() over (partition by o.topic_id order by"
            + " case when c.state = 'PUBLISHED' then 0 else 1 end, s.supports desc, c.id) as place"
            + " from topic_origin o join topic t on t.id = o.topic_id join contribution c on c.id = o.contribution_id"
            + " join proposal p on p.id = c.id join subject_count s on s.subject_kind = 'CONTRIBUTION'"
            + " and s.subject_id = c.id and s.is_current"
            + " where t.phase_id = :phase and (:prepared or o.published_at is not null)) r where r.place <= :named"
            + " order by r.topic_id, r.place";

    /** A title of an entry; of what is hidden or withdrawn there is only the number. */
    record Line(String code, String title, String language) {}

    /**
     * A topic with where it came from and what became of it.
     *
     * @param lines the most supported of the entries that it came from
     * @param entries how many that were
     * @param gone how many of them are withdrawn or hidden
     * @param named how many proposals of later phases name it
     */
    record Drawn(Topic topic, List<Line> lines, int entries, int gone, int named) {
        /** How many that can be read are not among the lines. */
        public int others() {
            return entries - gone - lines.size();
        }
    }

    /** An entry with the topics it is in, as the moderator sees it. */
    record Entry(long id, String code, String title, String problem, String language, List<Topic> topics) {}

    @Inject
    EntityManager entityManager;

    @Inject
    Search search;

    /** What everybody sees; three statements. */
    List<Drawn> published(Phase phase) {
        return drawn(phase, false);
    }

    /** The same with what is only prepared. */
    List<Drawn> prepared(Phase phase) {
        return drawn(phase, true);
    }

    private List<Drawn> drawn(Phase phase, boolean isPrepared) {
        List<Object[]> rows = entityManager
                .createNativeQuery(ORIGINS, Object[].class)
                .setParameter("phase", phase.id())
                .setParameter("prepared", isPrepared)
                .setParameter("named", NAMED)
                .getResultList();
        Map<Long, List<Object[]>> origins =
                rows.stream().collect(Collectors.groupingBy(row -> ((Number) row[0]).longValue()));
        Map<Long, Integer> named = named(phase);
        return Topic.ofPhase(phase.id()).stream()
                .filter(topic -> isPrepared || topic.isPublished())
                .map(topic ->
                        drawn(topic, origins.getOrDefault(topic.id(), List.of()), named.getOrDefault(topic.id(), 0)))
                .toList();
    }

    private static Drawn drawn(Topic topic, List<Object[]> origins, int named) {
        int entries = origins.isEmpty() ? 0 : ((Number) origins.get(0)[5]).intValue();
        int there = origins.isEmpty() ? 0 : ((Number) origins.get(0)[6]).intValue();
        List<Line> lines = origins.stream()
                .filter(row -> Contribution.State.PUBLISHED.name().equals(row[4]))
                .map(row -> new Line((String) row[1], (String) row[2], (String) row[3]))
                .toList();
        return new Drawn(topic, lines, entries, entries - there, named);
    }

    private Map<Long, Integer> named(Phase phase) {
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select n.topic_id, count(*) from contribution_topic n join topic t on t.id = n.topic_id"
                                + " join contribution c on c.id = n.contribution_id and c.state = 'PUBLISHED'"
                                + " where t.phase_id = :phase group by n.topic_id",
                        Object[].class)
                .setParameter("phase", phase.id())
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), row -> ((Number) row[1]).intValue()));
    }

    /** How many public entries of the phase are in no public topic. */
    int inNone(Phase phase) {
        return outside(phase, " and o.published_at is not null");
    }

    /** How many are in no topic, not even in one that is only prepared. */
    int left(Phase phase) {
        return outside(phase, "");
    }

    private int outside(Phase phase, String origin) {
        return ((Number) entityManager
                        .createNativeQuery("select count(*) from contribution c where c.phase_id = :phase"
                                + " and c.process_id = :process and c.kind = 'TOPIC_ENTRY' and c.state = 'PUBLISHED'"
                                + " and not exists (select 1 from topic_origin o where o.contribution_id = c.id"
                                + origin
                                + ")")
                        .setParameter("phase", phase.id())
                        .setParameter("process", phase.processId())
                        .getSingleResult())
                .intValue();
    }

    /** The public topics that came from some entries, among others; those of which nothing came are left out. */
    Map<Long, List<Topic>> cameOf(Collection<Long> entries) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select contribution_id, topic_id from topic_origin"
                                + " where contribution_id in (:entries) and published_at is not null",
                        Object[].class)
                .setParameter("entries", entries)
                .getResultList();
        if (rows.isEmpty()) {
            return Map.of();
        }
        Map<Long, Topic> topics = Topic.<Topic>list(
                        "id in ?1 order by position",
                        rows.stream().map(row -> ((Number) row[1]).longValue()).toList())
                .stream()
                .collect(Collectors.toMap(Topic::id, topic -> topic));
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> ((Number) row[0]).longValue(),
                        Collectors.mapping(row -> topics.get(((Number) row[1]).longValue()), Collectors.toList())));
    }

    /**
     * The public entries of a phase, the latest first.
     *
     * @param show a topic's code for those that are in it, "all", or anything else for those that are in none
     */
    Slice<Entry> entries(Phase phase, String show, String words, List<Drawn> drawn, Cursor after) {
        Map<String, Object> parameters = new HashMap<>();
        Map<String, Topic> topics =
                drawn.stream().map(Drawn::topic).collect(Collectors.toMap(Topic::code, topic -> topic));
        StringBuilder where = new StringBuilder("c.phase_id = :phase and c.process_id = :process"
                + " and c.kind = 'TOPIC_ENTRY' and c.state = 'PUBLISHED' and c.id < :before");
        parameters.put("phase", phase.id());
        parameters.put("process", phase.processId());
        parameters.put("before", after == null ? Long.MAX_VALUE : after.number(0));
        String origin = "(select 1 from topic_origin o where o.contribution_id = c.id";
        if (topics.containsKey(show)) {
            where.append(" and exists ").append(origin).append(" and o.topic_id = :topic)");
            parameters.put("topic", topics.get(show).id());
        } else if (!show.equals("all")) {
            where.append(" and not exists ").append(origin).append(")");
        }
        if (!words.isEmpty()) {
            List<Long> found = search.find(words, phase.processId(), "entry", null, FOUND).stream()
                    .map(hit -> hit.subject().id())
                    .toList();
            where.append(" and c.id in (:found)");
            parameters.put("found", found.isEmpty() ? List.of(0L) : found);
        }
        Query statement = entityManager.createNativeQuery(
                "select c.id, c.code, p.title, p.problem, c.language, (select string_agg(t.code, ',')"
                        + " from topic_origin o join topic t on t.id = o.topic_id where o.contribution_id = c.id) as topics"
                        + " from contribution c join proposal p on p.id = c.id where " + where
                        + " order by c.id desc limit " + (PAGE + 1),
                Object[].class);
        parameters.forEach(statement::setParameter);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = statement.getResultList();
        return Slice.of(rows.stream().map(row -> entry(row, topics)).toList(), PAGE, entry -> Cursor.of(entry.id()));
    }

    private static Entry entry(Object[] row, Map<String, Topic> topics) {
        return new Entry(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                row[5] == null
                        ? List.of()
                        : Arrays.stream(((String) row[5]).split(","))
                                .map(topics::get)
                                .toList());
    }
}
