package org.ronda.notification;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/**
 * Reads the ledger from where it stopped, in the order of the chain, and files what its readers may want to know under
 * the subjects that it concerns: what was said about a proposal under the proposal, an answer under what is answered,
 * a proposal under its process. Whoever follows one of these finds it there; nothing is written for a person, so that a
 * process with ten thousand followers costs what one without any does. One node at a time, whichever holds the head.
 */
@ApplicationScoped
class Noting {
    private static final int BATCH = 2000;
    private static final String INTO =
            "insert into notice (about_kind, about_id, position, kind, event_id, times, at) select ";
    private static final String FROM = " from ledger_link l join ledger_event e on e.id = l.event_id";
    private static final String WHERE = " where l.position > :from and l.position <= :to and ";
    private static final String ONE = ", e.id, 1, e.gate_at";

    private static final String OF_ITSELF = INTO + "e.subject_kind, e.subject_id, l.position, " + Happening.byEvent()
            + ONE + FROM + WHERE + "e.subject_kind = 'CONTRIBUTION' and e.kind in (:kinds)";
    private static final String OF_PROCESS = INTO + "'PROCESS', e.process_id, l.position, " + Happening.byEvent() + ONE
            + FROM + WHERE + "e.subject_kind in ('PROCESS', 'PHASE', 'COMMITMENT') and e.kind in (:kinds)";
    private static final String PROPOSED = INTO + "'PROCESS', e.process_id, l.position,"
            + " case c.kind when 'PROPOSAL' then 'PROPOSED' when 'AMENDMENT' then 'AMENDED' else 'ENTERED' end" + ONE
            + FROM
            + " join contribution c on c.id = e.subject_id" + WHERE
            + "e.kind in ('proposal.published', 'entry.published', 'amendment.published', 'contribution.released') and c.kind <> 'COMMENT'";
    private static final String SAID = WHERE + "e.kind in ('comment.published', 'contribution.released')";
    private static final String COMMENTED = INTO
            + "case when t.subject_kind in ('PHASE', 'CLAUSE') then 'PROCESS' else t.subject_kind end,"
            + " case when t.subject_kind in ('PHASE', 'CLAUSE') then e.process_id else t.subject_id end, l.position, 'COMMENTED'"
            + ONE
            + FROM + " join thread_comment t on t.id = e.subject_id" + SAID;
    private static final String ANSWERED = INTO + "'CONTRIBUTION', t.parent_id, l.position, 'ANSWERED'" + ONE + FROM
            + " join thread_comment t on t.id = e.subject_id" + SAID + " and t.parent_id is not null";
    private static final String ANSWERED_BELOW = INTO + "'CONTRIBUTION', t.root_id, l.position, 'ANSWERED'" + ONE + FROM
            + " join thread_comment t on t.id = e.subject_id" + SAID + " and t.root_id <> t.parent_id";

    @Inject
    EntityManager entityManager;

    // the transaction of each batch is begun by the proxy
    @Inject
    Noting self;

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional(TxType.NOT_SUPPORTED)
    void drain() {
        while (self.next()) {
            // until it is up to date, or another node is at it
        }
    }

    /** Files the next batch; whether there was one. */
    @Transactional(TxType.REQUIRES_NEW)
    boolean next() {
        List<Long> head = entityManager
                .createNativeQuery("select position from notice_head where id = 1 for update skip locked", Long.class)
                .getResultList();
        if (head.isEmpty()) {
            return false;
        }
        long from = head.get(0);
        long to = Math.min(from + BATCH, sealed());
        if (to <= from) {
            return false;
        }
        file(OF_ITSELF, from, to)
                .setParameter("kinds", Happening.events(Happening.ofItself()))
                .executeUpdate();
        file(OF_PROCESS, from, to)
                .setParameter("kinds", Happening.events(Happening.ofProcess()))
                .executeUpdate();
        for (String sql : List.of(
                PROPOSED,
                COMMENTED,
                ANSWERED,
                ANSWERED_BELOW,
                summed(Happening.SUPPORTED, "support", ""),
                summed(Happening.AGREED, "reaction", " and e.deltas not like '%DISAGREES%'"))) {
            file(sql, from, to).executeUpdate();
        }
        entityManager
                .createNativeQuery("update notice_head set position = :to where id = 1")
                .setParameter("to", to)
                .executeUpdate();
        return true;
    }

    private Query file(String sql, long from, long to) {
        return entityManager.createNativeQuery(sql).setParameter("from", from).setParameter("to", to);
    }

    private long sealed() {
        return (Long) entityManager
                .createNativeQuery("select position from ledger_head where id = 1", Long.class)
                .getSingleResult();
    }

    /** What was given less what was taken back, without a trace of whose it is. */
    private static String summed(Happening as, String noun, String and) {
        return INTO + "e.subject_kind, e.subject_id, max(l.position), '" + as + "', cast(null as bigint),"
                + " sum(case e.kind when '" + noun + ".given' then 1 else -1 end), max(e.gate_at)" + FROM + WHERE
                + "e.kind in ('" + noun + ".given', '" + noun + ".withdrawn')" + and
                + " group by e.subject_kind, e.subject_id";
    }
}
