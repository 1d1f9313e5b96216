package org.ronda.web;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ronda.kernel.Language;
import org.ronda.kernel.OwnCookie;
import org.ronda.kernel.Page;
import org.ronda.kernel.Problem;
import org.ronda.kernel.Wording;

/** What is refused before any resource is looked for is told so as calmly as elsewhere: nobody is known yet, no row is read. */
@ApplicationScoped
class EarlyRefusals {
    @Inject
    Page page;

    @ConfigProperty(name = "ronda.demo")
    boolean isDemo;

    /** A write that did not come from one of our pages. */
    void foreign(RoutingContext routing) {
        Language language = language(routing);
        answer(
                routing,
                403,
                language,
                words(language).foreign(),
                words(language).foreignAdvice());
    }

    /** An address that cannot be one. */
    void noHost(RoutingContext routing) {
        Language language = language(routing);
        answer(
                routing,
                400,
                language,
                words(language).notPossible(),
                words(language).noHostAdvice());
    }

    private void answer(RoutingContext routing, int status, Language language, String heading, String advice) {
        boolean isApi =
                routing.request().path() != null && routing.request().path().startsWith("/api/");
        routing.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_TYPE, isApi ? Problem.MEDIA_TYPE : "text/html;charset=UTF-8")
                .end(isApi ? problem(status, heading, advice) : html(routing, status, language, heading, advice));
    }

    private static String problem(int status, String heading, String advice) {
        return new JsonObject()
                .put("type", "about:blank")
                .put("title", heading)
                .put("status", status)
                .put("detail", advice)
                .encode();
    }

    private String html(RoutingContext routing, int status, Language language, String heading, String advice) {
        ManagedContext context = Arc.container().requestContext();
        boolean isOurs = !context.isActive();
        if (isOurs) {
            context.activate();
        }
        try {
            // the links of the layout lead to the home page: what was asked for is no address to come back to
            page.requested("", "/", "", language, PageFilter.theme(null, cookie(routing, "theme")), isDemo);
            page.titled(heading);
            return ErrorPages.Templates.error(status, heading, advice).render();
        } finally {
            if (isOurs) {
                context.terminate();
            }
        }
    }

    private static Language language(RoutingContext routing) {
        return PageFilter.language(
                routing.request().getParam("lang"),
                cookie(routing, "lang"),
                routing.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static String cookie(RoutingContext routing, String name) {
        Cookie kept = routing.request()
                .getCookie(OwnCookie.of(name, routing.request().scheme()).name());
        return kept == null ? null : kept.getValue();
    }

    private static WebMessages words(Language language) {
        return Wording.of(WebMessages.class, language);
    }
}
