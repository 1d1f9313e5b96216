package org.ronda.kernel;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

/**
 * Keeps what somebody sent who has to sign in first, or to accept the rules, and gives it back afterwards. Files are not kept, nor are passwords,
 * nonces, codes of voices and numbers of documents.
 */
@ApplicationScoped
public class KeptForms {
    static final Set<String> NEVER_KEPT = Set.of("nonce", "password", "j_password", "voiceCode", "documentNumber");
    /** Longer than any address of ours; with its method it still fits beside the form. */
    private static final int LONGEST_PATH = 290;

    @Inject
    Now now;

    @Inject
    Limits limits;

    @Inject
    CurrentVertxRequest request;

    /** Sends to a page that comes first, such as signing in, with the form of this request kept if it is one. */
    @Transactional
    public Response first(String page) {
        Response.ResponseBuilder answer =
                Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, page);
        Map<String, List<String>> fields = sentFields();
        if (!fields.isEmpty() && request.getCurrent().request().path().length() <= LONGEST_PATH) {
            answer.cookie(cookie().with(keep(formPage(), action(), fields).id(), (int) KeptForm.KEPT.toSeconds()));
        }
        return answer.build();
    }

    /** Sends back to the page of a form that was too large to be taken, with what was typed in it. */
    @Transactional
    Response tooLarge(String path, Map<String, List<String>> fields) {
        if (path.length() > LONGEST_PATH) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        KeptForm form = keep(formPage(path), "POST " + path, fields);
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, form.path())
                .cookie(cookie().with(form.id(), (int) KeptForm.KEPT.toSeconds()))
                .build();
    }

    /** Keeps these fields for the page that shows their form. */
    private KeptForm keep(String path, String action, Map<String, List<String>> fields) {
        // a school or a library is one address
        limits.count("keep a form", 100, Duration.ofMinutes(10));
        String json = KeptForm.asJson(fields);
        if (json.length() > KeptForm.LARGEST) {
            throw Refused.invalid(
                    null, language -> Wording.of(KernelMessages.class, language).kept_too_long());
        }
        KeptForm form = new KeptForm(path, action, json, now.instant());
        form.persist();
        return form;
    }

    /** The form that this visitor's cookie names, while it is kept: after signing in, its page is where to go. */
    public Optional<KeptForm> current() {
        return id().flatMap(id -> KeptForm.find(id, now.instant()));
    }

    /** Forgets the visitor's kept form: it was sent, or whoever wrote it signs out. Costs nothing without a cookie. */
    public void forget() {
        id().ifPresent(this::forget);
    }

    /** The cookie that goes with {@link #forget()}. */
    public NewCookie forgotten() {
        return cookie().with("", 0);
    }

    /** The form was sent for good. */
    void forgetSent(String action) {
        current().filter(form -> form.action().equals(action)).ifPresent(form -> forget(form.id()));
    }

    @Transactional
    void forget(String id) {
        KeptForm.deleteById(id);
    }

    @Transactional
    long forgetExpired() {
        return KeptForm.delete("keptUntil < ?1", now.instant());
    }

    private Optional<String> id() {
        RoutingContext routing = request.getCurrent();
        Cookie cookie = routing == null ? null : routing.request().getCookie(cookie().name());
        return Optional.ofNullable(cookie).map(Cookie::getValue).filter(id -> id.length() == 22);
    }

    private OwnCookie cookie() {
        return OwnCookie.of("kept", request.getCurrent().request().scheme());
    }

    private String action() {
        HttpServerRequest sent = request.getCurrent().request();
        return sent.method() + " " + sent.path();
    }

    /** The page that the form of this request stood on, if the browser says so and it is ours; else where it was sent. */
    public String formPage() {
        return formPage(request.getCurrent().request().path());
    }

    private String formPage(String sentTo) {
        HttpServerRequest sent = request.getCurrent().request();
        try {
            URI page = new URI(String.valueOf(sent.getHeader("Referer")));
            String path = page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
            boolean isOurs = page.getAuthority() != null
                    && page.getAuthority().equalsIgnoreCase(sent.authority().toString());
            return isOurs && path.startsWith("/") && !path.startsWith("//") && path.length() <= LONGEST_PATH
                    ? path
                    : sentTo;
        } catch (URISyntaxException unreadable) {
            return sentTo;
        }
    }

    private static Map<String, List<String>> sentFields() {
        ResteasyReactiveRequestContext context = CurrentRequestManager.get();
        FormData form = context == null ? null : context.getFormData();
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (form != null) {
            for (String name : form) {
                List<String> typed = form.get(name).stream()
                        .filter(value -> !value.isFileItem())
                        .map(FormValue::getValue)
                        .toList();
                if (!NEVER_KEPT.contains(name) && !typed.isEmpty()) {
                    fields.put(name, typed);
                }
            }
        }
        return fields;
    }
}
