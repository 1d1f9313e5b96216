package org.ronda.identity;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.ronda.kernel.KeptForms;
import org.ronda.kernel.Page;
import org.ronda.kernel.Problems;

/** Sends whoever has to sign in to the sign-in page, and back afterwards with what was typed; the API answers 401. */
class SignInFirst {
    @Inject
    KeptForms keptForms;

    @Inject
    Problems problems;

    @Inject
    Page page;

    @ServerExceptionMapper
    Response signInNeeded(SignInNeeded needed, RoutingContext routing) {
        if (problems.isApi()) {
            return problems.of(new NotAuthorizedException("Basic realm=\"Ronda\", charset=\"UTF-8\""));
        }
        if (!routing.request().method().name().equals("POST")) {
            String query = page.query().isEmpty() ? "" : "?" + page.query();
            return Response.seeOther(LocalPath.of(page.path() + query).signIn()).build();
        }
        return keptForms.signInFirst(LocalPath.of(page.path()).signIn().toString());
    }
}
