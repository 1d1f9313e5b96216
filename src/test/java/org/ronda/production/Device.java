package org.ronda.production;

import io.restassured.RestAssured;
import io.restassured.config.LogConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Somebody's browser without scripts: keeps cookies, follows where it is led, fills forms in. */
final class Device {
    /** What telephones keep, by e-mail address: it outlives a browser. */
    private static final Map<String, String> secrets = new ConcurrentHashMap<>();

    private static final String VERIFIER = "a-verifier-of-the-tests-that-is-long-enough-0123456789";
    private static final String BACK = "http://127.0.0.1/back";

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final List<HttpResponse<String>> answers = new ArrayList<>();
    private final HttpClient client;

    Device() {
        client = client().build();
    }

    /** One that trusts these certificates only. */
    Device(SSLContext trusted) {
        client = client().sslContext(trusted).build();
    }

    private HttpClient.Builder client() {
        return HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10));
    }

    /** All that it was answered so far, on the way too. */
    List<HttpResponse<String>> answers() {
        return answers;
    }

    /** A page, after whatever redirects lead to it. */
    record Page(int status, URI address, Document document) {
        String text() {
            return document.text();
        }

        boolean shows(String text) {
            return document.text().contains(text);
        }
    }

    Page get(String address) {
        return follow(HttpRequest.newBuilder(URI.create(address)));
    }

    /** What that address answers, wherever it would lead. */
    HttpResponse<String> ask(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    /** Fills in the form that has this field or action, and sends it; what is not named stays as the page has it. */
    Page submit(Page page, String cssOfForm, Map<String, String> typed) {
        FormElement form = (FormElement) page.document().selectFirst(cssOfForm);
        if (form == null) {
            throw new AssertionError("no form " + cssOfForm + " at " + page.address() + ":\n" + page.document());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        fields.putAll(typed);
        String action =
                form.hasAttr("action") ? form.absUrl("action") : page.address().toString();
        return follow(HttpRequest.newBuilder(URI.create(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", isOf(page.address(), URI.create(action)) ? "same-origin" : "cross-site")
                .POST(HttpRequest.BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&")))));
    }

    /** Signs in at Keycloak and comes back to that page of Ronda. */
    Page signIn(String ronda, String email, String password, String path) {
        Page form = get(ronda + "/sign-in/start?to=" + encoded(path));
        return submit(form, "#kc-form-login", Map.of("username", email, "password", password));
    }

    /** Signs in somebody who has a role: the second factor is set up on the way, as on the first time, or asked for. */
    Page signInAsStaff(String ronda, String email, String password, String path) {
        Page page = signIn(ronda, email, password, path);
        Element secret = page.document().selectFirst("#totpSecret");
        if (secret != null) {
            secrets.put(email, secret.val());
            return submit(
                    page, "#kc-totp-settings-form", Map.of("totp", Totp.now(secret.val()), "userLabel", "Teléfono"));
        }
        return page.document().selectFirst("#kc-otp-login-form") == null
                ? page
                : submit(page, "#kc-otp-login-form", Map.of("otp", Totp.now(secrets.get(email))));
    }

    /** Where a form without fields leads to, without going there. */
    String led(Page page, String cssOfForm) {
        return send(HttpRequest.newBuilder(URI.create(
                                page.document().selectFirst(cssOfForm).absUrl("action")))
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(HttpRequest.BodyPublishers.noBody()))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    /** Where Keycloak leads somebody back to after the password, without going there. */
    String wayBack(String ronda, String email, String password) {
        Page page = get(ronda + "/sign-in/start?to=/");
        FormElement form = (FormElement) page.document().selectFirst("#kc-form-login");
        return send(HttpRequest.newBuilder(URI.create(form.absUrl("action")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "username=" + encoded(email) + "&password=" + encoded(password))))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    /** A token for programs, for who is signed in at Keycloak: code flow with PKCE, as a program on this machine would. */
    String token(String realm) {
        return redeem(realm, code(realm)).then().statusCode(200).extract().path("access_token");
    }

    /** What a program on this machine is given, to be exchanged for its tokens once. */
    String code(String realm) {
        String location = ask(realm + "/protocol/openid-connect/auth?client_id=ronda-programs&response_type=code"
                        + "&scope=openid&code_challenge_method=S256&code_challenge=" + challenge() + "&redirect_uri="
                        + encoded(BACK))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return location.replaceAll(".*[?&]code=([^&]*).*", "$1");
    }

    static Response redeem(String realm, String code) {
        return RestAssured.given()
                .formParams(Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "ronda-programs",
                        "code_verifier",
                        VERIFIER,
                        "redirect_uri",
                        BACK,
                        "code",
                        code))
                .post(realm + "/protocol/openid-connect/token");
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A request of a program that holds this token. */
    static RequestSpecification as(String token) {
        return RestAssured.given()
                .config(RestAssuredConfig.config()
                        .logConfig(LogConfig.logConfig().enableLoggingOfRequestAndResponseIfValidationFails()))
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON);
    }

    /** Puts a cookie there, as somebody could who sat at this browser before. */
    void plant(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        // as the cookies of a host without a dot are kept
        cookie.setDomain("localhost.local");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create("http://localhost/"), cookie);
    }

    /** The value of a cookie of that name, if there is one. */
    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(kept -> kept.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    boolean has(String cookie) {
        return cookies.getCookieStore().getCookies().stream()
                .anyMatch(kept -> kept.getName().startsWith(cookie));
    }

    private Page follow(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request);
        for (int i = 0; i < 12 && answer.statusCode() / 100 == 3; i++) {
            URI next =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            answer = send(HttpRequest.newBuilder(next));
        }
        Document document = Jsoup.parse(answer.body(), answer.uri().toString());
        return new Page(answer.statusCode(), answer.uri(), document);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            // as browsers do, which trust this machine without TLS
            cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
            HttpResponse<String> answer = client.send(
                    request.header("Accept", "text/html")
                            .header("Accept-Language", "es")
                            .timeout(Duration.ofSeconds(60))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            answers.add(answer);
            return answer;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static boolean isOf(URI page, URI action) {
        return page.getAuthority().equals(action.getAuthority());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
