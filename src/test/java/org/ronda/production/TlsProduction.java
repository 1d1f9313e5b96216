package org.ronda.production;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Behind a proxy that ends TLS all is as if the nodes ended it; without one nobody makes a node believe that. */
class TlsProduction {
    private static final String YEAR = "max-age=31536000";

    private static Production production;

    @BeforeAll
    static void start() {
        production = Production.behindTls();
    }

    @AfterAll
    static void stop() {
        production.stop();
        production.server().stop();
    }

    private static RequestSpecification asked() {
        return RestAssured.given().relaxedHTTPSValidation();
    }

    @Test
    void whoSignsInStaysOnTlsAndEveryCookieIsSecure() {
        production.keycloak().account("tula@example.org", Production.PASSWORD, "Tula Segura");
        Device device = new Device(Proxy.trusting());
        Device.Page back = device.signIn(
                production.address(), "tula@example.org", Production.PASSWORD, "/processes?archived=true");
        assertEquals(
                production.address() + "/processes?archived=true",
                back.address().toString());
        assertTrue(back.shows("Tula Segura"), back.text());
        Device.Page left = device.submit(device.get(production.address() + "/"), "form[action=/sign-out]", Map.of());
        assertEquals(production.address() + "/", left.address().toString());
        assertFalse(left.shows("Tula Segura"));

        String ours = URI.create(production.address()).getAuthority();
        int cookies = 0;
        for (HttpResponse<String> answer : device.answers()) {
            if (!answer.uri().getAuthority().equals(ours)) {
                continue;
            }
            assertEquals("https", answer.uri().getScheme());
            assertEquals(List.of(YEAR), answer.headers().allValues("Strict-Transport-Security"), answer.uri() + "");
            answer.headers().firstValue("Location").ifPresent(to -> assertFalse(to.startsWith("http://localhost"), to));
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                // what takes a cookie away carries nothing
                if (!cookie.contains("Max-Age=0")) {
                    assertTrue(cookie.toLowerCase(Locale.ROOT).contains("secure"), cookie);
                    cookies++;
                }
            }
        }
        assertTrue(cookies >= 2, "what was asked for, and the session: " + cookies);
    }

    @Test
    void whereverAWholeAddressStandsItIsThePublicOne() {
        asked().get(production.address() + "/sitemap.xml")
                .then()
                .statusCode(200)
                .body(containsString("<loc>" + production.address() + "/processes</loc>"))
                .body(not(containsString("http://localhost")));
        asked().get(production.address() + "/robots.txt")
                .then()
                .body(containsString("Sitemap: " + production.address() + "/sitemap.xml"));
    }

    @Test
    void aProxySaysItselfWhereARequestComesFrom() {
        asked().header("X-Forwarded-Proto", "http")
                .get(production.address() + "/help")
                .then()
                .statusCode(200)
                .header("Strict-Transport-Security", equalTo(YEAR));
    }

    @Test
    void aNodeWithoutAProxyBelievesNobodyThatThereIsOne() {
        String node = Production.running().node(0);
        Map<String, String> lies = Map.of(
                "X-Forwarded-Proto", "https",
                "X-Forwarded-Host", "evil.example",
                "X-Forwarded-For", "192.0.2.1",
                "Forwarded", "for=192.0.2.1;proto=https;host=evil.example");
        RestAssured.given()
                .headers(lies)
                .get(node + "/help")
                .then()
                .statusCode(200)
                .header("Strict-Transport-Security", nullValue())
                .body(not(containsString("evil.example")));
        RestAssured.given()
                .headers(lies)
                .redirects()
                .follow(false)
                .get(node + "/sign-in/start?to=/")
                .then()
                .statusCode(302)
                .header("Location", startsWith(Production.running().keycloak().realm()))
                .header("Location", containsString("redirect_uri=" + Device.encoded(node + "/sign-in/start")));
    }
}
