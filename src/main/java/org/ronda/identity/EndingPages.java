package org.ronda.identity;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.Tenant;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.RestForm;

/**
 * Where the identity provider says that a session has ended there
 * (<a href="https://openid.net/specs/openid-connect-backchannel-1_0.html">Back-Channel Logout 1.0</a>). The framework's own
 * handler keeps that in the memory of one node; here it is a row, so that every node knows, also after a restart. It reads
 * no cookie: the signed token proves itself.
 */
@Path("/sign-in/ended")
class EndingPages {
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private static final String SIGNED = "[\\w-]+\\.[\\w-]+\\.[\\w-]+";

    @Inject
    @Tenant("ending")
    TenantIdentityProvider provider;

    @Inject
    Accounts accounts;

    @ConfigProperty(name = "ronda.demo")
    boolean isDemo;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ended(@RestForm("logout_token") String logoutToken) {
        if (isDemo || logoutToken == null || !logoutToken.matches(SIGNED) || !isEnded(logoutToken)) {
            return Response.status(Response.Status.BAD_REQUEST).build();
        }
        return Response.ok().build();
    }

    private boolean isEnded(String logoutToken) {
        try {
            JsonWebToken token = (JsonWebToken) provider.authenticate(new AccessTokenCredential(logoutToken))
                    .await()
                    .indefinitely()
                    .getPrincipal();
            // any other token of ours is signed by the same key; section 2.6 tells them apart so
            if (!(token.getClaim("events") instanceof JsonObject events)
                    || !events.containsKey(EVENT)
                    || token.containsClaim("nonce")) {
                return false;
            }
            String sid = token.getClaim("sid");
            if (sid != null) {
                accounts.end(sid);
            } else {
                accounts.endAll(token.getSubject());
            }
            return true;
        } catch (AuthenticationFailedException forged) {
            return false;
        }
    }
}
