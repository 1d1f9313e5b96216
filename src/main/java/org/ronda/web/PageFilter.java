package org.ronda.web;

import io.quarkus.arc.All;
import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.ronda.identity.StaffOf;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Language;
import org.ronda.kernel.OwnCookie;
import org.ronda.kernel.Page;

/** Fills the page before a resource runs: language and theme by address, then cookie, then browser; who is signed in. */
class PageFilter {
    private static final String LANGUAGE = "lang";
    private static final String THEME = "theme";
    private static final String FOR_EVERYBODY = "no-cache";
    private static final int YEAR = 365 * 86_400;

    @Inject
    Page page;

    @Inject
    Viewer viewer;

    @Inject
    @All
    List<StaffOf> staff;

    @Inject
    PublicAddress publicAddress;

    @ConfigProperty(name = "ronda.demo")
    boolean isDemo;

    /** Message bundles speak the language of the page that a template is for. */
    void speak(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(instance -> instance.setAttribute(
                "locale",
                Arc.container().requestContext().isActive() ? page.language().tag() : Language.ES.tag()));
    }

    /** Before it is known whether anything is at the address: that nothing is there is said in the visitor's language, too. */
    @ServerRequestFilter(preMatching = true)
    void fill(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        URI base = uri.getBaseUri();
        page.requested(
                publicAddress.over(base.getScheme() + "://" + base.getRawAuthority()),
                uri.getRequestUri().getRawPath(),
                queryWithoutLanguage(uri.getRequestUri().getRawQuery()),
                language(
                        uri.getQueryParameters().getFirst(LANGUAGE),
                        cookie(request, LANGUAGE),
                        request.getHeaderString("Accept-Language")),
                theme(uri.getQueryParameters().getFirst(THEME), cookie(request, THEME)),
                isDemo);
    }

    /** Reads a row, so not before. */
    @ServerRequestFilter
    void recognise() {
        boolean isOfNobody = page.path().startsWith("/unsubscribe/");
        if (!page.path().startsWith("/api/") && !isOfNobody) {
            viewer.participant()
                    .ifPresent(participant -> page.signedInAs(
                            participant.name(), staff.stream().anyMatch(room -> room.isStaff(participant.id()))));
        }
    }

    @ServerResponseFilter
    void answer(ContainerRequestContext request, ContainerResponseContext response) {
        UriInfo uri = request.getUriInfo();
        if (Language.of(uri.getQueryParameters().getFirst(LANGUAGE)).isPresent()) {
            keep(request, response, LANGUAGE, page.language().tag());
        }
        if (uri.getQueryParameters().getFirst(THEME) != null) {
            keep(request, response, THEME, page.theme());
        }
        if (response.getHeaders().getFirst("Cache-Control") == null) {
            response.getHeaders()
                    .putSingle("Cache-Control", page.isSignedIn() || isSomebody(request) ? "no-store" : FOR_EVERYBODY);
        }
        response.getHeaders().add("Vary", "Cookie, Accept-Language, Accept-Encoding");
    }

    /** A page that anybody may see is not sent again to whoever has it as it is. After it was rendered. */
    @ServerResponseFilter(priority = Priorities.HEADER_DECORATOR)
    void sendOnce(ContainerRequestContext request, ContainerResponseContext response) {
        if (FOR_EVERYBODY.equals(response.getHeaders().getFirst("Cache-Control"))
                && request.getMethod().equals("GET")
                && response.getStatus() == 200
                && response.getEntity() instanceof String text) {
            // weak: it is sent compressed or not
            EntityTag tag = new EntityTag(hash(text), true);
            response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
            if (request.getRequest().evaluatePreconditions(tag) != null) {
                response.setStatus(304);
                response.setEntity(null);
            }
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The API has no page that knows who is asking. */
    private static boolean isSomebody(ContainerRequestContext request) {
        return request.getHeaderString("Authorization") != null
                || request.getCookies().keySet().stream().anyMatch(Viewer::isOfSession);
    }

    private static void keep(
            ContainerRequestContext request, ContainerResponseContext response, String name, String value) {
        response.getHeaders()
                .add(
                        "Set-Cookie",
                        OwnCookie.of(name, request.getUriInfo().getBaseUri().getScheme())
                                .with(value, YEAR));
    }

    private static String cookie(ContainerRequestContext request, String name) {
        Cookie kept = request.getCookies()
                .get(OwnCookie.of(name, request.getUriInfo().getBaseUri().getScheme())
                        .name());
        return kept == null ? null : kept.getValue();
    }

    /** What the address asks for, then what the cookie keeps, then what the browser prefers; each may be null. */
    static Language language(String asked, String kept, String browser) {
        return Language.of(asked)
                .or(() -> Language.of(kept))
                .or(() -> accepted(browser))
                .orElse(Language.ES);
    }

    private static Optional<Language> accepted(String header) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .sorted(Comparator.comparing(Locale.LanguageRange::getWeight)
                            .reversed())
                    .flatMap(range -> Language.of(range.getRange()).stream())
                    .findFirst();
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    static String theme(String asked, String kept) {
        String theme = asked != null ? asked : kept == null ? "" : kept;
        return theme.equals("light") || theme.equals("dark") ? theme : "";
    }

    private static String queryWithoutLanguage(String query) {
        return query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(part -> !part.startsWith(LANGUAGE + "=") && !part.startsWith(THEME + "="))
                        .collect(Collectors.joining("&"));
    }
}
