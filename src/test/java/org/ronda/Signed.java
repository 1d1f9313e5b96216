package org.ronda;

import io.restassured.RestAssured;
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

    /** Requests that say, as a browser does, that they come from our own pages. */
    public static RequestSpecification given() {
        return RestAssured.given().header("Sec-Fetch-Site", "same-origin");
    }

    /** Requests of nobody, that show where they are sent. */
    public static RequestSpecification browser() {
        return given().redirects().follow(false);
    }

    public RequestSpecification request() {
        return browser().cookie("ronda-session", cookie);
    }

    /** The value of the session's cookie, for requests that are made otherwise. */
    public String session() {
        return cookie;
    }

    public Document get(String path) {
        return Jsoup.parse(request().get(path).then().statusCode(200).extract().asString());
    }

    /** The nonce that a page's form carries. */
    public String nonce(String path) {
        return get(path).select("input[name=nonce]").val();
    }
}
