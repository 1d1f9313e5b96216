package org.ronda.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ronda.identity.Office;

/** Reads rounds with their drafts and what was said: four statements, whatever the number of rounds, drafts and comments. */
@ApplicationScoped
class RoundReading {
    /** As many people as are counted at least: fewer are told of no more than that they are few. */
    static final int FEW = 5;

    @Inject
    EntityManager entityManager;

    RoundView of(Round round) {
        return of(List.of(round)).get(0);
    }

    /** @param rounds of one process */
    List<RoundView> of(List<Round> rounds) {
        if (rounds.isEmpty()) {
            return List.of();
        }
        Map<Commitment, List<CommitmentVersion>> drafts =
                drafts(rounds.get(0).process().id());
        Map<Long, Office> offices = offices(drafts.values());
        Map<Long, List<Head>> heads = heads(rounds, drafts);
        Map<Long, Said> said = said(rounds);
        return rounds.stream()
                .map(round -> new RoundView(
                        round,
                        drafts.entrySet().stream()
                                .filter(draft -> round.has(draft.getKey(), everPublic(draft.getValue())))
                                .map(draft -> part(
                                        round,
                                        draft.getKey(),
                                        draft.getValue(),
                                        offices,
                                        heads,
                                        said.getOrDefault(round.stage().phase().id(), Said.NOTHING)))
                                .toList()))
                .toList();
    }

    private static RoundView.Part part(
            Round round,
            Commitment commitment,
            List<CommitmentVersion> all,
            Map<Long, Office> offices,
            Map<Long, List<Head>> heads,
            Said said) {
        List<CommitmentVersion> versions = everPublic(all);
        CommitmentVersion read = round.read(versions);
        CommitmentVersion last = all.get(all.size() - 1);
        return new RoundView.Part(
                round,
                commitment,
                versions,
                round.base(versions),
                read,
                last.isWorking() ? last : null,
                lead(versions.get(versions.size() - 1), offices),
                heads.getOrDefault(read.id(), List.of()).stream()
                        .map(head -> new RoundView.Line(
                                head.id(),
                                head.key(),
                                head.kind(),
                                head.heading(),
                                head.words(),
                                said.clauses().getOrDefault(head.id(), Heard.NOTHING)))
                        .toList(),
                said.drafts().getOrDefault(commitment.id(), Heard.NOTHING));
    }

    private static Office lead(CommitmentVersion version, Map<Long, Office> offices) {
        Long office = version.facts().leadOfficeId();
        return office == null ? null : offices.get(office);
    }

    private static List<CommitmentVersion> everPublic(List<CommitmentVersion> versions) {
        return versions.stream().filter(version -> !version.isWorking()).toList();
    }

    private Map<Commitment, List<CommitmentVersion>> drafts(long processId) {
        return entityManager
                .createQuery(
                        "select m, v from Commitment m join CommitmentVersion v on v.commitmentId = m.id"
                                + " where m.processId = :process order by m.id, v.n",
                        Object[].class)
                .setParameter("process", processId)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> (Commitment) row[0],
                        LinkedHashMap::new,
                        Collectors.mapping(row -> (CommitmentVersion) row[1], Collectors.toList())));
    }

    private Map<Long, Office> offices(Collection<List<CommitmentVersion>> drafts) {
        List<Long> ids = drafts.stream()
                .flatMap(List::stream)
                .map(version -> version.facts().leadOfficeId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : Office.<Office>list("id in ?1", ids).stream()
                        .collect(Collectors.toMap(Office::id, Function.identity()));
    }

    private record Head(long versionId, long id, String key, Clause.Kind kind, String heading, String words) {}

    /** By the ids of the versions that the rounds read. */
    private Map<Long, List<Head>> heads(List<Round> rounds, Map<Commitment, List<CommitmentVersion>> drafts) {
        List<Long> read = rounds.stream()
                .flatMap(round -> drafts.entrySet().stream()
                        .filter(draft -> round.has(draft.getKey(), everPublic(draft.getValue())))
                        .map(draft -> round.read(everPublic(draft.getValue())).id()))
                .distinct()
                .toList();
        if (read.isEmpty()) {
            return Map.of();
        }
        return entityManager
                .createQuery(
                        "select t.versionId, c.id, c.key, c.kind, t.heading, substring(t.words, 1, 400)"
                                + " from ClauseText t join Clause c on c.id = t.clauseId"
                                + " where t.versionId in :versions order by t.versionId, t.position, t.id",
                        Object[].class)
                .setParameter("versions", read)
                .getResultList()
                .stream()
                .map(row -> new Head(
                        (Long) row[0], (Long) row[1], (String) row[2], (Clause.Kind) row[3], (String) row[4], (String)
                                row[5]))
                .collect(Collectors.groupingBy(Head::versionId));
    }

    /** What was said in a phase, by the ids of drafts and by those of clauses. */
    private record Said(Map<Long, Heard> drafts, Map<Long, Heard> clauses) {
        static final Said NOTHING = new Said(Map.of(), Map.of());
    }

    /** By phase. */
    private Map<Long, Said> said(List<Round> rounds) {
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select c.phase_id, k.commitment_id, k.id, t.stance, count(*),"
                                + " sum(case when t.official_replies = 0 and q.contribution_id is null then 1 else 0 end)"
                                + " from contribution c join thread_comment t on t.id = c.id"
                                + " join clause k on k.id = t.subject_id"
                                + " left join outcome q on q.contribution_id = c.id and q.published_at is not null"
                                + " where c.phase_id in (:phases) and c.state = 'PUBLISHED' and t.subject_kind = 'CLAUSE'"
                                + " group by c.phase_id, k.commitment_id, k.id, t.stance",
                        Object[].class)
                .setParameter(
                        "phases",
                        rounds.stream().map(round -> round.stage().phase().id()).toList())
                .getResultList();
        Map<Long, Said> said = new HashMap<>();
        for (Object[] row : rows) {
            Heard heard = heard((String) row[3], ((Number) row[4]).intValue(), ((Number) row[5]).intValue());
            Said inPhase = said.computeIfAbsent(
                    ((Number) row[0]).longValue(), phase -> new Said(new HashMap<>(), new HashMap<>()));
            inPhase.drafts().merge(((Number) row[1]).longValue(), heard, Heard::plus);
            inPhase.clauses().merge(((Number) row[2]).longValue(), heard, Heard::plus);
        }
        return said;
    }

    private static Heard heard(String stance, int comments, int unanswered) {
        return switch (stance == null ? "" : stance) {
            case "SUPPORT" -> new Heard(comments, comments, 0, 0, 0, 0);
            case "DOUBT" -> new Heard(comments, 0, comments, 0, 0, 0);
            case "AGAINST" -> new Heard(comments, 0, 0, comments, 0, 0);
            case "QUESTION" -> new Heard(comments, 0, 0, 0, comments, unanswered);
            default -> new Heard(comments, 0, 0, 0, 0, 0);
        };
    }

    /** How many people spoke about each draft, by its id; official replies are no people's. */
    Map<Long, Integer> people(Round round) {
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select k.commitment_id, count(distinct c.author_id)"
                                + " from contribution c join thread_comment t on t.id = c.id"
                                + " join clause k on k.id = t.subject_id"
                                + " where c.phase_id = :phase and c.state = 'PUBLISHED' and t.subject_kind = 'CLAUSE'"
                                + " and c.name_kind not in ('OFFICE', 'BOARD') group by k.commitment_id",
                        Object[].class)
                .setParameter("phase", round.stage().phase().id())
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), row -> ((Number) row[1]).intValue()));
    }
}
