package org.ronda.organisation;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.ronda.identity.PersonalData;
import org.ronda.identity.Telling;
import org.ronda.kernel.Wording;
import org.ronda.ledger.Ledger;

/** For whom somebody speaks or spoke, what they stated for it, and what they applied for. */
@ApplicationScoped
@Priority(10)
class OrganisationData implements PersonalData {
    @Inject
    EntityManager entityManager;

    @Inject
    Mandating mandating;

    @Inject
    Ledger ledger;

    @Override
    public void tell(Telling telling, long participantId) throws IOException {
        telling.list(
                "mandates",
                participantId,
                "select o.code as organisation, o.name, m.code, m.title, m.scope_kind as about, m.is_holder,"
                        + " m.valid_from, m.valid_to, g.name as given_by, m.given_at, m.accepted_at, m.declined_at, m.revoked_at"
                        + " from mandate m join organisation o on o.id = m.organisation_id"
                        + " left join participant g on g.id = m.given_by"
                        + " where m.participant_id = ? order by m.id");
        telling.list(
                "mandatesOfferedByMail",
                participantId,
                "select o.code as organisation, o.name, m.code, m.title, m.sent_at, m.answer_by"
                        + " from mandate m join organisation o on o.id = m.organisation_id join participant p"
                        + " on p.email = m.email where p.id = ? and p.is_email_verified order by m.id");
        telling.list(
                "statedInterests",
                participantId,
                "select o.code as organisation, i.text, i.stated_at from organisation_interest i"
                        + " join organisation o on o.id = i.organisation_id where i.stated_by = ? order by i.id");
        telling.list(
                "applications",
                participantId,
                "select code, name, statement, themes, contact, legal, applicant_title, state, applied_at,"
                        + " decision_reason from organisation where applied_by = ? order by id");
    }

    /** An organisation is never left without anybody who may give its mandates. */
    @Override
    @Transactional
    public Optional<Wording> obstacle(long participantId) {
        return entityManager
                .createQuery(
                        "select o from Mandate m join Organisation o on o.id = m.organisationId"
                                + " where m.participantId = :me and m.isHolder = true and m.acceptedAt is not null"
                                + " and m.slot is not null and not exists (select h.id from Mandate h"
                                + " join Participant p on p.id = h.participantId and p.disabledAt is null"
                                + " where h.organisationId = o.id and h.participantId <> :me and h.isHolder = true"
                                + " and h.acceptedAt is not null and h.slot is not null) order by o.id",
                        Organisation.class)
                .setParameter("me", participantId)
                .setMaxResults(1)
                .getResultStream()
                .<Wording>map(
                        organisation -> language -> Applying.words(language).handOver(organisation.name()))
                .findFirst();
    }

    @Override
    @Transactional
    public void erase(long participantId) {
        mandating.leaveAll(participantId);
        List<Organisation> never = Organisation.list(
                "appliedBy = ?1 and state in ?2",
                participantId,
                List.of(Organisation.State.APPLIED, Organisation.State.REFUSED));
        for (Organisation application : never) {
            ledger.dropWords(application.scope(), participantId);
            application.forget();
        }
        entityManager
                .createNativeQuery("update organisation set applied_by = null where applied_by = :me")
                .setParameter("me", participantId)
                .executeUpdate();
    }
}
