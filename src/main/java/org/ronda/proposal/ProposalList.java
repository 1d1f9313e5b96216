package org.ronda.proposal;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.ws.rs.BadRequestException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ronda.contribution.Contribution;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Rows;
import org.ronda.kernel.Translated;
import org.ronda.process.Action;
import org.ronda.process.Phase;
import org.ronda.process.Stage;
import org.ronda.process.Timeline;
import org.ronda.search.Search;

/** Pages of proposals by key, so that the five-hundredth page costs what the first does. */
@ApplicationScoped
public class ProposalList {
    public static final int PAGE = 20;
    private static final int MOST_COUNTED = 1_000;
    private static final int SHUFFLES = 8;
    private static final String COUNTS =
            " join subject_count s on s.subject_kind = 'CONTRIBUTION' and s.subject_id = c.id and s.is_current";
    private static final Translated.AsJson TITLES = new Translated.AsJson();

    /** @param next where the next page begins, or null on the last */
    public record Slice(List<ProposalCard> cards, Cursor next) {}

    /** For templates of any room. */
    @TemplateExtension(namespace = "proposals")
    static class InTemplates {
        private static final ProposalQuery DISCUSSED = new ProposalQuery("", "discussed", "", "", "", "", "", null);
        private static final int FEW = 4;

        private InTemplates() {}

        /** What is talked about most in a phase. */
        static List<ProposalCard> discussed(Stage stage) {
            return Arc.container()
                    .instance(ProposalList.class)
                    .get()
                    .page(stage, DISCUSSED, 0, FEW)
                    .cards();
        }

        /** The cards of some of them, by their ids. */
        static Map<Long, ProposalCard> cards(List<Long> ids) {
            return ids.isEmpty()
                    ? Map.of()
                    : Arc.container().instance(ProposalList.class).get().cards(ids);
        }

        /** The phase whose proposals a process shows; null when it has none. */
        static Stage shown(Timeline timeline) {
            return main(timeline).orElse(null);
        }
    }

    @Inject
    EntityManager entityManager;

    @Inject
    Search search;

    /**
     * @param ownSeed a visitor's own number: which of the stored shuffles, and where in it the list begins; the pages
     *     after the first keep the number that the first had
     */
    public Slice page(Stage stage, ProposalQuery query, long ownSeed, int limit) {
        Phase phase = stage.phase();
        ProposalQuery.Order order = query.by();
        if (order == ProposalQuery.Order.SUPPORTED && !stage.isTallyPublic()) {
            // the order, and the cursor with its key, would tell what is hidden
            throw new BadRequestException();
        }
        Cursor after = Cursor.parse(query.cursor(), 4);
        boolean isRandom = order == ProposalQuery.Order.RANDOM;
        long seed = isRandom && after != null ? after.number(3) : ownSeed;
        long start = Math.floorMod(seed / SHUFFLES, Integer.MAX_VALUE);
        boolean hasWrapped = isRandom && after != null && after.number(0) == 1;
        List<ProposalCard> cards =
                new ArrayList<>(rows(phase, query, order, seed, start, hasWrapped, after, limit + 1));
        int beforeWrap = cards.size();
        if (isRandom && !hasWrapped && cards.size() <= limit) {
            cards.addAll(rows(phase, query, order, seed, start, true, null, limit + 1 - cards.size()));
        }
        Cursor next = null;
        if (cards.size() > limit) {
            cards.remove(limit);
            ProposalCard last = cards.get(limit - 1);
            Object key = order == ProposalQuery.Order.NEWEST ? last.publishedAt() : last.key();
            next = Cursor.of(hasWrapped || limit > beforeWrap ? 1 : 0, key, last.id(), isRandom ? seed : 0);
        }
        return new Slice(cards, next);
    }

    /** The phase whose proposals are shown when none is named. */
    static Optional<Stage> main(Timeline timeline) {
        return timeline.openFor(Action.PROPOSE)
                .or(() -> timeline.stages().stream()
                        .filter(stage -> stage.phase().kind() == Phase.Kind.PROPOSALS)
                        .findFirst())
                .or(() -> timeline.stages().stream()
                        .filter(stage -> stage.phase().isTopics())
                        .findFirst());
    }

    /** How many there are, counted up to a thousand; -1 for more. */
    public int count(Phase phase, ProposalQuery query) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(phase, query, parameters);
        Query statement = entityManager.createNativeQuery("select count(*) from (select c.id from contribution c"
                + " where " + where + " limit " + (MOST_COUNTED + 1) + ") counted");
        parameters.forEach(statement::setParameter);
        int count = ((Number) statement.getSingleResult()).intValue();
        return count > MOST_COUNTED ? -1 : count;
    }

    private List<ProposalCard> rows(
            Phase phase,
            ProposalQuery query,
            ProposalQuery.Order order,
            long seed,
            long start,
            boolean hasWrapped,
            Cursor after,
            int limit) {
        Map<String, Object> parameters = new HashMap<>();
        String shuffle = "c.shuffle_" + Math.floorMod(seed, SHUFFLES);
        String key = switch (order) {
            case RANDOM -> shuffle;
            case NEWEST -> "c.published_at";
            case SUPPORTED -> "s.supports";
            case DISCUSSED -> "s.comments";
        };
        boolean isCounted = order == ProposalQuery.Order.SUPPORTED || order == ProposalQuery.Order.DISCUSSED;
        String id = isCounted ? "s.subject_id" : "c.id";
        StringBuilder where = new StringBuilder(where(phase, query, parameters));
        boolean isRandom = order == ProposalQuery.Order.RANDOM;
        if (isRandom) {
            where.append(" and ").append(shuffle).append(hasWrapped ? " < :start" : " >= :start");
            parameters.put("start", start);
        }
        if (after != null) {
            String than = isRandom ? ">" : "<";
            // the first condition is the one by which an index is entered
            where.append(" and " + key + " " + than + "= :key and (" + key + " " + than + " :key or " + id + " " + than
                    + " :id)");
            boolean isByTime = order == ProposalQuery.Order.NEWEST;
            parameters.put("key", isByTime ? (Object) after.instant(1) : after.number(1));
            parameters.put("id", after.number(2));
        }
        if (isCounted) {
            where.append(" and s.process_id = :process and s.kind = :kind");
        }
        // all columns of an index are named, which H2 needs to see it
        String by = switch (order) {
            case RANDOM -> "c.process_id, c.kind, " + key + ", c.id";
            case NEWEST -> "c.process_id, c.kind, c.state, " + key + " desc, c.id desc";
            case SUPPORTED, DISCUSSED -> "s.process_id, s.kind, s.is_current, " + key + " desc, s.subject_id desc";
        };
        // first the few ids: else PostgreSQL walks all tables together, by id, past every comment
        String ids = "select c.id from contribution c" + (isCounted ? COUNTS : "") + " where " + where + " order by "
                + by + " limit " + limit;
        return cards(order == ProposalQuery.Order.NEWEST ? "0" : key, ids, by, parameters);
    }

    /** Those with the ids, in no order that counts. */
    Map<Long, ProposalCard> cards(List<Long> ids) {
        return cards("0", ":ids", "c.id", Map.of("ids", ids)).stream()
                .collect(Collectors.toMap(ProposalCard::id, Function.identity()));
    }

    /** @param ids which ones, as SQL says it */
    private List<ProposalCard> cards(String key, String ids, String by, Map<String, Object> parameters) {
        Query statement = entityManager.createNativeQuery(
                "select c.id, c.code, c.state, p.title, p.problem, c.language, c.published_at, d.name,"
                        + " (select string_agg(coalesce(o.name, u.name), ', ') from co_author a"
                        + " join participant u on u.id = a.participant_id"
                        + " left join organisation o on a.name_kind = 'ORGANISATION' and o.id = a.name_id"
                        + " where a.contribution_id = c.id and a.state = 'ACCEPTED') as authors, c.name_kind,"
                        + " (select string_agg(t.title, chr(10) order by t.position) from contribution_topic ct join topic t on t.id = ct.topic_id"
                        + " where ct.contribution_id = c.id) as topics, s.supports, s.comments, "
                        + key + " as sort_key, c.name_title"
                        + " from contribution c join proposal p on p.id = c.id"
                        + COUNTS + " left join district d on d.id = c.district_id where c.id in (" + ids
                        + ") order by " + by,
                Object[].class);
        parameters.forEach(statement::setParameter);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = statement.getResultList();
        return rows.stream().map(ProposalList::card).toList();
    }

    private String where(Phase phase, ProposalQuery query, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder(
                "c.process_id = :process and c.kind = :kind and c.phase_id = :phase and c.state = :state");
        parameters.put("process", phase.processId());
        parameters.put("phase", phase.id());
        parameters.put(
                "kind", phase.isTopics() ? Contribution.Kind.TOPIC_ENTRY.name() : Contribution.Kind.PROPOSAL.name());
        parameters.put("state", query.in().name());
        if (query.in() != Contribution.State.PUBLISHED) {
            where.append(" and c.published_at is not null");
        }
        if (!query.district().isEmpty()) {
            where.append(
                    query.district().equals("-")
                            ? " and c.district_id is null"
                            : " and c.district_id = (select d.id from district d where d.code = :district)");
            if (!query.district().equals("-")) {
                parameters.put("district", query.district());
            }
        }
        if (!query.topic().isEmpty()) {
            String link = phase.isTopics() ? "topic_origin" : "contribution_topic";
            String isPublic = phase.isTopics() ? " and o.published_at is not null" : "";
            boolean isInNone = query.topic().equals("-");
            where.append(isInNone ? " and not exists" : " and exists")
                    .append(" (select 1 from " + link + " o join topic t on t.id = o.topic_id"
                            + " where o.contribution_id = c.id" + isPublic);
            where.append(isInNone ? ")" : " and t.code = :topic)");
            if (!isInNone) {
                parameters.put("topic", query.topic());
            }
        }
        if (!query.author().isEmpty()) {
            // a mark does not say whose words they were, and no filter does; nor who represents an organisation
            where.append(
                    " and c.state = 'PUBLISHED' and exists (select 1 from co_author a join participant u on u.id = a.participant_id"
                            + " left join organisation o on a.name_kind = 'ORGANISATION' and o.id = a.name_id"
                            + " where a.contribution_id = c.id and a.state = 'ACCEPTED'"
                            + " and coalesce(o.code, u.code) = :author)");
            parameters.put("author", query.author());
        }
        if (!query.q().isEmpty()) {
            where.append(" and c.id in (:found)");
            List<Long> found =
                    search
                            .find(query.q(), phase.processId(), phase.isTopics() ? "entry" : "proposal", null, 200)
                            .stream()
                            .map(hit -> hit.subject().id())
                            .toList();
            parameters.put("found", found.isEmpty() ? List.of(0L) : found);
        }
        return where.toString();
    }

    private static ProposalCard card(Object[] row) {
        return new ProposalCard(
                ((Number) row[0]).longValue(),
                (String) row[1],
                Contribution.State.valueOf((String) row[2]),
                (String) row[3],
                (String) row[4],
                (String) row[5],
                Rows.instant(row[6]),
                (String) row[7],
                row[8] == null ? "" : (String) row[8],
                "ORGANISATION".equals(row[9]),
                row[14] == null ? "" : (String) row[14],
                row[10] == null
                        ? List.of()
                        : ((String) row[10])
                                .lines()
                                .map(TITLES::convertToEntityAttribute)
                                .toList(),
                ((Number) row[11]).intValue(),
                ((Number) row[12]).intValue(),
                ((Number) row[13]).longValue());
    }
}
