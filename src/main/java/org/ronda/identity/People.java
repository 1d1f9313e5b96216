package org.ronda.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.util.Map;
import org.jboss.logging.Logger;
import org.ronda.kernel.Code;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Wording;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;

/**
 * What the platform's administrator does about people. It takes effect with the next request, on every node. Keycloak is
 * asked before any row is touched, so that nobody waits for it behind a lock; the few acts of an administrator may hold a
 * connection meanwhile.
 */
@ApplicationScoped
class People {
    private static final Logger LOG = Logger.getLogger(People.class);

    @Inject
    Directory directory;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    /**
     * Closes an account: its sessions are refused from the next request on, and so is whoever signs in with it, whether
     * Keycloak hears of it now or not.
     */
    @Transactional
    void disable(String code, long by) {
        Participant person = other(code, by);
        if (directory.isOpen()) {
            try {
                directory.enable(person.subject(), false);
            } catch (Refused unheard) {
                LOG.warnf("account %s is closed here, but not at Keycloak", person.code());
            }
        }
        person.disable(now.instant());
        record("participant.disabled", person, by, Map.of());
    }

    @Transactional
    void enable(String code, long by) {
        Participant person = other(code, by);
        if (directory.isOpen()) {
            directory.enable(person.subject(), true);
        }
        person.enable();
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
