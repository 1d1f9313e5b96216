package org.ronda.notification;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import org.ronda.identity.PersonalData;
import org.ronda.identity.Telling;

/** What somebody follows, up to where they were told, and mail to them that still waits. */
@ApplicationScoped
@Priority(10)
class NotificationData implements PersonalData {
    @Inject
    EntityManager entityManager;

    @Override
    public void tell(Telling telling, long participantId) throws IOException {
        telling.list(
                "follows",
                participantId,
                "select coalesce(c.code, p.slug) as subject, f.subject_kind as kind, f.is_on, f.since from follow f"
                        + " left join contribution c on f.subject_kind = 'CONTRIBUTION' and c.id = f.subject_id"
                        + " left join process p on f.subject_kind = 'PROCESS' and p.id = f.subject_id"
                        + " where f.participant_id = ? order by f.id");
        telling.list(
                "notices",
                participantId,
                "select read_to, has_digest, digested_to, digest_due_at from notice_reader where participant_id = ?");
        telling.list(
                "waitingMail",
                participantId,
                "select kind, about, queued_at, due_at from outgoing_mail where participant_id = ? order by id");
    }

    @Override
    @Transactional
    public void erase(long participantId) {
        for (String table : List.of("follow", "notice_reader", "outgoing_mail")) {
            entityManager
                    .createNativeQuery("delete from " + table + " where participant_id = :me")
                    .setParameter("me", participantId)
                    .executeUpdate();
        }
    }
}
