package org.ronda.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ronda.kernel.Now;

/** What each reader of notices has read, and chose. */
@ApplicationScoped
class Readers {
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    @Inject
    EntityManager entityManager;

    @Inject
    Notices notices;

    @Inject
    Now now;

    @ConfigProperty(name = "ronda.zone")
    ZoneId zone;

    /** Marks everything as read up to a place in the ledger that is there already. */
    @Transactional
    void read(long participantId, long position) {
        locked(participantId).read(Math.min(position, notices.head()));
    }

    @Transactional
    void choose(long participantId, boolean isDaily) {
        locked(participantId).choose(isDaily);
    }

    /** A digest a day, where nobody said otherwise. */
    boolean hasDigest(long participantId) {
        return NoticeReader.<NoticeReader>findByIdOptional(participantId)
                .map(NoticeReader::hasDigest)
                .orElse(true);
    }

    /** The next morning in the zone of the platform: no more than one in a day, however late the last one was. */
    Instant nextMorning(Instant at) {
        return at.atZone(zone)
                .toLocalDate()
                .plusDays(1)
                .atTime(MORNING)
                .atZone(zone)
                .toInstant();
    }

    private NoticeReader locked(long participantId) {
        entityManager
                .createNativeQuery("insert into notice_reader"
                        + " (participant_id, read_to, has_digest, digested_to, digest_due_at)"
                        + " values (:id, 0, true, :head, :due) on conflict do nothing")
                .setParameter("id", participantId)
                .setParameter("head", notices.head())
                .setParameter("due", nextMorning(now.instant()))
                .executeUpdate();
        return NoticeReader.findById(participantId, LockModeType.PESSIMISTIC_WRITE);
    }
}
