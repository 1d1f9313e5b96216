package org.ronda.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Page;
import org.ronda.kernel.Problem;
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
    Kept kept;

    @Inject
    Page page;

    @ConfigProperty(name = "ronda.demo")
    boolean isDemo;

    @GET
    @Path("sign-in")
    public TemplateInstance signIn(@RestQuery String to, @RestQuery boolean wrong, @RestCookie(Kept.COOKIE) String keptId) {
        if (!isDemo) {
            throw new NotFoundException();
        }
        page.titled(words().signIn());
        return Templates.sign_in(
                Persona.values(), LocalPath.of(to).path(), wrong, kept.find(keptId).isPresent());
    }

    /** Where the sign-in form leads: back to the page with the kept form, or to the page that was asked for. */
    @GET
    @Path("sign-in/done")
    public Response done(@RestQuery String to, @RestCookie(Kept.COOKIE) String keptId) {
        LocalPath asked = LocalPath.of(to);
        String back = kept.find(keptId).map(form -> LocalPath.of(form.page()).path()).orElse(asked.path());
        return Response.seeOther(LocalPath.of(back).uri()).build();
    }

    @POST
    @Path("sign-out")
    public Response signOut() {
        return Response.seeOther(URI.create("/"))
                .cookie(gone(DemoSignIn.COOKIE))
                .cookie(gone(Kept.COOKIE))
                .build();
    }

    @ServerExceptionMapper
    Response signInNeeded(SignInNeeded needed, RoutingContext routing, HttpHeaders headers) {
        if (page.path().startsWith("/api/")) {
            Response problem = Problem.of(401, words().signInNeeded(), null, null, page.path());
            return Response.fromResponse(problem)
                    .header("WWW-Authenticate", "Basic realm=\"Ronda\", charset=\"UTF-8\"")
                    .build();
        }
        if (!routing.request().method().name().equals("POST")) {
            String query = page.query().isEmpty() ? "" : "?" + page.query();
            return Response.seeOther(LocalPath.of(page.path() + query).signIn()).build();
        }
        Map<String, List<String>> fields = typed();
        String shownAt = fields.getOrDefault("shown_at", List.of("/")).get(0);
        LocalPath back = LocalPath.of(shownAt);
        Optional<String> id = kept.keep(back.path(), fields);
        Response.ResponseBuilder answer = Response.seeOther(back.signIn());
        id.ifPresent(name -> answer.cookie(new NewCookie.Builder(Kept.COOKIE)
                .value(name)
                .path("/")
                .httpOnly(true)
                .secure(routing.request().isSSL())
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge((int) Kept.FOR.toSeconds())
                .build()));
        return answer.build();
    }

    /** The plain fields of the form that was sent; files are not kept. */
    private static Map<String, List<String>> typed() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        FormData form = request == null ? null : request.getFormData();
        if (form != null) {
            for (String name : form) {
                form.get(name).stream()
                        .filter(value -> !value.isFileItem())
                        .forEach(value ->
                                fields.computeIfAbsent(name, key -> new ArrayList<>()).add(value.getValue()));
            }
        }
        return fields;
    }

    private static NewCookie gone(String name) {
        return new NewCookie.Builder(name).value("").path("/").maxAge(0).httpOnly(true).build();
    }

    private IdentityMessages words() {
        return Wording.of(IdentityMessages.class, page.language());
    }
}
