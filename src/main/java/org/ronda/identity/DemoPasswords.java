package org.ronda.identity;

import io.quarkus.arc.lookup.LookupIfProperty;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Checks the username and password of a persona; in demo mode only. */
@ApplicationScoped
@LookupIfProperty(name = "ronda.demo", stringValue = "true")
class DemoPasswords implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
    @Inject
    Joining joining;

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        String password = new String(request.getPassword().getPassword());
        Optional<Persona> persona =
                Persona.of(request.getUsername()).filter(known -> password.equals(Persona.PASSWORD));
        return persona.isEmpty()
                ? Uni.createFrom().failure(new AuthenticationFailedException())
                : context.runBlocking(() -> signIn(persona.get()));
    }

    private SecurityIdentity signIn(Persona persona) {
        Participant participant = joining.as(persona);
        if (participant.isDisabled()) {
            throw new AuthenticationFailedException();
        }
        return Session.of(participant).identity(participant);
    }
}
