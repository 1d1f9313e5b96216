package org.ronda.identity;

import io.quarkus.arc.lookup.LookupIfProperty;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Takes the session out of a cookie that was decrypted and is not expired; in demo mode only. Whether it still holds is
 * asked of the participant's row, by {@link Viewer}.
 */
@ApplicationScoped
@LookupIfProperty(name = "ronda.demo", stringValue = "true")
class DemoSessions implements IdentityProvider<TrustedAuthenticationRequest> {
    @Override
    public Class<TrustedAuthenticationRequest> getRequestType() {
        return TrustedAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TrustedAuthenticationRequest request, AuthenticationRequestContext context) {
        return Uni.createFrom()
                .item(() -> Session.parse(request.getPrincipal())
                        .orElseThrow(AuthenticationFailedException::new)
                        .identity(null));
    }
}
