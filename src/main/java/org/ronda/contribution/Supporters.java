package org.ronda.contribution;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.qute.TemplateExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Now;
import org.ronda.kernel.Slice;
import org.ronda.organisation.Organisation;
import org.ronda.organisation.Speaking;
import org.ronda.process.Process;
import org.ronda.process.Stage;

/** Which organisations support what, as everybody may know; never while the tally of the phase is hidden. */
@ApplicationScoped
@Unremovable
public class Supporters {
    public static final int PAGE = 20;

    // as of the terms in force at that instant
    private static final String IN_FORCE =
            " and t.n = (select max(l.n) from PhaseTerms l where l.phaseId = t.phaseId and l.effectiveAt <= :at)";

    /** An organisation that supports a contribution, since then. */
    public record Supporter(Organisation organisation, Instant since, long id) {
        public String code() {
            return organisation.code();
        }

        public String name() {
            return organisation.name();
        }
    }

    /** The first of them, and how many there are. */
    public record Known(Slice<Supporter> first, int count) {
        private static final Known NONE = new Known(new Slice<>(List.of(), null), 0);
    }

    /** Something that an organisation supports. */
    public record Position(Contribution contribution, Process process, Instant since, long id) {}

    /** Something that somebody asked to be supported for an organisation; {@code isOwn} if the viewer did. */
    public record Wish(long id, Contribution contribution, Organisation organisation, Process process, boolean isOwn) {}

    /**
     * An organisation that the viewer speaks for, and what it says about a contribution.
     *
     * @param mayGive whether it may support it now
     * @param isGiven whether it does
     * @param isToRenew whether it supports an earlier meaning only
     * @param isWished whether somebody asked for it, and a second person is missing
     * @param isOwnWish whether the viewer asked
     */
    public record Own(
            Organisation organisation,
            boolean mayGive,
            boolean isGiven,
            boolean isToRenew,
            boolean isWished,
            boolean isOwnWish) {
        public boolean isAnything() {
            return mayGive || mayTakeBack();
        }

        public boolean mayTakeBack() {
            return isGiven || isToRenew || isWished;
        }
    }

    @Inject
    EntityManager entityManager;

    @Inject
    Speaking speaking;

    @Inject
    Names names;

    @Inject
    Viewer viewer;

    @Inject
    Now now;

    /** For templates of any room: {@code {supporters:known(proposal, stage)}}, {@code {supporters:positions(organisation, cursor)}}. */
    @TemplateExtension(namespace = "supporters")
    static class InTemplates {
        private InTemplates() {}

        private static Supporters supporters() {
            return Arc.container().instance(Supporters.class).get();
        }

        static Known known(Contribution contribution, Stage stage) {
            return supporters().known(contribution, stage);
        }

        static List<Own> own(Contribution contribution, Stage stage, boolean isMine) {
            return supporters().own(contribution, stage, isMine);
        }

        static Slice<Position> positions(Organisation organisation, String cursor) {
            return supporters().positions(organisation, cursor, PAGE);
        }
    }

    /** What everybody reads of it; two statements at most, none where organisations never could support. */
    public Known known(Contribution contribution, Stage stage) {
        if (!contribution.isPublished() || !stage.isTallyPublic() || !stage.everHadOrganisations()) {
            return Known.NONE;
        }
        Slice<Supporter> first = of(contribution, null, PAGE);
        int count = first.next() == null
                ? first.items().size()
                : (int) Support.count(
                        "contributionId = ?1 and meaning = ?2 and organisationId > 0",
                        contribution.id(),
                        contribution.meaning());
        return new Known(first, count);
    }

    /** In the order in which they came to it. */
    public Slice<Supporter> of(Contribution contribution, String cursor, int limit) {
        Cursor after = Cursor.parse(cursor, 2);
        TypedQuery<Object[]> query = entityManager
                .createQuery(
                        "select o, s from Support s join Organisation o on o.id = s.organisationId"
                                + " where s.contributionId = :contribution and s.meaning = :meaning"
                                + " and s.organisationId > 0"
                                + (after == null
                                        ? ""
                                        : " and s.givenAt >= :since and (s.givenAt > :since or s.id > :id)")
                                + " order by s.givenAt, s.id",
                        Object[].class)
                .setParameter("contribution", contribution.id())
                .setParameter("meaning", contribution.meaning())
                .setMaxResults(limit + 1);
        if (after != null) {
            query.setParameter("since", after.instant(0)).setParameter("id", after.number(1));
        }
        List<Supporter> rows = query.getResultList().stream()
                .map(row -> new Supporter((Organisation) row[0], ((Support) row[1]).givenAt(), ((Support) row[1]).id()))
                .toList();
        return Slice.of(rows, limit, one -> Cursor.of(one.since(), one.id()));
    }

    /** What an organisation supports and everybody may know, the latest first; one statement. */
    public Slice<Position> positions(Organisation organisation, String cursor, int limit) {
        Cursor after = Cursor.parse(cursor, 2);
        TypedQuery<Object[]> query = entityManager
                .createQuery(
                        "select c, p, s from Support s join Contribution c on c.id = s.contributionId"
                                + " join Process p on p.id = c.processId join PhaseTerms t on t.phaseId = c.phaseId"
                                + " where s.organisationId = :organisation and s.meaning = c.meaning"
                                + " and c.state = :state and p.publishedAt is not null"
                                + " and (not t.hasHiddenTally or t.endsAt <= :at)" + IN_FORCE
                                + (after == null
                                        ? ""
                                        : " and s.givenAt <= :since and (s.givenAt < :since or s.id < :id)")
                                + " order by s.givenAt desc, s.id desc",
                        Object[].class)
                .setParameter("organisation", organisation.id())
                .setParameter("state", Contribution.State.PUBLISHED)
                .setParameter("at", now.instant())
                .setMaxResults(limit + 1);
        if (after != null) {
            query.setParameter("since", after.instant(0)).setParameter("id", after.number(1));
        }
        List<Position> rows = query.getResultList().stream()
                .map(row -> new Position(
                        (Contribution) row[0], (Process) row[1], ((Support) row[2]).givenAt(), ((Support) row[2]).id()))
                .toList();
        return Slice.of(rows, limit, one -> Cursor.of(one.since(), one.id()));
    }

    /** In whose name the viewer may support beside their own, or take back what was supported, while input is open. */
    List<Own> own(Contribution contribution, Stage stage, boolean isMine) {
        if (!viewer.isSignedIn() || !stage.isOpen() || !stage.everHadOrganisations()) {
            return List.of();
        }
        List<Organisation> mine = speaking.covering(
                viewer.id(), contribution.processId(), () -> names.topicsOf(contribution.scope()), now.instant());
        if (mine.isEmpty()) {
            return List.of();
        }
        List<Long> ids = mine.stream().map(Organisation::id).toList();
        List<Support> given = Support.list("contributionId = ?1 and organisationId in ?2", contribution.id(), ids);
        List<SupportWish> wishes = SupportWish.of(ids, contribution);
        // one's own words are nobody's to support through an organisation, but its support is theirs to take back
        boolean mayGive = !isMine
                && contribution.isPublished()
                && stage.maySupport()
                && stage.contract().hasOrganisations();
        return mine.stream()
                .map(one -> own(
                        one,
                        contribution,
                        mayGive,
                        given.stream()
                                .filter(support -> one.id() == support.organisationId)
                                .toList(),
                        wishes.stream()
                                .filter(wish -> one.isTwoPerson() && wish.organisationId() == one.id())
                                .toList()))
                .filter(Own::isAnything)
                .toList();
    }

    private Own own(
            Organisation organisation,
            Contribution contribution,
            boolean mayGive,
            List<Support> given,
            List<SupportWish> wishes) {
        boolean isGiven = given.stream().anyMatch(one -> one.meaning == contribution.meaning());
        return new Own(
                organisation,
                mayGive && !isGiven && !organisation.scope().equals(contribution.inWhoseName()),
                isGiven,
                !isGiven && !given.isEmpty(),
                !wishes.isEmpty(),
                wishes.stream().anyMatch(one -> one.isBy(viewer.id())));
    }

    /**
     * A page of what waits in the names that somebody speaks in now, while input goes on, the oldest first. What their
     * mandates do not cover is read past, so that none of the others is hidden behind it.
     *
     * @param isToConfirm whether what they asked for themselves is left out
     */
    Slice<Wish> wishes(long person, boolean isToConfirm, Cursor after, int limit) {
        Instant at = now.instant();
        List<Wish> wishes = new ArrayList<>();
        long last = after == null ? 0 : after.number(0);
        List<Object[]> rows;
        do {
            rows = wished(person, isToConfirm, last, at, limit + 1);
            for (Object[] row : rows.isEmpty() ? rows : covered(rows, person, at)) {
                SupportWish wish = (SupportWish) row[3];
                wishes.add(new Wish(
                        wish.id, (Contribution) row[0], (Organisation) row[1], (Process) row[2], wish.isBy(person)));
            }
            last = rows.isEmpty() ? last : ((SupportWish) rows.get(rows.size() - 1)[3]).id;
        } while (wishes.size() <= limit && rows.size() > limit);
        return Slice.of(wishes, limit, wish -> Cursor.of(wish.id()));
    }

    private List<Object[]> covered(List<Object[]> rows, long person, Instant at) {
        return names.covered(rows, row -> (Contribution) row[0], row -> ((Organisation) row[1]).id(), person, at);
    }

    private List<Object[]> wished(long person, boolean isToConfirm, long after, Instant at, int most) {
        return entityManager
                .createQuery(
                        "select c, o, p, w from SupportWish w join Contribution c on c.id = w.contributionId"
                                + " join Organisation o on o.id = w.organisationId join Process p on p.id = c.processId"
                                + " join PhaseTerms t on t.phaseId = c.phaseId where w.organisationId in"
                                + " (select m.organisationId from Mandate m where m.participantId = :person"
                                + " and m.slot is not null) and w.meaning = c.meaning and c.state = :state"
                                + " and o.isTwoPerson = true and t.endsAt > :at and t.isSuspended = false"
                                + " and t.hasOrganisations = true and not exists (select 1 from CoAuthor a"
                                + " where a.contributionId = c.id and a.participantId = :person)" + IN_FORCE
                                + " and w.id > :after"
                                + (isToConfirm ? " and w.wishedBy <> :person" : "")
                                + " order by w.id",
                        Object[].class)
                .setParameter("person", person)
                .setParameter("state", Contribution.State.PUBLISHED)
                .setParameter("at", at)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }
}
