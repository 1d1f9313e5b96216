package org.ronda.identity;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the session cookie says, encrypted: who signed in, in which epoch of that participant, and with which username of
 * the demonstration.
 */
record Session(long participantId, int epoch, String username) {
    /** The identity's attribute that holds a participant who was read while signing in. */
    static final String PARTICIPANT = "participant";

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,18})\\.(\\d{1,9})\\.([a-z]+)");

    static Session of(Participant participant) {
        return new Session(participant.id(), participant.epoch(), participant.subject());
    }

    static Optional<Session> parse(String principal) {
        Matcher parts = SHAPE.matcher(principal);
        return parts.matches()
                ? Optional.of(
                        new Session(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2)), parts.group(3)))
                : Optional.empty();
    }

    /** The name of the principal, from which the session is read back at the next request. */
    String principal() {
        return participantId + "." + epoch + "." + username;
    }

    /** @param participant when the row was just read; it is then not read again for this request */
    SecurityIdentity identity(Participant participant) {
        QuarkusSecurityIdentity.Builder identity =
                QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(principal()));
        Persona.of(username).ifPresent(persona -> persona.roles().forEach(role -> identity.addRole(role.key())));
        if (participant != null) {
            identity.addAttribute(PARTICIPANT, participant);
        }
        return identity.build();
    }

    /** Also compares who it is: a demonstration that was built anew gives the same ids to other people. */
    boolean isOf(Participant participant) {
        return participant.id() == participantId
                && participant.subject().equals(username)
                && participant.epoch() == epoch
                && !participant.isDisabled();
    }
}
