package org.ronda.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ronda.comment.Comment;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.Outcome;
import org.ronda.kernel.Excerpt;
import org.ronda.kernel.Language;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.Processes;
import org.ronda.process.Stage;
import org.ronda.process.Timeline;

/**
 * What has to be decided before a draft's next version is public: its amendments, and the comments on its clauses that are
 * owed an answer. In the order of the clauses; one page in a fixed number of statements.
 */
@ApplicationScoped
class Docket {
    static final int PAGE = 50;

    /** Which of it. */
    enum Filter {
        ALL(""),
        UNDECIDED(" and o.contribution_id is null"),
        RECOMMENDED(" and o.contribution_id is not null and o.sitting_id is null"),
        QUESTIONS(" and t.stance = 'QUESTION'"),
        AMENDMENTS(" and c.kind = 'AMENDMENT'");

        private final String condition;

        Filter(String condition) {
            this.condition = condition;
        }

        static Filter of(String name) {
            for (Filter filter : values()) {
                if (filter.name().equalsIgnoreCase(name)) {
                    return filter;
                }
            }
            return ALL;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String in(Language language) {
            CommitmentMessages words = Drafting.words(language);
            return switch (this) {
                case ALL -> words.docketAll();
                case UNDECIDED -> words.docketUndecided();
                case RECOMMENDED -> words.docketRecommended();
                case QUESTIONS -> words.docketQuestions();
                case AMENDMENTS -> words.docketAmendments();
            };
        }
    }

    private static final String FROM =
            " from contribution c left join amendment a on a.id = c.id left join thread_comment t on t.id = c.id"
                    + " join clause k on k.id = coalesce(a.clause_id, t.subject_id)"
                    + " left join outcome o on o.contribution_id = c.id"
                    + " where (c.state = 'PUBLISHED' or o.contribution_id is not null and o.published_at is null)"
                    + " and k.commitment_id in (:drafts)"
                    + " and (c.kind = 'AMENDMENT' or c.kind = 'COMMENT' and t.subject_kind = 'CLAUSE' and t.depth = 1"
                    + " and c.is_owed_answer)";
    private static final String OF_ROUND = " and (c.phase_id = :phase or exists"
            + " (select 1 from carried d where d.contribution_id = c.id and d.to_phase_id = :phase))";
    private static final String OPEN = " and o.contribution_id is null and not exists (select 1 from carried d"
            + " where d.contribution_id = c.id and d.to_phase_id in (:later))"
            + " and (c.kind = 'AMENDMENT' or c.phase_id in (:ended))";

    @Inject
    EntityManager entityManager;

    @Inject
    AmendmentReading amendments;

    @Inject
    Processes processes;

    /**
     * Something to decide.
     *
     * @param by whose it is; null once erased
     * @param outcome what is decided or recommended; null while nothing is
     */
    record Item(
            Contribution contribution, Clause clause, String heading, AmendmentReading.Speaker by, Outcome outcome) {
        public boolean isAmendment() {
            return contribution instanceof Amendment;
        }

        public boolean isQuestion() {
            return contribution instanceof Comment comment && comment.stance() == Comment.Stance.QUESTION;
        }

        public String title(Language language) {
            return heading.isEmpty() ? clause.kind().in(language) : heading;
        }

        public String excerpt() {
            return contribution instanceof Comment comment
                    ? Excerpt.ofMarkdown(comment.body(), 140)
                    : contribution.headline();
        }
    }

    /** @param next how many come before the next page, or null where there is none */
    record Page(List<Item> items, Integer next) {}

    Page page(Commitment commitment, Phase round, Filter filter, int from) {
        List<Object[]> rows = with(
                        entityManager.createNativeQuery(
                                "select c.id, k.id, coalesce(w.heading, p.heading, '')"
                                        + FROM.replace(
                                                " where",
                                                " left join commitment_version wv on wv.commitment_id = k.commitment_id"
                                                        + " and wv.state = 'WORKING' left join clause_text w"
                                                        + " on w.version_id = wv.id and w.clause_id = k.id"
                                                        + " left join commitment_version pv"
                                                        + " on pv.commitment_id = k.commitment_id and pv.state = 'PUBLIC'"
                                                        + " left join clause_text p on p.version_id = pv.id"
                                                        + " and p.clause_id = k.id where")
                                        + OF_ROUND + filter.condition
                                        + " order by coalesce(w.position, p.position, 9999), k.id, c.id",
                                Object[].class),
                        commitment)
                .setParameter("phase", round.id())
                .setFirstResult(from)
                .setMaxResults(PAGE + 1)
                .getResultList();
        List<Item> items = items(rows.subList(0, Math.min(PAGE, rows.size())));
        return new Page(items, rows.size() > PAGE ? Integer.valueOf(from + PAGE) : null);
    }

    private static Query with(Query query, Commitment commitment) {
        return query.setParameter("drafts", List.of(commitment.id()));
    }

    private List<Item> items(List<Object[]> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Long> ids = rows.stream().map(row -> ((Number) row[0]).longValue()).toList();
        Map<Long, Contribution> contributions = Contribution.<Contribution>list("id in ?1", ids).stream()
                .collect(Collectors.toMap(Contribution::id, Function.identity()));
        Map<Long, Clause> clauses =
                Clause.<Clause>list(
                                "id in ?1",
                                rows.stream()
                                        .map(row -> ((Number) row[1]).longValue())
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(Clause::id, Function.identity()));
        Map<Long, AmendmentReading.Speaker> speakers = amendments.speakers(ids);
        Map<Long, Outcome> outcomes = Outcome.of(ids);
        List<Item> items = new ArrayList<>();
        for (Object[] row : rows) {
            long id = ((Number) row[0]).longValue();
            items.add(new Item(
                    contributions.get(id),
                    clauses.get(((Number) row[1]).longValue()),
                    (String) row[2],
                    speakers.get(id),
                    outcomes.get(id)));
        }
        return items;
    }

    /** One of it, if it is about that draft and to be decided. */
    Optional<Item> item(Commitment commitment, Contribution contribution) {
        List<Object[]> rows = with(
                        entityManager.createNativeQuery(
                                "select c.id, k.id, coalesce((select x.heading from clause_text x"
                                        + " join commitment_version v on v.id = x.version_id where x.clause_id = k.id"
                                        + " and v.state = 'PUBLIC'), '')" + FROM + " and c.id = :id",
                                Object[].class),
                        commitment)
                .setParameter("id", contribution.id())
                .getResultList();
        return items(rows).stream().findFirst();
    }

    /** How many of a round are decided, recommended and open, for each draft by its id; one statement. */
    Map<Long, Tally> tallies(Collection<Commitment> drafts, Phase round) {
        Map<Long, Tally> tallies = new HashMap<>();
        if (!drafts.isEmpty()) {
            List<Object[]> rows = entityManager
                    .createNativeQuery(
                            "select k.commitment_id, count(*),"
                                    + " sum(case when o.sitting_id is not null then 1 else 0 end),"
                                    + " sum(case when o.contribution_id is not null and o.sitting_id is null then 1 else 0 end)"
                                    + FROM + OF_ROUND + " group by k.commitment_id",
                            Object[].class)
                    .setParameter("drafts", drafts.stream().map(Commitment::id).toList())
                    .setParameter("phase", round.id())
                    .getResultList();
            rows.forEach(row -> tallies.put(
                    ((Number) row[0]).longValue(),
                    new Tally(
                            ((Number) row[1]).intValue(), ((Number) row[2]).intValue(), ((Number) row[3]).intValue())));
        }
        return tallies;
    }

    /**
     * @param all what has to be decided
     * @param decided by a sitting
     */
    record Tally(int all, int decided, int recommended) {
        static final Tally NONE = new Tally(0, 0, 0);

        public int open() {
            return all - decided - recommended;
        }
    }

    /**
     * What keeps the next version from being public: amendments that nobody decided about, whenever they were sent, and
     * comments that are owed an answer, once the input of their round has ended; less what was carried to a later round.
     */
    int undecided(Commitment commitment) {
        Timeline timeline = processes.timeline(Process.findById(commitment.processId()));
        return ((Number) with(entityManager.createNativeQuery("select count(*)" + FROM + OPEN), commitment)
                        .setParameter("later", ids(timeline, false))
                        .setParameter("ended", ids(timeline, true))
                        .getSingleResult())
                .intValue();
    }

    /** Of the rounds of a process; never none, as a condition in SQL. */
    private static List<Long> ids(Timeline timeline, boolean isPast) {
        List<Long> ids = timeline.stages().stream()
                .filter(stage -> stage.phase().kind() == Phase.Kind.DRAFT_COMMENT && stage.isPast() == isPast)
                .map(Stage::phase)
                .map(Phase::id)
                .toList();
        return ids.isEmpty() ? List.of(0L) : ids;
    }

    int recommended(Commitment commitment) {
        return ((Number) with(
                                entityManager.createNativeQuery(
                                        "select count(*)" + FROM + Filter.RECOMMENDED.condition),
                                commitment)
                        .getSingleResult())
                .intValue();
    }

    /** What is recommended about a draft, and that somebody may say was decided: not about their own, nor what is gone. */
    List<Outcome> recommended(Commitment commitment, long by) {
        return outcomes(
                commitment,
                Filter.RECOMMENDED.condition
                        + " and c.state = 'PUBLISHED' and not exists (select 1 from co_author w"
                        + " where w.contribution_id = c.id and w.state = 'ACCEPTED' and w.participant_id = " + by
                        + ")");
    }

    /** What sittings decided about a draft and is not public yet. */
    List<Outcome> unpublished(Commitment commitment) {
        return outcomes(commitment, " and o.sitting_id is not null and o.published_at is null");
    }

    private List<Outcome> outcomes(Commitment commitment, String condition) {
        List<Long> ids = with(entityManager.createNativeQuery("select c.id" + FROM + condition, Long.class), commitment)
                .getResultList();
        return ids.isEmpty() ? List.of() : Outcome.list("contributionId in ?1 order by contributionId", ids);
    }
}
