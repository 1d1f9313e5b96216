package org.ronda.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ronda.identity.Participant;
import org.ronda.identity.PlatformRole;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Scope;
import org.ronda.ledger.EverySubject;
import org.ronda.ledger.Subject;

/** Finds organisations and their people, only as far as the viewer may see them. */
@ApplicationScoped
class OrganisationReading {
    /**
     * Somebody with a mandate.
     *
     * @param name or the address that it was offered to
     * @param code empty for an address
     * @param about what it is limited to, or null for everything
     * @param givenBy the name of who gave it; null where that was they themselves, or somebody whose account is closed
     */
    public record Person(Mandate mandate, String name, String code, Subject about, String givenBy) {}

    /** A mandate of the viewer's own, and who gave it, as above. */
    public record Own(Mandate mandate, Organisation organisation, Subject about, String givenBy) {}

    private static final String GIVER =
            " left join Participant g on g.id = m.givenBy and g.disabledAt is null and g.id <> m.participantId";

    @Inject
    EntityManager entityManager;

    @Inject
    EverySubject subjects;

    @Inject
    Viewer viewer;

    @Inject
    Now now;

    /** One that everybody reaches, or an application of the viewer's own; the platform's administrators reach all. */
    Organisation reach(String code) {
        return Organisation.byCode(code).filter(this::isReached).orElseThrow(NotFoundException::new);
    }

    boolean isReached(Organisation organisation) {
        return organisation.isPublic()
                || viewer.participant().filter(organisation::isAppliedBy).isPresent()
                || viewer.has(PlatformRole.ADMINISTRATOR);
    }

    /** One that the viewer holds. */
    Organisation held(String code) {
        return Organisation.byCode(code)
                .filter(one -> one.isAccepted() && isHeld(one))
                .orElseThrow(NotFoundException::new);
    }

    /** One that the viewer may end: who holds it, or looks after the platform. */
    Organisation endable(String code) {
        return Organisation.byCode(code)
                .filter(Organisation::isAccepted)
                .filter(one -> viewer.has(PlatformRole.ADMINISTRATOR) || isHeld(one))
                .orElseThrow(NotFoundException::new);
    }

    /** One that takes part, for who looks after the platform. */
    Organisation administered(String code) {
        return Organisation.byCode(code)
                .filter(one -> one.isAccepted() && viewer.has(PlatformRole.ADMINISTRATOR))
                .orElseThrow(NotFoundException::new);
    }

    /** A mandate for one. */
    static Mandate mandate(Organisation organisation, String code) {
        return Mandate.byCode(code)
                .filter(one -> one.organisationId() == organisation.id())
                .orElseThrow(NotFoundException::new);
    }

    /** One of somebody's own mandates, or an invitation to them. */
    static Mandate own(Participant person, String code) {
        return Mandate.byCode(code).filter(one -> one.isOf(person.id())).orElseThrow(NotFoundException::new);
    }

    boolean isHeld(Organisation organisation) {
        return viewer.isSignedIn() && Mandating.holds(organisation.id(), viewer.id());
    }

    /** Who speaks for it now: what everybody reads. */
    List<Person> speaking(Organisation organisation, Language language) {
        Instant at = now.instant();
        return people(organisation, language, " and p.disabledAt is null").stream()
                .filter(person -> person.mandate().isInForce(at))
                .toList();
    }

    /** All mandates that are neither declined nor revoked: what its holders read. */
    List<Person> people(Organisation organisation, Language language) {
        return people(organisation, language, "");
    }

    private List<Person> people(Organisation organisation, Language language, String and) {
        List<Object[]> rows = entityManager
                .createQuery(
                        "select m, p, g.name from Mandate m left join Participant p on p.id = m.participantId"
                                + GIVER
                                + " where m.organisationId = :organisation and m.slot is not null" + and
                                + " order by m.isHolder desc, m.id",
                        Object[].class)
                .setParameter("organisation", organisation.id())
                .getResultList();
        Map<Scope, Subject> about =
                about(rows.stream().map(row -> (Mandate) row[0]).toList(), language);
        return rows.stream()
                .map(row -> {
                    Mandate mandate = (Mandate) row[0];
                    Participant person = (Participant) row[1];
                    return person == null
                            ? new Person(mandate, mandate.email(), "", about.get(mandate.scope()), null)
                            : new Person(
                                    mandate, person.name(), person.code(), about.get(mandate.scope()), (String) row[2]);
                })
                .toList();
    }

    /** All mandates that somebody has, had, or is invited to; the latest hundred. */
    List<Own> mandates(Participant person, Language language) {
        List<Object[]> rows = entityManager
                .createQuery(
                        "select m, o, g.name from Mandate m join Organisation o on o.id = m.organisationId"
                                + GIVER
                                + " where m.participantId = :person order by m.id desc",
                        Object[].class)
                .setParameter("person", person.id())
                .setMaxResults(100)
                .getResultList();
        Map<Scope, Subject> about =
                about(rows.stream().map(row -> (Mandate) row[0]).toList(), language);
        return rows.stream()
                .map(row -> {
                    Mandate mandate = (Mandate) row[0];
                    return new Own(mandate, (Organisation) row[1], about.get(mandate.scope()), (String) row[2]);
                })
                .toList();
    }

    /** What a mandate is limited to, or null for everything. */
    Subject about(Mandate mandate, Language language) {
        return about(List.of(mandate), language).get(mandate.scope());
    }

    private Map<Scope, Subject> about(List<Mandate> mandates, Language language) {
        return subjects.describe(
                mandates.stream()
                        .filter(one -> !one.isAboutEverything())
                        .map(Mandate::scope)
                        .toList(),
                language);
    }
}
