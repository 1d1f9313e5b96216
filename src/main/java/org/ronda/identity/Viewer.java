package org.ronda.identity;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.ronda.kernel.Caller;
import org.ronda.kernel.Dates;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Wording;

/**
 * Who is looking at the page or asking the API. The participant's row is read once per request, in one statement, and
 * only when somebody asks; nobody signed in costs no statement. A session that is expired, broken, ended everywhere or
 * of a disabled account is nobody's, so it never keeps a public page from being read.
 */
@RequestScoped
@Unremovable
public class Viewer implements Caller {
    /** The cookie of somebody who signed in to a demonstration. */
    static final String SESSION_COOKIE = "ronda-session";

    private static final String OIDC_SESSION_COOKIE = "q_session";

    @Inject
    CurrentVertxRequest request;

    @Inject
    Now now;

    @Inject
    Accounts accounts;

    @Inject
    ProviderAway providerAway;

    @ConfigProperty(name = "ronda.zone")
    ZoneId zone;

    private boolean isKnown;
    private Participant participant;
    private SecurityIdentity identity;

    /** Looks as somebody does who is not there, for what is written to them: outside of requests only. */
    public void standFor(Participant absent) {
        if (request.getCurrent() != null) {
            throw new IllegalStateException("somebody is looking already");
        }
        isKnown = true;
        participant = absent;
    }

    /** Who is signed in, if anybody. */
    public Optional<Participant> participant() {
        if (!isKnown) {
            isKnown = true;
            identify();
        }
        return Optional.ofNullable(participant);
    }

    public boolean isSignedIn() {
        return participant().isPresent();
    }

    /** The participant's id, or 0 when nobody is signed in: an id that no row has. */
    @Override
    public long id() {
        return participant().map(Participant::id).orElse(0L);
    }

    public Long idOrNull() {
        return participant().map(Participant::id).orElse(null);
    }

    /** Who is signed in; a blocked participant too, who may still withdraw and ask for a second look. */
    public Participant required() {
        return participant().orElseThrow(SignInNeeded::new);
    }

    /** Who is signed in and may write. */
    public Participant writing() {
        Participant writer = required();
        if (writer.isBlocked(now.instant())) {
            throw new Refused(
                    Refused.Status.FORBIDDEN,
                    null,
                    language -> Wording.of(IdentityMessages.class, language)
                            .blocked(
                                    writer.blockedReason(),
                                    Dates.inWordsWithZone(writer.blockedUntil(), zone, language)));
        }
        return writer;
    }

    public boolean has(PlatformRole role) {
        return isSignedIn() && identity != null && identity.hasRole(role.key());
    }

    /** Who is signed in, may write and looks after the platform; for anybody else what asks is not there. */
    public Participant administrator() {
        Participant administrator = writing();
        if (!has(PlatformRole.ADMINISTRATOR)) {
            throw new NotFoundException();
        }
        return administrator;
    }

    /** The token of who is signed in by the identity provider. */
    Optional<JsonWebToken> token() {
        return isSignedIn() && identity != null && identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.of(token)
                : Optional.empty();
    }

    private void identify() {
        RoutingContext routing = request.getCurrent();
        if (routing == null) {
            return;
        }
        identity = mayBeSomebody(routing.request()) ? identityOf(routing) : null;
        if (identity == null || identity.isAnonymous()) {
            return;
        }
        participant = identity.getPrincipal() instanceof JsonWebToken token
                ? accounts.of(token).orElse(null)
                : ofDemonstration();
    }

    private Participant ofDemonstration() {
        Participant fresh = identity.getAttribute(Session.PARTICIPANT);
        return Session.parse(identity.getPrincipal().getName())
                .flatMap(session -> Optional.ofNullable(fresh)
                        .or(() -> Participant.findByIdOptional(session.participantId()))
                        .filter(session::isOf))
                .orElse(null);
    }

    /** Whoever brings nothing is nobody, whether the identity provider is there or not. */
    private static boolean mayBeSomebody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.AUTHORIZATION)
                || request.cookies().stream().anyMatch(cookie -> isOfSession(cookie.getName()));
    }

    /** Whether a cookie is one of somebody who is, or was, signed in: ours or that of OpenID Connect, in pieces or whole. */
    public static boolean isOfSession(String cookie) {
        return cookie.equals(SESSION_COOKIE) || cookie.startsWith(OIDC_SESSION_COOKIE);
    }

    /** Credentials that are sent anew with each request and are wrong are said to be wrong; a bad cookie is no cookie. */
    private SecurityIdentity identityOf(RoutingContext routing) {
        // or else Quarkus answers a failure with its own challenge, although the page is for everybody
        routing.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        Uni<SecurityIdentity> deferred = routing.get(QuarkusHttpUser.DEFERRED_IDENTITY_KEY);
        try {
            return deferred == null ? null : deferred.await().atMost(ProviderAway.PATIENCE);
        } catch (AuthenticationFailedException refused) {
            if (isOfProgram(routing)) {
                throw new SignInNeeded();
            }
            return providerAway.whoWas(refused).orElse(null);
        } catch (OIDCException | TimeoutException silent) {
            if (isOfProgram(routing)) {
                throw new Refused(
                        Refused.Status.UNAVAILABLE,
                        null,
                        language -> Wording.of(IdentityMessages.class, language).providerAwayForNow());
            }
            AuthorizationCodeTokens read = routing.get(AuthorizationCodeTokens.class.getName());
            return read == null ? null : providerAway.whoIs(read.getIdToken()).orElse(null);
        }
    }

    private static boolean isOfProgram(RoutingContext routing) {
        return routing.normalizedPath().startsWith("/api/")
                && routing.request().headers().contains(HttpHeaders.AUTHORIZATION);
    }
}
