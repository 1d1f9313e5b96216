package org.ronda.comment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.NotFoundException;
import java.io.IOException;
import java.util.List;
import org.ronda.identity.Participant;
import org.ronda.identity.PersonalData;
import org.ronda.identity.Telling;
import org.ronda.kernel.Refused;

/** Where somebody's comments stand, and what they agreed with; the comments themselves are contributions. */
@ApplicationScoped
@Priority(50)
class CommentData implements PersonalData {
    @Inject
    EntityManager entityManager;

    @Inject
    Commenting commenting;

    @Override
    public void tell(Telling telling, long participantId) throws IOException {
        telling.list(
                "comments",
                participantId,
                "select c.code, t.subject_kind, coalesce(s.code, f.code, p.slug) as subject, b.code as parent,"
                        + " t.stance, t.spoken_at from thread_comment t join contribution c on c.id = t.id"
                        + " join co_author a on a.contribution_id = c.id and a.participant_id = ?"
                        + " left join contribution s on t.subject_kind = 'CONTRIBUTION' and s.id = t.subject_id"
                        + " left join phase f on t.subject_kind = 'PHASE' and f.id = t.subject_id"
                        + " left join process p on t.subject_kind = 'PROCESS' and p.id = t.subject_id"
                        + " left join contribution b on b.id = t.parent_id order by c.id");
        telling.list(
                "reactions",
                participantId,
                "select c.code as comment, r.direction, r.given_at from reaction r"
                        + " join voter_of v on v.voter_id = r.voter_id join contribution c on c.id = r.contribution_id"
                        + " where v.participant_id = ? order by r.given_at");
    }

    @Override
    public void erase(long participantId) {
        reacted(participantId).forEach(code -> takeBack(code, participantId));
    }

    /** To those comments, as a voter whom nobody else is. */
    private List<String> reacted(long participantId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery(
                                "select c.code from reaction r join voter_of v on v.voter_id = r.voter_id"
                                        + " join contribution c on c.id = r.contribution_id"
                                        + " where v.participant_id = :me and not exists (select 1 from voter_of o"
                                        + " where o.voter_id = v.voter_id and o.participant_id <> v.participant_id)",
                                String.class)
                        .setParameter("me", participantId)
                        .getResultList());
    }

    private void takeBack(String code, long participantId) {
        try {
            QuarkusTransaction.requiringNew().run(() -> commenting.react(code, 0, Participant.findById(participantId)));
        } catch (Refused | NotFoundException closed) {
            // stays counted, of nobody
        }
    }
}
