package org.ronda.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.ronda.identity.Awaiting;
import org.ronda.identity.PlatformRole;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;

/** Who asks the viewer to speak for them; and, for a platform administrator, the applications and who is without a holder. */
@ApplicationScoped
class OrganisationAwaiting implements Awaiting {
    private static final int MOST = 20;

    @Inject
    EntityManager entityManager;

    @Inject
    Viewer viewer;

    @Inject
    Now now;

    @Override
    public List<Awaited> awaited(Language language) {
        OrganisationMessages words = Applying.words(language);
        List<Awaited> awaited = new ArrayList<>();
        entityManager
                .createQuery(
                        "select o.name from Mandate m join Organisation o on o.id = m.organisationId"
                                + " where m.participantId = :me and m.slot is not null and m.acceptedAt is null"
                                + " and (m.validTo is null or m.validTo > :at)"
                                + " order by m.id",
                        String.class)
                .setParameter("me", viewer.id())
                .setParameter("at", now.instant())
                .setMaxResults(MOST)
                .getResultStream()
                .map(name -> new Awaited(words.awaitingInvitation(name), "/me/mandates"))
                .forEach(awaited::add);
        if (viewer.has(PlatformRole.ADMINISTRATOR)) {
            int applications = (int) Organisation.count("state", Organisation.State.APPLIED);
            if (applications > 0) {
                awaited.add(new Awaited(words.awaitingApplications(applications), "/applications"));
            }
            int orphaned = Organisation.orphans();
            if (orphaned > 0) {
                awaited.add(new Awaited(words.awaitingOrphaned(orphaned), "/applications#orphaned"));
            }
        }
        return awaited;
    }
}
