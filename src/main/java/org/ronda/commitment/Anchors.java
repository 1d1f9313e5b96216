package org.ronda.commitment;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.qute.TemplateExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ronda.comment.Comment;
import org.ronda.comment.Talk;
import org.ronda.comment.Voice;
import org.ronda.contribution.CoAuthor;
import org.ronda.contribution.Contribution;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Now;
import org.ronda.kernel.Page;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;
import org.ronda.process.Process;

/** Where what was said about a draft stands in its present version, and who says so. */
@ApplicationScoped
@Unremovable
public class Anchors {
    /** As many comments whose words are gone as are listed below a text. */
    private static final int LISTED = 50;

    @Inject
    EntityManager entityManager;

    @Inject
    Team team;

    @Inject
    Viewer viewer;

    @Inject
    Ledger ledger;

    @Inject
    Page page;

    @Inject
    Now now;

    /**
     * What is said of a comment about a draft that has changed since.
     *
     * @param said the number of the version that it was said about
     * @param address of the clause where it is now
     * @param language that of the draft
     * @param exact the words there
     * @param maySettle whether whoever looks may say where it is
     */
    public record Place(int said, Anchor.Kind kind, String address, String language, String exact, boolean maySettle) {
        public boolean isUncertain() {
            return kind == Anchor.Kind.UNCERTAIN;
        }

        public boolean isGone() {
            return kind == Anchor.Kind.GONE;
        }

        public boolean isOfWhole() {
            return exact.isEmpty();
        }
    }

    /** A comment whose words are gone, below the text. */
    public record Loose(String comment, String quote, String heading) {}

    /** For templates of any room: {@code {anchors:in(talk)}}, by the ids of the comments; costs nothing elsewhere. */
    @TemplateExtension(namespace = "anchors")
    static class InTemplates {
        private InTemplates() {}

        static Map<Long, Place> in(Talk talk) {
            List<Long> roots = talk.voices().stream()
                    .filter(voice -> voice.depth() == 1)
                    .map(Voice::id)
                    .toList();
            return !talk.subject().hasWords() || roots.isEmpty()
                    ? Map.of()
                    : Arc.container().instance(Anchors.class).get().places(talk, roots);
        }
    }

    /** Of those that were said about an earlier version. */
    Map<Long, Place> places(Talk talk, List<Long> comments) {
        boolean isTeam = team.has(talk.subject().process().id());
        Map<Long, Boolean> mine = new HashMap<>();
        talk.voices().forEach(voice -> mine.put(voice.id(), voice.isMine()));
        List<Object[]> rows = entityManager
                .createQuery(
                        "select a.commentId, a.kind, a.exact, c.key, m.code, m.language, (select min(o.n) from Anchor b"
                                + " join CommitmentVersion o on o.id = b.versionId where b.commentId = a.commentId)"
                                + " from Anchor a join CommitmentVersion v on v.id = a.versionId"
                                + " join Clause c on c.id = a.clauseId join Commitment m on m.id = c.commitmentId"
                                + " where a.commentId in :ids and v.state = :present and a.kind <> :said",
                        Object[].class)
                .setParameter("ids", comments)
                .setParameter("present", CommitmentVersion.State.PUBLIC)
                .setParameter("said", Anchor.Kind.SAID)
                .getResultList();
        Map<Long, Place> places = new HashMap<>();
        for (Object[] row : rows) {
            places.put(
                    (Long) row[0],
                    new Place(
                            (Integer) row[6],
                            (Anchor.Kind) row[1],
                            "/commitments/" + row[4] + "?clause=" + row[3],
                            (String) row[5],
                            (String) row[2],
                            isTeam || mine.get(row[0])));
        }
        return places;
    }

    /** Comments whose words are gone from the present version, the oldest first. */
    List<Loose> loose(Draft draft) {
        return entityManager
                .createQuery(
                        "select k.code, k.quote, t.heading, c.kind from Anchor a"
                                + " join Comment k on k.id = a.commentId join Clause c on c.id = a.clauseId"
                                + " left join ClauseText t on t.clauseId = c.id and t.versionId = a.versionId"
                                + " where a.versionId = :version and k.state = :published and (a.kind = :gone or not exists"
                                + " (select 1 from ClauseText s where s.versionId = a.versionId and s.clauseId = k.subjectId))"
                                + " order by a.commentId",
                        Object[].class)
                .setParameter("version", draft.present().version().id())
                .setParameter("gone", Anchor.Kind.GONE)
                .setParameter("published", Contribution.State.PUBLISHED)
                .setMaxResults(LISTED)
                .getResultList()
                .stream()
                .map(row -> new Loose((String) row[0], Objects.requireNonNullElse((String) row[1], ""), heading(row)))
                .toList();
    }

    private String heading(Object[] row) {
        String own = (String) row[2];
        return own == null || own.isEmpty() ? ((Clause.Kind) row[3]).in(page.language()) : own;
    }

    /** Where a comment is now, for who may say so: who wrote it, and the team. */
    record Spot(Comment comment, Commitment commitment, Edition present, Anchor anchor) {
        Edition.Line line() {
            return present.line(anchor.clauseId()).orElse(null);
        }
    }

    Spot spot(String code, long by) {
        Comment comment = commented(code);
        Commitment commitment = commitmentOf(comment);
        CommitmentVersion present = CommitmentVersion.present(commitment.id()).orElseThrow(NotFoundException::new);
        Anchor anchor = Anchor.of(comment.id(), present.id())
                .filter(found -> found.kind() != Anchor.Kind.SAID)
                .orElseThrow(NotFoundException::new);
        if (!CoAuthor.wrote(comment.id(), by) && !isTeam(commitment, by)) {
            throw new NotFoundException();
        }
        return new Spot(comment, commitment, Edition.of(commitment, present), anchor);
    }

    private static Comment commented(String code) {
        return Comment.byCode(code)
                .filter(found -> found.isPublished() && found.subject().kind() == Scope.Kind.CLAUSE)
                .orElseThrow(NotFoundException::new);
    }

    private static Commitment commitmentOf(Comment comment) {
        return Commitment.findById(
                Clause.<Clause>findById(comment.subject().id()).commitmentId());
    }

    private boolean isTeam(Commitment commitment, long by) {
        return team.isIn(commitment.processId(), by, now.instant());
    }

    /**
     * Says where a comment is in the present version.
     *
     * @param n the version that whoever says so read
     * @param key of the clause, or empty where the words are gone
     * @param words the words there, or empty for the whole clause
     */
    @Transactional
    public void settle(String code, int n, String key, String words, long by) {
        Instant at = now.instant();
        // held before anything is read that a publication changes
        commitmentOf(commented(code)).hold();
        Spot spot = spot(code, by);
        if (Process.<Process>findById(spot.commitment().processId()).isArchived()) {
            throw Drafting.conflict(CommitmentMessages::archived);
        }
        if (spot.present().version().n() != n) {
            throw Drafting.conflict(CommitmentMessages::versionChangedMeanwhile);
        }
        if (key.isEmpty()) {
            spot.anchor().loose(by, at);
        } else {
            Edition.Line line = spot.present()
                    .line(key)
                    .orElseThrow(() -> Drafting.invalid("clause", CommitmentMessages::chooseClause));
            spot.anchor()
                    .settle(
                            line.clause().id(),
                            new Seen(n, -1).select("words", line.text().words(), words),
                            by,
                            at);
        }
        boolean isOwn = CoAuthor.wrote(spot.comment().id(), by);
        ledger.record(Event.of("comment.placed", spot.comment().scope())
                .in(spot.commitment().processId())
                .at(at)
                .by(
                        by,
                        isOwn
                                ? spot.comment().inWhoseName()
                                : Scope.process(spot.commitment().processId()))
                .saying(Map.of(
                        "version",
                        String.valueOf(n),
                        "clause",
                        key,
                        "words",
                        spot.anchor().exact())));
    }
}
