package org.ronda.kernel;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ronda.Signed.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.TestDatabase;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class FormsTest {
    @Inject
    Now now;

    @Inject
    Forgetting forgetting;

    private final String nonce = Forms.nonce();
    private final int before = FormsTestPages.ACTS.get();

    private RequestSpecification form(String nonce, String title) {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("nonce", nonce)
                .formParam("title", title);
    }

    private Response sent(String nonce, String title) {
        return form(nonce, title).post("/test-forms");
    }

    private static Document page(Response response) {
        return Jsoup.parse(response.asString());
    }

    /** A browser drops the first line end of a text area, so that a text that begins with one keeps it. */
    private static String typed(Document page) {
        return page.select("#f-body").first().wholeText().substring(1);
    }

    private int acts() {
        return FormsTestPages.ACTS.get() - before;
    }

    @BeforeEach
    void nobodyWroteBefore() {
        FreshLimits.forEverybody();
    }

    @Test
    void aFormForAnAddressLongerThanAnyOfOursIsNotKept() {
        given().redirects()
                .follow(false)
                .formParam("text", "Ñandúes")
                .post("/proposals/" + "A".repeat(400) + "/support")
                .then()
                .statusCode(303)
                .header("Location", startsWith("/sign-in?to="))
                .header("Set-Cookie", nullValue());
    }

    /** Or else another site could leave a form of its own here for whoever visits it. */
    @Test
    void aFormOfAnotherSiteThatIsTooLargeIsRefusedUnread() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST /test-forms HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: cross-site\r\n"
                                    + "Content-Type: multipart/form-data; boundary=x\r\n"
                                    + "Content-Length: 20000000\r\n\r\n--x\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 403".length());
            assertEquals("HTTP/1.1 403", new String(status, StandardCharsets.US_ASCII));
        }
    }

    @Test
    void theFormHasLabelsHintsAndAFreshNonce() {
        Document page = page(given().get("/test-forms"));
        assertEquals("Título", page.select("label[for=f-title]").text());
        assertEquals("h-title", page.select("#f-title").attr("aria-describedby"));
        assertEquals("20", page.select("#f-title").attr("data-count"));
        assertEquals("1040", page.select("#f-title").attr("maxlength"));
        assertEquals("", typed(page));
        assertEquals(22, page.select("input[name=nonce]").val().length());
        assertNotEquals(
                page.select("input[name=nonce]").val(),
                page(given().get("/test-forms")).select("input[name=nonce]").val());
        assertTrue(page.select(".error, [role=alert], [aria-invalid]").isEmpty(), page.html());
    }

    @Test
    void aRightFormIsDoneAndRedirects() {
        sent(nonce, "Veredas").then().statusCode(303).header("Location", "/done/" + (before + 1));
        assertEquals(1, acts());
    }

    @Test
    void theSameFormTwiceHasOneEffectAndTheSameAnswer() {
        String first = sent(nonce, "Veredas").header("Location");
        assertEquals(
                first, sent(nonce, "Veredas").then().statusCode(303).extract().header("Location"));
        assertEquals(1, acts());
    }

    @Test
    void twoClicksAtOnceHaveOneEffect() throws Exception {
        Callable<String> click = () -> sent(nonce, "slow").header("Location");
        var clicks = Executors.newFixedThreadPool(3).invokeAll(List.of(click, click, click));
        String first = clicks.get(0).get();
        assertEquals("/done/" + (before + 1), first);
        for (var answer : clicks) {
            assertEquals(first, answer.get());
        }
        assertEquals(1, acts());
    }

    @Test
    void anotherTextUnderTheSameNonceIsShownAgainWithAFreshNonce() {
        sent(nonce, "Veredas");
        Response answer = sent(nonce, "Árboles");
        assertEquals(409, answer.statusCode());
        assertEquals("Árboles", page(answer).select("#f-title").val());
        String fresh = page(answer).select("input[name=nonce]").val();
        sent(fresh, "Árboles").then().statusCode(303);
        assertEquals(2, acts());
    }

    @Test
    void theSameNonceOnAnotherFormIsNotTheSame() {
        sent(nonce, "Veredas").then().statusCode(303);
        form(nonce, "Veredas").post("/test-forms/anonymous").then().statusCode(303);
        assertEquals(2, acts());
    }

    @Test
    void aFormWithoutNonceIsShownAgain() {
        for (String bad : List.of("", "short", "x".repeat(22) + "'", "é".repeat(22))) {
            Response answer = sent(bad, "Veredas");
            assertEquals(422, answer.statusCode());
            assertEquals("Veredas", page(answer).select("#f-title").val());
        }
        assertEquals(0, acts());
    }

    @Test
    void wrongFieldsAreNamedInTheSummaryAndBesideTheField() {
        Response answer = form(nonce, "x".repeat(21) + "<b>")
                .formParam("body", "línea 1\r\nlínea 2")
                .formParam("limit", "doce")
                .formParam("link", "javascript:alert(1)")
                .formParam("topic", "b")
                .formParam("tags", "a", "b")
                .formParam("agreed", "true")
                .post("/test-forms");
        assertEquals(422, answer.statusCode());
        assertEquals("text/html;charset=UTF-8", answer.contentType());
        Document page = page(answer);
        assertEquals("x".repeat(21) + "<b>", page.select("#f-title").val());
        assertEquals("línea 1\nlínea 2", typed(page));
        assertEquals("b", page.select("#f-topic option[selected]").val());
        assertEquals(2, page.select("[name=tags][checked]").size());
        assertEquals(1, page.select("[name=agreed][checked]").size());
        assertEquals(
                "Es más largo de lo que entra: acortalo a 20 caracteres como máximo.",
                page.select("#e-title").text());
        assertEquals("e-title h-title", page.select("#f-title").attr("aria-describedby"));
        assertEquals("true", page.select("#f-title").attr("aria-invalid"));
        assertEquals(3, page.select("[role=alert] li").size());
        assertEquals("#f-title", page.select("[role=alert] a").first().attr("href"));
        assertEquals(
                "Escribí un número entero, sin letras ni puntos.",
                page.select("[role=alert] a[href=#f-limit]").text());
        assertEquals(0, acts());
    }

    @Test
    void aRefusalShowsTheFormAndLeavesTheNonceUnused() {
        Response answer = sent(nonce, "refuse");
        assertEquals(422, answer.statusCode());
        assertEquals("No en es", page(answer).select("#e-body").text());
        assertEquals(403, sent(nonce, "forbid").statusCode());
        sent(nonce, "Veredas").then().statusCode(303);
    }

    @Test
    void twoActsThatMeetInTheDatabaseAreAConflict() {
        Response answer = sent(nonce, "twice");
        assertEquals(409, answer.statusCode());
        assertEquals("twice", page(answer).select("#f-title").val());
    }

    @Test
    void aLongTextArrivesWhole() {
        Response answer =
                form(nonce, "Veredas").formParam("body", "ñ".repeat(30_000)).post("/test-forms");
        assertEquals(422, answer.statusCode());
        assertEquals(30_000, typed(page(answer)).length());
    }

    @Test
    void aFormThatNeedsSignInIsKeptAndShownAgainOnItsPage() {
        Response answer = form(nonce, "Veredas")
                .formParam("password", "secreto")
                .formParam("tags", "a")
                .header(
                        "Referer",
                        io.restassured.RestAssured.baseURI + ":" + io.restassured.RestAssured.port
                                + "/test-forms?from=1")
                .post("/test-forms/unsigned");
        answer.then().statusCode(303).header("Location", endsWith("/sign-in"));
        String cookie = answer.cookie("kept");
        assertTrue(answer.detailedCookie("kept").isHttpOnly());
        assertEquals(22, cookie.length());
        Document page = page(given().cookie("kept", cookie).get("/test-forms"));
        assertEquals("Veredas", page.select("#f-title").val());
        assertEquals("a", page.select("[name=tags][checked]").val());
        assertTrue(page.text().contains("Guardamos lo que escribiste"));
        given().get("/test-forms").then().body(not(containsString("Veredas\"")));
        given().cookie("kept", Forms.nonce()).get("/test-forms").then().statusCode(200);
        given().cookie("kept", "' or 1=1").get("/test-forms").then().statusCode(200);
    }

    @Test
    void aKeptFormIsForgottenWhenItIsSent() {
        String cookie = form(nonce, "Veredas").post("/test-forms/unsigned").cookie("kept");
        RequestSpecification wrong = form(nonce, "").cookie("kept", cookie).header("X-Signed-In", true);
        wrong.post("/test-forms/unsigned").then().statusCode(422);
        assertTrue(isKept(cookie, now.instant()));
        RequestSpecification right =
                form(nonce, "Veredas").cookie("kept", cookie).header("X-Signed-In", true);
        right.post("/test-forms/unsigned").then().statusCode(303);
        assertFalse(isKept(cookie, now.instant()));
    }

    private static boolean isKept(String id, Instant now) {
        return QuarkusTransaction.requiringNew()
                .call(() -> KeptForm.find(id, now).isPresent());
    }

    @Test
    void whatWasKeptLongEnoughIsForgotten() {
        String cookie = form(nonce, "Veredas").post("/test-forms/unsigned").cookie("kept");
        sent(nonce, "Veredas");
        String first = sent(nonce, "Veredas").header("Location");
        Instant later = now.instant().plus(KeptForm.KEPT);
        assertFalse(isKept(cookie, later));
        Now.during(later, () -> {
            forgetting.forget();
            return null;
        });
        assertEquals(first, sent(nonce, "Veredas").header("Location"));
        Now.during(now.instant().plus(Answered.KEPT), () -> {
            forgetting.forget();
            return null;
        });
        assertNotEquals(first, sent(nonce, "Veredas").header("Location"));
    }

    @Test
    void aTextTooLongToKeepIsSaidSo() {
        given().redirects()
                .follow(false)
                .formParam("body", "x".repeat(60_000))
                .post("/test-forms/unsigned")
                .then()
                .statusCode(422);
    }

    @Test
    void whatIsDoneTooOftenIsRefused() {
        given().post("/test-forms/limited").then().statusCode(200);
        given().post("/test-forms/limited").then().statusCode(200);
        given().post("/test-forms/limited").then().statusCode(429);
    }
}
