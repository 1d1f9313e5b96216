package org.ronda.identity;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.FormAuthConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.BasicAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.security.Form;
import io.quarkus.vertx.http.security.HttpSecurity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Opens the two doors of demo mode: the sign-in form with its session cookie, and HTTP Basic for the API. They are
 * opened when the application starts, so outside demo mode neither is there.
 */
@Singleton
class DemoSignIn {
    private static final String FORM_TARGET = "/j_security_check";
    private static final int BEFORE_ANYBODY_ASKS_WHO_IT_IS = 250;

    @ConfigProperty(name = "ronda.demo")
    boolean isDemo;

    @Inject
    SessionKey key;

    void open(@Observes HttpSecurity security) {
        if (isDemo) {
            security.mechanism(form()).mechanism(new BasicForApi());
        }
    }

    /** Quarkus takes every address that only ends like the form's for a sign-in. */
    void onlyOneFormTarget(@Observes Filters filters) {
        filters.register(
                request -> {
                    String path = request.normalizedPath();
                    if (path.endsWith(FORM_TARGET) && !path.equals(FORM_TARGET)) {
                        request.fail(404);
                    } else if (isDemo && path.equals("/sign-in/start")) {
                        // nobody is asked elsewhere who it is
                        request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                        request.redirect("/sign-in");
                    } else {
                        request.next();
                    }
                },
                BEFORE_ANYBODY_ASKS_WHO_IT_IS);
    }

    private HttpAuthenticationMechanism form() {
        return Form.builder()
                .encryptionKey(key.get())
                .cookieName(Viewer.SESSION_COOKIE)
                .cookiePath("/")
                .httpOnlyCookie()
                .cookieSameSite(FormAuthConfig.CookieSameSite.LAX)
                .timeout(Duration.ofHours(2))
                .newCookieInterval(Duration.ofMinutes(10))
                .postLocation(FORM_TARGET)
                .loginPage(null)
                .errorPage("/sign-in?wrong=true")
                .errorPageQueryParameters("to")
                .landingPage("/sign-in/done")
                .landingPageQueryParameters("to")
                .build();
    }

    /** HTTP Basic, deaf outside the API: a browser that remembers a password must not sign anybody in to the pages. */
    private static class BasicForApi extends BasicAuthenticationMechanism {
        BasicForApi() {
            super("Ronda", true);
        }

        @Override
        public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
            return request.normalizedPath().startsWith("/api/")
                    ? super.authenticate(request, providers)
                    : Uni.createFrom().nullItem();
        }
    }
}
