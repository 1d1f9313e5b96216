package org.ronda.organisation;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import org.ronda.identity.PersonalData;
import org.ronda.identity.Telling;

/** In whose name somebody may speak. */
@ApplicationScoped
@Priority(10)
class OrganisationData implements PersonalData {
    @Inject
    EntityManager entityManager;

    @Override
    public void tell(Telling telling, long participantId) throws IOException {
        telling.list(
                "organisations",
                participantId,
                "select o.code, o.name from organisation_member m join organisation o on o.id = m.organisation_id"
                        + " where m.participant_id = ? order by o.id");
    }

    @Override
    @Transactional
    public void erase(long participantId) {
        entityManager
                .createNativeQuery("delete from organisation_member where participant_id = :me")
                .setParameter("me", participantId)
                .executeUpdate();
    }
}
