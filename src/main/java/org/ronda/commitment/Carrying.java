package org.ronda.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Carries what was said about the words of one version over to the next: to the same words, probably to others, or to
 * none. Whoever calls holds the draft, so that no comment arrives meanwhile.
 */
@ApplicationScoped
class Carrying {
    /** Written to the database and forgotten after so many, so that ten thousand take no more memory than these. */
    private static final int PORTION = 500;

    @Inject
    EntityManager entityManager;

    @Transactional(Transactional.TxType.MANDATORY)
    void carry(Edition old, Edition fresh) {
        entityManager.flush();
        carryWholes(old, fresh);
        Anchoring anchoring = anchoring(old, fresh);
        List<Anchor> quotes = Anchor.list(
                "versionId = ?1 and exact <> '' order by commentId",
                old.version().id());
        for (int from = 0; from < quotes.size(); from += PORTION) {
            List<Anchor> portion = quotes.subList(from, Math.min(quotes.size(), from + PORTION));
            List<Anchor> carried = portion.stream()
                    .map(anchor -> carried(anchor, old, fresh, anchoring))
                    .toList();
            carried.forEach(anchor -> anchor.persist());
            entityManager.flush();
            carried.forEach(entityManager::detach);
            portion.forEach(entityManager::detach);
        }
    }

    /** What was said about a clause as a whole stays with it, as long as it is there. */
    private void carryWholes(Edition old, Edition fresh) {
        entityManager
                .createNativeQuery("insert into anchor (comment_id, version_id, clause_id, kind, exact, prefix, suffix,"
                        + " start_at, end_at) select a.comment_id, :fresh, a.clause_id, case when a.kind <> 'GONE' and exists (select 1"
                        + " from clause_text t where t.version_id = :fresh and t.clause_id = a.clause_id)"
                        + " then 'SAME' else 'GONE' end, '', '', '', 0, 0 from anchor a"
                        + " where a.version_id = :old and a.exact = ''")
                .setParameter("fresh", fresh.version().id())
                .setParameter("old", old.version().id())
                .executeUpdate();
    }

    static Anchoring anchoring(Edition old, Edition fresh) {
        return Anchoring.between(Alignment.of(units(old), units(fresh)));
    }

    static List<Alignment.Unit> units(Edition edition) {
        return edition.lines().stream()
                .map(line -> new Alignment.Unit(
                        line.clause().key(), line.text().words(), line.text().cameFrom()))
                .toList();
    }

    /** Where it is in the next version. What was uncertain stays so until somebody says where it is. */
    Anchor carried(Anchor anchor, Edition old, Edition fresh, Anchoring anchoring) {
        long version = fresh.version().id();
        if (anchor.isOfWhole()) {
            boolean stays = anchor.kind() != Anchor.Kind.GONE
                    && fresh.line(anchor.clauseId()).isPresent();
            return new Anchor(
                    anchor.commentId(),
                    version,
                    anchor.clauseId(),
                    stays ? Anchor.Kind.SAME : Anchor.Kind.GONE,
                    Anchor.WHOLE);
        }
        Edition.Line from = old.line(anchor.clauseId()).orElse(null);
        if (from == null || anchor.kind() == Anchor.Kind.GONE) {
            return new Anchor(anchor.commentId(), version, anchor.clauseId(), Anchor.Kind.GONE, anchor.selector());
        }
        Placement placed = anchoring.place(from.clause().key(), anchor.selector());
        if (placed.kind() == Placement.Kind.GONE) {
            return new Anchor(anchor.commentId(), version, anchor.clauseId(), Anchor.Kind.GONE, anchor.selector());
        }
        Edition.Line to = fresh.line(placed.key()).orElseThrow();
        boolean isCertain = placed.kind() == Placement.Kind.SAME && anchor.kind() != Anchor.Kind.UNCERTAIN;
        return new Anchor(
                anchor.commentId(),
                version,
                to.clause().id(),
                isCertain ? Anchor.Kind.SAME : Anchor.Kind.UNCERTAIN,
                Selector.of(
                        to.text().words(), placed.start(), Math.min(placed.end(), placed.start() + Anchor.LONGEST)));
    }
}
