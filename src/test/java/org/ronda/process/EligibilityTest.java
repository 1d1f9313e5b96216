package org.ronda.process;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.MailServer;
import org.ronda.Places;
import org.ronda.Race;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.contribution.Supporting;
import org.ronda.identity.Newcomer;
import org.ronda.identity.Participant;
import org.ronda.kernel.Forms;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Language;
import org.ronda.kernel.Posting;
import org.ronda.kernel.Refused;
import org.ronda.ledger.Ledger;
import org.ronda.organisation.Mandate;
import org.ronda.organisation.MandateInput;
import org.ronda.organisation.Mandating;
import org.ronda.process.VoiceWorlds.World;
import org.ronda.proposal.Proposal;
import org.ronda.proposal.Proposing;

/** What a process asks of whoever counts: asked by the gate, shown on a page, counted by voices. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class EligibilityTest {
    private static final String AUTHORS = "AUTORA-2345-ZZ";
    private static final String CODE = "CLAVE-2345-YYYY";

    @Inject
    VoiceWorlds worlds;

    @Inject
    Supporting supporting;

    @Inject
    Proposing proposing;

    @Inject
    Mandating mandating;

    @Inject
    Attesting attesting;

    @Inject
    Ledger ledger;

    private World world;
    private Proposal proposal;
    private Newcomer nora;

    @BeforeEach
    void aProcessThatAsksForCodes() {
        FreshLimits.forEverybody();
        world = worlds.open(Eligibility.CODES, 5);
        worlds.give(world, AUTHORS, CODE, "OTRA-2345-WWWW");
        Newcomer author = Newcomer.admitted();
        worlds.enter(world, AUTHORS, author.id());
        proposal = propose(world, author);
        nora = Newcomer.admitted();
    }

    @AfterEach
    void noMail() {
        Posting.nothing();
        worlds.forgetAddresses();
    }

    private Proposal propose(World in, Newcomer author) {
        return proposing.publish(
                in.phase(), "Un banco", "No hay.", "Ponerlo.", List.of(), "", "", Language.ES, author.row());
    }

    private RequestSpecification api(Newcomer who) {
        return who.request().contentType(ContentType.JSON).header("Accept-Language", "en");
    }

    private Response support(Newcomer who, Proposal what) {
        return api(who).body(Map.of("meaning", 1)).put("/api/v1/proposals/" + what.code() + "/support");
    }

    private Response enter(Newcomer who, String code) {
        return who.request()
                .header("Accept-Language", "es")
                .formParam("nonce", Forms.nonce())
                .formParam("voiceCode", code)
                .post(world.process().address() + "/eligibility");
    }

    private int voices(World in) {
        ledger.drain();
        return Signed.browser().get("/api/v1/processes/" + in.slug()).path("counts.voices");
    }

    @Test
    void whoIsNotEligibleYetIsLedToThePageAndBackWithEverythingTyped() {
        Response sent = nora.request()
                .header(
                        "Referer",
                        RestAssured.baseURI + ":" + RestAssured.port + "/comments?on=proposal:" + proposal.code())
                .formParam("nonce", Forms.nonce())
                .formParam("on", "proposal:" + proposal.code())
                .formParam("body", "Lo que escribí con cuidado.")
                .post("/comments");
        assertEquals(303, sent.statusCode());
        String asked = sent.header("Location").replaceFirst("^https?://[^/]+", "");
        assertTrue(asked.startsWith(world.process().address() + "/eligibility?to=%2Fcomments"), asked);
        String kept = sent.cookie("kept");
        String page = nora.request()
                .urlEncodingEnabled(false)
                .cookie("kept", kept)
                .get(asked)
                .asString();
        assertTrue(page.contains("Guardamos lo que escribiste"), page);
        assertTrue(page.contains("name=\"voiceCode\""), page);
        String back = nora.request()
                .cookie("kept", kept)
                .formParam(
                        "nonce",
                        Jsoup.parse(page).select("main input[name=nonce]").val())
                .formParam("voiceCode", " clave2345 yyyy")
                .post(world.process().address() + "/eligibility")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertTrue(back.contains("/comments?on="), back);
        nora.request()
                .urlEncodingEnabled(false)
                .cookie("kept", kept)
                .get(back)
                .then()
                .statusCode(200)
                .body(containsString("Lo que escribí con cuidado."));
        support(nora, proposal).then().statusCode(200);
        assertTrue(nora.get(world.process().address() + "/eligibility").text().contains("Ya está"));
    }

    @Test
    void everythingThatCountsIsRefusedWithAProblemOfItsOwnType() {
        List.of(
                        support(nora, proposal),
                        api(nora)
                                .body(Map.of("body", "Hola"))
                                .post("/api/v1/proposals/" + proposal.code() + "/comments"),
                        api(nora)
                                .body(Map.of(
                                        "process",
                                        world.slug(),
                                        "phase",
                                        world.phase().code(),
                                        "title",
                                        "Otro banco",
                                        "problem",
                                        "No hay.",
                                        "solution",
                                        "Uno."))
                                .post("/api/v1/proposals"))
                .forEach(answer -> answer.then()
                        .statusCode(403)
                        .contentType("application/problem+json")
                        .body("type", equalTo("urn:ronda:problem:eligibility"))
                        .body("detail", containsString(world.process().address() + "/eligibility")));
        assertEquals(0, worlds.count("select count(*) from voter_of where participant_id = ?1", nora.id()));
        api(nora)
                .get("/api/v1/processes/" + world.slug() + "/eligibility")
                .then()
                .body("eligibility", equalTo("CODES"))
                .body("verified", equalTo(false));
        api(nora)
                .body(Map.of("code", CODE))
                .put("/api/v1/processes/" + world.slug() + "/eligibility")
                .then()
                .statusCode(200)
                .body("verified", equalTo(true))
                .body("shared", equalTo(false));
        support(nora, proposal).then().statusCode(200);
        assertEquals(2, voices(world));
    }

    @Test
    void aCodeIsNowhereInTheDatabaseNorInWhatIsAnswered() {
        String wrong = "EQUIVOCADO-2345";
        enter(nora, wrong)
                .then()
                .statusCode(422)
                .body(allOf(containsString("id=\"e-voiceCode\""), not(containsString(wrong))));
        Response signedOut = Signed.browser()
                .formParam("nonce", Forms.nonce())
                .formParam("voiceCode", wrong)
                .formParam("to", "/processes")
                .post(world.process().address() + "/eligibility");
        assertEquals(303, signedOut.statusCode());
        enter(nora, CODE).then().statusCode(303);
        for (String code : List.of(wrong, "EQUIVOCADO", CODE, "CLAVE2345YYYY", "C1AVE2345YYYY", "AUTORA-2345")) {
            assertEquals(List.of(), Places.of(code), code);
        }
    }

    @Test
    void aCodeThatIsNotThereAndOneThatWasWithdrawnAreAnsweredAlike() {
        CodeList list = worlds.give(world, "RETIRADA-2345-WW");
        Signed mora = Signed.in("moderacion");
        mora.request()
                .formParam("nonce", Forms.nonce())
                .formParam("reason", "Se perdió la caja")
                .post("/setup/" + world.slug() + "/with/codes/" + list.code() + "/withdrawal")
                .then()
                .statusCode(303);
        String unknown = errorIn(enter(nora, "NUNCA-2345-VVVV"));
        assertEquals(unknown, errorIn(enter(nora, "RETIRADA-2345-WW")));
        assertEquals(unknown, errorIn(enter(nora, "corto")));
        assertEquals(unknown, errorIn(enter(nora, "")));
        enter(nora, CODE).then().statusCode(303);
        String another = errorIn(enter(nora, "NUNCA-2345-VVVV"));
        assertEquals(another, errorIn(enter(nora, "OTRA-2345-WWWW")));
        assertEquals(another, errorIn(enter(nora, AUTHORS)));
        enter(nora, CODE).then().statusCode(303);
    }

    private static String errorIn(Response answer) {
        assertTrue(answer.statusCode() == 422 || answer.statusCode() == 409, answer.asString());
        return answer.statusCode()
                + Jsoup.parse(answer.asString()).select(".error-summary").text();
    }

    @Test
    void guessingIsStoppedByAccountAndByAddress() {
        for (int i = 0; i < 10; i++) {
            enter(nora, "ADIVINO-2345-" + (1000 + i)).then().statusCode(422);
        }
        enter(nora, CODE).then().statusCode(429);
        for (int person = 0; person < 9; person++) {
            Newcomer another = Newcomer.admitted();
            for (int i = 0; i < 10; i++) {
                enter(another, "ADIVINO-2345-" + (1000 + i)).then().statusCode(422);
            }
        }
        enter(Newcomer.admitted(), CODE).then().statusCode(429);
        assertEquals(1, voices(world));
    }

    @Test
    void aHallOfPeopleBehindOneAddressEntersRightCodes() {
        for (int i = 0; i < 105; i++) {
            enter(nora, CODE).then().statusCode(303);
        }
        for (int i = 0; i < 10; i++) {
            enter(nora, "ADIVINO-2345-" + (1000 + i)).then().statusCode(409);
        }
        enter(nora, "ADIVINO-2345-2000").then().statusCode(429);
        enter(Newcomer.admitted(), CODE).then().statusCode(303);
    }

    @Test
    void manyTabsAtOnceGuessNoOftenerThanOne() {
        List<Integer> answers =
                Race.<Integer>of(
                                30,
                                i -> () -> enter(nora, "ADIVINO-2345-" + (1000 + i))
                                        .statusCode())
                        .stream()
                        .map(Race.Outcome::answer)
                        .toList();
        assertEquals(10, Collections.frequency(answers, 422), answers::toString);
        assertEquals(20, Collections.frequency(answers, 429), answers::toString);
    }

    @Test
    void twoAccountsWithOneCodeAreToldAndNeitherLearnsWhoTheOtherIs() {
        Newcomer one = worlds.reachedBy("una@example.org");
        Newcomer two = worlds.reachedBy("otra@example.org");
        enter(one, CODE).then().statusCode(303);
        assertEquals(
                0, one.get("/me/for-you").select("main a[href$=/eligibility]").size());
        support(one, proposal).then().statusCode(200);
        enter(two, CODE).then().statusCode(303);
        support(two, proposal).then().statusCode(200);
        assertEquals(1, worlds.count("select count(*) from support where contribution_id = ?1", proposal.id()));
        assertEquals(2, voices(world));
        for (Newcomer each : List.of(one, two)) {
            assertEquals(
                    1,
                    each.get("/me/for-you").select("main a[href$=/eligibility]").size());
            Document page = each.get(world.process().address() + "/eligibility");
            assertTrue(page.text().contains("una sola voz"), page.text());
            assertFalse(page.text().contains((each == one ? two : one).name()));
        }
        try (MailServer server = new MailServer()) {
            Posting.deliver();
            for (String address : List.of("una@example.org", "otra@example.org")) {
                List<MailServer.Received> mails = server.to(address);
                assertEquals(1, mails.size());
                assertTrue(
                        mails.get(0).subject().contains("cuenta junto con otra"),
                        mails.get(0).subject());
                assertFalse(
                        mails.get(0).text().contains("Nombre Singular"),
                        mails.get(0).text());
            }
        }
        one.request()
                .formParam("nonce", Forms.nonce())
                .post(world.process().address() + "/eligibility/reading")
                .then()
                .statusCode(303);
        assertEquals(
                0, one.get("/me/for-you").select("main a[href$=/eligibility]").size());
        api(two).delete("/api/v1/proposals/" + proposal.code() + "/support")
                .then()
                .statusCode(200);
        assertEquals(0, worlds.count("select count(*) from support where contribution_id = ?1", proposal.id()));
    }

    @Test
    void afterAnErasureACodeStaysUsedOfNobody() {
        enter(nora, CODE).then().statusCode(303);
        support(nora, proposal).then().statusCode(200);
        nora.request().get("/me/data").then().statusCode(200);
        nora.request()
                .formParam("nonce", Forms.nonce())
                .formParam("word", "borrar")
                .post("/me/erasure")
                .then()
                .statusCode(303);
        assertEquals(0, worlds.count("select count(*) from voter_of where participant_id = ?1", nora.id()));
        assertEquals(
                2,
                worlds.count(
                        "select count(*) from eligibility_code c join voter v on v.process_id = c.process_id"
                                + " and v.voter_key = c.code_key where c.used_at is not null and c.process_id = ?1",
                        world.id()));
        Newcomer again = Newcomer.admitted();
        enter(again, CODE).then().statusCode(303);
        assertEquals(2, worlds.count("select count(*) from voter where process_id = ?1", world.id()));
    }

    @Test
    void anAddressIsOneVoiceAsLongAsItIsVerified() {
        World mails = worlds.open(Eligibility.EMAIL, 5);
        Newcomer author = worlds.reachedBy("autora@example.org");
        Proposal idea = propose(mails, author);
        support(nora, idea).then().statusCode(403).body("type", equalTo("urn:ronda:problem:eligibility"));
        assertTrue(nora.get(mails.process().address() + "/eligibility").text().contains("correo"));
        Newcomer one = worlds.reachedBy("Misma@example.org");
        support(one, idea).then().statusCode(200);
        QuarkusTransaction.requiringNew()
                .run(() -> Participant.update("isEmailVerified = false where id = ?1", one.id()));
        api(one).body(Map.of("body", "Hola"))
                .post("/api/v1/proposals/" + idea.code() + "/comments")
                .then()
                .statusCode(403);
        api(one).delete("/api/v1/proposals/" + idea.code() + "/support").then().statusCode(200);
        Newcomer two = worlds.reachedBy("misma@EXAMPLE.org");
        support(two, idea).then().statusCode(200);
        assertEquals(
                1,
                worlds.count(
                        "select count(distinct voter_id) from voter_of where participant_id in (?1, ?2)",
                        one.id(),
                        two.id()));
        assertEquals(2, voices(mails));
    }

    @Test
    void whoComesBackAfterAnErasureIsTheSameVoterAndIsCountedOnce() {
        World mails = worlds.open(Eligibility.EMAIL, 5);
        Proposal idea = propose(mails, worlds.reachedBy("autora@example.org"));
        Newcomer one = worlds.reachedBy("vuelve@example.org");
        support(one, idea).then().statusCode(200);
        one.request()
                .formParam("nonce", Forms.nonce())
                .formParam("word", "borrar")
                .post("/me/erasure")
                .then()
                .statusCode(303);
        assertEquals(0, worlds.count("select count(*) from voter_of where participant_id = ?1", one.id()));
        Newcomer again = worlds.reachedBy("vuelve@example.org");
        support(again, idea).then().statusCode(200);
        assertEquals(2, worlds.count("select count(*) from voter where process_id = ?1", mails.id()));
        assertEquals(2, voices(mails));
    }

    @Test
    void nobodyIsAttestedByANameThatLooksLikeTheAddressOrTheCodeOfAnother() {
        World tables = worlds.open(Eligibility.IN_PERSON, 3);
        Newcomer liar = Newcomer.admitted();
        called(liar, "ana@example.org");
        assertThrows(Refused.class, () -> attesting.attest(tables.id(), "ana@example.org", true, null, worlds.mora()));
        called(liar, nora.code());
        attesting.attest(tables.id(), nora.code(), true, null, worlds.mora());
        assertEquals(0, worlds.count("select count(*) from attestation where participant_id = ?1", liar.id()));
        assertEquals(1, worlds.count("select count(*) from attestation where participant_id = ?1", nora.id()));
    }

    private static void called(Newcomer somebody, String name) {
        QuarkusTransaction.requiringNew().run(() -> Participant.update("name = ?1 where id = ?2", name, somebody.id()));
    }

    @Test
    void aMandateIsAskedForAtTheInstantOfTheAct() {
        World members = worlds.open(Eligibility.ORGANISATION, 5);
        Participant representative = QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject("organizacion").orElseThrow());
        String organisation = QuarkusTransaction.requiringNew()
                .call(() -> Mandate.<Mandate>find("participantId = ?1 and slot is not null", representative.id())
                        .firstResult()
                        .organisationId())
                .toString();
        String code = (String) QuarkusTransaction.requiringNew()
                .call(() -> Mandate.getEntityManager()
                        .createNativeQuery("select code from organisation where id = " + organisation)
                        .getSingleResult());
        Proposal idea = proposing.publish(
                members.phase(), "De la red", "Falta.", "Ponerlo.", List.of(), "", "", Language.ES, representative);
        support(nora, idea).then().statusCode(403);
        Mandate mandate = mandating.give(
                code,
                new MandateInput(nora.code(), "vocal", "process:" + members.slug(), "", "", ""),
                representative.id());
        support(nora, idea).then().statusCode(403);
        mandating.accept(mandate.code(), nora.id());
        support(nora, idea).then().statusCode(200);
        assertTrue(nora.get(members.process().address() + "/eligibility").text().contains("Ya está"));
        nora.request()
                .formParam("nonce", Forms.nonce())
                .post("/me/mandates/" + mandate.code() + "/end")
                .then()
                .statusCode(303);
        api(nora)
                .body(Map.of("body", "Hola"))
                .post("/api/v1/proposals/" + idea.code() + "/comments")
                .then()
                .statusCode(403);
        api(nora).delete("/api/v1/proposals/" + idea.code() + "/support").then().statusCode(200);
    }

    @Test
    void whatIsAskedIsSaidToEverybody() {
        Document page = Jsoup.parse(Signed.browser()
                .get(world.process().address())
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertTrue(
                page.select("aside").text().contains("Quien recibió un código"),
                page.select("aside").text());
        Signed.browser()
                .get(world.process().address() + "/eligibility")
                .then()
                .statusCode(200)
                .body(containsString("Un código es una voz"));
        Signed.browser().get("/api/v1/processes/" + world.slug()).then().body("eligibility", equalTo("CODES"));
        Signed.browser()
                .get("/api/v1/processes/tu-distrito")
                .then()
                .body("eligibility", equalTo("NONE"))
                .body("counts.voices", equalTo(0));
        Signed.browser()
                .get("/api/v1/processes/" + world.slug() + "/eligibility")
                .then()
                .statusCode(401);
    }

    private Response frame(World of, String eligibility) {
        Signed mora = Signed.in("moderacion");
        Document form = mora.get("/setup/" + of.slug() + "/frame");
        return mora.request()
                .formParam("nonce", Forms.nonce())
                .formParam("version", form.select("input[name=version]").val())
                .formParam("influence", "CONSULT")
                .formParam(
                        "body",
                        form.select("select[name=body] option[selected]").val())
                .formParam("languages", "es")
                .formParam("zone", "America/Argentina/Cordoba")
                .formParam("eligibility", eligibility)
                .formParam("reason", "Se acordó así")
                .post("/setup/" + of.slug() + "/frame");
    }

    @Test
    void itIsChosenUntilInputOpensAndFixedFromThenOn() {
        World later = worlds.world(Eligibility.NONE, 5, Duration.ofDays(20), true);
        frame(later, "CODES").then().statusCode(303);
        frame(later, "NOTHING").then().statusCode(422).body(containsString("f-eligibility"));
        frame(later, "").then().statusCode(303);
        Signed.browser()
                .auth()
                .preemptive()
                .basic("moderacion", "demo")
                .get("/api/v1/setup/" + later.slug())
                .then()
                .body("frame.eligibility", equalTo("CODES"));
        worlds.give(later, "ANTES-2345-UUUU");
        worlds.enter(later, "ANTES-2345-UUUU", nora.id());
        frame(later, "NONE").then().statusCode(422).body(containsString("#f-eligibility"));

        frame(world, "NONE").then().statusCode(422).body(containsString("#f-eligibility"));
        frame(world, "CODES").then().statusCode(303);
        World soon = worlds.world(Eligibility.NONE, 5, Duration.ofSeconds(50), true);
        World sooner = worlds.world(Eligibility.NONE, 5, Duration.ofSeconds(20), true);
        frame(soon, "EMAIL").then().statusCode(303);
        frame(sooner, "EMAIL").then().statusCode(422);
        World draft = worlds.world(Eligibility.NONE, 5, Duration.ofDays(-1), false);
        frame(draft, "IN_PERSON").then().statusCode(303);
    }

    @Test
    void aListIsLookedAtThenConfirmedThenCounted() {
        Signed mora = Signed.in("moderacion");
        String page = "/setup/" + world.slug() + "/with/codes";
        upload(mora, page, "codigo\nLISTA-2345-AAAA\n=1+1\nLISTA 2345 aaaa\n\n" + CODE + "\nLISTA-2345-BBBB\n")
                .then()
                .statusCode(303)
                .header("Location", endsWith(page));
        Document preview = mora.get(page);
        assertTrue(
                preview.text().contains("Se toman 2 códigos. 3 filas no se toman. 1 fila está vacía."), preview.text());
        assertEquals(
                List.of("3", "4", "6"),
                preview.select("main tbody td:first-child").eachText());
        assertFalse(preview.text().contains("2345"), preview.text());
        enter(nora, "LISTA-2345-AAAA").then().statusCode(422);
        String confirm = preview.select("main form[action$=/confirmation]").attr("action");
        mora.request()
                .formParam("nonce", Forms.nonce())
                .post(confirm)
                .then()
                .statusCode(422)
                .body(containsString("#f-reason"));
        mora.request()
                .formParam("nonce", Forms.nonce())
                .formParam("reason", "Se repartieron en la feria")
                .post(confirm)
                .then()
                .statusCode(303);
        enter(nora, "LISTA-2345-AAAA").then().statusCode(303);
        assertTrue(
                mora.get(page).text().contains("2 dados, 1 usados"),
                mora.get(page).text());
        assertTrue(mora.get("/setup/" + world.slug() + "/log").text().contains("Se repartieron en la feria"));
        mora.request()
                .formParam("nonce", Forms.nonce())
                .formParam("reason", "Ya no")
                .post(confirm.replace("/confirmation", "/withdrawal"))
                .then()
                .statusCode(409)
                .body(containsString("la lista se queda"));
        Signed.browser()
                .auth()
                .preemptive()
                .basic("moderacion", "demo")
                .get("/api/v1" + page)
                .then()
                .body("items", hasSize(2))
                .body("items[0].given", equalTo(2))
                .body("items[0].used", equalTo(1));
        upload(mora, page, "DESCARTADA-2345-1").then().statusCode(303);
        upload(mora, page, "DESCARTADA-2345-1\nDESCARTADA-2345-2").then().statusCode(303);
        assertTrue(mora.get(page).text().contains("Se toman 2 códigos"));
        for (byte[] wrong : List.of("hola".getBytes(StandardCharsets.UTF_16), new byte[0])) {
            mora.request()
                    .multiPart("nonce", Forms.nonce())
                    .multiPart("file", "codigos.csv", wrong, "text/csv")
                    .post(page)
                    .then()
                    .statusCode(422)
                    .body(containsString("id=\"e-file\""));
        }
        nora.request().get(page).then().statusCode(404);
    }

    private static Response upload(Signed by, String page, String file) {
        return by.request()
                .multiPart("nonce", Forms.nonce())
                .multiPart("file", "codigos.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post(page);
    }

    @Test
    void inPersonNothingIsKeptButWhoAndWhen() {
        World tables = worlds.open(Eligibility.IN_PERSON, 5);
        String page = tables.process().address() + "/attestations";
        Signed mora = Signed.in("moderacion");
        support(nora, proposal).then().statusCode(403);
        Signed.in("vecina").request().get(page).then().statusCode(404);
        Signed.in("administracion").request().get(page).then().statusCode(404);
        attest(mora, page, nora.name(), "true", "1234").then().statusCode(422).body(not(containsString("1234\"")));
        attest(mora, page, nora.code(), "", "30.222.333").then().statusCode(422).body(containsString("e-seen"));
        attest(mora, page, "nadie de nadie", "true", "").then().statusCode(422).body(containsString("e-who"));
        attest(mora, page, "moderacion", "true", "").then().statusCode(422);
        attest(mora, page, nora.code(), "true", "30.222.333").then().statusCode(303);
        attest(mora, page, nora.code(), "true", "30.222.333").then().statusCode(422);
        Proposal idea = propose(tables, nora);
        Newcomer second = worlds.reachedBy("segunda@example.org");
        attest(mora, page, "Segunda@example.org", "true", "30222333").then().statusCode(303);
        support(second, idea).then().statusCode(200);
        assertEquals(1, worlds.count("select count(*) from voter where process_id = ?1", tables.id()));
        assertEquals(2, worlds.count("select count(*) from shared_voice where process_id = ?1", tables.id()));
        assertEquals(1, voices(tables));
        Response signedOut = Signed.browser()
                .formParam("nonce", Forms.nonce())
                .formParam("who", "alguien")
                .formParam("documentNumber", "30222333")
                .post(page);
        assertEquals(303, signedOut.statusCode());
        for (String number : List.of("30222333", "30.222.333")) {
            assertEquals(List.of(), Places.of(number));
            assertFalse(mora.get(page).text().contains(number));
        }
    }

    private static Response attest(Signed by, String page, String who, String seen, String document) {
        return by.request()
                .formParam("nonce", Forms.nonce())
                .formParam("who", who)
                .formParam("seen", seen)
                .formParam("documentNumber", document)
                .post(page);
    }

    @Test
    void aWrongNumberIsPutRightAndWhatWasGivenCanBeTakenBack() {
        World tables = worlds.open(Eligibility.IN_PERSON, 5);
        String page = tables.process().address() + "/attestations";
        Newcomer author = Newcomer.admitted();
        attesting.attest(tables.id(), author.code(), true, attesting.key(tables.id(), "11111111"), worlds.mora());
        Proposal idea = propose(tables, author);
        Attestation wrong =
                attesting.attest(tables.id(), nora.code(), true, attesting.key(tables.id(), "22222222"), worlds.mora());
        support(nora, idea).then().statusCode(200);
        assertEquals(2, voices(tables));
        Signed mora = Signed.in("moderacion");
        String revocation = page + "/" + wrong.code() + "/revocation";
        mora.request().formParam("nonce", Forms.nonce()).post(revocation).then().statusCode(422);
        mora.request()
                .formParam("nonce", Forms.nonce())
                .formParam("reason", "El número estaba mal")
                .post(revocation)
                .then()
                .statusCode(303);
        assertEquals(1, voices(tables));
        support(nora, idea).then().statusCode(403);
        attesting.attest(tables.id(), nora.code(), true, attesting.key(tables.id(), "22222223"), worlds.mora());
        assertEquals(2, voices(tables));
        support(nora, idea).then().statusCode(200);
        assertEquals(1, worlds.count("select count(*) from support where contribution_id = ?1", idea.id()));
        Newcomer rightful = Newcomer.admitted();
        attesting.attest(tables.id(), rightful.code(), true, attesting.key(tables.id(), "22222222"), worlds.mora());
        support(rightful, idea).then().statusCode(200);
        assertEquals(2, worlds.count("select count(*) from support where contribution_id = ?1", idea.id()));
        mora.request()
                .formParam("nonce", Forms.nonce())
                .formParam("reason", "Otra vez")
                .post(revocation)
                .then()
                .statusCode(409);
        supporting.withdraw(idea, nora.id());
        assertEquals(1, worlds.count("select count(*) from support where contribution_id = ?1", idea.id()));
    }
}
