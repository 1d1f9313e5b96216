package org.ronda.contribution;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.NotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.ronda.identity.PersonalData;
import org.ronda.identity.Telling;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.ledger.Ledger;
import org.ronda.process.Gate;
import org.ronda.search.Index;

/** What somebody said and supported, of whatever kind. */
@ApplicationScoped
@Priority(40)
class ContributionData implements PersonalData {
    private static final String MINE =
            " join co_author a on a.contribution_id = c.id and a.participant_id = ? and a.state = 'ACCEPTED'";

    @Inject
    EntityManager entityManager;

    @Inject
    @All
    List<Reliance> reliances;

    @Inject
    @All
    List<WordsGone> others;

    @Inject
    Supporting supporting;

    @Inject
    Publishing publishing;

    @Inject
    Attachments attachments;

    @Inject
    Index index;

    @Inject
    Ledger ledger;

    @Inject
    Gate gate;

    @Inject
    Now now;

    @Override
    public void tell(Telling telling, long participantId) throws IOException {
        telling.list(
                "contributions",
                participantId,
                "select c.code, c.kind, p.slug as process, f.code as phase, c.state, c.channel, c.language,"
                        + " a.name_kind as in_whose_name, c.said_at, c.entered_at, c.published_at, c.words_version,"
                        + " c.meaning, d.code as district from contribution c" + MINE
                        + " join process p on p.id = c.process_id left join phase f on f.id = c.phase_id"
                        + " left join district d on d.id = c.district_id order by c.id");
        telling.list(
                "versions",
                participantId,
                "select c.code as contribution, v.n, v.meaning, v.change, v.saved_at, v.words as words_json"
                        + " from contribution c" + MINE
                        + " join contribution_version v on v.contribution_id = c.id order by c.id, v.n");
        telling.list(
                "files",
                participantId,
                "select c.code as contribution, s.code, s.name, cf.caption, cf.since_version, cf.until_version"
                        + " from contribution c" + MINE + " join contribution_file cf on cf.contribution_id = c.id"
                        + " join stored_file s on s.id = cf.file_id order by c.id, cf.position, cf.since_version");
        telling.list(
                "supports",
                participantId,
                "select c.code as contribution, s.meaning, s.given_at from support s"
                        + " join voter_of v on v.voter_id = s.voter_id join contribution c on c.id = s.contribution_id"
                        + " where v.participant_id = ? order by s.id");
        telling.list(
                "supportsForOrganisations",
                participantId,
                "select c.code as contribution, o.code as organisation, s.meaning, s.given_at from support s"
                        + " join organisation o on o.id = s.organisation_id"
                        + " join contribution c on c.id = s.contribution_id"
                        + " where s.organisation_id > 0 and (s.given_by = ? or s.asked_by = ?) order by s.id");
        telling.list(
                "decisionsWrittenDown",
                participantId,
                "select c.code as contribution, o.decision, o.recorded_at from outcome o"
                        + " join contribution c on c.id = o.contribution_id where o.recorded_by = ? order by c.id");
        telling.list(
                "carriedToLaterRounds",
                participantId,
                "select c.code as contribution, f.code as to_phase, d.carried_at from carried d"
                        + " join contribution c on c.id = d.contribution_id join phase f on f.id = d.to_phase_id"
                        + " where d.carried_by = ? order by c.id");
        telling.list(
                "sittingsRecorded",
                participantId,
                "select s.code, p.slug as process, s.recorded_at from sitting s join process p on p.id = s.process_id"
                        + " where s.recorded_by = ? order by s.id");
        telling.list(
                "supportsAskedForOrganisations",
                participantId,
                "select c.code as contribution, o.code as organisation, w.meaning, w.wished_at from support_wish w"
                        + " join organisation o on o.id = w.organisation_id"
                        + " join contribution c on c.id = w.contribution_id where w.wished_by = ? order by w.id");
        telling.list(
                "groupsMade",
                participantId,
                "select g.code, p.slug as process, g.title, g.made_at from similarity_group g"
                        + " join process p on p.id = g.process_id where g.made_by = ? order by g.id");
    }

    @Override
    public List<Brought> files(long participantId) {
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select distinct s.code, s.name, s.id from contribution c" + MINE.replace("?", ":me")
                                + " join contribution_file cf on cf.contribution_id = c.id"
                                + " join stored_file s on s.id = cf.file_id order by s.id",
                        Object[].class)
                .setParameter("me", participantId)
                .getResultList();
        return rows.stream()
                .map(row -> new Brought(row[0] + "-" + row[1], ((Number) row[2]).longValue()))
                .toList();
    }

    @Override
    public void erase(long participantId) {
        supported(participantId).forEach(id -> withdrawSupport(id, participantId));
        QuarkusTransaction.requiringNew().run(() -> leaveOrganisations(participantId));
        QuarkusTransaction.requiringNew().run(() -> leaveDecisions(participantId));
        QuarkusTransaction.requiringNew()
                .run(() -> change("update similarity_group set made_by = null where made_by = :id", participantId));
        written(participantId).forEach(id -> QuarkusTransaction.requiringNew().run(() -> erase(id, participantId)));
    }

    /** What was supported for an organisation stays the organisation's; what was only asked for goes. */
    private void leaveOrganisations(long participantId) {
        change("delete from support_wish where wished_by = :id", participantId);
        change("update support set given_by = null where organisation_id > 0 and given_by = :id", participantId);
        change("update support set asked_by = null where organisation_id > 0 and asked_by = :id", participantId);
    }

    /** What was decided stays, and who wrote it down is nobody. */
    private void leaveDecisions(long participantId) {
        change("update sitting set recorded_by = null where recorded_by = :id", participantId);
        change("update outcome set recorded_by = null where recorded_by = :id", participantId);
        change("update carried set carried_by = null where carried_by = :id", participantId);
    }

    /** Those of a voter whom nobody else is. */
    private List<Long> supported(long participantId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery(
                                "select distinct s.contribution_id from support s join voter_of v"
                                        + " on v.voter_id = s.voter_id where v.participant_id = :me and not exists"
                                        + " (select 1 from voter_of o where o.voter_id = v.voter_id"
                                        + " and o.participant_id <> v.participant_id)",
                                Long.class)
                        .setParameter("me", participantId)
                        .getResultList());
    }

    private void withdrawSupport(long id, long participantId) {
        try {
            QuarkusTransaction.requiringNew().run(() -> supporting.withdraw(Contribution.findById(id), participantId));
        } catch (Refused closed) {
            // stays counted, of nobody
        }
    }

    private List<Long> written(long participantId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery(
                                "select id from contribution where author_id = :me union"
                                        + " select contribution_id from co_author where participant_id = :me"
                                        + " and name_kind = 'PERSON' order by 1 desc",
                                Long.class)
                        .setParameter("me", participantId)
                        .getResultList());
    }

    private void erase(long id, long participantId) {
        Contribution contribution = Contribution.findById(id);
        try {
            contribution.hold();
        } catch (NotFoundException thrownAway) {
            return;
        }
        if (contribution.isDraft()) {
            publishing.discard(contribution);
            return;
        }
        boolean isAnothers = contribution.isOfOrganisation() || contribution.isOfficial();
        // what nobody confirmed was only theirs; what was confirmed is not, whether it is public, held or hidden
        boolean isTheirs = !isAnothers || contribution.isUnconfirmed();
        if (isTheirs && (!contribution.isPublished() || !isReliedOn(id, participantId))) {
            takeAway(contribution, participantId);
        }
        becomeNobodys(contribution, participantId);
    }

    private boolean isReliedOn(long id, long author) {
        boolean isSupported = !entityManager
                .createNativeQuery("select id from support where contribution_id = :id", Long.class)
                .setParameter("id", id)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
        return isSupported || reliances.stream().anyMatch(room -> room.isAnsweredByOthers(id, author));
    }

    /** Withdrawn as its author could, and then without its words. */
    private void takeAway(Contribution contribution, long participantId) {
        if (!contribution.isWithdrawn()) {
            Instant at = contribution.phaseId() == null
                    ? now.atGate()
                    : gate.look(contribution.phaseId()).at();
            publishing.withdraw(contribution, at, participantId);
        }
        attachments.forgetAll(contribution);
        contribution.forgetWords();
        index.remove(contribution.scope(), contribution.language());
        change("update contribution_version set words = '{}' where contribution_id = :id", contribution.id());
        others.forEach(room -> room.forgetWords(contribution.id()));
        ledger.dropWords(contribution.scope(), participantId);
    }

    /** What was said for an organisation stays the organisation's, an official reply the office's or the board's. */
    private void becomeNobodys(Contribution contribution, long participantId) {
        entityManager.flush();
        change(
                "update contribution set name_kind = null, name_id = null where id = :id and name_kind = 'PERSON'",
                contribution.id());
        change(
                "update contribution set author_id = null, entered_by = null where id = :id and author_id = "
                        + participantId,
                contribution.id());
        change(
                "update contribution_version set saved_by = null where contribution_id = :id and saved_by = "
                        + participantId,
                contribution.id());
        change(
                "delete from co_author where contribution_id = :id and name_kind in ('PERSON', 'OFFICE', 'BOARD')"
                        + " and participant_id = "
                        + participantId,
                contribution.id());
    }

    private void change(String sql, long id) {
        entityManager.createNativeQuery(sql).setParameter("id", id).executeUpdate();
    }
}
