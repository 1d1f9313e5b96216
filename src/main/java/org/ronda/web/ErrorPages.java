package org.ronda.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
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

    @ServerExceptionMapper
    Response refused(Refused refused) {
        return problems.isApi() ? problems.of(refused) : page(refused.status().code(), refused.in(page.language()));
    }

    @ServerExceptionMapper
    Response web(WebApplicationException thrown) {
        int status = thrown.getResponse().getStatus();
        if (status < 400) {
            return thrown.getResponse();
        }
        // what somebody may not see does not exist for them
        return problems.isApi() ? problems.of(thrown) : page(status == 403 ? 404 : status, null);
    }

    @ServerExceptionMapper
    Response unexpected(RuntimeException thrown) {
        if (problems.isApi()) {
            return problems.of(thrown);
        }
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused(refused);
            }
            if (cause instanceof WebApplicationException web) {
                return web(web);
            }
        }
        LOG.error("a request failed", thrown);
        return page(500, null);
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
