package org.ronda.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.Optional;
import org.ronda.kernel.Now;
import org.ronda.kernel.Wording;
import org.ronda.ledger.Ledger;

/** The account itself, what was accepted, and the receipts; erased last, as everything else is found by it. */
@ApplicationScoped
@Priority(1)
class AccountData implements PersonalData {
    @Inject
    EntityManager entityManager;

    @Inject
    Viewer viewer;

    @Inject
    Accounts accounts;

    @Inject
    Directory directory;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    @Override
    public void tell(Telling telling, long participantId) throws IOException {
        telling.list(
                "account",
                participantId,
                "select code, name, language, email, is_email_verified, joined_at, blocked_until, blocked_reason"
                        + " from participant where id = ?");
        telling.list(
                "consents",
                participantId,
                "select kind, version, given_at from consent where participant_id = ? order by given_at, kind");
        telling.list(
                "secondFactor", participantId, "select told_at as since from second_factor where participant_id = ?");
        telling.list(
                "receipts",
                participantId,
                "select e.receipt as code, e.kind, e.gate_at as at, l.position as ledger_position"
                        + " from ledger_actor a join ledger_event e on e.id = a.event_id"
                        + " left join ledger_link l on l.event_id = e.id where a.actor_id = ? order by e.id");
    }

    /** Another administrator takes the role first, as nobody takes their own: so there always is one. */
    @Override
    public Optional<Wording> obstacle(long participantId) {
        return viewer.id() == participantId && viewer.has(PlatformRole.ADMINISTRATOR)
                ? Optional.of(
                        language -> Wording.of(OwnMessages.class, language).administratorFirst())
                : Optional.empty();
    }

    /** At Keycloak first, which is asked again a minute later while it is away. */
    @Override
    public void erase(long participantId) {
        Participant known = QuarkusTransaction.requiringNew().call(() -> Participant.findById(participantId));
        if (directory.isOpen() && !known.isErased()) {
            directory.delete(known.subject());
        }
        QuarkusTransaction.requiringNew().run(() -> forget(participantId));
    }

    private void forget(long participantId) {
        Participant participant = Participant.findById(participantId);
        if (!participant.isErased()) {
            accounts.erased(participant.subject());
            entityManager
                    .createNativeQuery("delete from role_invitation where subject = :subject")
                    .setParameter("subject", participant.subject())
                    .executeUpdate();
            // before their own row changes, in the order in which SecondFactors holds the two
            entityManager
                    .createNativeQuery("delete from second_factor where participant_id = :me")
                    .setParameter("me", participantId)
                    .executeUpdate();
            participant.erase(now.instant());
        }
        for (String table : new String[] {"consent", "form_nonce"}) {
            entityManager
                    .createNativeQuery("delete from " + table + " where participant_id = :me")
                    .setParameter("me", participantId)
                    .executeUpdate();
        }
        ledger.dropActor(participantId);
    }
}
