package org.ronda.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Wording;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;

/**
 * Begins offices, puts them right, renames and ends them. Each act holds them all, so that no two together make an office
 * part of itself.
 */
@ApplicationScoped
public class OfficeSetup {
    /** Days after its last one, for a slip that is noticed late. */
    private static final int RESUMED_WITHIN = 30;

    @Inject
    EntityManager entityManager;

    @Inject
    OfficeReading offices;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    @Transactional
    public Office create(OfficeInput input, long by) {
        OfficeChart chart = held();
        Office parent = parent(chart, input, null);
        Office office = new Office(
                input.name(),
                input.chosenKind(),
                parent == null ? null : parent.id(),
                input.validFrom(),
                input.contact());
        office.persist();
        record("created", office, Map.of(), by);
        return office;
    }

    /** Puts right what was written wrong. */
    @Transactional
    void correct(String code, OfficeInput input, long by) {
        OfficeChart chart = held();
        Office office = named(code);
        if (input.seen() != office.version()) {
            throw Refused.conflict(language -> words(language).changedMeanwhile());
        }
        Office parent = parent(chart, input, office);
        LocalDate from = input.validFrom();
        if (office.validTo() != null && !office.validTo().isAfter(from)) {
            throw Refused.invalid(
                    "from",
                    language -> Wording.of(IdentityMessages.class, language).endsBeforeItBegins());
        }
        if (chart.predecessors(office, Language.ES).stream().anyMatch(one -> from.isAfter(one.validTo()))) {
            throw Refused.invalid("from", language -> words(language).followsAnother());
        }
        office.correct(input.name(), input.chosenKind(), parent == null ? null : parent.id(), from, input.contact());
        record("changed", office, Map.of(), by);
    }

    /** Ends it on a day; what is asked of it goes on to who follows, if anybody does. */
    @Transactional
    public void end(String code, OfficeEndInput input, long by) {
        OfficeChart chart = held();
        Office office = endable(code);
        LocalDate day = endOf(office, input.day());
        Office successor = input.successor().isEmpty()
                ? null
                : Office.byCode(input.successor())
                        .filter(one -> one.id() != office.id() && one.isValid(day))
                        .orElseThrow(() -> Refused.invalid(
                                "successor", language -> words(language).successorNotThere()));
        if (successor != null && chart.leadsTo(successor, office)) {
            throw Refused.invalid("successor", language -> words(language).successorIsPart());
        }
        close(office, day, successor, by);
    }

    /** Ends it on a day, on which another one with the new name follows it: of the same kind, at the same place, with the same people. */
    @Transactional
    public Office rename(String code, RenamingInput input, long by) {
        held();
        Office office = endable(code);
        LocalDate day = endOf(office, input.day());
        if (input.name().equals(office.name())) {
            throw Refused.invalid("nameEs", language -> words(language).sameName());
        }
        Office successor = office.renamed(input.name(), day);
        successor.persist();
        Instant at = now.atGate();
        Instant begins = offices.begins(day);
        Responder.holdOpen(office.id()).stream()
                .filter(one -> one.validTo() == null || one.validTo().isAfter(begins) && !one.hasRunOut(at))
                .forEach(one -> one.following(successor, begins, by, at).persist());
        record("created", successor, Map.of("follows", office.code()), by);
        close(office, day, successor, by);
        return successor;
    }

    /**
     * Takes the end of an office back: until its last day is over, and {@value #RESUMED_WITHIN} days afterwards as long as
     * nobody followed it. A new name
     * that was given from a day to come is not taken back so: the office with that name is there already.
     */
    @Transactional
    public void resume(String code, ResumptionInput input, long by) {
        held();
        Office office = named(code);
        if (office.validTo() == null) {
            throw Refused.conflict(language -> words(language).notEnded());
        }
        Office successor = office.successorId() == null ? null : Office.findById(office.successorId());
        LocalDate today = offices.today();
        if (successor != null && (office.hasEnded(today) || !successor.isValid(today))) {
            throw Refused.conflict(language -> words(language)
                    .followedAlready(successor.name().in(language).text()));
        }
        // whoever responded for it does again: not years later
        if (office.validTo().plusDays(RESUMED_WITHIN).isBefore(today)) {
            throw Refused.conflict(language -> words(language).tooLateToResume(RESUMED_WITHIN));
        }
        office.resume();
        record("resumed", office, Map.of("reason", input.reason()), by);
    }

    private void close(Office office, LocalDate day, Office successor, long by) {
        office.end(day, successor);
        Map<String, String> content = new LinkedHashMap<>();
        content.put("until", day.toString());
        if (successor != null) {
            content.put("successor", successor.code());
        }
        record("ended", office, content, by);
    }

    /** Everything that is there, as it is once nobody else changes it. */
    private OfficeChart held() {
        entityManager
                .createNativeQuery("select id from office order by id for update")
                .getResultList();
        return offices.chart();
    }

    private static Office named(String code) {
        return Office.byCode(code).orElseThrow(NotFoundException::new);
    }

    private Office endable(String code) {
        Office office = named(code);
        if (office.validTo() != null) {
            throw Refused.conflict(language -> words(language).alreadyEnded());
        }
        // whoever speaks for it right now is done before it ends, or else sees that it ended
        Responder.holdOpen(office.id());
        return office;
    }

    /** What people responded for did not end in the past. */
    private LocalDate endOf(Office office, LocalDate day) {
        if (!day.isAfter(office.validFrom())) {
            throw Refused.invalid(
                    "until",
                    language -> Wording.of(IdentityMessages.class, language).endsBeforeItBegins());
        }
        if (day.isBefore(offices.today()) && Responder.count("officeId", office.id()) > 0) {
            throw Refused.invalid("until", language -> words(language).endsInThePast());
        }
        return day;
    }

    /** What an office becomes part of: another one, which is not part of it, and has not ended. */
    private Office parent(OfficeChart chart, OfficeInput input, Office child) {
        if (input.parent().isEmpty()) {
            return null;
        }
        Office parent = Office.byCode(input.parent())
                .orElseThrow(() ->
                        Refused.invalid("parent", language -> words(language).choose()));
        if (child != null && Objects.equals(child.parentId(), parent.id())) {
            return parent;
        }
        if (parent.hasEnded(offices.today())) {
            throw Refused.invalid(
                    "parent",
                    language -> words(language)
                            .hasEndedOn(parent.name().in(language).text()));
        }
        if (child != null && chart.leadsTo(parent, child)) {
            throw Refused.invalid("parent", language -> words(language).partOfItself());
        }
        return parent;
    }

    private void record(String verb, Office office, Map<String, String> more, long by) {
        Office parent = office.parentId() == null ? null : Office.findById(office.parentId());
        Map<String, String> content = new LinkedHashMap<>();
        office.name().texts().forEach((language, text) -> content.put("name_" + language, text.text()));
        content.put("kind", office.kind().name());
        content.put("from", office.validFrom().toString());
        content.put("contact", office.contact());
        if (parent != null) {
            content.put("parent", parent.code());
        }
        content.putAll(more);
        ledger.record(Event.of("office." + verb, office.scope())
                .at(now.atGate())
                .by(by, Scope.PLATFORM)
                .saying(content));
    }

    static OfficeMessages words(Language language) {
        return Wording.of(OfficeMessages.class, language);
    }
}
