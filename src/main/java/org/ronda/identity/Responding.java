package org.ronda.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;

/** Says who responds for which office at which instant; gives that to people, and ends it. */
@ApplicationScoped
public class Responding implements Duties {
    /** More people than can respond for one office and still be known to who asks. */
    private static final int MOST = 50;

    /** Somebody who responds for an office. */
    public record Person(Responder responder, String name, String code) {}

    @Inject
    EntityManager entityManager;

    @Inject
    OfficeReading offices;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    @ConfigProperty(name = "ronda.zone")
    ZoneId zone;

    /**
     * As whom somebody speaks for an office at that instant, held until the transaction ends: whoever ends it, or ends the
     * office, waits, so that nothing is said for it that came after.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Responder> responder(Office office, long person, Instant at) {
        List<Responder> held = Responder.held(office.id(), person);
        entityManager.refresh(office);
        return office.isValid(offices.day(at))
                ? held.stream().filter(one -> one.isInForce(at)).findFirst()
                : Optional.empty();
    }

    /** The same question for a page: without holding anything. */
    public boolean respondsFor(long office, long person, Instant at) {
        return offices(person, at).stream().anyMatch(one -> one.id() == office);
    }

    /** The offices that somebody may speak for; one statement. */
    public List<Office> offices(long person, Instant at) {
        return open(" and r.participantId = :person")
                .setParameter("person", person)
                .getResultStream()
                .filter(row -> isInForce(row, at))
                .map(row -> (Office) row[0])
                .toList();
    }

    @Override
    public Set<Long> holders(Instant at) {
        return open("").getResultStream()
                .filter(row -> isInForce(row, at))
                .map(row -> ((Responder) row[1]).participantId())
                .collect(Collectors.toSet());
    }

    private TypedQuery<Object[]> open(String and) {
        return entityManager.createQuery(
                "select o, r from Responder r join Office o on o.id = r.officeId where r.slot is not null" + and
                        + " order by o.id",
                Object[].class);
    }

    private boolean isInForce(Object[] officeAndResponder, Instant at) {
        return ((Responder) officeAndResponder[1]).isInForce(at)
                && ((Office) officeAndResponder[0]).isValid(offices.day(at));
    }

    /** Who responds for it now: what everybody reads. */
    List<Person> responding(Office office, Instant at) {
        return office.isValid(offices.day(at))
                ? people(office, " and p.disabledAt is null").stream()
                        .filter(person -> person.responder().isInForce(at))
                        .toList()
                : List.of();
    }

    /** All that were not ended: what the administrator reads. */
    List<Person> people(Office office) {
        return people(office, "");
    }

    private List<Person> people(Office office, String and) {
        return entityManager
                .createQuery(
                        "select r, p from Responder r join Participant p on p.id = r.participantId"
                                + " where r.officeId = :office and r.slot is not null" + and + " order by r.id",
                        Object[].class)
                .setParameter("office", office.id())
                .getResultList()
                .stream()
                .map(row ->
                        new Person((Responder) row[0], ((Participant) row[1]).name(), ((Participant) row[1]).code()))
                .toList();
    }

    /** The number of one in an address; what is no number leads nowhere. */
    static long number(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw new NotFoundException();
        }
        return Long.parseLong(id);
    }

    /** Lets somebody respond for an office. */
    @Transactional
    public Responder give(String officeCode, ResponderInput input, long by) {
        Office office = Office.byCode(officeCode).orElseThrow(NotFoundException::new);
        // held like whoever ends the office does, so that nobody is given to what has ended
        entityManager
                .createNativeQuery("select id from office where id = :id for update")
                .setParameter("id", office.id())
                .getSingleResult();
        entityManager.refresh(office);
        List<Responder> open = Responder.open(office.id());
        Instant at = now.atGate();
        if (office.hasEnded(offices.day(at))) {
            throw Refused.conflict(language -> OfficeSetup.words(language)
                    .hasEndedOn(office.name().in(language).text()));
        }
        Participant person = Participant.one(input.who());
        Instant from = input.period().begins(at, zone);
        Instant to = input.period().ends(from, zone);
        if (open.size() >= MOST) {
            throw Refused.invalid("who", language -> OfficeSetup.words(language).tooMany(MOST));
        }
        Optional<Responder> same =
                open.stream().filter(one -> one.participantId() == person.id()).findFirst();
        if (same.isPresent() && !same.get().hasRunOut(at)) {
            throw Refused.invalid("who", language -> OfficeSetup.words(language).respondsAlready());
        }
        same.ifPresent(Responder::runOut);
        entityManager.flush();
        Responder responder = new Responder(office, person.id(), input.title(), from, to, by, at);
        responder.persist();
        person.beResponder();
        record("given", office, responder, by, at);
        return responder;
    }

    /** Ends it at once; of two who end it, the second is told so. */
    @Transactional
    public void end(String officeCode, long id, long by) {
        Office office = Office.byCode(officeCode).orElseThrow(NotFoundException::new);
        Responder responder = Responder.<Responder>findByIdOptional(id)
                .filter(one -> one.officeId() == office.id())
                .orElseThrow(NotFoundException::new);
        // whoever speaks for it right now is done before it ends, or else sees that it ended
        entityManager
                .createNativeQuery("select id from office_responder where id = :id for update")
                .setParameter("id", id)
                .getSingleResult();
        entityManager.refresh(responder);
        if (!responder.isOpen()) {
            throw Refused.conflict(language -> OfficeSetup.words(language).alreadyEnded());
        }
        Instant at = now.atGate();
        responder.end(by, at);
        record("ended", office, responder, by, at);
    }

    private void record(String verb, Office office, Responder responder, long by, Instant at) {
        Map<String, String> content = new LinkedHashMap<>();
        // the code and not the name: a name is personal and may have to go
        content.put(
                "participant",
                Participant.<Participant>findById(responder.participantId()).code());
        content.put("title", responder.title());
        content.put("from", responder.validFrom().toString());
        if (responder.validTo() != null) {
            content.put("to", responder.validTo().toString());
        }
        ledger.record(Event.of("responder." + verb, office.scope())
                .at(at)
                .by(by, Scope.PLATFORM)
                .saying(content));
    }
}
