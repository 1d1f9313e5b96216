package org.ronda.notification;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import org.ronda.kernel.Now;
import org.ronda.kernel.Outbox;

/**
 * Puts the digests of the day into the outbox, each reader's once, on whichever node comes first and however late. What
 * they say, and whether there is anything to say, is found out when they are sent.
 */
@ApplicationScoped
class Digests {
    private static final int NEW_READERS = 1000;
    private static final int READERS = 100;

    @Inject
    EntityManager entityManager;

    @Inject
    Outbox outbox;

    @Inject
    Notices notices;

    @Inject
    Readers readers;

    @Inject
    Now now;

    // the transaction of each batch is begun by the proxy
    @Inject
    Digests self;

    @Scheduled(every = "5m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional(TxType.NOT_SUPPORTED)
    void queue() {
        if (outbox.isOn()) {
            while (self.welcome() > 0 || self.next() > 0) {
                // until nobody's is due
            }
        }
    }

    /** Whoever has got an address has a digest from the next morning on, unless they say otherwise. */
    @Transactional(TxType.REQUIRES_NEW)
    int welcome() {
        return entityManager
                .createNativeQuery("insert into notice_reader"
                        + " (participant_id, read_to, has_digest, digested_to, digest_due_at)"
                        + " select p.id, 0, true, h.position, cast(:due as timestamp(6) with time zone)"
                        + " from participant p, notice_head h where p.is_email_verified and p.email is not null"
                        + " and not exists (select r.participant_id from notice_reader r where r.participant_id = p.id)"
                        + " order by p.id limit " + NEW_READERS + " on conflict do nothing")
                .setParameter("due", readers.nextMorning(now.instant()))
                .executeUpdate();
    }

    @Transactional(TxType.REQUIRES_NEW)
    int next() {
        Instant at = now.instant();
        List<Long> due = entityManager
                .createNativeQuery(
                        "select participant_id from notice_reader where has_digest = true and digest_due_at <= :now"
                                + " order by has_digest, digest_due_at, participant_id limit " + READERS
                                + " for update skip locked",
                        Long.class)
                .setParameter("now", at)
                .getResultList();
        long head = notices.head();
        Instant next = readers.nextMorning(at);
        NoticeReader.<NoticeReader>list("participantId in ?1", due).forEach(reader -> put(reader, head, next));
        return due.size();
    }

    /** While the mail server is away one waits, and what is new since then is for the next one. */
    private void put(NoticeReader reader, long head, Instant next) {
        if (outbox.isWaiting(DigestLetter.KIND, reader.participantId)) {
            reader.putOff(next);
        } else {
            outbox.put(DigestLetter.KIND, reader.participantId, reader.untold() + "-" + head);
            reader.digested(head, next);
        }
    }
}
