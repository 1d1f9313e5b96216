package org.ronda.notification;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Race;
import org.ronda.Signed;
import org.ronda.Statements;
import org.ronda.TestDatabase;
import org.ronda.kernel.Forms;
import org.ronda.kernel.FreshLimits;
import org.ronda.ledger.Ledger;

/** What is new for whom, and what is never told. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ForYouTest {
    private static final String PROCESS = "/api/v1/processes/tu-distrito";

    @Inject
    Ledger ledger;

    @Inject
    Noting noting;

    @Inject
    EntityManager entityManager;

    private String phase;

    @BeforeEach
    void everythingRead() {
        FreshLimits.forEverybody();
        sql("delete from follow");
        // as many proposals as the tests need
        sql("update voter_phase set used = 0");
        phase = Signed.given().get(PROCESS + "/phases").path("items.find { it.kind == 'PROPOSALS' }.code");
        for (String who : List.of("vecina", "vecino", "organizacion", "monitoreo", "moderacion")) {
            read(who);
        }
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager.createNativeQuery(statement).executeUpdate());
    }

    private static RequestSpecification as(String who) {
        return Signed.given().auth().preemptive().basic(who, "demo").contentType("application/json");
    }

    private void note() {
        ledger.drain();
        noting.drain();
    }

    private void read(String who) {
        note();
        int position = as(who).get("/api/v1/me/for-you").path("position");
        as(who).body(Map.of("position", position))
                .post("/api/v1/me/for-you/read")
                .then()
                .statusCode(204);
    }

    private String propose(String who, String title) {
        return as(who).body(Map.of(
                        "process", "tu-distrito",
                        "phase", phase,
                        "title", title,
                        "problem", "No hay sombra.",
                        "solution", "Plantar árboles."))
                .post("/api/v1/proposals")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    private static String say(String who, String address, Map<String, String> words) {
        return as(who).body(words)
                .post("/api/v1" + address + "/comments")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    private ValidatableResponse news(String who) {
        note();
        return as(who).get("/api/v1/me/for-you?limit=100").then().statusCode(200);
    }

    private static String told(String address) {
        return "items.find { it.address == '" + address + "' }.told";
    }

    private static String header(Document page) {
        return page.select("header.top a[href=/me/for-you] .count").text();
    }

    @Test
    void whatHappensToMyWordsIsOneLineForEachSubject() {
        String proposal = "/proposals/" + propose("organizacion", "Sombra en las paradas");
        assertEquals("", header(Signed.in("organizacion").get("/processes")));
        String comment = say("vecina", proposal, Map.of("body", "Muy buena idea"));
        say("monitoreo", proposal, Map.of("body", "De acuerdo", "parent", comment));
        say("organizacion", proposal, Map.of("body", "¡Gracias!", "parent", comment));
        as("vecina")
                .body(Map.of("meaning", 1))
                .put("/api/v1" + proposal + "/support")
                .then()
                .statusCode(200);
        news("organizacion")
                .body(told(proposal) + ".find { it.what == 'commented' }.times", equalTo(2))
                .body(told(proposal) + ".find { it.what == 'supported' }.times", equalTo(1))
                .body(told(proposal) + "[0].what", equalTo("supported"));
        news("vecina").body(told("/comments/" + comment) + ".find { it.what == 'answered' }.times", equalTo(2));
        Document page = Signed.in("organizacion").get("/me/for-you");
        assertEquals("1", header(page));
        assertTrue(page.text().contains("1 apoyo · 2 comentarios"), page.text());
        assertFalse(page.select("main").text().contains("Vera"), page.text());
        Signed.in("organizacion")
                .request()
                .formParam("position", page.select("input[name=position]").val())
                .post("/me/for-you/read")
                .then()
                .statusCode(303);
        assertEquals("", header(Signed.in("organizacion").get("/me/for-you")));
        news("organizacion").body("items.address", not(hasItem(proposal)));
    }

    @Test
    void aSupportThatIsTakenBackIsNoNewsAndSupportersAreNotToldOfOthers() {
        String proposal = "/proposals/" + propose("organizacion", "Bancos en la vereda norte");
        as("vecina")
                .body(Map.of("meaning", 1))
                .put("/api/v1" + proposal + "/support")
                .then()
                .statusCode(200);
        as("vecino")
                .body(Map.of("meaning", 1))
                .put("/api/v1" + proposal + "/support")
                .then()
                .statusCode(200);
        news("vecina").body("items.address", not(hasItem(proposal)));
        note();
        as("vecina").delete("/api/v1" + proposal + "/support").then().statusCode(200);
        as("vecino").delete("/api/v1" + proposal + "/support").then().statusCode(200);
        news("organizacion").body("items.address", not(hasItem(proposal)));
    }

    @Test
    void whoseContributionIsPutIntoAGroupIsTold() {
        String proposal = propose("organizacion", "Fuentes de agua para tomar");
        String comment = say("vecina", "/proposals/" + proposal, Map.of("body", "Y bajitas, para los chicos"));
        String group = as("moderacion")
                .body(Map.of(
                        "title",
                        "Agua",
                        "synthesis",
                        "Agua para tomar.",
                        "language",
                        "es",
                        "codes",
                        List.of(proposal, comment)))
                .post(PROCESS + "/groups")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
        news("organizacion").body(told("/proposals/" + proposal) + ".what", hasItem("grouped"));
        news("vecina").body(told("/comments/" + comment) + ".what", hasItem("grouped"));
        as("vecina")
                .post("/api/v1/groups/" + group + "/members/" + comment + "/departure")
                .then()
                .statusCode(200);
        news("vecina").body(told("/comments/" + comment) + ".what", not(hasItem("ungrouped")));
        as("moderacion")
                .body(Map.of("reason", "Para probar"))
                .post("/api/v1/groups/" + group + "/dissolution")
                .then()
                .statusCode(200);
        news("organizacion").body(told("/proposals/" + proposal) + ".what", hasItem("ungrouped"));
    }

    @Test
    void whoFollowsAProcessIsToldOfItAndWhoUnfollowsIsNot() {
        as("monitoreo").put("/api/v1/follows/process/tu-distrito").then().statusCode(204);
        String proposal = propose("organizacion", "Canastos en la costanera");
        say("vecina", "/processes/tu-distrito", Map.of("body", "Sobre el proceso"));
        news("monitoreo")
                .body(told("/processes/tu-distrito") + ".find { it.what == 'proposed' }.times", equalTo(1))
                .body(told("/processes/tu-distrito") + ".find { it.what == 'commented' }.times", equalTo(1));
        assertEquals("1", header(Signed.in("monitoreo").get("/processes")));
        as("organizacion")
                .post("/api/v1/proposals/" + proposal + "/withdrawal")
                .then()
                .statusCode(200);
        news("monitoreo").body(told("/processes/tu-distrito") + ".find { it.what == 'proposed' }", equalTo(null));
        as("monitoreo").delete("/api/v1/follows/process/tu-distrito").then().statusCode(204);
        news("monitoreo").body("items.address", not(hasItem("/processes/tu-distrito")));
        assertEquals("", header(Signed.in("monitoreo").get("/processes")));
    }

    @Test
    void whatIsHiddenVanishesAndItsAuthorIsToldAndNobodyOfTheReport() {
        as("monitoreo").put("/api/v1/follows/process/tu-distrito").then().statusCode(204);
        String comment = say("vecino", "/processes/tu-distrito", Map.of("body", "Un insulto"));
        as("vecina")
                .body(Map.of("rule", "respect", "reason", "Insulta"))
                .post("/api/v1/contributions/" + comment + "/reports")
                .then()
                .statusCode(201);
        news("vecino").body("items.address", not(hasItem("/comments/" + comment)));
        assertTrue(Signed.in("moderacion")
                .get("/me/for-you")
                .select("main a[href='/desk/tu-distrito?queue=reports']")
                .hasText());
        int version =
                as("moderacion").get("/api/v1/desk/tu-distrito/" + comment).path("version");
        as("moderacion")
                .body(Map.of(
                        "contribution", comment,
                        "act", "hide",
                        "rule", "respect",
                        "reason", "Es un insulto",
                        "version", String.valueOf(version)))
                .post("/api/v1/decisions")
                .then()
                .statusCode(201);
        news("vecino").body(told("/comments/" + comment) + ".what", equalTo(List.of("hidden")));
        news("monitoreo").body("items.address", not(hasItem("/processes/tu-distrito")));
    }

    @Test
    void itIsReadByKeyAndMarkedOnce() {
        for (int i = 0; i < 3; i++) {
            String proposal = "/proposals/" + propose("organizacion", "Propuesta por páginas " + Forms.nonce());
            say("vecina", proposal, Map.of("body", "Número " + i));
        }
        note();
        String next = as("organizacion").get("/api/v1/me/for-you?limit=2").path("next");
        as("organizacion")
                .get("/api/v1/me/for-you?limit=2&cursor=" + next)
                .then()
                .body("items.size()", equalTo(1))
                .body("next", equalTo(null));
        as("organizacion")
                .body(Map.of("position", Long.MAX_VALUE))
                .post("/api/v1/me/for-you/read")
                .then()
                .statusCode(204);
        String later = "/proposals/" + propose("organizacion", "Después de leer todo");
        say("vecina", later, Map.of("body", "Esto es nuevo"));
        news("organizacion").body("items.address", equalTo(List.of(later)));
    }

    @Test
    void twoNodesNoteEachEventOnce() {
        String proposal = "/proposals/" + propose("organizacion", "Dos que leen el registro");
        for (int i = 0; i < 5; i++) {
            say("vecina", proposal, Map.of("body", "Comentario " + i));
        }
        ledger.drain();
        Race.of(4, runner -> () -> {
            noting.drain();
            return null;
        });
        news("organizacion").body(told(proposal) + ".find { it.what == 'commented' }.times", equalTo(5));
    }

    @Test
    void theHeaderCostsOneStatementAndThePageAFixedNumber() {
        Signed olga = Signed.in("organizacion");
        olga.get("/processes");
        List<String> header = Statements.during(() -> olga.get("/receipts"));
        assertEquals(
                1, header.stream().filter(sql -> sql.contains("from notice")).count(), String.join("\n", header));
        String proposal = "/proposals/" + propose("organizacion", "Una para contar");
        say("vecina", proposal, Map.of("body", "Uno"));
        note();
        olga.get("/me/for-you");
        int few = Statements.during(() -> olga.get("/me/for-you")).size();
        for (int i = 0; i < 4; i++) {
            say("vecina", "/proposals/" + propose("organizacion", "Otra para contar " + i), Map.of("body", "Uno"));
        }
        note();
        int many = Statements.during(() -> olga.get("/me/for-you")).size();
        assertEquals(few, many);
        // four of them because she sits on a board: for which offices and boards she answers, what they decide, what
        // waits
        assertTrue(many <= 20, many + " statements");
    }
}
