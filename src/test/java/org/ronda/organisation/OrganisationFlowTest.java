package org.ronda.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.identity.Participant;
import org.ronda.kernel.Forms;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Ledger;

/** From the application to the end, over the pages and the API. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OrganisationFlowTest {
    @Inject
    EntityManager entityManager;

    @Inject
    Ledger ledger;

    @Inject
    Applying applying;

    @Inject
    Mandating mandating;

    private Signed applicant;
    private Signed invited;
    private Signed administrator;

    @BeforeEach
    void comeIn() {
        FreshLimits.forEverybody();
        applicant = Signed.in("vecina");
        invited = Signed.in("vecino");
        administrator = Signed.in("administracion");
    }

    private static String nameOf(Signed somebody) {
        return somebody.get("/me/data").select("dl dd").first().text();
    }

    private static Response send(Signed by, String address, Map<String, String> fields) {
        RequestSpecification request = by.request().formParam("nonce", Forms.nonce());
        fields.forEach(request::formParam);
        return request.post(address);
    }

    private static long id(String username) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject(username).orElseThrow().id());
    }

    private static String code(String username) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject(username).orElseThrow().code());
    }

    private static Map<String, String> application(String name) {
        return new HashMap<>(Map.of(
                "name", name,
                "statement", "Plantamos árboles en la vereda.",
                "themes", "Ambiente, Espacio público",
                "contact", "arboles@ejemplo.example",
                "legal", "NONE",
                "title", "presidenta"));
    }

    private String apply(String name) {
        Response sent = send(applicant, "/organisations/new", application(name));
        assertEquals(303, sent.statusCode(), sent.asString());
        return sent.header("Location").replaceAll(".*/", "");
    }

    private String accepted() {
        String code = apply("Arboleda " + UUID.randomUUID());
        assertEquals(
                303,
                send(
                                administrator,
                                "/applications/" + code,
                                Map.of("verdict", "accept", "reason", "Se sabe quiénes son."))
                        .statusCode());
        return code;
    }

    /** Gives the resident a mandate that they accept; answers its code. */
    private String mandate(String organisation, Map<String, String> limits) {
        String mandate = invitation(organisation, limits);
        assertEquals(
                303,
                send(invited, "/me/mandates/" + mandate + "/acceptance", Map.of())
                        .statusCode());
        return mandate;
    }

    private String invitation(String organisation, Map<String, String> limits) {
        Map<String, String> input = new HashMap<>(Map.of("who", code("vecino"), "title", "vocal de plazas"));
        input.putAll(limits);
        Response given = send(applicant, "/organisations/" + organisation + "/people", input);
        assertEquals(303, given.statusCode(), given.asString());
        return invited.get("/me/mandates")
                .select("li:has(a[href$=" + organisation + "]) form[action$=/acceptance]")
                .attr("action")
                .replaceAll("/me/mandates/(.*)/acceptance", "$1");
    }

    private static List<String> offered(Signed to, String on) {
        return to.get("/comments?on=" + on).select("#say input[name=name]").eachAttr("value");
    }

    private static Response say(Signed by, String on, String organisation, String body) {
        return send(by, "/comments", Map.of("on", on, "name", organisation, "body", body));
    }

    private static String said(Response response) {
        assertEquals(303, response.statusCode(), response.asString());
        return response.header("Location").replaceAll(".*/comments/([^?]+).*", "$1");
    }

    private String proposalAbout(String topic) {
        return (String) entityManager
                .createNativeQuery("select min(c.code) from contribution c join contribution_topic ct"
                        + " on ct.contribution_id = c.id join topic t on t.id = ct.topic_id"
                        + " join process p on p.id = c.process_id where p.slug = 'tu-distrito' and t.code = :topic"
                        + " and c.state = 'PUBLISHED'"
                        + " and (select count(*) from contribution_topic o where o.contribution_id = c.id) = 1")
                .setParameter("topic", topic)
                .getSingleResult();
    }

    private List<String> topics() {
        return entityManager
                .createNativeQuery(
                        "select t.code from topic t join process p on p.id = t.process_id"
                                + " where p.slug = 'tu-distrito' order by t.position",
                        String.class)
                .getResultList();
    }

    private long events(String kind, String organisation) {
        return ((Number) entityManager
                        .createNativeQuery(
                                "select count(*) from ledger_event e join organisation o on o.id = e.subject_id"
                                        + " where e.subject_kind = 'ORGANISATION' and e.kind = :kind and o.code = :code")
                        .setParameter("kind", kind)
                        .setParameter("code", organisation)
                        .getSingleResult())
                .longValue();
    }

    @Test
    void anybodyAppliesAndAnAdministratorDecidesWithAReasonThatTheApplicantReads() {
        String name = "Vereda Viva " + UUID.randomUUID();
        String code = apply(name);
        String address = "/organisations/" + code;
        assertTrue(applicant.get(address).text().contains("espera que la revisen"));
        assertEquals(404, Signed.browser().get(address).statusCode());
        assertEquals(404, Signed.browser().get("/api/v1" + address).statusCode());
        assertEquals(404, invited.request().get(address).statusCode());
        assertTrue(administrator.get("/applications").text().contains(name));
        assertEquals(
                404,
                send(applicant, "/applications/" + code, Map.of("verdict", "accept", "reason", "Sí."))
                        .statusCode());
        assertEquals(
                422,
                send(administrator, "/applications/" + code, Map.of("verdict", "refuse", "reason", " "))
                        .statusCode());
        send(administrator, "/applications/" + code, Map.of("verdict", "refuse", "reason", "Falta decir quiénes son."));
        assertTrue(applicant.get(address).text().contains("Falta decir quiénes son."));
        assertTrue(applicant.get("/me/mandates").text().contains(name));
        assertEquals(404, Signed.browser().get(address).statusCode());
        assertEquals(
                409,
                send(administrator, "/applications/" + code, Map.of("verdict", "accept", "reason", "Al final sí."))
                        .statusCode());
        assertEquals(1, events("organisation.applied", code));
        assertEquals(1, events("organisation.refused", code));
        assertEquals(0, events("organisation.accepted", code));
    }

    @Test
    void whatIsAcceptedIsPublicAndItsNameTaken() {
        String name = "Ríos Limpios " + UUID.randomUUID();
        String code = apply(name);
        String twin = apply(name);
        send(administrator, "/applications/" + code, Map.of("verdict", "accept", "reason", "Se sabe quiénes son."));
        Document shown = Jsoup.parse(Signed.browser()
                .get("/organisations/" + code)
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertTrue(shown.text().contains("Vera Ejemplo, presidenta"));
        assertTrue(shown.text().contains("Plantamos árboles"));
        assertFalse(shown.text().contains("Llevar la organización"));
        Response taken = send(applicant, "/organisations/new", application(name.toUpperCase()));
        assertEquals(422, taken.statusCode());
        assertTrue(taken.asString().contains("Plantamos árboles en la vereda."));
        assertEquals(
                422,
                send(administrator, "/applications/" + twin, Map.of("verdict", "accept", "reason", "También."))
                        .statusCode());
        JsonPath json = Signed.given().get("/api/v1/organisations/" + code).jsonPath();
        assertEquals("presidenta", json.getString("people[0].title"));
        assertTrue(json.getBoolean("people[0].holder"));
        assertTrue(
                Signed.given().get("/api/v1/organisations?limit=100").asString().contains(code));
    }

    @Test
    void whoIsInvitedSpeaksOnceTheyAcceptAndNoLongerOnceItIsRevokedAndWhatWasSaidStays() {
        String organisation = accepted();
        String on = "process:tu-distrito";
        String mandate = invitation(organisation, Map.of());
        assertFalse(offered(invited, on).contains(organisation));
        assertEquals(422, say(invited, on, organisation, "Antes de tiempo.").statusCode());
        assertEquals(
                404,
                send(applicant, "/me/mandates/" + mandate + "/acceptance", Map.of())
                        .statusCode());
        send(invited, "/me/mandates/" + mandate + "/acceptance", Map.of());
        assertEquals(
                409,
                send(invited, "/me/mandates/" + mandate + "/acceptance", Map.of())
                        .statusCode());
        // in public, from when on and by whom
        String given = "de parte de " + nameOf(applicant);
        assertTrue(invited.get("/me/mandates").text().contains(given));
        assertTrue(
                Signed.given().get("/organisations/" + organisation).asString().contains(given));
        assertTrue(Signed.given()
                .get("/api/v1/organisations/" + organisation)
                .jsonPath()
                .getList("people.givenBy")
                .contains(nameOf(applicant)));
        assertTrue(offered(invited, on).contains(organisation));
        String comment = said(say(invited, on, organisation, "Faltan árboles en la vereda."));
        // the form is open in one tab, the mandate is revoked in another
        send(applicant, "/organisations/" + organisation + "/people/" + mandate + "/revocation", Map.of());
        Response late = say(invited, on, organisation, "Esto ya no lo puedo decir.");
        assertEquals(422, late.statusCode());
        Document form = Jsoup.parse(late.asString());
        assertTrue(form.select("#f-name .error").text().contains("tu mandato terminó"), late.asString());
        assertTrue(form.select("#f-body").text().contains("Esto ya no lo puedo decir."));
        Response api = Signed.given()
                .auth()
                .preemptive()
                .basic("vecino", "demo")
                .contentType(ContentType.JSON)
                .body(Map.of("body", "Tampoco así.", "organisation", organisation))
                .post("/api/v1/processes/tu-distrito/comments");
        assertEquals(422, api.statusCode());
        JsonPath kept = Signed.given().get("/api/v1/comments/" + comment).jsonPath();
        assertEquals(organisation, kept.getString("organisationCode"));
        assertEquals("vocal de plazas", kept.getString("role"));
        assertTrue(Signed.browser()
                .get("/organisations/" + organisation)
                .asString()
                .contains("Faltan árboles en la vereda."));
        assertEquals(
                comment,
                Signed.given()
                        .get("/api/v1/organisations/" + organisation + "/contributions")
                        .path("items[0].code"));
        // who wrote it does not speak for it any more, who speaks for it may take it back
        assertEquals(
                409,
                send(invited, "/comments/" + comment + "/withdrawal", Map.of()).statusCode());
        assertEquals(
                303,
                send(applicant, "/comments/" + comment + "/withdrawal", Map.of())
                        .statusCode());
        assertEquals(1, events("mandate.given", organisation));
        assertEquals(1, events("mandate.accepted", organisation));
        assertEquals(1, events("mandate.revoked", organisation));
    }

    @Test
    void aMandateForOneProcessSpeaksThereOnly() {
        String organisation = accepted();
        mandate(organisation, Map.of("about", "process:horarios-de-atencion"));
        assertTrue(offered(invited, "process:horarios-de-atencion").contains(organisation));
        assertFalse(offered(invited, "process:tu-distrito").contains(organisation));
        assertEquals(
                422,
                say(invited, "process:tu-distrito", organisation, "En otro proceso.")
                        .statusCode());
        said(say(invited, "process:horarios-de-atencion", organisation, "En el mío."));
    }

    @Test
    void aMandateForATopicSpeaksAboutThatTopicOnly() {
        String organisation = accepted();
        List<String> topics = topics();
        mandate(organisation, Map.of("about", "topic:" + topics.get(0)));
        String mine = "proposal:" + proposalAbout(topics.get(0));
        String other = "proposal:" + proposalAbout(topics.get(1));
        assertTrue(offered(invited, mine).contains(organisation));
        assertFalse(offered(invited, other).contains(organisation));
        assertFalse(offered(invited, "process:tu-distrito").contains(organisation));
        String comment = said(say(invited, mine, organisation, "De esto sí sabemos."));
        assertEquals(422, say(invited, other, organisation, "De esto no.").statusCode());
        Document edit = invited.get("/comments/" + comment + "/edit");
        assertEquals(1, edit.select("#f-body").size());
        Map<String, String> words = Map.of(
                "title", "Árboles en todas las veredas",
                "problem", "No hay sombra.",
                "solution", "Mil árboles.",
                "name", organisation,
                "topics", topics.get(1),
                "then", "check");
        Response draft = send(invited, "/processes/tu-distrito/proposals", words);
        assertEquals(303, draft.statusCode(), draft.asString());
        String proposal = draft.header("Location").replaceAll(".*/proposals/([^/]+)/check", "$1");
        Response refused = send(invited, "/proposals/" + proposal + "/publication", Map.of());
        assertEquals(422, refused.statusCode());
        Map<String, String> right = new HashMap<>(words);
        right.put("topics", topics.get(0));
        assertEquals(303, send(invited, "/proposals/" + proposal, right).statusCode());
        assertEquals(
                303,
                send(invited, "/proposals/" + proposal + "/publication", Map.of())
                        .statusCode());
        JsonPath shown = Signed.given().get("/api/v1/proposals/" + proposal).jsonPath();
        assertEquals(organisation, shown.getString("organisation"));
        assertEquals("vocal de plazas", shown.getString("role"));
        assertTrue(Signed.browser().get("/proposals/" + proposal).asString().contains("vocal de plazas"));
    }

    @Test
    void aMandateThatEndsWhileTheDraftIsOpenIsToldBesideTheField() {
        String organisation = accepted();
        String mandate = mandate(organisation, Map.of("to", "2199-12-31"));
        Response draft = send(
                invited,
                "/processes/tu-distrito/proposals",
                Map.of(
                        "title", "Canillas en las plazas",
                        "problem", "No hay agua.",
                        "solution", "Diez canillas.",
                        "name", organisation,
                        "then", "check"));
        String proposal = draft.header("Location").replaceAll(".*/proposals/([^/]+)/check", "$1");
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("update mandate set valid_from = :from, valid_to = :to where code = :code")
                        .setParameter("from", Instant.now().minusSeconds(600))
                        .setParameter("to", Instant.now().minusSeconds(1))
                        .setParameter("code", mandate)
                        .executeUpdate());
        assertEquals(
                422,
                send(invited, "/proposals/" + proposal + "/publication", Map.of())
                        .statusCode());
        Document check = invited.get("/proposals/" + proposal + "/check");
        assertEquals(
                "/proposals/" + proposal + "/edit#f-name",
                check.select(".error-summary a").attr("href"));
        Document edit = invited.get("/proposals/" + proposal + "/edit?check=true");
        assertTrue(edit.select("#f-name .error").text().contains("tu mandato terminó"));
        assertEquals("Canillas en las plazas", edit.select("#f-title").val());
        // in one's own name it goes, and the list says so
        send(
                invited,
                "/proposals/" + proposal,
                Map.of(
                        "title",
                        "Canillas en las plazas",
                        "problem",
                        "No hay agua.",
                        "solution",
                        "Diez canillas.",
                        "name",
                        ""));
        assertEquals(
                303,
                send(invited, "/proposals/" + proposal + "/publication", Map.of())
                        .statusCode());
        assertEquals(
                "Bruno Ejemplo",
                Signed.given().get("/api/v1/proposals/" + proposal).path("authors"));
    }

    @Test
    void onlyHoldersGiveMandatesAndTheLastOneStaysUntilThereIsAnother() {
        String organisation = accepted();
        String people = "/organisations/" + organisation + "/people";
        String second = mandate(organisation, Map.of());
        assertEquals(
                404,
                send(invited, people, Map.of("who", code("moderacion"), "title", "x"))
                        .statusCode());
        assertEquals(
                422,
                send(applicant, people, Map.of("who", code("vecino"), "title", "otra vez"))
                        .statusCode());
        assertEquals(
                422,
                send(applicant, people, Map.of("who", code("moderacion"), "title", "vocal", "to", "2001-01-01"))
                        .statusCode());
        assertEquals(
                422,
                send(
                                applicant,
                                people,
                                Map.of(
                                        "who",
                                        code("moderacion"),
                                        "title",
                                        "vocal",
                                        "to",
                                        "2190-01-01",
                                        "holder",
                                        "true"))
                        .statusCode());
        // who holds an organisation does so from the moment that they accept, not from a later day
        Map<String, String> later =
                Map.of("who", code("moderacion"), "title", "vocal", "from", "2190-01-01", "holder", "true");
        assertEquals(422, send(applicant, people, later).statusCode());
        String own = own(applicant, organisation);
        Response refused = send(applicant, "/me/mandates/" + own + "/end", Map.of());
        assertEquals(409, refused.statusCode());
        assertTrue(refused.asString().contains("Nadie más puede dar mandatos"));
        assertEquals(
                303,
                send(applicant, people + "/" + second + "/holder", Map.of()).statusCode());
        assertEquals(
                303, send(applicant, "/me/mandates/" + own + "/end", Map.of()).statusCode());
        assertEquals(404, applicant.request().get(people).statusCode());
        assertEquals(200, invited.request().get(people).statusCode());
        Response alone = send(invited, "/me/mandates/" + second + "/end", Map.of());
        assertEquals(409, alone.statusCode());
        assertTrue(alone.asString().contains("la última persona"));
    }

    private static String own(Signed person, String organisation) {
        return person.get("/me/mandates")
                .select("li:has(a[href$=" + organisation + "]) form[action$=/end]")
                .attr("action")
                .replaceAll("/me/mandates/(.*)/end", "$1");
    }

    @Test
    void whatEndsStaysToBeReadAndNamesWhatItGoesOnIn() {
        String ending = accepted();
        String successor = accepted();
        String comment = said(say(applicant, "process:tu-distrito", ending, "Lo último que decimos."));
        String end = "/organisations/" + ending + "/end";
        assertEquals(404, send(invited, end, Map.of("reason", "Porque sí.")).statusCode());
        assertEquals(
                422,
                send(applicant, end, Map.of("reason", "Nos unimos.", "successor", ending))
                        .statusCode());
        assertEquals(
                303,
                send(applicant, end, Map.of("reason", "Nos unimos.", "successor", successor))
                        .statusCode());
        Document shown =
                Jsoup.parse(Signed.browser().get("/organisations/" + ending).asString());
        assertTrue(shown.text().contains("Nos unimos."));
        assertEquals(1, shown.select(".notice a[href$=" + successor + "]").size());
        assertTrue(shown.text().contains("Lo último que decimos."));
        assertTrue(
                Signed.browser().get("/organisations/" + successor).asString().contains("/organisations/" + ending));
        assertFalse(offered(applicant, "process:tu-distrito").contains(ending));
        assertEquals(
                422,
                say(applicant, "process:tu-distrito", ending, "Una cosa más.").statusCode());
        assertEquals(200, Signed.given().get("/api/v1/comments/" + comment).statusCode());
        assertEquals(
                successor, Signed.given().get("/api/v1/organisations/" + ending).path("successor"));
        assertFalse(
                Signed.given().get("/api/v1/organisations?limit=100").asString().contains(ending));
        // the administrator may end one that nobody can end otherwise
        assertEquals(
                303,
                send(administrator, "/organisations/" + successor + "/end", Map.of("reason", "Nadie responde."))
                        .statusCode());
        assertEquals(
                404,
                send(administrator, "/organisations/" + successor + "/end", Map.of("reason", "Otra vez."))
                        .statusCode());
        assertEquals(1, events("organisation.ended", successor));
    }

    @Test
    void whatItSaysOfItselfAndItsInterestsArePublic() {
        String organisation = accepted();
        assertEquals(
                303,
                send(
                                applicant,
                                "/organisations/" + organisation + "/edit",
                                Map.of(
                                        "statement",
                                        "Ahora también regamos.",
                                        "contact",
                                        "la plaza",
                                        "twoPerson",
                                        "true"))
                        .statusCode());
        send(
                applicant,
                "/organisations/" + organisation + "/interests",
                Map.of("text", "Recibimos fondos de la Dirección de Parques."));
        String shown = Signed.browser().get("/organisations/" + organisation).asString();
        assertTrue(shown.contains("Ahora también regamos."));
        assertTrue(shown.contains("Recibimos fondos de la Dirección de Parques."));
        assertTrue(shown.contains("cuando lo confirma una segunda persona"));
        assertEquals(1, events("organisation.changed", organisation));
        assertEquals(1, events("interest.stated", organisation));
    }

    @Test
    void theDatabaseKeepsMandatesHonest() {
        String organisation = accepted();
        long resident = id("moderacion");
        for (String wrong : List.of(
                // a holder whose time ends
                "'PLATFORM', 0, true, :later, 'OPEN'",
                // ends before it begins
                "'PLATFORM', 0, false, :before, 'OPEN'",
                // a scope of everything with an id, and a topic without one
                "'PLATFORM', 7, false, :later, 'OPEN'",
                "'TOPIC', 0, false, :later, 'OPEN'",
                "'OFFICE', 7, false, :later, 'OPEN'")) {
            assertThrows(RuntimeException.class, () -> insert(organisation, resident, wrong), wrong);
        }
        insert(organisation, resident, "'PLATFORM', 0, false, :later, 'OPEN'");
        assertThrows(
                RuntimeException.class, () -> insert(organisation, resident, "'PLATFORM', 0, false, :later, 'OPEN'"));
        insert(organisation, resident, "'PLATFORM', 0, false, :later, null");
    }

    private void insert(String organisation, long participant, String values) {
        Instant now = Instant.now();
        QuarkusTransaction.requiringNew().run(() -> {
            var statement = entityManager
                    .createNativeQuery(
                            "insert into mandate (id, code, organisation_id, participant_id, title, valid_from,"
                                    + " given_at, scope_kind, scope_id, is_holder, valid_to, slot) select nextval('mandate_seq'),"
                                    + " :code, o.id, :participant, '', :now, :now, " + values
                                    + " from organisation o where o.code = :organisation")
                    .setParameter("code", "M-" + UUID.randomUUID().toString().substring(0, 8))
                    .setParameter("participant", participant)
                    .setParameter("organisation", organisation)
                    .setParameter("now", now);
            if (values.contains(":later")) {
                statement.setParameter("later", now.plusSeconds(600));
            }
            if (values.contains(":before")) {
                statement.setParameter("before", now.minusSeconds(600));
            }
            statement.executeUpdate();
        });
    }

    @Test
    void theEventsOfAnOrganisationVerify() {
        String organisation = accepted();
        mandate(organisation, Map.of());
        ledger.drain();
        assertEquals(200, Signed.browser().get("/ledger/verification").statusCode());
        Organisation found = QuarkusTransaction.requiringNew()
                .call(() -> Organisation.byCode(organisation).orElseThrow());
        assertEquals(new Scope(Scope.Kind.ORGANISATION, found.id()), found.scope());
    }
}
