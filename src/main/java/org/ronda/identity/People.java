package org.ronda.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.ronda.kernel.Code;
import org.ronda.kernel.KernelMessages;
import org.ronda.kernel.Language;
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
    Accounts accounts;

    @Inject
    InvitedRoles invitedRoles;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    /** The person of that code; 404 where there is none. */
    static Participant one(String code) {
        return Participant.byCode(Code.normalise(code)).orElseThrow(NotFoundException::new);
    }

    /** The role of that name; 404 where there is none. */
    static PlatformRole role(String key) {
        return PlatformRole.of(key).orElseThrow(NotFoundException::new);
    }

    private static Refused unknownRole() {
        return Refused.invalid(
                "role", language -> Wording.of(KernelMessages.class, language).wrong());
    }

    /** Makes an account, or gives the role to one that is there; whoever it is chooses a password. */
    void invite(InvitationInput input, Language language) {
        refuseWithoutAccounts();
        Optional<PlatformRole> role = Optional.ofNullable(input.role())
                .filter(said -> !said.isBlank())
                .map(key -> PlatformRole.of(key).orElseThrow(People::unknownRole));
        String subject = directory.account(input.email(), input.publicName(), language);
        boolean isNew = Participant.bySubject(subject).isEmpty();
        role.ifPresent(given -> {
            // before the role is given: should all that follows fail, it ends all the same
            invitedRoles.remember(
                    subject, given, isNew, directory.rolesOf(subject).contains(given));
            directory.give(subject, given);
        });
        if (isNew) {
            directory.write(subject);
        } else if (role.isPresent()) {
            accounts.endAll(subject);
        }
    }

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

    /** Ends the person's sessions: the next sign-in brings the role, and asks for what it asks for. */
    @Transactional
    void give(String code, PlatformRole role, long by) {
        Participant person = other(code, by);
        refuseWithoutAccounts();
        directory.give(person.subject(), role);
        invitedRoles.forget(person.subject(), role);
        person.endSessions(now.instant());
        record("role.given", person, by, Map.of("role", role.key()));
    }

    /** Ends the person's sessions, too: the token that they rest on still names the role. */
    @Transactional
    void take(String code, PlatformRole role, long by) {
        Participant person = other(code, by);
        refuseWithoutAccounts();
        directory.take(person.subject(), role);
        invitedRoles.forget(person.subject(), role);
        person.endSessions(now.instant());
        record("role.ended", person, by, Map.of("role", role.key()));
    }

    /** In a demonstration there are no accounts that roles are kept with. */
    private void refuseWithoutAccounts() {
        if (!directory.isOpen()) {
            throw new NotFoundException();
        }
    }

    private void record(String kind, Participant person, long by, Map<String, String> what) {
        ledger.record(Event.of(kind, Scope.person(person.id()))
                .at(now.instant())
                .by(by, Scope.PLATFORM)
                .saying(what));
    }

    /** Nobody closes their own account or takes their own role here: the last administrator would be lost. */
    private Participant other(String code, long by) {
        Participant person = one(code);
        if (person.id() == by) {
            throw new Refused(
                    Refused.Status.FORBIDDEN,
                    null,
                    language -> Wording.of(IdentityMessages.class, language).notOneself());
        }
        return person;
    }
}
