package org.ronda.identity;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronda.Signed;
import org.ronda.TestDatabase;

/** Signing in and out, through the pages. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SignInTest {
    @Test
    void thePageOffersEachPersonaWithOneClick() {
        Document page =
                Jsoup.parse(Signed.browser().get("/sign-in?to=/processes").asString());
        assertEquals(
                Persona.values().length,
                page.select("form[action='/j_security_check?to=%2Fprocesses'] input[type=hidden][name=j_username]")
                        .size());
    }

    @ParameterizedTest
    @EnumSource(Persona.class)
    void everyPersonaSignsInUnderItsPublicName(Persona persona) {
        Signed signed = Signed.in(persona.username());
        signed.request().get("/who").then().body(is(persona.publicName()));
        String roles = signed.request().get("/who/roles").asString();
        for (PlatformRole role : PlatformRole.values()) {
            assertEquals(persona.roles().contains(role), roles.contains(role.name()));
        }
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
        signIn("vecina", "demo", "/")
                .header(
                        "Set-Cookie",
                        allOf(
                                startsWith("ronda-session="),
                                containsString("HTTPOnly"),
                                containsString("SameSite=Lax"),
                                containsString("Path=/")));
    }

    @Test
    void afterwardsOneIsWhereOneWas() {
        String done = signIn("vecina", "demo", "/search?q=plaza")
                .statusCode(302)
                .extract()
                .header("Location");
        Signed.browser()
                .urlEncodingEnabled(false)
                .get(done)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/search?q=plaza"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//elsewhere.example/", "https://elsewhere.example/", "/\\elsewhere.example", "/sign-in/done"})
    void nobodyIsSentElsewhere(String to) {
        String done = signIn("vecina", "demo", to).statusCode(302).extract().header("Location");
        String host = done.substring(0, done.indexOf("/sign-in/done"));
        Signed.browser()
                .urlEncodingEnabled(false)
                .get(done)
                .then()
                .statusCode(303)
                .header("Location", equalTo(host + "/"));
    }

    @ParameterizedTest
    @CsvSource({
        "vecina, wrong",
        "vecina, ''",
        "vecina, DEMO",
        "Vecina, demo",
        "'', ''",
        "nobody, demo",
        "ejemplo-1, demo",
        "vecina' or '1'='1, demo",
    })
    void aWrongPasswordSignsNobodyIn(String username, String password) {
        signIn(username, password, "/processes")
                .statusCode(302)
                .header("Set-Cookie", nullValue())
                .header("Location", endsWith("/sign-in?wrong=true&to=%2Fprocesses"));
    }

    @ParameterizedTest
    @CsvSource({"es, no coinciden", "en, is wrong", "fr, est incorrect"})
    void aWrongPasswordIsSaidInTheReadersLanguage(String language, String words) {
        Signed.browser()
                .header("Accept-Language", language)
                .get("/sign-in?wrong=true&to=/processes")
                .then()
                .statusCode(200)
                .body(containsString(words));
    }

    @Test
    void aFormWithoutUsernameSignsNobodyIn() {
        Signed.browser()
                .formParam("other", "field")
                .post("/j_security_check")
                .then()
                .header("Set-Cookie", nullValue());
    }

    @Test
    void anAddressThatOnlyEndsLikeTheSignInIsUnknown() {
        Signed.browser()
                .formParam("j_username", "vecina")
                .formParam("j_password", "demo")
                .post("/api/v1/who/j_security_check")
                .then()
                .statusCode(404)
                .header("Set-Cookie", nullValue());
    }

    @Test
    void signInFromAnotherSiteIsRefused() {
        RestAssured.given()
                .header("Sec-Fetch-Site", "cross-site")
                .formParam("j_username", "vecina")
                .formParam("j_password", "demo")
                .post("/j_security_check")
                .then()
                .statusCode(403)
                .header("Set-Cookie", nullValue());
    }

    @Test
    void ownPagesSendNobodyToTheSignInPageAndBack() {
        Signed.browser()
                .get("/me?a=1")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/sign-in?to=%2Fme%3Fa%3D1"));
    }

    @Test
    void signingOutEndsTheSessionOfThisBrowser() {
        Signed.in("vecina").request().post("/sign-out").then().statusCode(303).cookie("ronda-session", is(""));
    }

    @Test
    void signingOutEverywhereEndsEverySessionAndNobodyElses() {
        Signed here = Signed.in("monitoreo");
        Signed there = Signed.in("monitoreo");
        Signed other = Signed.in("vecino");
        here.request().post("/sign-out/everywhere").then().statusCode(303);
        here.request().get("/who").then().body(is("nobody"));
        there.request().get("/who").then().body(is("nobody"));
        there.request().get("/me").then().statusCode(303);
        other.request().get("/who").then().body(is(Persona.SECOND_RESIDENT.publicName()));
        Signed.in("monitoreo").request().get("/who").then().body(is(Persona.MONITORING_BODY.publicName()));
    }

    @Test
    void pagesForSomebodyAreNotStored() {
        Signed.in("vecina").request().get("/").then().header("Cache-Control", "no-store");
        Signed.in("vecina").request().get("/api/v1/who").then().header("Cache-Control", "no-store");
        Signed.browser().get("/").then().header("Cache-Control", "no-cache");
    }

    private static ValidatableResponse signIn(String username, String password, String to) {
        return Signed.browser()
                .formParam("j_username", username)
                .formParam("j_password", password)
                .queryParam("to", to)
                .post("/j_security_check")
                .then();
    }
}
