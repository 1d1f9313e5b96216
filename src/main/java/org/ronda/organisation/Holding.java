package org.ronda.organisation;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;

/** What the holders of an organisation do: say what it is, state its interests, set its rule, end it. */
@ApplicationScoped
public class Holding {
    @Inject
    @All
    List<Dependents> rooms;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    @Transactional
    void describe(String code, DescriptionInput input, long by) {
        Organisation organisation = Mandating.heldBy(code, by);
        // an older form would switch the rule off, and take back what another holder wrote
        if (!input.version().isEmpty() && !input.version().equals(String.valueOf(organisation.version()))) {
            throw Refused.conflict(language -> Applying.words(language).changedMeanwhile());
        }
        organisation.describe(input);
        if (organisation.isTwoPerson() && !input.isTwoPerson()) {
            rooms.forEach(room -> room.needsOnePerson(organisation));
        }
        organisation.rule(input.isTwoPerson());
        Map<String, String> content = new LinkedHashMap<>();
        content.put("statement", organisation.statement());
        content.put("themes", organisation.themes());
        content.put("contact", organisation.contact());
        content.put("legal", organisation.legal().name());
        content.put("two_person", String.valueOf(organisation.isTwoPerson()));
        record("organisation.changed", organisation, content, by, organisation.scope(), now.atGate());
    }

    @Transactional
    void state(String code, InterestInput input, long by) {
        Organisation organisation = Mandating.heldBy(code, by);
        Instant at = now.atGate();
        new Interest(organisation.id(), input.text(), by, at).persist();
        record("interest.stated", organisation, Map.of("text", input.text()), by, organisation.scope(), at);
    }

    /**
     * Ends it, with every mandate: by a holder, or by the platform where nobody else can.
     *
     * @param isAdministrator whether who asks looks after the platform
     */
    @Transactional
    void end(String code, EndInput input, long by, boolean isAdministrator) {
        Organisation ending =
                Organisation.byCode(code).filter(Organisation::isPublic).orElseThrow(NotFoundException::new);
        Optional<Organisation> successor = successor(input, ending);
        // both held, in one order: neither ends in the other at once
        Stream.concat(Stream.of(ending), successor.stream())
                .sorted(Comparator.comparing(Organisation::id))
                .forEach(Organisation::hold);
        if (ending.hasEnded()) {
            throw Refused.conflict(language -> Applying.words(language).endedAlready());
        }
        if (!isAdministrator && !Mandating.holds(ending.id(), by)) {
            throw new NotFoundException();
        }
        if (successor.isPresent() && !successor.get().isAccepted()) {
            throw noSuccessor();
        }
        List<Mandate> open = Mandate.open(ending.id());
        for (Mandate mandate : open) {
            if (mandate.participantId() != null) {
                // whoever speaks under it right now is done before
                Mandate.held(ending.id(), mandate.participantId());
            }
        }
        Instant at = now.atGate();
        open.forEach(mandate -> mandate.revoke(by, at));
        ending.end(input.reason(), successor.orElse(null), at);
        Organisation.flush();
        Scope name = isAdministrator ? Scope.PLATFORM : ending.scope();
        rooms.forEach(room -> room.ended(ending, by, name, at));
        Map<String, String> content = new LinkedHashMap<>();
        content.put("reason", input.reason());
        successor.ifPresent(one -> content.put("successor", one.code()));
        record("organisation.ended", ending, content, by, name, at);
    }

    private static Optional<Organisation> successor(EndInput input, Organisation ending) {
        if (input.successor().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Organisation.byCode(input.successor())
                .filter(one -> one.isAccepted() && one.id() != ending.id())
                .orElseThrow(Holding::noSuccessor));
    }

    private static Refused noSuccessor() {
        return Refused.invalid("successor", language -> Applying.words(language).noSuccessor());
    }

    private void record(
            String kind, Organisation organisation, Map<String, String> content, long by, Scope name, Instant at) {
        ledger.record(Event.of(kind, organisation.scope()).at(at).by(by, name).saying(content));
    }
}
