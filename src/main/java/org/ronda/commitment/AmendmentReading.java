package org.ronda.commitment;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.ws.rs.NotFoundException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronda.contribution.CoAuthor;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.Names;
import org.ronda.contribution.Outcome;
import org.ronda.contribution.Sitting;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Initials;
import org.ronda.kernel.Now;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Slice;
import org.ronda.ledger.Counters;
import org.ronda.ledger.Counts;
import org.ronda.organisation.Organisation;
import org.ronda.organisation.Speaking;
import org.ronda.process.Action;
import org.ronda.process.Process;
import org.ronda.process.Processes;
import org.ronda.process.Stage;
import org.ronda.process.Standing;
import org.ronda.process.Timeline;

/** Reads amendments, only as far as the viewer reaches them; a list in a fixed number of statements, whatever its length. */
@ApplicationScoped
@Unremovable
class AmendmentReading {
    static final int PAGE = 20;

    /** As many as are shown to whoever is about to propose the same. */
    private static final int MOST_RIVALS = 60;

    @Inject
    EntityManager entityManager;

    @Inject
    CommitmentReading commitments;

    @Inject
    Processes processes;

    @Inject
    Counters counters;

    @Inject
    Names names;

    @Inject
    Speaking speaking;

    @Inject
    Standing standing;

    @Inject
    Viewer viewer;

    @Inject
    Now now;

    /** Somebody who said something, as everybody may read: a person, or the organisation that they spoke for. */
    record Speaker(String name, String code) {
        public String initials() {
            return Initials.of(name);
        }
    }

    /** An amendment with the clause that it is about, what that said then, and what became of it once that is public. */
    private record Found(
            Amendment amendment,
            Clause clause,
            ClauseText base,
            CommitmentVersion version,
            Outcome outcome,
            Speaker by,
            int joined) {
        static Found of(Object[] row) {
            return new Found(
                    (Amendment) row[0],
                    (Clause) row[1],
                    (ClauseText) row[2],
                    (CommitmentVersion) row[3],
                    (Outcome) row[4],
                    row[5] == null ? null : new Speaker((String) row[5], (String) row[6]),
                    ((Long) row[7]).intValue());
        }
    }

    /** For queries of any {@code Contribution}: whose it is, as {@link Speaker} has it. */
    static final String NAMED = "coalesce(n.name, u.name), coalesce(n.code, u.code)";

    /** @param one the alias of the contribution */
    static String naming(String one) {
        return " left join Organisation n on " + one + ".nameKind = org.ronda.kernel.Scope.Kind.ORGANISATION"
                + " and n.id = " + one + ".nameId left join Participant u on " + one
                + ".nameKind = org.ronda.kernel.Scope.Kind.PERSON and u.id = " + one + ".nameId";
    }

    private static final String FOUND = "select a, c, t, v, o, " + NAMED
            + ", (select count(*) from Joining j where j.amendmentId = a.id and j.confirmedAt is not null)"
            + " from Amendment a join Clause c on c.id = a.clauseId join CommitmentVersion v on v.id = a.versionId"
            + " join ClauseText t on t.versionId = a.versionId and t.clauseId = a.clauseId"
            + " left join Outcome o on o.contributionId = a.id and o.publishedAt is not null" + naming("a");

    AmendmentView view(String code) {
        Found found = found(code);
        Amendment amendment = found.amendment();
        Commitment commitment = Commitment.findById(amendment.commitmentId());
        Draft draft = commitments.reach(commitment.code());
        boolean isMine = CoAuthor.wrote(amendment.id(), viewer.idOrNull());
        boolean mayChange =
                amendment.isOfOrganisation() ? names.mayChange(amendment, viewer.idOrNull(), now.instant()) : isMine;
        boolean isOurs = isMine || mayChange;
        boolean isStaff = standing.moderates(draft.process().id()) && !amendment.isUnconfirmed();
        boolean isWaiting = amendment.isDraft() || amendment.isUnconfirmed() || amendment.isHeld();
        boolean isReached = amendment.publishedAt() != null || isOurs || isStaff;
        if (amendment.isDraft() && !isMine || isWaiting && !isOurs && !isStaff || !isReached) {
            throw new NotFoundException();
        }
        Timeline timeline = processes.timeline(draft.process());
        Stage stage = timeline.of(amendment.phaseId().longValue()).orElseThrow();
        AmendmentCard card = cards(draft, timeline, List.of(found)).get(0);
        return new AmendmentView(
                draft,
                stage,
                card,
                isMine,
                mayChange,
                amendment.isPublished() || isWaiting || amendment.isHidden() && (isMine || isStaff),
                viewer.isSignedIn() ? supportedMeaning(amendment) : 0,
                joined(amendment),
                own(amendment, stage, isMine),
                sitting(card.outcome()),
                Errors.NONE);
    }

    /** One that everybody reached once, though only its mark may be left. */
    Amendment everPublished(String code) {
        return Amendment.byCode(code)
                .filter(amendment -> amendment.publishedAt() != null)
                .filter(amendment -> processes.isReached(Process.findById(amendment.processId())))
                .orElseThrow(NotFoundException::new);
    }

    private Found found(String code) {
        Amendment amendment = Amendment.byCode(code).orElseThrow(NotFoundException::new);
        return all(entityManager
                        .createQuery(FOUND + " where a.id = :id", Object[].class)
                        .setParameter("id", amendment.id()))
                .get(0);
    }

    /** One of a draft, whoever looks: for its team. */
    AmendmentCard card(Draft draft, Amendment amendment) {
        return cards(draft, processes.timeline(draft.process()), List.of(found(amendment.code())))
                .get(0);
    }

    private static List<Found> all(TypedQuery<Object[]> query) {
        return query.getResultList().stream().map(Found::of).toList();
    }

    /**
     * The public amendments of a draft, the latest first.
     *
     * @param clause of which clause, or null for all
     */
    Slice<AmendmentCard> of(Draft draft, Timeline timeline, Clause clause, Long before, int limit) {
        TypedQuery<Object[]> query = entityManager
                .createQuery(
                        FOUND + " where a.commitmentId = :draft and a.state = :published and a.id < :before"
                                + (clause == null ? "" : " and a.clauseId = :clause") + " order by a.id desc",
                        Object[].class)
                .setParameter("draft", draft.commitment().id())
                .setParameter("published", Contribution.State.PUBLISHED)
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setMaxResults(limit + 1);
        if (clause != null) {
            query.setParameter("clause", clause.id());
        }
        return Slice.of(
                cards(draft, timeline, all(query)),
                limit,
                card -> Cursor.of(card.amendment().id()));
    }

    /** How many are proposed for each clause of a draft, by its id; one statement. */
    Map<Long, Integer> counts(Commitment commitment) {
        List<Object[]> rows = entityManager
                .createQuery(
                        "select a.clauseId, count(*) from Amendment a where a.commitmentId = :draft"
                                + " and a.state = :published group by a.clauseId",
                        Object[].class)
                .setParameter("draft", commitment.id())
                .setParameter("published", Contribution.State.PUBLISHED)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (Long) row[0], row -> ((Long) row[1]).intValue()));
    }

    /** Those open ones of a clause that would change the same words as this change; the most supported first, where that is public. */
    List<AmendmentCard> rivals(Draft draft, Timeline timeline, Edition.Line line, AmendmentInput input) {
        List<Found> open = all(entityManager
                .createQuery(
                        FOUND + " where a.clauseId = :clause and a.state = :published and o.contributionId is null"
                                + " order by a.id desc",
                        Object[].class)
                .setParameter("clause", line.clause().id())
                .setParameter("published", Contribution.State.PUBLISHED)
                .setMaxResults(MOST_RIVALS));
        return cards(draft, timeline, open).stream()
                .filter(card -> card.collidesWith(line.text().words(), input))
                .sorted(Comparator.comparing(
                        card -> card.isTallyPublic() ? -card.counts().supports() : 0))
                .toList();
    }

    private List<AmendmentCard> cards(Draft draft, Timeline timeline, List<Found> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        Map<Scope, Counts> counts =
                counters.of(all.stream().map(found -> found.amendment().scope()).toList(), viewer.idOrNull());
        Set<Long> present =
                draft.present().lines().stream().map(line -> line.clause().id()).collect(Collectors.toSet());
        return all.stream()
                .map(found -> new AmendmentCard(
                        found.amendment(),
                        found.clause(),
                        found.base(),
                        found.version().n(),
                        found.by(),
                        counts.getOrDefault(found.amendment().scope(), Counts.NONE),
                        found.joined(),
                        found.outcome(),
                        present.contains(found.clause().id()),
                        timeline.of(found.amendment().phaseId().longValue())
                                .orElseThrow()
                                .isTallyPublic()))
                .toList();
    }

    /** By the id of what was said; one statement. Nobody where its author is erased. */
    Map<Long, Speaker> speakers(List<Long> contributions) {
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select c.id, coalesce(o.name, u.name), coalesce(o.code, u.code) from contribution c"
                                + " left join organisation o on c.name_kind = 'ORGANISATION' and o.id = c.name_id"
                                + " left join participant u on c.name_kind = 'PERSON' and u.id = c.name_id"
                                + " where c.id in (:ids)",
                        Object[].class)
                .setParameter("ids", contributions)
                .getResultList();
        Map<Long, Speaker> speakers = new HashMap<>();
        rows.stream()
                .filter(row -> row[1] != null)
                .forEach(row ->
                        speakers.put(((Number) row[0]).longValue(), new Speaker((String) row[1], (String) row[2])));
        return speakers;
    }

    /** The organisations that joined it, in the order in which they did. */
    List<Organisation> joined(Amendment amendment) {
        return entityManager
                .createQuery(
                        "select o from Joining j join Organisation o on o.id = j.organisationId"
                                + " where j.amendmentId = :id and j.confirmedAt is not null order by j.confirmedAt, o.id",
                        Organisation.class)
                .setParameter("id", amendment.id())
                .getResultList();
    }

    /** For whom the viewer may join it or leave it again, while input is open. */
    private List<AmendmentView.Own> own(Amendment amendment, Stage stage, boolean isMine) {
        if (!viewer.isSignedIn() || !stage.allows(Action.AMEND) || !amendment.isPublished()) {
            return List.of();
        }
        List<Organisation> mine = speaking.covering(viewer.id(), amendment.processId(), List::of, now.instant());
        if (mine.isEmpty()) {
            return List.of();
        }
        Map<Long, Joining> joinings = Joining.<Joining>list("amendmentId", amendment.id()).stream()
                .collect(Collectors.toMap(joining -> joining.organisationId, joining -> joining));
        return mine.stream()
                .filter(organisation -> !organisation.scope().equals(amendment.inWhoseName()) && !isMine)
                .map(organisation -> new AmendmentView.Own(organisation, joinings.get(organisation.id()), viewer.id()))
                .toList();
    }

    private static Sitting sitting(Outcome outcome) {
        return outcome == null ? null : Sitting.findById(outcome.sittingId());
    }

    private int supportedMeaning(Amendment amendment) {
        return ((Number) entityManager
                        .createNativeQuery("select coalesce(max(s.meaning), 0) from support s"
                                + " join voter_of v on v.voter_id = s.voter_id"
                                + " where v.participant_id = :participant and s.contribution_id = :id")
                        .setParameter("participant", viewer.id())
                        .setParameter("id", amendment.id())
                        .getSingleResult())
                .intValue();
    }
}
