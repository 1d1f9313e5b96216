package org.ronda;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A visitor of the pages, as a browser: its own requests only, no redirect followed. */
public final class Signed {
    private final String cookie;

    private Signed(String cookie) {
        this.cookie = cookie;
    }

    public static Signed in(String username) {
        return new Signed(browser()
                .formParam("j_username", username)
                .formParam("j_password", "demo")
                .post("/j_security_check")
                .then()
                .statusCode(302)
                .extract()
                .cookie("ronda-session"));
    }

    /** Requests of nobody. */
    public static RequestSpecification browser() {
        return given().header("Sec-Fetch-Site", "same-origin").redirects().follow(false);
    }

    public RequestSpecification request() {
        return browser().cookie("ronda-session", cookie);
    }

    public Document get(String path) {
        return Jsoup.parse(request().get(path).then().statusCode(200).extract().asString());
    }

    /** The nonce that a page's form carries. */
    public String nonce(String path) {
        return get(path).select("input[name=nonce]").val();
    }
}
