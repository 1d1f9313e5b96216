package org.ronda.web;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.kernel.FreshLimits;

/** Whoever has to sign in while sending, from a browser that does not name the page, comes back to one that exists. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PostOnlyTest {
    private static final String LIST = "/processes/tu-distrito/proposals";

    /** Every address of a page that takes a form, with real things in its gaps where the address is about them. */
    private static Set<String> forms() {
        Set<String> paths = new TreeSet<>();
        String proposal = Jsoup.parse(Signed.browser().get(LIST).asString())
                .select("article.card .code")
                .first()
                .text();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.ronda")) {
            if (!type.isAnnotatedWith(Path.class)) {
                continue;
            }
            String base = type.getAnnotationOfType(Path.class).value();
            paths.addAll(type.getMethods().stream()
                    .filter(method -> method.isAnnotatedWith(POST.class))
                    .map(method -> method.isAnnotatedWith(Path.class)
                            ? base + "/"
                                    + method.getAnnotationOfType(Path.class).value()
                            : base)
                    .map(path -> path.replaceAll("/+", "/").replaceAll("(?<=.)/$", ""))
                    .filter(path -> !path.startsWith("/api/"))
                    .map(path -> path.startsWith("/proposals/") ? path.replace("{code}", proposal) : path)
                    .map(path -> path.replace("{slug}", "tu-distrito"))
                    .collect(Collectors.toSet()));
        }
        return paths;
    }

    private static String path(Response answer) {
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    /** Where a signed-in person ends who is sent to that address. */
    private static Response followed(Signed who, String kept, String path) {
        String next = path;
        for (int steps = 0; steps < 8; steps++) {
            Response answer =
                    who.request().cookie("kept", kept).urlEncodingEnabled(false).get(next);
            if (answer.statusCode() / 100 != 3) {
                return answer;
            }
            next = path(answer);
        }
        throw new AssertionError("goes round in circles from " + path);
    }

    @Test
    void fromEveryFormSigningInLeadsToAPage() {
        Signed moderator = Signed.in("moderacion");
        int asked = 0;
        for (String form : forms()) {
            FreshLimits.forEverybody();
            Response sent = Signed.browser()
                    .urlEncodingEnabled(false)
                    .formParam("nonce", "x")
                    .formParam("meaning", "1")
                    .formParam("on", "process:tu-distrito")
                    .post(form.replaceAll("\\{[^}]*}", "Q-0"));
            if (sent.statusCode() != 303 || !path(sent).startsWith("/sign-in?to=")) {
                continue;
            }
            asked++;
            String back = URLDecoder.decode(path(sent).substring("/sign-in?to=".length()), StandardCharsets.UTF_8);
            int status = followed(moderator, sent.cookie("kept"), back).statusCode();
            // a thing that does not exist has no page either, and neither has another person's draft
            boolean isUnknown = back.contains("Q-0")
                    || back.endsWith("/discard")
                    || back.endsWith("/withdrawal")
                    // is for the administrator of the platform, which a moderator is not
                    || back.startsWith("/administration")
                    || back.equals("/boards/new")
                    // is for who confirms people in a process that asks for it, which this one does not
                    || back.endsWith("/attestations");
            assertTrue(status == 200 || isUnknown && status == 404, form + " leads to " + back + ": " + status);
        }
        assertTrue(asked >= 8, asked + " forms need somebody who is signed in");
    }

    @Test
    void whoSendsTooManyFormsWithoutASessionIsToldSo() {
        FreshLimits.forEverybody();
        int status = 303;
        for (int i = 0; i < 120 && status == 303; i++) {
            status = Signed.browser().formParam("title", "Otra vez").post(LIST).statusCode();
        }
        assertEquals(429, status);
        FreshLimits.forEverybody();
    }

    @Test
    void whoTypesAnAddressThatOnlyTakesFormsIsLedToThePageAboveIt() {
        String proposal = "/proposals/"
                + Jsoup.parse(Signed.browser().get(LIST).asString())
                        .select("article.card .code")
                        .first()
                        .text();
        Response answer = Signed.browser().get(proposal + "/support");
        assertEquals(303, answer.statusCode());
        assertEquals(proposal, path(answer));
        assertEquals(proposal + "/support", path(Signed.browser().get(proposal + "/support/withdrawal")));
        assertEquals(
                405,
                Signed.given().get("/api/v1/proposals/P-00000000/withdrawal").statusCode());
    }

    @Test
    void whatWasTypedInANewProposalIsShownAgainAlthoughTheBrowserDidNotSayFromWhere() {
        String cookie = Signed.browser()
                .formParam("title", "Sin decir de qué página")
                .formParam("nonce", "x")
                .post(LIST)
                .then()
                .statusCode(303)
                .extract()
                .cookie("kept");
        Signed resident = Signed.in("vecina");
        resident.request()
                .cookie("kept", cookie)
                .get(LIST)
                .then()
                .statusCode(303)
                .header("Location", containsString(LIST + "/new"));
        resident.request()
                .cookie("kept", cookie)
                .get(LIST + "/new")
                .then()
                .statusCode(200)
                .body(containsString("Sin decir de qué página"));
    }
}
