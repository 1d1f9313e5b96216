package org.ronda.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Headers on every answer, and the refusal of forged requests, before anything else: static files, sign-in and
 * resources alike. A write has to come from our own pages (Fetch Metadata, https://www.w3.org/TR/fetch-metadata/); old
 * browsers are known by {@code Origin}; without either only a request that proves itself and carries no cookie passes.
 */
class SecurityFilters {
    /** Before anything else is done with a request, also with one that is too large to be taken. */
    private static final int HEADERS_FIRST = 12_000;

    private static final int FIRST = Integer.MIN_VALUE;
    private static final int THEN_HOST = 11_500;
    private static final int THEN_FORGERY = 11_000;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " font-src 'self'; connect-src 'self'; form-action 'self'%s; base-uri 'none'; frame-ancestors 'none'";

    /** The identity provider says here, by a signed token and without a cookie, that a session has ended. */
    private static final String PROVES_ITSELF = "/sign-in/ended";

    /** A mail provider ends mails here, by a signed address and without a cookie (RFC 8058). */
    private static final String SIGNED_ADDRESSES = "/unsubscribe/";

    private final EarlyRefusals refusals;
    private final String policy;

    /** @param provider the public address of the identity provider: signing out is a form that leads there */
    @Inject
    SecurityFilters(EarlyRefusals refusals, @ConfigProperty(name = "ronda.oidc.public-url") Optional<String> provider) {
        this.refusals = refusals;
        this.policy = POLICY.formatted(provider.map(URI::create)
                .map(address -> " " + address.getScheme() + "://" + address.getRawAuthority())
                .orElse(""));
    }

    void register(@Observes Filters filters) {
        filters.register(this::headers, HEADERS_FIRST);
        filters.register(this::refuseWhatIsNoHost, THEN_HOST);
        filters.register(this::refuseForgery, THEN_FORGERY);
    }

    /** What is no address at all fails before any filter; without this the framework would answer in its own words. */
    void register(@Observes Router router) {
        router.route().order(FIRST).failureHandler(failed -> {
            if (failed.statusCode() == 400 && !PublicAddress.isHost(host(failed.request()))) {
                protect(failed);
                refusals.noHost(failed);
            } else {
                failed.next();
            }
        });
    }

    private void headers(RoutingContext request) {
        protect(request);
        if (request.normalizedPath().startsWith("/assets/") && request.request().getParam("v") != null) {
            request.addHeadersEndHandler(
                    sent -> request.response().headers().set("Cache-Control", "public, max-age=31536000, immutable"));
        }
        request.next();
    }

    private void protect(RoutingContext request) {
        var headers = request.response().headers();
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        if (request.request().isSSL()) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
    }

    private void refuseWhatIsNoHost(RoutingContext request) {
        if (PublicAddress.isHost(host(request.request()))) {
            request.next();
        } else {
            refusals.noHost(request);
        }
    }

    /** HTTP/2 has no such header. */
    private static String host(HttpServerRequest request) {
        String host = request.getHeader(HttpHeaders.HOST);
        return host == null && request.authority() != null ? request.authority().toString() : host;
    }

    private void refuseForgery(RoutingContext request) {
        if (SAFE.contains(request.request().method().name())
                || request.normalizedPath().equals(PROVES_ITSELF)
                || request.normalizedPath().startsWith(SIGNED_ADDRESSES)
                || isOurs(request.request())) {
            request.next();
        } else {
            refusals.foreign(request);
        }
    }

    static boolean isOurs(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null) {
            return isHost(origin, request.getHeader(HttpHeaders.HOST));
        }
        return request.getHeader(HttpHeaders.COOKIE) == null && request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    private static boolean isHost(String origin, String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException broken) {
            return false;
        }
    }
}
