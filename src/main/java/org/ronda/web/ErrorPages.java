package org.ronda.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.ronda.identity.LocalPath;
import org.ronda.identity.SignInNeeded;
import org.ronda.kernel.Detour;
import org.ronda.kernel.KeptForms;
import org.ronda.kernel.Page;
import org.ronda.kernel.Problems;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Wording;

/** What is shown when something cannot be: a calm page that says what to do, or a problem (RFC 9457) for the API. */
class ErrorPages {
    private static final Logger LOG = Logger.getLogger(ErrorPages.class);

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance error(int status, String heading, String advice);
    }

    @Inject
    Page page;

    @Inject
    Problems problems;

    @Inject
    KeptForms keptForms;

    @ConfigProperty(name = "ronda.demo")
    boolean isDemo;

    /** Sends whoever has to sign in to the sign-in page, and back afterwards with what was typed; the API answers 401. */
    @ServerExceptionMapper
    Response signInNeeded(SignInNeeded needed, RoutingContext routing) {
        if (problems.isApi()) {
            return problems.of(
                    new NotAuthorizedException(isDemo ? "Basic realm=\"Ronda\", charset=\"UTF-8\"" : "Bearer"));
        }
        if (routing.request().method() != HttpMethod.POST) {
            String query = page.query().isEmpty() ? "" : "?" + page.query();
            return Response.seeOther(LocalPath.of(page.path() + query).signIn()).build();
        }
        try {
            return keptForms.first(LocalPath.of(page.path()).signIn().toString());
        } catch (Refused notKept) {
            return refused(notKept);
        }
    }

    @ServerExceptionMapper
    Response refused(Refused refused) {
        return refused instanceof Detour detour && !problems.isApi() ? first(detour) : said(refused);
    }

    /** To the page that comes first, and back afterwards with what was typed. */
    private Response first(Detour detour) {
        try {
            return keptForms.first(detour.page()
                    + (detour.page().contains("?") ? "&to=" : "?to=")
                    + URLEncoder.encode(keptForms.formPage(), StandardCharsets.UTF_8));
        } catch (Refused notKept) {
            return said(notKept);
        }
    }

    private Response said(Refused refused) {
        return problems.isApi() ? problems.of(refused) : page(refused.status().code(), refused.in(page.language()));
    }

    @ServerExceptionMapper
    Response web(WebApplicationException thrown, RoutingContext routing) {
        int status = thrown.getResponse().getStatus();
        if (status < 400) {
            return thrown.getResponse();
        }
        if (status == 405 && routing.request().method() == HttpMethod.GET && !problems.isApi()) {
            return Response.seeOther(above(routing.request().path())).build();
        }
        // what somebody may not see does not exist for them
        return problems.isApi() ? problems.of(thrown) : page(status == 403 ? 404 : status, null);
    }

    @ServerExceptionMapper
    Response unexpected(RuntimeException thrown, RoutingContext routing) {
        if (problems.isApi()) {
            return problems.of(thrown);
        }
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused(refused);
            }
            if (cause instanceof WebApplicationException web) {
                return web(web, routing);
            }
        }
        if (isUndecodable(thrown) || Problems.isNoText(thrown)) {
            return page(400, null);
        }
        LOG.error("a request failed", thrown);
        return page(500, null);
    }

    /** What was sent is no form at all: the framework's decoder says so by an exception of no kind of its own. */
    private static boolean isUndecodable(RuntimeException thrown) {
        return thrown instanceof IllegalArgumentException
                && thrown.getStackTrace().length > 0
                && thrown.getStackTrace()[0].getClassName().startsWith("org.jboss.resteasy.reactive.common.util.");
    }

    /**
     * An address that only takes forms has no page of its own: who comes there by signing in or by typing it is led to
     * the page above it, and from there further up if need be.
     */
    private static URI above(String path) {
        String parent = path.substring(0, path.lastIndexOf('/'));
        // two slashes at the beginning would lead to another host
        return URI.create("/" + parent.replaceFirst("^/+", ""));
    }

    private Response page(int status, String reason) {
        WebMessages words = Wording.of(WebMessages.class, page.language());
        String heading = switch (status) {
            case 404 -> words.notFound();
            case 409 -> words.conflict();
            case 413 -> words.tooLarge();
            case 429 -> words.tooMany();
            case 503 -> words.unavailable();
            case 500 -> words.failed();
            default -> words.notPossible();
        };
        page.titled(heading);
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.error(status, heading, reason == null ? words.errorAdvice() : reason))
                .build();
    }
}
