package org.ronda.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Wording;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;

/** Applies for an organisation, and decides about applications. */
@ApplicationScoped
public class Applying {
    @Inject
    Ledger ledger;

    @Inject
    Now now;

    /** Anybody may; a platform administrator checks it. */
    @Transactional
    public Organisation apply(ApplicationInput input, long applicant) {
        refuseTaken(input.name());
        Organisation organisation = new Organisation(input, applicant, now.atGate());
        organisation.persist();
        Map<String, String> content = new LinkedHashMap<>();
        content.put("name", organisation.name());
        content.put("statement", organisation.statement());
        content.put("themes", organisation.themes());
        content.put("contact", organisation.contact());
        content.put("legal", organisation.legal().name());
        ledger.record(Event.of("organisation.applied", organisation.scope())
                .at(organisation.appliedAt())
                .by(applicant, Scope.person(applicant))
                .saying(content));
        return organisation;
    }

    @Transactional
    void decide(String code, VerdictInput input, long by) {
        if (input.verdict().equals("accept")) {
            accept(code, input.reason(), by);
        } else {
            refuse(code, input.reason(), by);
        }
    }

    /** Whoever applied speaks for it from now on, and may give mandates. */
    @Transactional
    public void accept(String code, String reason, long by) {
        Organisation organisation = waiting(code);
        refuseTaken(organisation.name());
        Instant at = now.atGate();
        organisation.accept(reason, by, at);
        Mandate first = new Mandate(
                organisation,
                organisation.appliedBy(),
                Scope.PLATFORM,
                organisation.applicantTitle(),
                true,
                at,
                null,
                by,
                at);
        first.accept(at);
        first.persist();
        record("accepted", organisation, reason, by, at);
    }

    @Transactional
    public void refuse(String code, String reason, long by) {
        Organisation organisation = waiting(code);
        Instant at = now.atGate();
        organisation.refuse(reason, by, at);
        record("refused", organisation, reason, by, at);
    }

    private static Organisation waiting(String code) {
        Organisation organisation = Organisation.byCode(code).orElseThrow(NotFoundException::new);
        organisation.hold();
        if (!organisation.isWaiting()) {
            throw Refused.conflict(language -> words(language).alreadyDecided());
        }
        return organisation;
    }

    /** Said in time; uq_organisation_name decides between two that are accepted at once. */
    private static void refuseTaken(String name) {
        String key = Organisation.keyOf(name);
        if (key.isEmpty()) {
            throw Refused.invalid("name", language -> words(language).nameWithoutLetters());
        }
        if (Organisation.count("nameKey", key) > 0) {
            throw Refused.invalid("name", language -> words(language).nameTaken());
        }
    }

    private void record(String verb, Organisation organisation, String reason, long by, Instant at) {
        ledger.record(Event.of("organisation." + verb, organisation.scope())
                .at(at)
                .by(by, Scope.PLATFORM)
                .saying(Map.of("name", organisation.name(), "reason", reason)));
    }

    static OrganisationMessages words(Language language) {
        return Wording.of(OrganisationMessages.class, language);
    }
}
