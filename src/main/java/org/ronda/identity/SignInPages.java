package org.ronda.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.kernel.KeptForm;
import org.ronda.kernel.KeptForms;
import org.ronda.kernel.Now;
import org.ronda.kernel.Page;
import org.ronda.kernel.Wording;

/** Signing in and out, and coming back to where one was with what one had typed. */
@Path("/")
class SignInPages {
    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance sign_in(Persona[] personas, String to, boolean isWrong, boolean isKept);
    }

    @Inject
    Viewer viewer;

    @Inject
    Now now;

    @Inject
    KeptForms keptForms;

    @Inject
    Page page;

    @ConfigProperty(name = "ronda.demo")
    boolean isDemo;

    @GET
    @Path("sign-in")
    public TemplateInstance signIn(@RestQuery String to, @RestQuery boolean wrong) {
        if (!isDemo) {
            throw new NotFoundException();
        }
        page.titled(words().signIn());
        return Templates.sign_in(
                Persona.values(),
                URLEncoder.encode(LocalPath.of(to).path(), StandardCharsets.UTF_8),
                wrong,
                keptForms.current().isPresent());
    }

    /** Where the sign-in form leads: back to the page with the kept form, or to the page that was asked for. */
    @GET
    @Path("sign-in/done")
    public Response done(@RestQuery String to) {
        LocalPath asked = LocalPath.of(to);
        String back = keptForms.current().map(KeptForm::path).orElse(asked.path());
        return Response.seeOther(LocalPath.of(back).uri()).build();
    }

    @POST
    @Path("sign-out")
    public Response signOut(RoutingContext routing) {
        keptForms.forget();
        // through Vert.x, where it takes the place of the session cookie that this request may have renewed
        routing.response()
                .addCookie(Cookie.cookie(Viewer.SESSION_COOKIE, "")
                        .setPath("/")
                        .setMaxAge(0)
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX));
        return Response.seeOther(URI.create("/")).cookie(keptForms.forgotten()).build();
    }

    /** Ends all sessions of this participant, here and on every other device. */
    @POST
    @Path("sign-out/everywhere")
    @Transactional
    public Response signOutEverywhere(RoutingContext routing) {
        Participant.<Participant>findById(viewer.required().id()).endSessions(now.instant());
        return signOut(routing);
    }

    private IdentityMessages words() {
        return Wording.of(IdentityMessages.class, page.language());
    }
}
