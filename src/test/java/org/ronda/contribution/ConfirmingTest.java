package org.ronda.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.MailServer;
import org.ronda.Race;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.identity.Consents;
import org.ronda.identity.Newcomer;
import org.ronda.identity.Participant;
import org.ronda.kernel.Forms;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Posting;
import org.ronda.ledger.Ledger;
import org.ronda.organisation.ApplicationInput;
import org.ronda.organisation.Applying;
import org.ronda.organisation.Mandate;
import org.ronda.organisation.MandateInput;
import org.ronda.organisation.Mandating;
import org.ronda.organisation.Organisation;
import org.ronda.process.Action;
import org.ronda.process.Phase;
import org.ronda.process.Voters;

/** What is said for an organisation in which two people confirm: in time, unseen, confirmed once, or given back. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ConfirmingTest {
    @Inject
    EntityManager entityManager;

    @Inject
    Consents consents;

    @Inject
    Applying applying;

    @Inject
    Mandating mandating;

    @Inject
    Confirming confirming;

    @Inject
    Voters voters;

    @Inject
    Ledger ledger;

    private Signed first;
    private Signed second;
    private Organisation organisation;
    private int spentBefore;

    @BeforeEach
    void twoSpeakForIt() {
        FreshLimits.forEverybody();
        spentBefore = used();
        spent(0);
        first = Signed.in("vecina");
        second = Signed.in("vecino");
        long applicant = person("vecina").id();
        organisation = applying.apply(
                new ApplicationInput("Dúo " + UUID.randomUUID(), "Somos dos.", "", "acá", "", "presidenta"), applicant);
        applying.accept(organisation.code(), "Son dos.", applicant);
        invite(person("vecino"), "secretario");
        assertEquals(
                303,
                send(
                                first,
                                "/organisations/" + organisation.code() + "/edit",
                                Map.of("statement", "Somos dos.", "contact", "acá", "twoPerson", "true"))
                        .statusCode());
    }

    /** What others sent in the same name of a persona leaves room for what is sent here, and the other way round. */
    private void spent(int used) {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("update voter_phase set used = :used where phase_id ="
                                + " (select id from phase where code = :phase) and action = 'PROPOSE' and voter_id in"
                                + " (select v.voter_id from voter_of v join participant p on p.id = v.participant_id"
                                + " where p.subject = 'vecina')")
                        .setParameter("used", used)
                        .setParameter("phase", phase())
                        .executeUpdate());
    }

    @AfterEach
    void putBack() {
        spent(spentBefore);
    }

    private void invite(Participant somebody, String title) {
        Mandate mandate = mandating.give(
                organisation.code(),
                new MandateInput(somebody.code(), title, "", "", "", ""),
                person("vecina").id());
        mandating.accept(mandate.code(), somebody.id());
    }

    private static Participant person(String username) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject(username).orElseThrow());
    }

    private static Response send(Signed by, String address, Map<String, String> fields) {
        RequestSpecification request = by.request().formParam("nonce", Forms.nonce());
        fields.forEach(request::formParam);
        return request.post(address);
    }

    private String phase() {
        return (String) entityManager
                .createNativeQuery("select f.code from phase f join process p on p.id = f.process_id"
                        + " where p.slug = 'tu-distrito' and f.kind = 'PROPOSALS'")
                .getSingleResult();
    }

    /** Sends a proposal for the organisation; answers its code. */
    private String proposed() {
        Response sent = Signed.given()
                .auth()
                .preemptive()
                .basic("vecina", "demo")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "process", "tu-distrito",
                        "phase", phase(),
                        "title", "Lo que proponemos de a dos",
                        "problem", "Nadie decide a solas.",
                        "solution", "Confirmar entre dos.",
                        "organisation", organisation.code()))
                .post("/api/v1/proposals");
        assertEquals(201, sent.statusCode(), sent.asString());
        return sent.path("code");
    }

    private int used() {
        Phase phase = QuarkusTransaction.requiringNew()
                .call(() -> Phase.<Phase>find("code", phase()).firstResult());
        return voters.used(person("vecina").id(), phase, Action.PROPOSE);
    }

    private int contributions() {
        ledger.drain();
        return ((Number) entityManager
                        .createNativeQuery("select s.contributions from subject_count s join process p"
                                + " on s.subject_kind = 'PROCESS' and s.subject_id = p.id where p.slug = 'tu-distrito'")
                        .getSingleResult())
                .intValue();
    }

    private Instant lateUntil() {
        return (Instant) entityManager
                .createNativeQuery(
                        "select t.late_until from phase_terms t join phase f on f.id = t.phase_id where f.code = :code"
                                + " order by t.n desc",
                        Instant.class)
                .setParameter("code", phase())
                .setMaxResults(1)
                .getSingleResult();
    }

    @Test
    void whoIsAskedToSpeakOrToConfirmIsToldAtOnceAndNoLongerOnceItIsDone() {
        MailServer.address("vecino", "bruno@example.org", true);
        try (MailServer server = new MailServer()) {
            Mandate asked = mandating.give(
                    organisation.code(),
                    new MandateInput(person("vecino").code(), "vocal", "process:tu-distrito", "", "", ""),
                    person("vecina").id());
            String code = proposed();
            Posting.deliver();
            List<MailServer.Received> mails = server.to("bruno@example.org");
            assertEquals(2, mails.size());
            assertTrue(
                    mails.get(0).subject().contains(organisation.name() + " te pide"),
                    mails.get(0).subject());
            assertTrue(mails.get(0).text().contains(MailServer.LINKS + "/me/mandates"));
            assertTrue(mails.get(1).text().contains(MailServer.LINKS + "/me/confirmations"));
            assertFalse(
                    mails.get(1).text().contains("Lo que proponemos de a dos"),
                    mails.get(1).text());
            assertTrue(second.get("/me/for-you").text().contains("que lo confirmes"));
            assertFalse(first.get("/me/for-you").text().contains("que lo confirmes"));
            confirming.confirm(code, person("vecino").id());
            assertFalse(second.get("/me/for-you").text().contains("que lo confirmes"));
            String late = proposed();
            confirming.confirm(late, person("vecino").id());
            mandating.accept(asked.code(), person("vecino").id());
            Posting.deliver();
            assertEquals(2, server.to("bruno@example.org").size());
        } finally {
            MailServer.address("vecino", null, false);
            Posting.nothing();
        }
    }

    @Test
    void whatOneSendsIsSeenByWhoSpeaksForItOnlyUntilAnotherConfirms() {
        int before = contributions();
        String code = proposed();
        assertEquals(before, contributions());
        String address = "/proposals/" + code;
        assertEquals(404, Signed.browser().get(address).statusCode());
        assertEquals(404, Signed.given().get("/api/v1" + address).statusCode());
        // who moderates the process is no member of the organisation
        assertEquals(404, Signed.in("moderacion").request().get(address).statusCode());
        assertEquals(
                404,
                Signed.in("moderacion")
                        .request()
                        .get("/desk/tu-distrito?at=" + code)
                        .statusCode());
        assertEquals(200, second.request().get(address).statusCode());
        assertTrue(first.get("/me/confirmations").text().contains("lo confirma otra persona"));
        assertTrue(second.get("/me/confirmations").text().contains("Lo que proponemos de a dos"));
        assertFalse(Signed.in("organizacion").get("/me/confirmations").text().contains("Lo que proponemos de a dos"));
        assertEquals(409, send(first, "/me/confirmations/" + code, Map.of()).statusCode());
        assertEquals(
                404,
                send(Signed.in("organizacion"), "/me/confirmations/" + code, Map.of())
                        .statusCode());
        Response confirmed = send(second, "/me/confirmations/" + code, Map.of());
        assertEquals(303, confirmed.statusCode());
        assertTrue(second.get(confirmed.header("Location").replaceAll("https?://[^/]+", ""))
                .text()
                .contains("Confirmado por una segunda persona"));
        assertEquals(before + 1, contributions());
        JsonPath shown = Signed.given().get("/api/v1" + address).jsonPath();
        assertEquals("PUBLISHED", shown.getString("state"));
        assertEquals("presidenta", shown.getString("role"));
        assertEquals(409, send(second, "/me/confirmations/" + code, Map.of()).statusCode());
        // one person alone does not change it afterwards
        Response alone = send(
                first,
                address,
                Map.of("title", "Otra cosa", "problem", "x", "solution", "y", "name", organisation.code()));
        assertEquals(409, alone.statusCode());
    }

    @Test
    void aCommentWaitsToo() {
        Response said = send(
                first,
                "/comments",
                Map.of("on", "process:tu-distrito", "name", organisation.code(), "body", "Lo decimos de a dos."));
        assertEquals(303, said.statusCode());
        String code = said.header("Location").replaceAll(".*/comments/([^?]+).*", "$1");
        String thread = "/comments?on=process:tu-distrito&order=newest";
        assertFalse(Signed.browser().get(thread).asString().contains("Lo decimos de a dos."));
        assertTrue(first.get(thread).text().contains("Espera que otra persona lo confirme"));
        assertEquals(303, send(second, "/me/confirmations/" + code, Map.of()).statusCode());
        assertTrue(Signed.browser().get(thread).asString().contains("Lo decimos de a dos."));
    }

    @Test
    void itsAuthorChangesWhatWaitsAndItGoesOnWaitingAndNobodyConfirmsWordsThatTheyDidNotRead() {
        String code = proposed();
        String address = "/proposals/" + code;
        int used = used();
        String read = second.get("/me/confirmations")
                .select("form[action$=" + code + "] input[name=version]")
                .val();
        Map<String, String> words = Map.of(
                "title", "Lo que proponemos mejor",
                "problem", "Faltaba decir algo.",
                "solution", "Confirmar entre dos.",
                "name", organisation.code());
        assertEquals(409, send(second, address, words).statusCode());
        assertTrue(first.get("/me/confirmations")
                .select("main a[href$=" + code + "/edit]")
                .text()
                .contains("Cambiarlo"));
        assertEquals(
                "Lo que proponemos de a dos",
                first.get(address + "/edit").select("#f-title").val());
        assertEquals(303, send(first, address, words).statusCode());
        assertEquals(422, send(first, address, words).statusCode());
        assertEquals(Contribution.State.UNCONFIRMED, state(code));
        assertEquals(used, used());
        Response other = send(second, "/me/confirmations/" + code, Map.of("version", read));
        assertEquals(409, other.statusCode());
        assertTrue(other.asString().contains("Lo que proponemos mejor"));
        String now = second.get("/me/confirmations")
                .select("form[action$=" + code + "] input[name=version]")
                .val();
        assertEquals(
                303,
                send(second, "/me/confirmations/" + code, Map.of("version", now))
                        .statusCode());
        assertEquals(
                "Lo que proponemos mejor",
                Signed.given().get("/api/v1/proposals/" + code).path("title"));
        ledger.drain();
        // what was never public is not published with what is
        assertEquals(
                List.of(),
                entityManager
                        .createNativeQuery("select c.content from ledger_content c join ledger_event e"
                                + " on e.id = c.event_id join contribution b on b.id = e.subject_id"
                                + " where e.subject_kind = 'CONTRIBUTION' and b.code = :code"
                                + " and c.content like '%de a dos%'")
                        .setParameter("code", code)
                        .getResultList());
    }

    @Test
    void aCommentThatWaitsIsChangedToo() {
        Response said = send(
                first,
                "/comments",
                Map.of("on", "process:tu-distrito", "name", organisation.code(), "body", "Apurado y con errores."));
        String code = said.header("Location").replaceAll(".*/comments/([^?]+).*", "$1");
        String edit = "/comments/" + code + "/edit";
        assertEquals(404, second.request().get(edit).statusCode());
        assertEquals(404, send(second, edit, Map.of("body", "De otra persona.")).statusCode());
        assertEquals("Apurado y con errores.", first.get(edit).select("#f-body").val());
        assertEquals(
                303,
                send(first, edit, Map.of("body", "Con calma y sin errores.")).statusCode());
        assertEquals(Contribution.State.UNCONFIRMED, state(code));
        assertTrue(second.get("/me/confirmations").text().contains("Con calma y sin errores."));
        assertEquals(303, send(second, "/me/confirmations/" + code, Map.of()).statusCode());
        String thread = Signed.browser()
                .get("/comments?on=process:tu-distrito&order=newest")
                .asString();
        assertTrue(thread.contains("Con calma y sin errores."));
        assertFalse(thread.contains("Apurado"));
    }

    @Test
    void whatIsWithdrawnBeforeGivesItsPlaceBackAndCannotBeConfirmed() {
        int used = used();
        String code = proposed();
        assertEquals(used + 1, used());
        assertEquals(
                303, send(first, "/proposals/" + code + "/withdrawal", Map.of()).statusCode());
        assertEquals(used, used());
        assertEquals(409, send(second, "/me/confirmations/" + code, Map.of()).statusCode());
        assertEquals(404, Signed.browser().get("/proposals/" + code).statusCode());
    }

    @Test
    void aSecondMandateThatWasRevokedConfirmsNothing() {
        String code = proposed();
        String mandate = second.get("/me/mandates")
                .select("li:has(a[href$=" + organisation.code() + "]) form[action$=/end]")
                .attr("action");
        assertEquals(303, send(second, mandate, Map.of()).statusCode());
        assertEquals(404, send(second, "/me/confirmations/" + code, Map.of()).statusCode());
    }

    @Test
    void untilTheLateMomentItIsConfirmedAfterwardsItIsItsAuthorsDraftAgainAndItsPlaceIsBack() {
        Instant until = lateUntil();
        // what other tests left waiting
        Now.during(until, confirming::giveBack);
        String inTime = proposed();
        int used = used();
        String late = proposed();
        Participant by = person("vecino");
        Now.during(until.minusMillis(1), () -> confirming.confirm(inTime, by.id()));
        List<Race.Outcome<String>> outcomes =
                Race.of(List.of(() -> Now.during(until, () -> confirming.confirm(late, by.id()))));
        assertFalse(outcomes.get(0).isDone());
        Now.during(until.minusMillis(1), confirming::giveBack);
        assertEquals(Contribution.State.UNCONFIRMED, state(late));
        Now.during(until, confirming::giveBack);
        assertEquals(Contribution.State.DRAFT, state(late));
        // never public, nor to be so with what is sent next, in whoever's name
        assertEquals(
                0L,
                ((Number) entityManager
                                .createNativeQuery("select count(*) from ledger_content l"
                                        + " join ledger_event e on e.id = l.event_id join contribution c"
                                        + " on e.subject_kind = 'CONTRIBUTION' and c.id = e.subject_id"
                                        + " where c.code = :code and e.kind = 'contribution.sent'")
                                .setParameter("code", late)
                                .getSingleResult())
                        .longValue());
        assertEquals(0, Now.during(until, confirming::giveBack));
        assertEquals(used, used());
        assertTrue(first.get("/me").text().contains("Lo que proponemos de a dos"));
        assertEquals(200, first.request().get("/proposals/" + late + "/edit").statusCode());
        assertEquals(404, second.request().get("/proposals/" + late).statusCode());
        // the phase is open still by the real clock: it may be sent again
        assertEquals(
                303,
                send(first, "/proposals/" + late + "/publication", Map.of()).statusCode());
        assertEquals(303, send(second, "/me/confirmations/" + late, Map.of()).statusCode());
        assertEquals(
                "PUBLISHED", Signed.given().get("/api/v1/proposals/" + late).path("state"));
        // it was published at an instant that is still to come: no list of other tests begins with it
        assertEquals(
                303,
                send(first, "/proposals/" + inTime + "/withdrawal", Map.of()).statusCode());
    }

    private static Contribution.State state(String code) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Contribution.<Contribution>find("code", code)
                        .firstResult()
                        .state());
    }

    private String said(String on) {
        return Signed.given()
                .auth()
                .preemptive()
                .basic("vecina", "demo")
                .contentType(ContentType.JSON)
                .body(Map.of("body", "Lo decimos de a dos", "organisation", organisation.code()))
                .post("/api/v1/proposals/" + on + "/comments")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    @Test
    void nothingIsConfirmedUnderWhatWasTakenBackMeanwhile() {
        String proposal = proposed();
        confirming.confirm(proposal, person("vecino").id());
        String comment = said(proposal);
        assertEquals(
                303,
                send(first, "/proposals/" + proposal + "/withdrawal", Map.of()).statusCode());
        assertEquals(409, send(second, "/me/confirmations/" + comment, Map.of()).statusCode());
        assertEquals(Contribution.State.UNCONFIRMED, state(comment));
    }

    @Test
    void theSecondPersonAcceptsTheRulesFirst() {
        Newcomer third = Newcomer.arrives();
        invite(third.row(), "vocal");
        String code = proposed();
        Response sent = third.request().formParam("nonce", Forms.nonce()).post("/me/confirmations/" + code);
        assertEquals(303, sent.statusCode(), sent.asString());
        assertTrue(sent.header("Location").contains("/welcome"), sent.header("Location"));
        assertEquals(Contribution.State.UNCONFIRMED, state(code));
    }

    @Test
    void anOlderFormDoesNotSwitchTheRuleOff() {
        String edit = "/organisations/" + organisation.code() + "/edit";
        String older = first.get(edit).select("input[name=version]").val();
        Map<String, String> words = Map.of("statement", "Somos dos y más.", "contact", "acá", "twoPerson", "true");
        assertEquals(303, send(first, edit, words).statusCode());
        Response late = send(first, edit, Map.of("statement", "Sin la regla", "contact", "acá", "version", older));
        assertEquals(409, late.statusCode());
        assertTrue(late.asString().contains("Sin la regla"));
        Organisation now = QuarkusTransaction.requiringNew()
                .call(() -> Organisation.byCode(organisation.code()).orElseThrow());
        assertTrue(now.isTwoPerson());
        assertEquals("Somos dos y más.", now.statement());
    }

    @Test
    void ofTwoWhoConfirmAtOnceOneIsTakenAndItIsPublishedOnce() {
        Participant third = QuarkusTransaction.requiringNew().call(() -> {
            Participant person = new Participant(
                    "confirma-" + UUID.randomUUID(),
                    "Tercera Ejemplo",
                    Language.ES,
                    Instant.now().minus(Duration.ofDays(1)));
            person.persist();
            consents.giveAll(person.id(), Instant.now());
            return person;
        });
        invite(third, "vocal");
        Participant other = person("vecino");
        for (int i = 0; i < 3; i++) {
            int before = contributions();
            String code = proposed();
            List<Race.Outcome<String>> outcomes =
                    Race.of(4, n -> () -> confirming.confirm(code, n % 2 == 0 ? other.id() : third.id()));
            assertEquals(1, outcomes.stream().filter(Race.Outcome::isDone).count());
            assertEquals(before + 1, contributions());
        }
    }
}
