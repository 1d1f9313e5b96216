package org.ronda.moderation;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import org.ronda.contribution.WordsGone;
import org.ronda.identity.PersonalData;
import org.ronda.identity.Telling;

/** What somebody reported, and what was decided about them and what they said. Goes while it is still known what that is. */
@ApplicationScoped
@Priority(60)
class ModerationData implements PersonalData, WordsGone {
    private static final String ABOUT_ME = " (d.participant_id = ? or d.participant_id is null and d.kind <> 'KEEP'"
            + " and d.contribution_id in (select a.contribution_id from co_author a where a.participant_id = ?))";

    @Inject
    EntityManager entityManager;

    @Override
    public void tell(Telling telling, long participantId) throws IOException {
        telling.list(
                "reports",
                participantId,
                "select c.code as contribution, r.rule, r.reason, r.reported_at, d.code as decision from report r"
                        + " join contribution c on c.id = r.contribution_id"
                        + " left join moderation_decision d on d.id = r.decision_id"
                        + " where r.reporter_id = ? order by r.id");
        telling.list(
                "decisionsAboutMe",
                participantId,
                "select d.code, d.kind, c.code as contribution, d.rule, d.reason, d.words, d.until, d.decided_at,"
                        + " d.is_in_force, d.second_look_asked_at, d.second_look_words, d.second_look_at,"
                        + " d.second_look_outcome, d.second_look_reason from moderation_decision d"
                        + " left join contribution c on c.id = d.contribution_id where" + ABOUT_ME + " order by d.id");
        telling.list(
                "wordsTakenOut",
                participantId,
                "select c.code as contribution, s.version_n as version, s.words as words_json from sealed_words s"
                        + " join contribution c on c.id = s.contribution_id join co_author a"
                        + " on a.contribution_id = c.id where a.participant_id = ? order by s.decision_id, s.version_n");
    }

    /** Reports stay, of nobody and without what was written; so do decisions, without how a second look was asked for. */
    @Override
    @Transactional
    public void erase(long participantId) {
        entityManager
                .createNativeQuery("update report set reporter_id = null, reason = '' where reporter_id = :me")
                .setParameter("me", participantId)
                .executeUpdate();
        entityManager
                .createQuery(
                        "select d from Decision d where d.participantId = :me or d.contributionId in"
                                + " (select a.contributionId from CoAuthor a where a.participantId = :me)",
                        Decision.class)
                .setParameter("me", participantId)
                .getResultList()
                .forEach(Decision::forgetPlea);
    }

    @Override
    public void forgetWords(long contribution) {
        Decision.<Decision>list("contributionId", contribution).forEach(Decision::forgetWords);
        entityManager
                .createNativeQuery("delete from sealed_words where contribution_id = :id")
                .setParameter("id", contribution)
                .executeUpdate();
    }
}
