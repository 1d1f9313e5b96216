package org.ronda.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.util.Map;
import org.ronda.kernel.Code;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Wording;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;

/**
 * What the platform's administrator does about people. What is here takes effect with the next request, on every node;
 * Keycloak is told within the same act, which is undone if it does not answer.
 */
@ApplicationScoped
class People {
    @Inject
    Directory directory;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    /** Closes an account: its sessions are refused from the next request on. */
    @Transactional
    void disable(String code, long by) {
        Participant person = other(code, by);
        person.disable(now.instant());
        if (directory.isOpen()) {
            directory.enable(person.subject(), false);
        }
        record("participant.disabled", person, by, Map.of());
    }

    @Transactional
    void enable(String code, long by) {
        Participant person = other(code, by);
        person.enable();
        if (directory.isOpen()) {
            directory.enable(person.subject(), true);
        }
        record("participant.enabled", person, by, Map.of());
    }

    /** The role counts from the next time that the person signs in, at the latest. */
    @Transactional
    void give(String code, PlatformRole role, long by) {
        Participant person = other(code, by);
        directory.give(person.subject(), role);
        record("role.given", person, by, Map.of("role", role.key()));
    }

    /** Ends the person's sessions, too: the token that they rest on still names the role. */
    @Transactional
    void take(String code, PlatformRole role, long by) {
        Participant person = other(code, by);
        directory.take(person.subject(), role);
        person.endSessions(now.instant());
        record("role.ended", person, by, Map.of("role", role.key()));
    }

    private void record(String kind, Participant person, long by, Map<String, String> what) {
        ledger.record(Event.of(kind, Scope.person(person.id()))
                .at(now.instant())
                .by(by, Scope.PLATFORM)
                .saying(what));
    }

    /** Nobody closes their own account or takes their own role here: the last administrator would be lost. */
    private Participant other(String code, long by) {
        Participant person = Participant.byCode(Code.normalise(code)).orElseThrow(NotFoundException::new);
        if (person.id() == by) {
            throw new Refused(
                    Refused.Status.FORBIDDEN,
                    null,
                    language -> Wording.of(IdentityMessages.class, language).notOneself());
        }
        return person;
    }
}
