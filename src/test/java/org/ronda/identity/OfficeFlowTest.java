package org.ronda.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.kernel.Forms;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Language;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.ledger.Ledger;
import org.ronda.process.Influence;
import org.ronda.process.Process;
import org.ronda.process.ProcessSetup;

/** Offices from their first day to their last, over the pages and the API. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OfficeFlowTest {
    private static final ZoneId ZONE = ZoneId.of("America/Argentina/Buenos_Aires");

    @Inject
    EntityManager entityManager;

    @Inject
    ProcessSetup setup;

    @Inject
    Ledger ledger;

    private final LocalDate today = LocalDate.now(ZONE);
    private Signed administrator;

    @BeforeEach
    void comeIn() {
        FreshLimits.forEverybody();
        administrator = Signed.in("administracion");
    }

    private static Response send(Signed by, String address, Map<String, String> fields) {
        RequestSpecification request = by.request().formParam("nonce", Forms.nonce());
        fields.forEach(request::formParam);
        return request.post(address);
    }

    private static Participant persona(String username) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject(username).orElseThrow());
    }

    private static String unique(String name) {
        return name + " " + UUID.randomUUID();
    }

    private Map<String, String> office(String name, String parent) {
        return new HashMap<>(Map.of(
                "nameEs",
                name,
                "nameEn",
                name + " (en)",
                "nameFr",
                name + " (fr)",
                "kind",
                "DIRECTORATE",
                "parent",
                parent,
                "from",
                today.minusDays(100).toString(),
                "contact",
                "area@ejemplo.example"));
    }

    private String created(String name, String parent) {
        Response sent = send(administrator, "/administration/offices", office(name, parent));
        assertEquals(303, sent.statusCode(), sent.asString());
        return sent.header("Location").replaceAll(".*/", "");
    }

    private Response act(String code, String act, Map<String, String> fields) {
        return send(administrator, "/administration/offices/" + code + act, fields);
    }

    private void done(Response response) {
        assertEquals(303, response.statusCode(), response.asString());
    }

    private void refused(Response response, int status, String field, String reason) {
        assertEquals(status, response.statusCode(), response.asString());
        Document page = Jsoup.parse(response.asString());
        String said = field.isEmpty()
                ? page.select("[role=alert]").text()
                : page.select("#e-" + field).text();
        assertTrue(said.contains(reason), said + " does not say " + reason);
    }

    private static JsonPath json(String address) {
        return RestAssured.get(address).then().statusCode(200).extract().jsonPath();
    }

    private static Document page(String address) {
        return Jsoup.parse(
                RestAssured.get(address).then().statusCode(200).extract().asString());
    }

    private Process decidedBy(String office) {
        Translated words = Translated.of(Language.ES, "Una prueba de áreas");
        long moderator = persona("moderacion").id();
        long body = QuarkusTransaction.requiringNew()
                .call(() -> Office.byCode(office).orElseThrow().id());
        return setup.create(
                "areas-" + UUID.randomUUID().toString().substring(0, 8),
                new Process.Description(
                        words,
                        words,
                        words,
                        words,
                        Translated.EMPTY,
                        Scope.office(body),
                        Influence.CONSULT,
                        List.of(Language.ES),
                        ZoneId.of("America/Argentina/Cordoba")),
                moderator);
    }

    private long events(String office, String kind) {
        ledger.drain();
        return ((Number) entityManager
                        .createNativeQuery("select count(*) from ledger_event e join office o on o.id = e.subject_id"
                                + " where e.subject_kind = 'OFFICE' and e.kind = :kind and o.code = :office")
                        .setParameter("kind", kind)
                        .setParameter("office", office)
                        .getSingleResult())
                .longValue();
    }

    @Test
    void anOfficeStandsInTheTreeBelowWhatItIsPartOf() {
        String parent = created(unique("Secretaría de Prueba"), "");
        String name = unique("Dirección de Prueba");
        String code = created(name, parent);
        Document tree = page("/offices");
        assertTrue(tree.select(".tree li.depth-2 a[href=/offices/" + code + "]").hasText());
        Document own = page("/offices/" + code);
        assertEquals(name, own.select("h1").text());
        assertTrue(own.select("aside a[href=/offices/" + parent + "]").hasText());
        assertTrue(own.text().contains("area@ejemplo.example"));
        assertEquals(
                name + " (fr)",
                Jsoup.parse(RestAssured.get("/offices/" + code + "?lang=fr").asString())
                        .select("h1")
                        .text());
        assertEquals(parent, json("/api/v1/offices/" + code).getString("parent"));
        assertEquals(List.of(code), json("/api/v1/offices/" + parent).getList("parts"));
        assertTrue(json("/api/v1/offices").getList("items.code").containsAll(List.of(parent, code)));
        assertEquals(1, events(code, "office.created"));
    }

    @ParameterizedTest
    @CsvSource({
        "nameEs, '', nameEs, al menos en un idioma",
        "from, mañana, from, Escribí un día",
        "from, '', from, ''",
        "kind, KINGDOM, kind, Elegí una",
        "parent, O-00000000, parent, Elegí una",
        "contact, no es un correo, contact, ''",
    })
    void whatIsWrongIsSaidBesideItsField(String field, String value, String beside, String reason) {
        Map<String, String> input = office("Área de Prueba", "");
        input.put(field, value);
        if (field.equals("nameEs")) {
            input.put("nameEn", "");
            input.put("nameFr", "");
        }
        Response answer = send(administrator, "/administration/offices", input);
        refused(answer, 422, beside, reason);
        assertTrue(Jsoup.parse(answer.asString()).select("#e-" + beside).hasText());
    }

    @Test
    void noOfficeIsPartOfItself() {
        String top = created(unique("Arriba"), "");
        String middle = created(unique("Medio"), top);
        String bottom = created(unique("Abajo"), middle);
        Map<String, String> input = office("Arriba", bottom);
        input.put("version", "0");
        refused(act(top, "", input), 422, "parent", "dentro de sí misma");
        refused(
                act(top, "/end", Map.of("until", today.toString(), "successor", bottom)),
                422,
                "successor",
                "depende de la que termina");
        Map<String, String> itself = office("Arriba", top);
        itself.put("version", "0");
        refused(act(top, "", itself), 422, "parent", "dentro de sí misma");
    }

    @Test
    void whoCorrectsAnOlderVersionIsShownTheNewerOne() {
        String code = created(unique("Área"), "");
        Map<String, String> first = office("Área corregida", "");
        first.put("version", "0");
        done(act(code, "", first));
        Map<String, String> second = office("Área de otra manera", "");
        second.put("version", "0");
        Response late = act(code, "", second);
        assertEquals(409, late.statusCode());
        Document shown = Jsoup.parse(late.asString());
        assertTrue(shown.select(".notice.wait").text().contains("Área corregida"));
        assertEquals("Área de otra manera", shown.select("#f-nameEs").val());
        assertEquals(1, events(code, "office.changed"));
    }

    @Test
    void aNewNameIsANewOfficeThatFollowsWithItsPartsAndPeople() {
        String code = created(unique("Nombre viejo"), "");
        String part = created(unique("Parte"), code);
        done(act(code, "/responders", Map.of("who", persona("monitoreo").code(), "title", "directora")));
        Process process = decidedBy(code);
        refused(
                act(
                        code,
                        "/name",
                        Map.of("nameEs", "Otro", "until", today.minusDays(1).toString())),
                422,
                "until",
                "antes de hoy");
        String name = unique("Nombre nuevo");
        Response renamed = act(code, "/name", Map.of("nameEs", name, "until", today.toString()));
        done(renamed);
        String follower = renamed.header("Location").replaceAll(".*/", "");

        Document old = page("/offices/" + code);
        assertTrue(old.select(".notice.gone a[href=/offices/" + follower + "]").hasText());
        assertFalse(old.text().contains("Mateo Ejemplo"));
        Document present = page("/offices/" + follower);
        assertTrue(present.text().contains("Mateo Ejemplo, directora"));
        assertTrue(present.select("aside a[href=/offices/" + code + "]").hasText());
        assertTrue(present.select("aside a[href=/offices/" + part + "]").hasText());
        Document tree = page("/offices");
        assertTrue(tree.select("details a[href=/offices/" + code + "]").hasText());
        assertTrue(tree.select(".tree li.depth-2 a[href=/offices/" + part + "]").hasText());
        assertEquals(follower, json("/api/v1/offices/" + code).getString("successor"));
        assertEquals(List.of(code), json("/api/v1/offices/" + follower).getList("predecessors"));
        assertEquals(1, events(code, "office.ended"));
        assertEquals(1, events(follower, "office.created"));
        refused(act(code, "/end", Map.of("until", today.toString())), 409, "", "ya la terminó");

        Signed moderator = Signed.in("moderacion");
        Document shown = moderator.get(process.address());
        assertTrue(shown.select("aside a[href=/offices/" + code + "]").hasText());
        assertTrue(
                shown.select("aside a[href=/offices/" + follower + "]").text().equals(name));
        assertTrue(moderator
                .get("/setup/" + process.slug() + "/frame")
                .select("#f-body option[value=" + follower + "]")
                .hasText());
    }

    @Test
    void aProcessNamesItsBodyAsItWasAndTakesNoneThatEnded() {
        String code = created(unique("Se termina"), "");
        String other = created(unique("Terminada"), "");
        Process process = decidedBy(code);
        done(act(code, "/end", Map.of("until", today.toString(), "successor", "")));
        done(act(other, "/end", Map.of("until", today.toString(), "successor", "")));
        Map<String, Object> body = RestAssured.given()
                .auth()
                .preemptive()
                .basic("moderacion", "demo")
                .get("/api/v1/processes/" + process.slug())
                .path("decisionBody");
        assertEquals(code, body.get("code"));
        assertEquals("OFFICE", body.get("kind"));
        assertEquals(today.toString(), body.get("endedOn"));
        Signed moderator = Signed.in("moderacion");
        Document form = moderator.get("/setup/" + process.slug() + "/frame");
        assertEquals(code, form.select("#f-body option[selected]").val());
        assertTrue(form.select("#f-body option[value=" + other + "]").isEmpty());
        Map<String, String> frame = new HashMap<>(Map.of(
                "languages", "es",
                "body", code,
                "influence", "INVOLVE",
                "zone", "America/Argentina/Cordoba",
                "version", form.select("input[name=version]").val()));
        done(send(moderator, "/setup/" + process.slug() + "/frame", frame));
        frame.put("body", other);
        frame.put(
                "version",
                moderator
                        .get("/setup/" + process.slug() + "/frame")
                        .select("input[name=version]")
                        .val());
        Response answer = send(moderator, "/setup/" + process.slug() + "/frame", frame);
        assertEquals(422, answer.statusCode());
        assertTrue(answer.asString().contains("no está hoy"));
        assertEquals(code, json("/api/v1/offices").getString("items.find { it.code == '" + code + "' }.code"));
    }

    @Test
    void anOfficeThatEndsTakesNobodyAndNothingAnyMore() {
        String code = created(unique("Breve"), "");
        refused(act(code, "/end", Map.of("until", today.minusDays(100).toString())), 422, "until", "antes de empezar");
        refused(
                act(code, "/end", Map.of("until", today.toString(), "successor", code)),
                422,
                "successor",
                "que ese día esté");
        done(act(code, "/end", Map.of("until", today.toString())));
        refused(
                act(code, "/responders", Map.of("who", persona("monitoreo").code(), "title", "directora")),
                409,
                "",
                "ya terminó");
        refused(send(administrator, "/administration/offices", office("Debajo", code)), 422, "parent", "ya terminó");
    }

    @Test
    void theEndIsTakenBackAsLongAsNobodyElseDoesItsWork() {
        String code = created(unique("Sigue"), "");
        String follower = created(unique("Sucesora"), "");
        refused(act(code, "/resumption", Map.of("reason", "No terminó")), 409, "", "no terminó");
        String tomorrow = today.plusDays(1).toString();
        done(act(code, "/end", Map.of("until", tomorrow, "successor", follower)));
        refused(act(code, "/resumption", Map.of()), 422, "reason", "");
        assertEquals(
                1,
                administrator
                        .get("/offices/" + code)
                        .select("a[href=/administration/offices/" + code + "/resumption]")
                        .size());
        done(act(code, "/resumption", Map.of("reason", "Fue un error.")));
        assertEquals(0, page("/offices/" + code).select(".notice").size());
        assertEquals(1, events(code, "office.resumed"));

        done(act(code, "/end", Map.of("until", today.toString())));
        done(act(code, "/resumption", Map.of("reason", "Nadie la siguió.")));
        done(act(code, "/end", Map.of("until", today.toString(), "successor", follower)));
        refused(act(code, "/resumption", Map.of("reason", "Tarde")), 409, "", "La sigue");
        String renamed = created(unique("Vieja"), "");
        done(act(renamed, "/name", Map.of("nameEs", unique("Nueva"), "until", tomorrow)));
        refused(act(renamed, "/resumption", Map.of("reason", "Con otro nombre")), 409, "", "La sigue");
    }

    @Test
    void theEndIsNotTakenBackYearsLater() {
        String code = created(unique("De antes"), "");
        done(act(code, "/end", Map.of("until", today.toString())));
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("update office set valid_from = :from, valid_to = :to where code = :code")
                        .setParameter("from", today.minusDays(60))
                        .setParameter("to", today.minusDays(31))
                        .setParameter("code", code)
                        .executeUpdate());
        refused(act(code, "/resumption", Map.of("reason", "Hace falta otra vez")), 409, "", "más de 30 días");
    }

    @Test
    void whoRespondsIsPublicFromTheFirstDayToTheLast() {
        String code = created(unique("Con gente"), "");
        String who = persona("monitoreo").code();
        refused(act(code, "/responders", Map.of("who", "Nadie Así", "title", "x")), 422, "who", "No hay nadie");
        refused(
                act(
                        code,
                        "/responders",
                        Map.of(
                                "who",
                                who,
                                "title",
                                "x",
                                "to",
                                today.minusDays(1).toString())),
                422,
                "to",
                "antes de empezar");
        done(act(code, "/responders", Map.of("who", who, "title", "mesa de entradas")));
        refused(act(code, "/responders", Map.of("who", who, "title", "otra")), 422, "who", "ya responde");
        assertTrue(page("/offices/" + code).text().contains("Mateo Ejemplo, mesa de entradas"));
        JsonPath person = json("/api/v1/offices/" + code);
        assertEquals("Mateo Ejemplo", person.getString("responders[0].name"));
        assertEquals("mesa de entradas", person.getString("responders[0].title"));
        assertEquals(1, events(code, "responder.given"));

        String end = administrator
                .get("/administration/offices/" + code + "/responders")
                .select("form[action$=/end]")
                .attr("action");
        done(send(administrator, end, Map.of()));
        refused(send(administrator, end, Map.of()), 409, "", "ya la terminó");
        assertFalse(page("/offices/" + code).text().contains("Mateo Ejemplo"));
        assertEquals(1, events(code, "responder.ended"));
        done(act(
                code,
                "/responders",
                Map.of(
                        "who",
                        who,
                        "title",
                        "desde mañana",
                        "from",
                        today.plusDays(1).toString())));
        assertFalse(page("/offices/" + code).text().contains("Mateo Ejemplo"));
    }

    @Test
    void theLedgerTellsOfOfficesToEverybody() {
        String code = created(unique("En el registro"), "");
        ledger.drain();
        String receipt = (String) QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery("select e.receipt from ledger_event e join office o on o.id = e.subject_id"
                                + " where e.kind = 'office.created' and o.code = :code")
                        .setParameter("code", code)
                        .getSingleResult());
        assertTrue(page("/receipts/" + receipt)
                .select("a[href=/offices/" + code + "]")
                .hasText());
    }
}
