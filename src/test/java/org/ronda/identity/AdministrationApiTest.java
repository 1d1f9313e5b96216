package org.ronda.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.kernel.FreshLimits;

/** What the platform's administrator does about offices and people, by JSON alone. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AdministrationApiTest {
    private static final String ALL = "/api/v1/offices";
    private static final String PEOPLE = "/api/v1/administration/people";

    @Inject
    OfficeReading offices;

    private Newcomer somebody;
    private LocalDate today;

    @BeforeEach
    void comeIn() {
        FreshLimits.forEverybody();
        somebody = Newcomer.admitted();
        today = offices.today();
    }

    private static RequestSpecification administrator() {
        return Signed.browser()
                .auth()
                .preemptive()
                .basic("administracion", "demo")
                .contentType(ContentType.JSON);
    }

    private static ValidatableResponse post(String address, Map<String, ?> body) {
        return administrator().body(body).post(address).then();
    }

    private Map<String, String> words(String name) {
        return new HashMap<>(Map.of(
                "nameEs",
                name,
                "nameEn",
                name + " (en)",
                "nameFr",
                name + " (fr)",
                "kind",
                "DIRECTORATE",
                "from",
                today.minusDays(100).toString(),
                "contact",
                "area@ejemplo.example"));
    }

    private String created(String name) {
        return post(ALL, words(name)).statusCode(201).extract().path("code");
    }

    private static String page(String code) {
        return Signed.browser()
                .get("/offices/" + code)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void anOfficeIsBegunPutRightRenamedAndEnded() {
        String name = "Áreas verdes " + UUID.randomUUID();
        Signed.browser()
                .contentType(ContentType.JSON)
                .body(words(name))
                .post(ALL)
                .then()
                .statusCode(401);
        somebody.request()
                .contentType(ContentType.JSON)
                .body(words(name))
                .post(ALL)
                .then()
                .statusCode(404);
        post(ALL, Map.of("contact", "nada")).statusCode(422).body("errors.field", hasItems("from", "contact"));
        String code = created(name);
        String address = ALL + "/" + code;
        assertTrue(page(code).contains(name));
        Map<String, String> better = words(name + " y plazas");
        administrator().body(better).put(address).then().statusCode(428);
        String tag = administrator().get(address).header("ETag");
        better.put("kind", "NOTHING");
        put(address, tag, better).statusCode(422).body("errors.field", hasItem("kind"));
        better.put("kind", "DIRECTORATE");
        put(address, tag, better).statusCode(200).body("name.es", equalTo(name + " y plazas"));
        put(address, tag, better).statusCode(409);
        assertTrue(page(code).contains(name + " y plazas"));
        post(address + "/name", Map.of("nameEs", "Otra")).statusCode(422).body("errors.field", hasItem("until"));
        Map<String, String> renaming = new HashMap<>(Map.of(
                "nameEs", name + " nueva",
                "nameEn", name + " new",
                "nameFr", name + " nouvelle",
                "until", today.toString()));
        String next = post(address + "/name", renaming)
                .statusCode(201)
                .body("predecessors", hasItem(code))
                .extract()
                .path("code");
        post(address + "/name", renaming).statusCode(409);
        administrator().get(address).then().body("successor", equalTo(next));
        String end = ALL + "/" + next + "/end";
        post(end, Map.of("until", "ayer")).statusCode(422).body("errors.field", hasItem("until"));
        post(end, Map.of("until", today.plusDays(1).toString()))
                .statusCode(200)
                .body("validTo", equalTo(today.plusDays(1).toString()));
        post(end, Map.of("until", today.plusDays(1).toString())).statusCode(409);
        post(ALL + "/O-NOTHING1/end", Map.of("until", today.toString())).statusCode(404);
    }

    private static ValidatableResponse put(String address, String tag, Map<String, ?> words) {
        return administrator().header("If-Match", tag).body(words).put(address).then();
    }

    @Test
    void whoRespondsForAnOfficeIsNamedAndEnded() {
        String code = created("Luminarias " + UUID.randomUUID());
        String responders = ALL + "/" + code + "/responders";
        somebody.request().get(responders).then().statusCode(404);
        post(responders, Map.of("title", "directora")).statusCode(422).body("errors.field", hasItem("who"));
        post(responders, Map.of("who", "nadie de acá", "title", "directora"))
                .statusCode(422)
                .body("errors.field", hasItem("who"));
        int id = post(responders, Map.of("who", somebody.code(), "title", "directora"))
                .statusCode(201)
                .extract()
                .path("id");
        post(responders, Map.of("who", somebody.code(), "title", "directora"))
                .statusCode(422)
                .body("errors.field", hasItem("who"));
        administrator()
                .get(responders)
                .then()
                .statusCode(200)
                .body("items.participant", hasItem(somebody.code()))
                .body("items.id", hasItem(id));
        assertTrue(page(code).contains(somebody.name()));
        assertEquals(
                200, somebody.request().get("/offices/" + code + "/questions").statusCode());
        post(responders + "/no/end", Map.of()).statusCode(404);
        post(responders + "/" + id + "/end", Map.of()).statusCode(204);
        post(responders + "/" + id + "/end", Map.of()).statusCode(409);
        assertFalse(page(code).contains(somebody.name()));
        administrator().get(responders).then().body("items.id", not(hasItem(id)));
    }

    @Test
    void anAccountIsLookedUpClosedAndOpened() {
        String person = PEOPLE + "/" + somebody.code();
        Signed.browser().get(PEOPLE).then().statusCode(401);
        somebody.request().get(PEOPLE).then().statusCode(404);
        somebody.request().put(person + "/disabled").then().statusCode(404);
        administrator().get(PEOPLE).then().statusCode(200).body("items.size()", equalTo(0));
        administrator().get(PEOPLE + "?q=" + somebody.code()).then().body("items.name", hasItem(somebody.name()));
        administrator().get(PEOPLE + "/U-NOTHING1").then().statusCode(404);
        administrator().put(person + "/disabled").then().statusCode(204);
        administrator().get(person).then().body("disabled", equalTo(true)).body("roles.size()", equalTo(0));
        somebody.request().get("/api/v1/me/mandates").then().statusCode(401);
        administrator().delete(person + "/disabled").then().statusCode(204);
        administrator().get(person).then().body("disabled", equalTo(false));
        administrator().put(PEOPLE + "/" + own() + "/disabled").then().statusCode(403);
        // there are no accounts that roles are kept with in a demonstration
        administrator().put(person + "/roles/administrator").then().statusCode(404);
        administrator().delete(person + "/roles/administrator").then().statusCode(404);
        post(PEOPLE, Map.of("email", "nadie")).statusCode(422).body("errors.field", hasItems("email", "publicName"));
        post(PEOPLE, Map.of("email", "alguien@example.org", "publicName", "Alguien"))
                .statusCode(404);
    }

    private static String own() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        Participant.bySubject("administracion").orElseThrow().code());
    }
}
