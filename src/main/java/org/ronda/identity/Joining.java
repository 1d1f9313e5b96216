package org.ronda.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.ronda.kernel.Code;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;

/** The first time that somebody is here makes a participant. */
@ApplicationScoped
public class Joining {
    @Inject
    EntityManager entityManager;

    @Inject
    Now now;

    /** The participant of a persona of the demonstration. */
    @Transactional
    public Participant as(Persona persona) {
        return Participant.bySubject(persona.username()).orElseGet(() -> first(persona));
    }

    private Participant first(Persona persona) {
        // two first sign-ins at once make one participant: uq_participant_subject decides
        entityManager
                .createNativeQuery("insert into participant (id, code, subject, name, language, joined_at) "
                        + "values (nextval('participant_seq'), ?1, ?2, ?3, ?4, ?5) on conflict do nothing")
                .setParameter(1, Code.random('U'))
                .setParameter(2, persona.username())
                .setParameter(3, persona.publicName())
                .setParameter(4, Language.ES.tag())
                .setParameter(5, now.instant())
                .executeUpdate();
        return Participant.bySubject(persona.username()).orElseThrow();
    }
}
