package org.ronda.commitment;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.qute.TemplateExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.NotFoundException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ronda.kernel.Scope;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.Processes;
import org.ronda.process.Timeline;

/** Reads drafts, only as far as the viewer reaches them: what was never public is there for its team alone. */
@ApplicationScoped
@Unremovable
class CommitmentReading {
    @Inject
    EntityManager entityManager;

    @Inject
    Processes processes;

    @Inject
    Team team;

    /** For templates: {@code {drafts:of(timeline)}}, {@code {drafts:mayWrite(commitment)}}, {@code {drafts:working(commitment)}}. */
    @TemplateExtension(namespace = "drafts")
    static class InTemplates {
        private InTemplates() {}

        /** None, and no statement, where no phase is about drafts. */
        static List<Listed> of(Timeline timeline) {
            boolean hasDrafts =
                    timeline.stages().stream().anyMatch(stage -> stage.phase().kind() == Phase.Kind.DRAFT_COMMENT);
            return hasDrafts
                    ? Arc.container().instance(CommitmentReading.class).get().publicOf(timeline.process())
                    : List.of();
        }

        static boolean mayWrite(Commitment commitment) {
            return Arc.container().instance(Team.class).get().has(commitment.processId());
        }

        static CommitmentVersion working(Commitment commitment) {
            return CommitmentVersion.working(commitment.id()).orElse(null);
        }
    }

    /** A draft in a list. {@code present} is null before its first version is public; {@code working} is for its team. */
    record Listed(
            Commitment commitment, String title, CommitmentVersion present, CommitmentVersion working, int comments) {
        public boolean isPublic() {
            return present != null;
        }

        public boolean isBeingWritten() {
            return working != null;
        }

        public String address() {
            return isPublic() ? commitment.address() : commitment.address() + "/work";
        }
    }

    /** The draft with that code, if it has a public version. */
    Draft reach(String code) {
        return reached(code).orElseThrow(NotFoundException::new);
    }

    Optional<Draft> reached(String code) {
        Commitment commitment = Commitment.byCode(code).orElseThrow(NotFoundException::new);
        Process process = processOf(commitment);
        List<CommitmentVersion> versions = CommitmentVersion.everPublic(commitment.id());
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        CommitmentVersion present = versions.get(versions.size() - 1);
        return Optional.of(new Draft(process, commitment, Edition.of(commitment, present), versions));
    }

    /** The draft with that code for somebody of its team; for anybody else it is not there. */
    Commitment own(String code) {
        Commitment commitment = Commitment.byCode(code).orElseThrow(NotFoundException::new);
        processOf(commitment);
        if (!team.has(commitment.processId())) {
            throw new NotFoundException();
        }
        return commitment;
    }

    Process processOf(Commitment commitment) {
        Process process = Process.findById(commitment.processId());
        if (!processes.isReached(process)) {
            throw new NotFoundException();
        }
        return process;
    }

    /** A clause that some public version has or had, with what it says, or said last. */
    Edition.Line everSaid(Draft draft, String key) {
        return draft.present().line(key).orElseGet(() -> lastSaid(draft, key));
    }

    private Edition.Line lastSaid(Draft draft, String key) {
        return entityManager
                .createQuery(
                        "select c, t from Clause c join ClauseText t on t.clauseId = c.id"
                                + " join CommitmentVersion v on v.id = t.versionId"
                                + " where c.commitmentId = :draft and c.key = :key and v.state <> :working"
                                + " order by v.n desc",
                        Object[].class)
                .setParameter("draft", draft.commitment().id())
                .setParameter("key", key)
                .setParameter("working", CommitmentVersion.State.WORKING)
                .setMaxResults(1)
                .getResultStream()
                .map(row -> new Edition.Line((Clause) row[0], (ClauseText) row[1]))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** The drafts of a process in the order in which they were begun; its team sees those too that are not public. */
    List<Listed> of(Process process) {
        boolean isTeam = team.has(process.id());
        List<Commitment> commitments = Commitment.list("processId = ?1 order by id", process.id());
        if (commitments.isEmpty()) {
            return List.of();
        }
        List<Long> ids = commitments.stream().map(Commitment::id).toList();
        Map<Long, List<CommitmentVersion>> versions =
                CommitmentVersion.<CommitmentVersion>list("commitmentId in ?1 order by n", ids).stream()
                        .collect(Collectors.groupingBy(CommitmentVersion::commitmentId));
        Map<Long, String> titles = titles(ids);
        Map<Long, Integer> comments = comments(ids);
        return commitments.stream()
                .map(commitment -> listed(commitment, versions.get(commitment.id()), titles, comments))
                .filter(listed -> listed.isPublic() || isTeam)
                .map(listed -> isTeam
                        ? listed
                        : new Listed(listed.commitment(), listed.title(), listed.present(), null, listed.comments()))
                .toList();
    }

    private static Listed listed(
            Commitment commitment,
            List<CommitmentVersion> versions,
            Map<Long, String> titles,
            Map<Long, Integer> comments) {
        CommitmentVersion present = versions.stream()
                .filter(CommitmentVersion::isPresent)
                .findFirst()
                .orElse(null);
        CommitmentVersion last = versions.get(versions.size() - 1);
        return new Listed(
                commitment,
                titles.get((present == null ? last : present).id()),
                present,
                last.isWorking() ? last : null,
                comments.getOrDefault(commitment.id(), 0));
    }

    /** The public drafts of a round, as its team works on them, in the order in which they were begun. */
    List<Listed> in(Round round) {
        Map<Long, List<CommitmentVersion>> versions = entityManager
                .createQuery(
                        "select v from CommitmentVersion v join Commitment m on m.id = v.commitmentId"
                                + " where m.processId = :process and v.state <> :working order by v.n",
                        CommitmentVersion.class)
                .setParameter("process", round.process().id())
                .setParameter("working", CommitmentVersion.State.WORKING)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(CommitmentVersion::commitmentId));
        return of(round.process()).stream()
                .filter(Listed::isPublic)
                .filter(listed -> round.has(
                        listed.commitment(), versions.get(listed.commitment().id())))
                .toList();
    }

    /** The public drafts of a process, without what is said about them; in one statement. */
    List<Listed> publicOf(Process process) {
        return publicWhere("m.processId = :id", process.id());
    }

    /** Those that began with a contribution or a group; in one statement. */
    List<Listed> publicFrom(Scope origin) {
        String column = origin.kind() == Scope.Kind.GROUP ? "o.groupId" : "o.contributionId";
        return publicWhere(
                "m.id in (select o.commitmentId from CommitmentOrigin o where " + column + " = :id)", origin.id());
    }

    private List<Listed> publicWhere(String which, long id) {
        return entityManager
                .createQuery(
                        "select m, t.words, v from Commitment m join CommitmentVersion v on v.commitmentId = m.id"
                                + " join ClauseText t on t.versionId = v.id join Clause c on c.id = t.clauseId"
                                + " where " + which + " and v.state = :present and c.kind = :title"
                                + " order by m.id",
                        Object[].class)
                .setParameter("id", id)
                .setParameter("present", CommitmentVersion.State.PUBLIC)
                .setParameter("title", Clause.Kind.TITLE)
                .getResultList()
                .stream()
                .map(row -> new Listed((Commitment) row[0], (String) row[1], (CommitmentVersion) row[2], null, 0))
                .toList();
    }

    /** By the ids of the versions. */
    private Map<Long, String> titles(List<Long> commitments) {
        Map<Long, String> titles = new HashMap<>();
        entityManager
                .createQuery(
                        "select t.versionId, t.words from ClauseText t join Clause c on c.id = t.clauseId"
                                + " where c.commitmentId in :ids and c.kind = :title",
                        Object[].class)
                .setParameter("ids", commitments)
                .setParameter("title", Clause.Kind.TITLE)
                .getResultList()
                .forEach(row -> titles.put((Long) row[0], (String) row[1]));
        return titles;
    }

    private Map<Long, Integer> comments(List<Long> commitments) {
        Map<Long, Integer> comments = new HashMap<>();
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select c.commitment_id, sum(s.comments) from clause c join subject_count s"
                                + " on s.subject_kind = 'CLAUSE' and s.subject_id = c.id and s.is_current"
                                + " where c.commitment_id in (:ids) group by c.commitment_id",
                        Object[].class)
                .setParameter("ids", commitments)
                .getResultList();
        rows.forEach(row -> comments.put(((Number) row[0]).longValue(), ((Number) row[1]).intValue()));
        return comments;
    }
}
