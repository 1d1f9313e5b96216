package org.ronda.identity;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.Tenant;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who somebody is by the last word of the identity provider, while that is away and cannot renew it. That word is good
 * for as long as it could have been renewed: without a refresh token that still lasts, none is asked for and nobody comes
 * here. A provider that answers and refuses is not away.
 */
@ApplicationScoped
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.TOKEN)
class ProviderAway implements OidcResponseFilter {
    /** How long the provider may take, before nobody waits for it any more. */
    static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final int BROKEN = 500;
    private static final AccessTokenCredential OF_NOBODY = new AccessTokenCredential("e30.e30.e30");

    @Inject
    @Tenant("away")
    TenantIdentityProvider lastWord;

    @ConfigProperty(name = "ronda.demo")
    boolean isDemo;

    private volatile boolean hasMet;

    /** A node may be there before its provider is: the keys, by which its word is known, are kept once it is. */
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void meet() {
        if (isDemo || hasMet) {
            return;
        }
        try {
            lastWord.authenticate(OF_NOBODY).await().atMost(PATIENCE);
        } catch (AuthenticationFailedException answered) {
            hasMet = true;
        } catch (OIDCException | TimeoutException away) {
            // asked again ten seconds later
        }
    }

    /** What a proxy answers for a provider that is away, or a provider without its database, is no answer. */
    @Override
    public Uni<Void> filter(OidcResponseFilterContext answer) {
        return answer.statusCode() < BROKEN
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(new IOException("the identity provider answers " + answer.statusCode()));
    }

    /** Who that was whose token could not be renewed; nobody, if the provider said so. */
    Optional<SecurityIdentity> whoWas(AuthenticationFailedException refused) {
        return isUnanswered(refused.getCause()) ? whoIs(refused.getAttribute("id_token")) : Optional.empty();
    }

    /** Who that token is of, although its time is over. */
    Optional<SecurityIdentity> whoIs(String idToken) {
        try {
            return Optional.of(lastWord.authenticate(new AccessTokenCredential(idToken))
                    .await()
                    .atMost(PATIENCE));
        } catch (AuthenticationFailedException | OIDCException | TimeoutException unknown) {
            return Optional.empty();
        }
    }

    /** A failure without a cause, such as no answer in time, reaches us as the lack of one: the client takes the cause. */
    private static boolean isUnanswered(Throwable why) {
        return why instanceof IOException || why instanceof NullPointerException;
    }
}
