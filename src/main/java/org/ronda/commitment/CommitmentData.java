package org.ronda.commitment;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import org.ronda.identity.PersonalData;
import org.ronda.identity.Telling;

/** About which words of drafts somebody spoke, and what they wrote of drafts; the texts are the process's and stay. */
@ApplicationScoped
@Priority(55)
class CommitmentData implements PersonalData {
    @Inject
    EntityManager entityManager;

    @Override
    public void tell(Telling telling, long participantId) throws IOException {
        telling.list(
                "comments_on_drafts",
                participantId,
                "select c.code, m.code as draft, k.clause_key as clause, v.n as version, a.kind, t.quote"
                        + " from anchor a join contribution c on c.id = a.comment_id"
                        + " join thread_comment t on t.id = a.comment_id"
                        + " join co_author o on o.contribution_id = c.id and o.participant_id = ?"
                        + " join commitment_version v on v.id = a.version_id join commitment m on m.id = v.commitment_id"
                        + " join clause k on k.id = a.clause_id order by c.id, v.n");
        telling.list(
                "clauses_written",
                participantId,
                "select m.code as draft, v.n as version, k.clause_key as clause, r.n as revision, r.saved_at"
                        + " from clause_revision r join clause_text t on t.id = r.clause_text_id"
                        + " join clause k on k.id = t.clause_id join commitment_version v on v.id = t.version_id"
                        + " join commitment m on m.id = v.commitment_id where r.saved_by = ? order by r.saved_at");
        telling.list(
                "changes_proposed",
                participantId,
                "select c.code, m.code as draft, v.n as version, k.clause_key as clause, a.op from amendment a"
                        + " join contribution c on c.id = a.id"
                        + " join co_author o on o.contribution_id = c.id and o.participant_id = ?"
                        + " join commitment_version v on v.id = a.version_id join commitment m on m.id = v.commitment_id"
                        + " join clause k on k.id = a.clause_id order by c.id");
        telling.list(
                "changes_joined_for_organisations",
                participantId,
                "select c.code, o.code as organisation, j.asked_at, j.confirmed_at from joining j"
                        + " join contribution c on c.id = j.amendment_id"
                        + " join organisation o on o.id = j.organisation_id"
                        + " where j.asked_by = ? or j.confirmed_by = ? order by j.asked_at");
        telling.list(
                "words_taken_into_drafts",
                participantId,
                "select c.code, m.code as draft, v.n as version, k.clause_key as clause, e.relation, e.made_at"
                        + " from effect e join contribution c on c.id = e.contribution_id"
                        + " join commitment_version v on v.id = e.version_id join commitment m on m.id = v.commitment_id"
                        + " join clause k on k.id = e.clause_id where e.made_by = ? order by e.id");
        telling.list(
                "rounds_prepared",
                participantId,
                "select p.slug as process, f.code as phase, r.prepared_at from round_preparation r"
                        + " join phase f on f.id = r.phase_id join process p on p.id = f.process_id"
                        + " where r.prepared_by = ? order by r.prepared_at");
    }

    @Override
    @Transactional
    public void erase(long participantId) {
        for (String column : List.of(
                "commitment.created_by",
                "commitment_version.begun_by",
                "commitment_version.published_by",
                "clause_revision.saved_by",
                "anchor.settled_by",
                "round_preparation.prepared_by",
                "joining.asked_by",
                "joining.confirmed_by",
                "effect.made_by")) {
            String[] parts = column.split("\\.");
            entityManager
                    .createNativeQuery(
                            "update " + parts[0] + " set " + parts[1] + " = null where " + parts[1] + " = :me")
                    .setParameter("me", participantId)
                    .executeUpdate();
        }
    }
}
