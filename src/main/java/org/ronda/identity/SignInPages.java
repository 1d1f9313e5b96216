package org.ronda.identity;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
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

        static native TemplateInstance account(String to, boolean isKept, boolean isRefused, boolean isAway);
    }

    @Inject
    Viewer viewer;

    @Inject
    Now now;

    @Inject
    KeptForms keptForms;

    @Inject
    Page page;

    @Inject
    Instance<OidcSession> session;

    @Inject
    Instance<OidcConfigurationMetadata> metadata;

    @Inject
    Provider provider;

    @Inject
    Accounts accounts;

    @ConfigProperty(name = "ronda.demo")
    boolean isDemo;

    @GET
    @Path("sign-in")
    public TemplateInstance signIn(@RestQuery String to, @RestQuery boolean wrong, @RestQuery boolean refused) {
        page.titled(words().signIn());
        String back = URLEncoder.encode(LocalPath.of(to).path(), StandardCharsets.UTF_8);
        boolean isKept = keptForms.current().isPresent();
        return isDemo
                ? Templates.sign_in(Persona.values(), back, wrong, isKept)
                : Templates.account(back, isKept, refused, !provider.isThere());
    }

    /**
     * Leads to the identity provider, and is where it leads back to. What the address asks beyond {@code to} is for
     * {@link Prompting}.
     *
     * @param again whether the password was asked for anew, as an older sign-in does not count any more
     */
    @GET
    @Path("sign-in/start")
    @Authenticated
    public Response start(@RestQuery String to, @RestQuery boolean again) {
        if (viewer.isSignedIn()) {
            return done(to);
        }
        if (again) {
            return refused();
        }
        // the session at the identity provider is older than a sign-out everywhere, and would be for ever
        session.get().logout().await().indefinitely();
        return Response.seeOther(UriBuilder.fromPath("/sign-in/start")
                        .queryParam("again", true)
                        .queryParam("to", LocalPath.of(to).path())
                        .build())
                .build();
    }

    /** Where the identity provider leads whom it did not let in, such as who chose to go back. */
    @GET
    @Path("sign-in/refused")
    public Response refused() {
        return Response.seeOther(URI.create("/sign-in?refused=true")).build();
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
        if (!isDemo) {
            return leave();
        }
        // through Vert.x, where it takes the place of the session cookie that this request may have renewed
        routing.response()
                .addCookie(Cookie.cookie(Viewer.SESSION_COOKIE, "")
                        .setPath("/")
                        .setMaxAge(0)
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX));
        return Response.seeOther(URI.create("/")).cookie(keptForms.forgotten()).build();
    }

    /** Ends the session here and leads to the identity provider, which ends its own and leads back. */
    private Response leave() {
        URI to = viewer.token().map(this::leaving).orElse(URI.create("/"));
        if (viewer.token().isPresent()) {
            session.get().logout().await().indefinitely();
        }
        return Response.seeOther(to).cookie(keptForms.forgotten()).build();
    }

    private URI leaving(JsonWebToken token) {
        if (!provider.isThere()) {
            // its own session goes on, and would sign in again whoever sits here next: nothing older than this counts
            accounts.endAll(token.getSubject());
            return URI.create("/");
        }
        return Optional.ofNullable(metadata.get().getEndSessionUri())
                .map(end -> UriBuilder.fromUri(end)
                        .queryParam("id_token_hint", token.getRawToken())
                        .queryParam("post_logout_redirect_uri", page.origin() + "/")
                        .build())
                .orElse(URI.create("/"));
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
