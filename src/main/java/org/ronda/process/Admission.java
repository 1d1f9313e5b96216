package org.ronda.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Set;
import org.ronda.identity.Consents;
import org.ronda.identity.HouseText;
import org.ronda.kernel.Detour;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;

/**
 * What somebody says once before contributing: that the rules and the privacy notice in force are accepted, and, where a
 * process has a minimum age, to be of that age, and, where it takes own names only, to go by the public name in life. Without it every contribution is refused.
 */
@ApplicationScoped
public class Admission {
    @Inject
    EntityManager entityManager;

    @Inject
    Consents consents;

    @Inject
    Now now;

    /** Passes whoever said it all; anybody else is led to the page that asks. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void require(Process process, long participantId) {
        if (!consents.missing(participantId).isEmpty()
                || lacksAge(process, participantId)
                || lacksName(process, participantId)) {
            String page = "/welcome?process=" + process.slug();
            throw new Detour(
                    "consent", page, language -> ProcessSetup.words(language).welcomeFirst(page));
        }
    }

    Set<HouseText.Kind> missing(long participantId) {
        return consents.missing(participantId);
    }

    /** Whether that process asks for an age that was not confirmed yet. */
    boolean lacksAge(Process process, long participantId) {
        return process.minAge() != null
                && entityManager
                        .createNativeQuery(
                                "select age from age_confirmation where participant_id = :me and process_id = :process"
                                        + " and age >= :age",
                                Integer.class)
                        .setParameter("me", participantId)
                        .setParameter("process", process.id())
                        .setParameter("age", process.minAge())
                        .getResultList()
                        .isEmpty();
    }

    /** Whether that process takes own names only, and the present public name was not confirmed to be one. */
    boolean lacksName(Process process, long participantId) {
        return process.asksOwnNames()
                && entityManager
                        .createNativeQuery("select 1 from name_confirmation n join participant p"
                                + " on p.id = n.participant_id and p.name = n.name"
                                + " where n.participant_id = :me and n.process_id = :process")
                        .setParameter("me", participantId)
                        .setParameter("process", process.id())
                        .getResultList()
                        .isEmpty();
    }

    /**
     * Keeps what was accepted.
     *
     * @param process whose minimum age or whose own name is confirmed, or null
     */
    @Transactional
    void admit(WelcomeInput input, Process process, long participantId) {
        Instant at = now.atGate();
        for (HouseText.Kind kind : Consents.ASKED) {
            if (!input.version(kind).isEmpty()) {
                consents.give(participantId, kind, Integer.parseInt(input.version(kind)), at);
            }
        }
        if (process != null && process.minAge() != null && !input.age().isEmpty()) {
            confirmAge(process, Integer.parseInt(input.age()), participantId, at);
        }
        if (process != null && process.asksOwnNames() && !input.name().isEmpty()) {
            confirmName(process, input.name(), participantId, at);
        }
        refuseUnfinished(input, process, participantId);
    }

    /** Only the present name: one that changed while the page was read is asked about anew. */
    private void confirmName(Process process, String name, long participantId, Instant at) {
        // earlier names are nobody's business
        entityManager
                .createNativeQuery("delete from name_confirmation where participant_id = :me and process_id = :process"
                        + " and name <> :name")
                .setParameter("me", participantId)
                .setParameter("process", process.id())
                .setParameter("name", name)
                .executeUpdate();
        entityManager
                .createNativeQuery("insert into name_confirmation (participant_id, process_id, name, confirmed_at)"
                        + " select p.id, :process, p.name, :at from participant p where p.id = :me and p.name = :name"
                        + " on conflict do nothing")
                .setParameter("process", process.id())
                .setParameter("at", at)
                .setParameter("me", participantId)
                .setParameter("name", name)
                .executeUpdate();
    }

    private void confirmAge(Process process, int age, long participantId, Instant at) {
        entityManager
                .createNativeQuery("insert into age_confirmation (participant_id, process_id, age, confirmed_at)"
                        + " values (:me, :process, :age, :at) on conflict do nothing")
                .setParameter("me", participantId)
                .setParameter("process", process.id())
                .setParameter("age", age)
                .setParameter("at", at)
                .executeUpdate();
    }

    /** All at once, or nothing: half an answer would ask again at the next act. */
    private void refuseUnfinished(WelcomeInput input, Process process, long participantId) {
        consents.missing(participantId).stream().findFirst().ifPresent(kind -> {
            throw Refused.invalid(
                    kind.key(), language -> ProcessSetup.words(language).welcomeAccept());
        });
        if (process != null && lacksAge(process, participantId)) {
            throw Refused.invalid(
                    "age", language -> ProcessSetup.words(language).welcomeAgeNeeded(process.minAge()));
        }
        if (process != null && lacksName(process, participantId)) {
            boolean hasChanged = !input.name().isEmpty();
            throw Refused.invalid(
                    "name",
                    language -> hasChanged
                            ? ProcessSetup.words(language).welcomeNameChanged()
                            : ProcessSetup.words(language).welcomeNameNeeded());
        }
    }
}
