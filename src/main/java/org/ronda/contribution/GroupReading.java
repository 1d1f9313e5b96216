package org.ronda.contribution;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.qute.TemplateExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Code;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Slice;
import org.ronda.ledger.Chronicle;
import org.ronda.process.Process;
import org.ronda.process.Processes;
import org.ronda.process.Stage;
import org.ronda.process.Standing;
import org.ronda.process.Timeline;
import org.ronda.search.Search;

/** Reads groups of similar contributions, in a fixed number of statements however many members they have. */
@ApplicationScoped
@Unremovable
public class GroupReading {
    static final int PAGE = 20;
    private static final int OFFERED = 50;
    private static final int CHANGES = 30;

    /** @param there how many of its members are read, of {@code gone} only the number is left: withdrawn or hidden */
    record Size(int there, int gone) {
        private static final Size NONE = new Size(0, 0);
    }

    /** A group in a list. */
    public record Listed(SimilarityGroup group, int there, int gone) {}

    /**
     * Who supports what a group holds.
     *
     * @param voters how many different ones support at least one of the {@code counted}; nothing is summed
     * @param counted of how many members the supports are public
     * @param hidden of how many they are not yet
     */
    public record Voices(int voters, int counted, int hidden) {}

    /**
     * Something that was done to a group.
     *
     * @param members the codes of those that it concerns
     * @param title as it was from then on, or empty where the text stayed
     */
    public record Change(
            Instant at,
            String what,
            List<String> members,
            String title,
            String synthesis,
            String language,
            String reason) {
        /** Where a contribution with that code is read, or the mark that is left of it. */
        public String address(String code) {
            return (code.startsWith("K") ? "/comments/" : "/proposals/") + code;
        }
    }

    @Inject
    EntityManager entityManager;

    @Inject
    Processes processes;

    @Inject
    Standing standing;

    @Inject
    Chronicle chronicle;

    @Inject
    Search search;

    @Inject
    Names names;

    @Inject
    Viewer viewer;

    @Inject
    Now now;

    /** For templates of any room: {@code {groups:areShown(process)}}, {@code {groups:with(proposal)}}, {@code {groups:by(contributions)}}. */
    @TemplateExtension(namespace = "groups")
    static class InTemplates {
        private InTemplates() {}

        /** Whether there is one, or the viewer may make one. */
        static boolean areShown(Process process) {
            return reading().areShown(process);
        }

        /** The group that a contribution is in, or null. */
        static SimilarityGroup with(Contribution contribution) {
            return reading().by(List.of(contribution)).get(contribution.id());
        }

        static Map<Long, SimilarityGroup> by(Collection<Contribution> contributions) {
            return contributions.isEmpty() ? Map.of() : reading().by(contributions);
        }

        private static GroupReading reading() {
            return Arc.container().instance(GroupReading.class).get();
        }
    }

    /** The group with that code, also when it is dissolved, if the viewer reaches its process. */
    SimilarityGroup reach(String code) {
        SimilarityGroup group = SimilarityGroup.byCode(code).orElseThrow(NotFoundException::new);
        if (!processes.isReached(Process.findById(group.processId()))) {
            throw new NotFoundException();
        }
        return group;
    }

    boolean areShown(Process process) {
        return standing.isOfTeam(process.id())
                || SimilarityGroup.count("processId = ?1 and dissolvedAt is null", process.id()) > 0;
    }

    Map<Long, SimilarityGroup> by(Collection<Contribution> contributions) {
        return entityManager
                .createQuery(
                        "select m.contributionId, g from GroupMember m join SimilarityGroup g on g.id = m.groupId"
                                + " where m.contributionId in :ids",
                        Object[].class)
                .setParameter(
                        "ids", contributions.stream().map(Contribution::id).toList())
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (SimilarityGroup) row[1]));
    }

    /** Those of a process that are not dissolved, the latest first; two statements. */
    Slice<Listed> of(Process process, Cursor after, int limit) {
        List<SimilarityGroup> rows = SimilarityGroup.<SimilarityGroup>find(
                        "processId = ?1 and dissolvedAt is null and id < ?2 order by id desc",
                        process.id(),
                        after == null ? Long.MAX_VALUE : after.number(0))
                .range(0, limit)
                .list();
        Slice<SimilarityGroup> page = Slice.of(rows, limit, group -> Cursor.of(group.id()));
        Map<Long, Size> sizes =
                sizes(page.items().stream().map(SimilarityGroup::id).toList());
        return page.map(group -> {
            Size size = sizes.getOrDefault(group.id(), Size.NONE);
            return new Listed(group, size.there(), size.gone());
        });
    }

    Size size(SimilarityGroup group) {
        return sizes(List.of(group.id())).getOrDefault(group.id(), Size.NONE);
    }

    private Map<Long, Size> sizes(List<Long> groups) {
        Map<Long, Size> sizes = new HashMap<>();
        if (!groups.isEmpty()) {
            List<Object[]> rows = entityManager
                    .createNativeQuery(
                            "select m.group_id, sum(case when c.state = 'PUBLISHED' then 1 else 0 end), count(*)"
                                    + " from group_member m join contribution c on c.id = m.contribution_id"
                                    + " where m.group_id in (:groups) group by m.group_id",
                            Object[].class)
                    .setParameter("groups", groups)
                    .getResultList();
            for (Object[] row : rows) {
                int there = ((Number) row[1]).intValue();
                sizes.put(((Number) row[0]).longValue(), new Size(there, ((Number) row[2]).intValue() - there));
            }
        }
        return sizes;
    }

    /** What it holds and everybody reads, the oldest first. */
    Slice<Contribution> members(SimilarityGroup group, Cursor after, int limit) {
        List<Contribution> rows = entityManager
                .createQuery(
                        "select c from GroupMember m join Contribution c on c.id = m.contributionId"
                                + " where m.groupId = :group and c.state = :public and c.id > :after order by c.id",
                        Contribution.class)
                .setParameter("group", group.id())
                .setParameter("public", Contribution.State.PUBLISHED)
                .setParameter("after", after == null ? 0 : after.number(0))
                .setMaxResults(limit + 1)
                .getResultList();
        return Slice.of(rows, limit, one -> Cursor.of(one.id()));
    }

    /** Counted together in one statement, as far as the tallies of the phases are public. */
    Voices voices(SimilarityGroup group, Timeline timeline) {
        List<Long> told = timeline.stages().stream()
                .filter(Stage::isTallyPublic)
                .map(stage -> stage.phase().id())
                .toList();
        Object[] row = (Object[]) entityManager
                .createNativeQuery(
                        "select count(distinct case when c.phase_id in (:told) then s.voter_id end),"
                                + " count(distinct case when c.phase_id in (:told) then c.id end), count(distinct c.id)"
                                + " from group_member m join contribution c on c.id = m.contribution_id"
                                + " left join support s on s.contribution_id = c.id and s.meaning = c.meaning"
                                + " where m.group_id = :group and c.state = 'PUBLISHED' and c.kind <> 'COMMENT'",
                        Object[].class)
                .setParameter("told", told.isEmpty() ? List.of(0L) : told)
                .setParameter("group", group.id())
                .getSingleResult();
        int counted = ((Number) row[1]).intValue();
        return new Voices(((Number) row[0]).intValue(), counted, ((Number) row[2]).intValue() - counted);
    }

    /** In whose name the comments among them were said; in one statement, none where there are none. */
    Map<Long, String> authors(List<Contribution> contributions) {
        List<Long> comments = contributions.stream()
                .filter(one -> one.kind() == Contribution.Kind.COMMENT && !one.isOfficial())
                .map(Contribution::id)
                .toList();
        if (comments.isEmpty()) {
            return Map.of();
        }
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select a.contribution_id, string_agg(coalesce(o.name, u.name), ', ') from co_author a"
                                + " join participant u on u.id = a.participant_id"
                                + " left join organisation o on a.name_kind = 'ORGANISATION' and o.id = a.name_id"
                                + " where a.contribution_id in (:ids) and a.state = 'ACCEPTED' group by a.contribution_id",
                        Object[].class)
                .setParameter("ids", comments)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), row -> (String) row[1]));
    }

    /** Those of them that are the viewer's to take out. */
    Set<Long> mine(List<Contribution> contributions) {
        if (contributions.isEmpty() || !viewer.isSignedIn()) {
            return Set.of();
        }
        Set<Long> mine = new HashSet<>(entityManager
                .createQuery(
                        "select a.contributionId from CoAuthor a where a.contributionId in :ids"
                                + " and a.participantId = :me and a.state = :accepted",
                        Long.class)
                .setParameter(
                        "ids", contributions.stream().map(Contribution::id).toList())
                .setParameter("me", viewer.id())
                .setParameter("accepted", CoAuthor.State.ACCEPTED)
                .getResultList());
        List<Contribution> ofOrganisations =
                contributions.stream().filter(Contribution::isOfOrganisation).toList();
        if (!ofOrganisations.isEmpty()) {
            names.changeable(ofOrganisations, viewer.id(), now.instant()).forEach(one -> mine.add(one.id()));
        }
        return mine;
    }

    /** Whether that is a member which somebody may take out as their own. */
    boolean isTheirs(SimilarityGroup group, String member, long person) {
        return GroupMember.in(group, member)
                .map(contribution -> names.isOneOf(contribution, person))
                .orElse(false);
    }

    /** The public name of who made it; empty once they are erased. */
    String maker(SimilarityGroup group) {
        return group.madeBy() == null
                ? ""
                : Participant.<Participant>findById(group.madeBy()).name();
    }

    /** What was done to it, the latest first. */
    Slice<Change> changes(SimilarityGroup group, Cursor after, Language language) {
        return chronicle
                .of(group.scope(), Scope.Kind.GROUP, List.of(), after, CHANGES)
                .map(entry -> new Change(
                        entry.at(),
                        entry.kind().in(language),
                        Code.allIn(entry.content().getOrDefault("members", "")),
                        entry.content().getOrDefault("title", ""),
                        entry.content().getOrDefault("synthesis", ""),
                        entry.content().getOrDefault("language", ""),
                        entry.content().getOrDefault("reason", "")));
    }

    /** Proposals and topic entries that are in no group, the latest first; with words, comments too, the likest first. */
    Slice<Contribution> offered(Process process, String words, Cursor after) {
        return words.isEmpty() ? free(process, after) : new Slice<>(found(process, words), null);
    }

    private Slice<Contribution> free(Process process, Cursor after) {
        List<Contribution> rows = entityManager
                .createQuery(
                        "select c from Contribution c where c.processId = :process and c.kind in :kinds"
                                + " and c.state = :public and c.id < :before and not exists"
                                + " (select m from GroupMember m where m.contributionId = c.id) order by c.id desc",
                        Contribution.class)
                .setParameter("process", process.id())
                .setParameter("kinds", List.of(Contribution.Kind.PROPOSAL, Contribution.Kind.TOPIC_ENTRY))
                .setParameter("public", Contribution.State.PUBLISHED)
                .setParameter("before", after == null ? Long.MAX_VALUE : after.number(0))
                .setMaxResults(OFFERED + 1)
                .getResultList();
        return Slice.of(rows, OFFERED, one -> Cursor.of(one.id()));
    }

    private List<Contribution> found(Process process, String words) {
        List<Long> ids = search.find(words, process.id(), null, null, OFFERED * 2).stream()
                .filter(hit -> hit.subject().kind() == Scope.Kind.CONTRIBUTION)
                .map(hit -> hit.subject().id())
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        return entityManager
                .createQuery(
                        "select c from Contribution c where c.id in :ids and c.state = :public and not exists"
                                + " (select m from GroupMember m where m.contributionId = c.id)",
                        Contribution.class)
                .setParameter("ids", ids)
                .setParameter("public", Contribution.State.PUBLISHED)
                .getResultStream()
                .sorted((one, other) -> Integer.compare(ids.indexOf(one.id()), ids.indexOf(other.id())))
                .limit(OFFERED)
                .toList();
    }
}
