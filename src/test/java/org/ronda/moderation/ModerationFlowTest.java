package org.ronda.moderation;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.contribution.Contribution;
import org.ronda.identity.Participant;
import org.ronda.kernel.Forms;
import org.ronda.ledger.Counters;
import org.ronda.ledger.Ledger;

/** Reports, decisions, marks, second looks and blocks, through the pages. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ModerationFlowTest {
    private static final String DESK = "/desk/tu-distrito";

    @Inject
    Ledger ledger;

    @Inject
    Counters counters;

    private static String proposal() {
        return Signed.given()
                .get("/api/v1/proposals?process=tu-distrito&order=newest&limit=40&phase="
                        + Signed.given()
                                .get("/api/v1/processes/tu-distrito/phases")
                                .<String>path("items[0].code"))
                .path("items[31].code");
    }

    private static String say(String username, String body) {
        Response answer = Signed.in(username)
                .request()
                .formParam("nonce", Forms.nonce())
                .formParam("on", "proposal:" + proposal())
                .formParam("body", body)
                .post("/comments");
        assertEquals(303, answer.statusCode(), answer.asString());
        return answer.header("Location").replaceFirst(".*/comments/", "").replaceFirst("\\?.*", "");
    }

    private static Response report(String username, String code, String rule, String reason) {
        return Signed.in(username)
                .request()
                .formParam("nonce", Forms.nonce())
                .formParam("rule", rule)
                .formParam("reason", reason)
                .post("/report/" + code);
    }

    private Response decide(String username, String code, String act, String rule, String words, String reason) {
        return Signed.in(username)
                .request()
                .formParam("nonce", Forms.nonce())
                .formParam("contribution", code)
                .formParam("version", found(code).version())
                .formParam("act", act)
                .formParam("rule", rule)
                .formParam("words", words)
                .formParam("reason", reason)
                .post(DESK + "/decisions?queue=reports");
    }

    private static String decided(Response answer) {
        assertEquals(303, answer.statusCode(), answer.asString());
        return answer.header("Location").replaceFirst(".*done=", "");
    }

    private Contribution found(String code) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Contribution.<Contribution>find("code", code).firstResult());
    }

    private static Document thread() {
        return Jsoup.parse(Signed.browser()
                .get("/comments?on=proposal:" + proposal() + "&order=newest")
                .asString());
    }

    private int comments() {
        ledger.drain();
        Contribution on = found(proposal());
        return counters.of(on.scope(), on.meaning(), null).comments();
    }

    @Test
    void whatIsReportedIsHiddenWithARuleAndAMarkAndComesBackAfterASecondLook() {
        String code = say("vecino", "Esto lo escribió un **payaso**");
        int before = comments();
        assertEquals(303, report("vecina", code, "respect", "Insulta").statusCode());
        assertTrue(Signed.in("moderacion")
                .get(DESK + "?queue=reports&at=" + code)
                .text()
                .contains("Insulta"));
        String decision = decided(decide("moderacion", code, "hide", "respect", "payaso", "Es un insulto."));
        String mark = thread().select("#" + code).text();
        assertTrue(mark.contains("Es un insulto.") && mark.contains("Sin insultos"), mark);
        assertFalse(mark.contains("Esto lo escribió"), mark);
        assertEquals(before - 1, comments());
        Signed.browser()
                .get("/moderation/" + decision)
                .then()
                .statusCode(200)
                .body(containsString("Es un insulto."))
                .body(not(containsString("payaso")));
        assertTrue(Signed.in("vecina").get("/me/moderation").text().contains("Es un insulto."));
        Signed author = Signed.in("vecino");
        Document told = author.get("/moderation/" + decision);
        assertTrue(told.text().contains("payaso"), told.text());
        author.request()
                .formParam("nonce", Forms.nonce())
                .formParam("words", "Hablaba de mí.")
                .post("/moderation/" + decision + "/second-look")
                .then()
                .statusCode(303);
        look("moderacion", decision, "changed").then().statusCode(409);
        look("vecina", decision, "changed").then().statusCode(404);
        look("administracion", decision, "changed").then().statusCode(303);
        assertTrue(thread().select("#" + code).text().contains("payaso"));
        assertEquals(before, comments());
        counters.rebuild();
        assertEquals(before, comments());
        Signed.browser().get("/moderation/" + decision).then().body(containsString("la decisión cambió"));
    }

    private static Response look(String username, String decision, String outcome) {
        return Signed.in(username)
                .request()
                .formParam("nonce", Forms.nonce())
                .formParam("outcome", outcome)
                .formParam("reason", "Lo leí de nuevo.")
                .post(DESK + "/looks/" + decision);
    }

    @Test
    void aPassageIsTakenOutOfEveryVersionAndOutletAndGivenBack() {
        String code = say("vecina", "Mi tía vive en Pasaje Ejemplo 555, vayan a verla");
        String decision =
                decided(decide("moderacion", code, "redact", "privacy", "Pasaje Ejemplo 555", "Es un domicilio."));
        String shown = thread().select("#" + code).text();
        assertTrue(shown.contains("[pasaje quitado]") && shown.contains("Es un domicilio."), shown);
        assertFalse(shown.contains("555"), shown);
        Signed.browser().get("/search?q=555").then().body(not(containsString(code)));
        Signed.in("vecina")
                .request()
                .formParam("nonce", Forms.nonce())
                .post("/moderation/" + decision + "/second-look")
                .then()
                .statusCode(303);
        look("administracion", decision, "changed").then().statusCode(303);
        shown = thread().select("#" + code).text();
        assertTrue(shown.contains("Pasaje Ejemplo 555"), shown);
        assertFalse(shown.contains("Es un domicilio."), shown);
    }

    @Test
    void twoPassagesAreOutAndOnlyTheOneLookedAtAgainComesBack() {
        String code = say("vecina", "Llamen al 555-0001 o escriban a nadie@ejemplo.org hoy");
        String first = decided(decide("moderacion", code, "redact", "privacy", "555-0001", "Un teléfono."));
        decided(decide("moderacion", code, "redact", "privacy", "nadie@ejemplo.org", "Un correo."));
        Signed.in("vecina")
                .request()
                .formParam("nonce", Forms.nonce())
                .post("/moderation/" + first + "/second-look")
                .then()
                .statusCode(303);
        look("administracion", first, "changed").then().statusCode(303);
        String shown = thread().select("#" + code + " .words").text();
        assertEquals("Llamen al 555-0001 o escriban a [pasaje quitado] hoy", shown);
    }

    @Test
    void aSecondLookIsAskedOnceAndOnlyByWhomItConcerns() {
        String code = say("vecino", "Una frase que no va");
        String decision = decided(decide("moderacion", code, "hide", "off_topic", "", "No es de esto."));
        String ask = "/moderation/" + decision + "/second-look";
        Signed.in("vecina")
                .request()
                .formParam("nonce", Forms.nonce())
                .post(ask)
                .then()
                .statusCode(404);
        Signed author = Signed.in("vecino");
        author.request().formParam("nonce", Forms.nonce()).post(ask).then().statusCode(303);
        author.request().formParam("nonce", Forms.nonce()).post(ask).then().statusCode(409);
        look("administracion", decision, "upheld").then().statusCode(303);
        assertTrue(thread().select("#" + code).text().contains("No es de esto."));
        look("administracion", decision, "changed").then().statusCode(409);
    }

    @Test
    void whatWasReportedMayStayAsItIsAndTheReporterIsTold() {
        String code = say("vecino", "No estoy de acuerdo con nada");
        report("vecina", code, "respect", "No me gusta");
        report("vecina", code, "respect", "No me gusta").then().statusCode(409);
        report("vecino", code, "respect", "Es mío").then().statusCode(409);
        String decision = decided(decide("moderacion", code, "keep", "", "", "Disentir no es insultar."));
        Signed.browser().get("/moderation/" + decision).then().statusCode(404);
        Signed.in("vecino").request().get("/moderation/" + decision).then().statusCode(404);
        assertTrue(Signed.in("vecina").get("/me/moderation").text().contains("Disentir no es insultar."));
        assertFalse(Signed.in("moderacion").get(DESK + "?queue=reports").text().contains("No estoy de acuerdo"));
    }

    @Test
    void aBlockLeavesReadingWithdrawingAndTheSecondLook() {
        String code = say("monitoreo", "Otra vez yo con lo mismo");
        Response blocked = block(code, "3");
        // who has a role in the process keeps it, and is not blocked
        assertEquals(303, blocked.statusCode(), blocked.asString());
        String decision = decided(blocked);
        Signed author = Signed.in("monitoreo");
        author.request()
                .formParam("nonce", Forms.nonce())
                .formParam("on", "proposal:" + proposal())
                .formParam("body", "Y otra vez")
                .post("/comments")
                .then()
                .statusCode(403)
                .body(containsString("Demasiadas veces lo mismo."));
        assertTrue(author.get("/me/moderation").text().contains("Demasiadas veces lo mismo."));
        Signed.browser().get("/moderation/" + decision).then().statusCode(404);
        author.request()
                .formParam("nonce", Forms.nonce())
                .formParam("words", "No fue para tanto")
                .post("/moderation/" + decision + "/second-look")
                .then()
                .statusCode(303);
        author.request()
                .formParam("nonce", Forms.nonce())
                .post("/comments/" + code + "/withdrawal")
                .then()
                .statusCode(303);
        assertEquals(409, block(code, "2").statusCode());
        Response ended = Signed.in("moderacion")
                .request()
                .formParam("nonce", Forms.nonce())
                .formParam("reason", "Ya entendió.")
                .post(DESK + "/unblocks/" + decision);
        assertEquals(303, ended.statusCode(), ended.asString());
        say("monitoreo", "Gracias, vuelvo a escribir");
    }

    private static Response block(String because, String days) {
        return Signed.in("moderacion")
                .request()
                .formParam("nonce", Forms.nonce())
                .formParam("rule", "advertising")
                .formParam("days", days)
                .formParam("reason", "Demasiadas veces lo mismo.")
                .post(DESK + "/blocks/" + because);
    }

    @Test
    void nobodyDecidesAboutTheirOwnWordsNorBlocksThemselvesOrStaff() {
        String own = say("moderacion", "Lo digo como vecino de a pie");
        decide("moderacion", own, "hide", "other", "", "Me arrepentí").then().statusCode(409);
        assertEquals(409, block(own, "2").statusCode());
        String ofStaff = say("administracion", "Yo también modero");
        assertEquals(409, block(ofStaff, "2").statusCode());
        assertEquals("PUBLISHED", found(own).state().name());
    }

    @ParameterizedTest
    @CsvSource({
        "hide, '', '', Porque sí, rule",
        "hide, nonsense, '', Porque sí, rule",
        "hide, respect, '', '', reason",
        "'', respect, '', Porque sí, act",
        "restore, respect, '', Porque sí, ''",
        "block, respect, '', Porque sí, ''",
        "redact, privacy, '', Porque sí, words",
        "redact, privacy, no está ahí, Porque sí, words",
    })
    void whatIsWrongIsSaidBesideTheFieldAndNothingTypedIsLost(
            String act, String rule, String words, String reason, String field) {
        String code = say("organizacion", "Un comentario que se queda donde está");
        Response answer = decide("moderacion", code, act, rule, words, reason);
        assertEquals(field.isEmpty() ? 409 : 422, answer.statusCode());
        Document page = Jsoup.parse(answer.asString());
        if (!field.isEmpty()) {
            assertFalse(page.select(".error-summary a[href=#f-" + field + "]").isEmpty(), page.text());
        }
        assertEquals(reason, page.select("textarea[name=reason]").text());
        assertEquals(words, page.select("textarea[name=words]").text());
        assertEquals("PUBLISHED", found(code).state().name());
        withdraw("organizacion", code);
    }

    private static void withdraw(String username, String code) {
        Signed.in(username).request().formParam("nonce", Forms.nonce()).post("/comments/" + code + "/withdrawal");
    }

    @Test
    void whoReadAnOlderTextReadsItAgainBeforeDeciding() {
        String code = say("vecino", "Un texto que cambia mientras lo leen, 555-0199");
        long read = found(code).version();
        decided(decide("moderacion", code, "redact", "privacy", "555-0199", "Un teléfono."));
        Signed.in("administracion")
                .request()
                .formParam("nonce", Forms.nonce())
                .formParam("contribution", code)
                .formParam("version", read)
                .formParam("act", "hide")
                .formParam("rule", "respect")
                .formParam("reason", "Lo leí antes")
                .post(DESK + "/decisions")
                .then()
                .statusCode(409)
                .body(containsString("El texto cambió"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk",
                DESK,
                DESK + "?queue=held",
                "/desk/plan-gobierno-abierto",
                DESK + "/blocks/K-00000000",
                DESK + "/unblocks/M-00000000"
            })
    void theDeskIsForItsModeratorsOnly(String path) {
        Signed.browser().get(path).then().statusCode(303).header("Location", containsString("/sign-in"));
        for (String other : new String[] {"vecina", "organizacion", "monitoreo"}) {
            Signed.in(other).request().get(path).then().statusCode(404);
        }
    }

    @Test
    void aModeratorOfOneProcessIsAVisitorInAnother() {
        Signed second = Signed.in("administracion");
        second.request().get(DESK).then().statusCode(200);
        second.request().get("/desk/plan-gobierno-abierto").then().statusCode(404);
        String elsewhere = Signed.given()
                .get("/api/v1/proposals?process=plan-gobierno-abierto&limit=1&phase="
                        + Signed.given()
                                .get("/api/v1/processes/plan-gobierno-abierto/phases")
                                .<String>path("items[1].code"))
                .path("items[0].code");
        decide("administracion", elsewhere, "hide", "respect", "", "Sin permiso")
                .then()
                .statusCode(404);
        assertEquals("PUBLISHED", found(elsewhere).state().name());
    }

    @Test
    void aBlockedModeratorHasNoDesk() {
        QuarkusTransaction.requiringNew().run(() -> {
            Participant second = Participant.bySubject("administracion").orElseThrow();
            second.block(Instant.parse("2999-01-01T00:00:00Z"), "Una prueba");
        });
        try {
            Signed.in("administracion").request().get(DESK).then().statusCode(403);
        } finally {
            QuarkusTransaction.requiringNew()
                    .run(() -> Participant.bySubject("administracion")
                            .orElseThrow()
                            .unblock());
        }
    }

    @Test
    void whatIsNotPublicCannotBeReported() {
        report("vecina", "P-00000000", "respect", "").then().statusCode(404);
        String code = say("vecino", "Me arrepiento enseguida");
        withdraw("vecino", code);
        report("vecina", code, "respect", "").then().statusCode(404);
        String other = say("vecino", "Esto no rompe ninguna regla");
        report("vecina", other, "nonsense", "Lo escribí yo")
                .then()
                .statusCode(422)
                .body(containsString("Lo escribí yo"));
    }
}
