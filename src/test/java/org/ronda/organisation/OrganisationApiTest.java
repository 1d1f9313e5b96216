package org.ronda.organisation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.identity.Newcomer;
import org.ronda.identity.Participant;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Posting;

/** An organisation from its application to its end, by JSON alone. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OrganisationApiTest {
    private static final String ALL = "/api/v1/organisations";
    private static final String MINE = "/api/v1/me/mandates";

    private Newcomer holder;
    private Newcomer somebody;
    private String name;

    @BeforeEach
    void comeIn() {
        FreshLimits.forEverybody();
        holder = Newcomer.admitted();
        somebody = Newcomer.admitted();
        name = "Biblioteca " + UUID.randomUUID();
    }

    @AfterEach
    void noMail() {
        Posting.nothing();
    }

    private static RequestSpecification administrator() {
        return Signed.browser()
                .auth()
                .preemptive()
                .basic("administracion", "demo")
                .contentType(ContentType.JSON);
    }

    private static ValidatableResponse post(Newcomer by, String address, Map<String, ?> body) {
        return by.request()
                .contentType(ContentType.JSON)
                .body(body)
                .post(address)
                .then();
    }

    private static ValidatableResponse decide(String code, Map<String, ?> body) {
        return administrator()
                .body(body)
                .post("/api/v1/applications/" + code + "/verdict")
                .then();
    }

    private String applied() {
        return post(
                        holder,
                        ALL,
                        Map.of(
                                "name", name,
                                "statement", "Prestamos libros.",
                                "themes", List.of("Lectura", "Barrio"),
                                "contact", "libros@ejemplo.example",
                                "title", "presidenta"))
                .statusCode(201)
                .extract()
                .path("code");
    }

    private String accepted() {
        String code = applied();
        decide(code, Map.of("verdict", "accept", "reason", "Se sabe quiénes son."))
                .statusCode(200);
        return code;
    }

    private static String shown(String code) {
        return Signed.browser()
                .get("/organisations/" + code)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private String offered(Newcomer by, String code, Newcomer to) {
        return post(by, ALL + "/" + code + "/people", Map.of("who", to.code(), "title", "vocal"))
                .statusCode(201)
                .extract()
                .path("code");
    }

    private static void accept(Newcomer who, String mandate) {
        post(who, MINE + "/" + mandate + "/acceptance", Map.of()).statusCode(204);
    }

    @Test
    void anApplicationIsMadeReadAndDecidedOnce() {
        Signed.browser()
                .contentType(ContentType.JSON)
                .body("{}")
                .post(ALL)
                .then()
                .statusCode(401);
        post(holder, ALL, Map.of())
                .statusCode(422)
                .body("errors.field", hasItems("name", "statement", "contact", "title"));
        String code = applied();
        Signed.browser().get(ALL + "/" + code).then().statusCode(404);
        holder.request().get(MINE).then().body("applications.code", hasItem(code));
        String waiting = "/api/v1/applications";
        holder.request().get(waiting).then().statusCode(404);
        holder.request().get(waiting + "/" + code).then().statusCode(404);
        Signed.browser().get(waiting).then().statusCode(401);
        administrator().get(waiting + "?limit=1").then().statusCode(200).body("items.size()", equalTo(1));
        administrator()
                .get(waiting + "/" + code)
                .then()
                .statusCode(200)
                .body("state", equalTo("APPLIED"))
                .body("themes", equalTo(List.of("Lectura", "Barrio")))
                .body("applicant", equalTo(holder.code()));
        post(holder, waiting + "/" + code + "/verdict", Map.of("verdict", "accept", "reason", "Sí."))
                .statusCode(404);
        decide(code, Map.of("verdict", "perhaps")).statusCode(422).body("errors.field", hasItems("verdict", "reason"));
        decide(code, Map.of("verdict", "accept", "reason", "Se sabe quiénes son."))
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("reason", equalTo("Se sabe quiénes son."));
        decide(code, Map.of("verdict", "refuse", "reason", "Mejor no.")).statusCode(409);
        assertTrue(shown(code).contains(name));
        post(somebody, ALL, Map.of("name", name, "statement", "Otra vez.", "contact", "acá", "title", "vocal"))
                .statusCode(422)
                .body("errors.field", hasItem("name"));
        String other = post(
                        somebody,
                        ALL,
                        Map.of("name", name + " bis", "statement", "Otra.", "contact", "acá", "title", "vocal"))
                .statusCode(201)
                .extract()
                .path("code");
        decide(other, Map.of("verdict", "refuse", "reason", "Ya existe.")).body("state", equalTo("REFUSED"));
        somebody.request().get(MINE).then().body("applications.reason", hasItem("Ya existe."));
    }

    @Test
    void whatItSaysOfItselfIsCorrectedByWhoHoldsItAndSawIt() {
        String code = accepted();
        String address = ALL + "/" + code;
        Map<String, Object> words = new HashMap<>(Map.of(
                "statement", "Prestamos libros y contamos cuentos.",
                "themes", List.of("Lectura"),
                "contact", "libros@ejemplo.example",
                "legal", "REGISTERED",
                "twoPerson", true));
        String tag = Signed.browser().get(address).header("ETag");
        RequestSpecification plain =
                holder.request().contentType(ContentType.JSON).body(words);
        plain.put(address).then().statusCode(428);
        somebody.request()
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(words)
                .put(address)
                .then()
                .statusCode(404);
        put(address, tag, Map.of("statement", " ", "contact", "acá"))
                .statusCode(422)
                .body("errors.field", hasItem("statement"));
        put(address, tag, Map.of("statement", "Así.", "contact", "acá", "legal", "LIMITED"))
                .statusCode(422)
                .body("errors.field", hasItem("legal"));
        String next = put(address, tag, words)
                .statusCode(200)
                .body("twoPerson", equalTo(true))
                .body("legal", equalTo("REGISTERED"))
                .extract()
                .header("ETag");
        assertTrue(shown(code).contains("contamos cuentos"));
        put(address, tag, words).statusCode(409);
        words.remove("twoPerson");
        words.put("statement", "Solo prestamos.");
        put(address, next, words).statusCode(200).body("twoPerson", equalTo(true));
        post(holder, address + "/interests", Map.of()).statusCode(422).body("errors.field", hasItem("text"));
        post(somebody, address + "/interests", Map.of("text", "Nada.")).statusCode(404);
        post(holder, address + "/interests", Map.of("text", "Nos presta el local una imprenta."))
                .statusCode(200)
                .body("interests.text", hasItem("Nos presta el local una imprenta."));
        assertTrue(shown(code).contains("Nos presta el local una imprenta."));
    }

    private ValidatableResponse put(String address, String tag, Map<String, ?> words) {
        return holder.request()
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(words)
                .put(address)
                .then();
    }

    @Test
    void mandatesAreOfferedAcceptedWidenedRevokedAndLeft() {
        String code = accepted();
        String people = ALL + "/" + code + "/people";
        somebody.request().get(people).then().statusCode(404);
        post(somebody, people, Map.of("who", somebody.code(), "title", "yo")).statusCode(404);
        post(holder, people, Map.of("who", "nadie de acá", "title", "vocal"))
                .statusCode(422)
                .body("errors.field", hasItem("who"));
        post(holder, people, Map.of("who", somebody.code(), "title", "vocal", "about", "process:nada"))
                .statusCode(422)
                .body("errors.field", hasItem("about"));
        String limited = post(
                        holder,
                        people,
                        Map.of("who", somebody.code(), "title", "vocal", "about", "process:tu-distrito"))
                .statusCode(201)
                .extract()
                .path("code");
        holder.request()
                .get(people)
                .then()
                .statusCode(200)
                .body("items.code", hasItem(limited))
                .body("items.find { it.code == '" + limited + "' }.inForce", equalTo(false))
                .body("items.find { it.code == '" + limited + "' }.participant", equalTo(somebody.code()));
        post(holder, MINE + "/" + limited + "/acceptance", Map.of()).statusCode(404);
        Signed.browser().post(MINE + "/" + limited + "/acceptance").then().statusCode(401);
        accept(somebody, limited);
        post(somebody, MINE + "/" + limited + "/acceptance", Map.of()).statusCode(409);
        somebody.request().get(MINE).then().body("items[0].inForce", equalTo(true));
        assertTrue(somebody.get("/me/mandates").text().contains(name));
        assertTrue(shown(code).contains(somebody.name()));
        post(holder, people + "/" + limited + "/holder", Map.of()).statusCode(409);
        post(holder, people + "/" + limited + "/revocation", Map.of()).statusCode(204);
        post(holder, people + "/" + limited + "/revocation", Map.of()).statusCode(409);
        assertFalse(shown(code).contains(somebody.name()));
        String declined = offered(holder, code, somebody);
        post(somebody, MINE + "/" + declined + "/refusal", Map.of()).statusCode(204);
        String whole = offered(holder, code, somebody);
        accept(somebody, whole);
        holder.request().get(MINE).then().body("items[0].holder", equalTo(true));
        String own = holder.request().get(MINE).path("items[0].code");
        post(holder, MINE + "/" + own + "/end", Map.of()).statusCode(409);
        post(holder, people + "/" + whole + "/holder", Map.of()).statusCode(204);
        post(holder, people + "/" + whole + "/holder", Map.of()).statusCode(409);
        post(holder, MINE + "/" + own + "/end", Map.of()).statusCode(204);
        holder.request().get(people).then().statusCode(404);
        somebody.request().get(people).then().statusCode(200).body("items.size()", equalTo(1));
    }

    @Test
    void aMandateIsOfferedByMailAndTheAnswerSaysNothingOfTheAddress() {
        String people = ALL + "/" + accepted() + "/people";
        String mandate = post(
                        holder, people, Map.of("who", "libros." + UUID.randomUUID() + "@example.org", "title", "vocal"))
                .statusCode(201)
                .extract()
                .path("code");
        holder.request()
                .get(people)
                .then()
                .body("items.find { it.code == '" + mandate + "' }.participant", equalTo(null));
        post(holder, people + "/" + mandate + "/mail", Map.of()).statusCode(409);
        post(somebody, people + "/" + mandate + "/mail", Map.of()).statusCode(404);
        post(holder, people + "/" + mandate + "/revocation", Map.of()).statusCode(204);
    }

    @Test
    void itEndsWithAReasonInAnotherOne() {
        String code = accepted();
        String end = ALL + "/" + code + "/end";
        post(somebody, end, Map.of("reason", "Porque sí.")).statusCode(404);
        post(holder, end, Map.of()).statusCode(422).body("errors.field", hasItem("reason"));
        post(holder, end, Map.of("reason", "Nos unimos.", "successor", code))
                .statusCode(422)
                .body("errors.field", hasItem("successor"));
        for (int times = 0; times < 2; times++) {
            holder.request()
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", name)
                    .body(Map.of("reason", "Cerramos la biblioteca."))
                    .post(end)
                    .then()
                    .statusCode(200)
                    .body("endedAt", notNullValue())
                    .body("people.size()", equalTo(0));
        }
        post(holder, end, Map.of("reason", "Otra vez.")).statusCode(404);
        assertTrue(shown(code).contains("Cerramos la biblioteca."));
    }

    @Test
    void thePlatformNamesSomebodyWhereNobodyHoldsItAnyMore() {
        String code = accepted();
        String rescue = ALL + "/" + code + "/rescue";
        Map<String, String> words =
                Map.of("who", somebody.code(), "title", "a cargo", "reason", "Su titular cerró la cuenta.");
        post(somebody, rescue, words).statusCode(404);
        administrator().body(words).post(rescue).then().statusCode(409);
        QuarkusTransaction.requiringNew()
                .run(() -> Participant.<Participant>findById(holder.id()).disable(Instant.now()));
        administrator().get("/api/v1/applications").then().body("orphaned.code", hasItem(code));
        administrator()
                .body("{}")
                .post(rescue)
                .then()
                .statusCode(422)
                .body("errors.field", hasItems("who", "title", "reason"));
        administrator().body(words).post(rescue).then().statusCode(204);
        String mandate = somebody.request().get(MINE).path("items[0].code");
        accept(somebody, mandate);
        administrator().get("/api/v1/applications").then().body("orphaned.code", not(hasItem(code)));
        assertEquals(true, somebody.request().get(MINE).then().extract().<Boolean>path("items[0].holder"));
    }
}
