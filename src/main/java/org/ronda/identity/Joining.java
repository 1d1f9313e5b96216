package org.ronda.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.ronda.kernel.Code;
import org.ronda.kernel.Now;

/** The first time that somebody is here makes a participant; later times take over what changed in the account. */
@ApplicationScoped
public class Joining {
    @Inject
    EntityManager entityManager;

    @Inject
    Consents consents;

    @Inject
    Now now;

    /** The participant of a persona of the demonstration, who has accepted everything. */
    @Transactional
    public Participant as(Persona persona) {
        return Participant.bySubject(persona.username()).orElseGet(() -> {
            Participant participant = as(Account.of(persona));
            consents.giveAll(participant.id(), now.instant());
            return participant;
        });
    }

    @Transactional
    Participant as(Account account) {
        return Participant.bySubject(account.subject()).orElseGet(() -> first(account));
    }

    private Participant first(Account account) {
        String code = Code.random('U');
        // two first sign-ins at once make one participant: uq_participant_subject decides
        entityManager
                .createNativeQuery("insert into participant"
                        + " (id, code, subject, name, language, email, is_email_verified, joined_at)"
                        + " values (nextval('participant_seq'), ?1, ?2, ?3, ?4, cast(?5 as varchar(320)), ?6, ?7)"
                        + " on conflict do nothing")
                .setParameter(1, code)
                .setParameter(2, account.subject())
                .setParameter(3, account.name().orElse(code))
                .setParameter(4, account.language().tag())
                .setParameter(5, account.email())
                .setParameter(6, account.isEmailVerified())
                .setParameter(7, now.instant())
                .executeUpdate();
        return Participant.bySubject(account.subject()).orElseThrow();
    }

    /** Name and e-mail address follow the account; nothing is written where they are the same. */
    Participant upToDate(Participant participant, Account account) {
        if (participant.isAs(account)) {
            return participant;
        }
        QuarkusTransaction.requiringNew()
                .run(() -> Participant.<Participant>findById(participant.id()).follow(account));
        participant.follow(account);
        return participant;
    }
}
