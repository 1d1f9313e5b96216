package org.ronda.identity;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Places;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.comment.Comment;
import org.ronda.comment.Commenting;
import org.ronda.contribution.Supporting;
import org.ronda.kernel.Forms;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.ledger.Counters;
import org.ronda.ledger.Ledger;
import org.ronda.ledger.Verification;
import org.ronda.process.Action;
import org.ronda.process.Contract;
import org.ronda.process.Influence;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.ProcessSetup;
import org.ronda.process.Role;
import org.ronda.proposal.Proposal;
import org.ronda.proposal.Proposing;

/** An account is erased: what is theirs goes, what others relied on stays and is nobody's, and the ledger still holds. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ErasureTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String ERASED = "alguien que borró su cuenta";

    @Inject
    EntityManager entityManager;

    @Inject
    ProcessSetup setup;

    @Inject
    Proposing proposing;

    @Inject
    Commenting commenting;

    @Inject
    Supporting supporting;

    @Inject
    Erasing erasing;

    @Inject
    Ledger ledger;

    @Inject
    Counters counters;

    @Inject
    Verification verification;

    private final Instant today = Instant.now();
    private Newcomer nora;
    private Phase open;
    private Phase ended;
    private Process process;

    @BeforeEach
    void somebodyTakesPart() {
        FreshLimits.forEverybody();
        nora = Newcomer.admitted();
        process = Now.during(ago(40), this::process);
        ended = phase(ago(30), ago(20));
        open = phase(ago(2), today.plus(Duration.ofDays(3)));
        Now.during(ago(39), () -> {
            setup.publish(process.id(), "Es una prueba", persona("moderacion").id());
            return true;
        });
    }

    private Instant ago(int days) {
        return today.minus(Duration.ofDays(days));
    }

    private static Participant persona(String subject) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject(subject).orElseThrow());
    }

    private Process process() {
        Translated words = Translated.of(Language.ES, "Una prueba de borrado");
        long office = QuarkusTransaction.requiringNew()
                .call(() -> Office.<Office>findAll().firstResult().id());
        return setup.create(
                "prueba-borrado-" + NUMBER.incrementAndGet(),
                new Process.Description(
                        words,
                        words,
                        words,
                        words,
                        Translated.EMPTY,
                        Scope.office(office),
                        Influence.CONSULT,
                        List.of(Language.ES),
                        ZoneId.of("America/Argentina/Cordoba")),
                persona("moderacion").id());
    }

    private Phase phase(Instant opens, Instant ends) {
        Translated words = Translated.of(Language.ES, "Una fase");
        return Now.during(
                ago(40),
                () -> setup.add(
                        process.id(),
                        Phase.Kind.PROPOSALS,
                        words,
                        words,
                        Contract.between(opens, ends)
                                .limited(new Contract.Limits(9, 9, 2_000))
                                .answering(Contract.Answers.by(ends.plus(Duration.ofDays(30))))
                                .allowing(EnumSet.of(Action.PROPOSE, Action.COMMENT, Action.SUPPORT)),
                        null,
                        persona("moderacion").id()));
    }

    private Proposal propose(Phase phase, String title, String organisation, Participant by) {
        return proposing.publish(
                phase, title, "Problema de " + title, "Solución de " + title, List.of(), "", organisation, by);
    }

    private Comment say(Proposal on, String parent, String body, Participant by) {
        return commenting.say("proposal:" + on.code(), parent, "", body, by, Language.ES);
    }

    private Response erase(String word) {
        return nora.request()
                .formParam("nonce", Forms.nonce())
                .formParam("word", word)
                .post("/me/erasure");
    }

    private long count(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entityManager.createNativeQuery(sql).getSingleResult()).longValue());
    }

    private int supports(Proposal proposal) {
        ledger.drain();
        return counters.of(proposal.scope(), 1, null).supports();
    }

    private List<Object> counted() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery("select subject_kind || subject_id || '/' || meaning || ':' || contributions"
                                + " || ',' || comments || ',' || supports || ',' || agrees || ',' || disagrees"
                                + " from subject_count where process_id = " + process.id()
                                + " order by subject_kind, subject_id, meaning")
                        .getResultList());
    }

    @Test
    @ActivateRequestContext
    void whatIsTheirsGoesAndWhatOthersReliedOnStaysAndIsNobodys() {
        Participant me = nora.row();
        Participant vecina = persona("vecina");
        Participant vecino = persona("vecino");
        Proposal supported = propose(open, "Zaguanes apoyados", "", me);
        supporting.give(supported, 1, vecina.id());
        Proposal alone = propose(open, "Quincunces solitarios", "", me);
        Proposal theirs = propose(open, "Lo de vecina", "", vecina);
        Comment answered = say(theirs, "", "Espadaña respondida", me);
        say(theirs, answered.code(), "Una respuesta", vecino);
        Comment unanswered = say(theirs, "", "Zangolotino sin respuesta", me);
        Comment remark = say(theirs, "", "Algo de vecino", vecino);
        commenting.react(remark.code(), 1, me);
        supporting.give(theirs, 1, me.id());
        Proposal before = Now.during(ago(28), () -> propose(ended, "Lo de antes", "", vecina));
        Now.during(ago(27), () -> supporting.give(before, 1, me.id()));
        nora.request()
                .contentType(ContentType.JSON)
                .body(Map.of("rule", "other", "reason", "Marmoteando razones"))
                .post("/api/v1/contributions/" + remark.code() + "/reports")
                .then()
                .statusCode(201);
        nora.request()
                .formParam("nonce", Forms.nonce())
                .formParam("phase", open.code())
                .formParam("title", "Jacarandoso borrador")
                .post(process.address() + "/proposals")
                .then()
                .statusCode(303);
        String organisation = organisationOf(nora);
        Proposal ours = propose(open, "Alféizares de la red", organisation, me);
        nora.request()
                .formParam("nonce", Forms.nonce())
                .post(process.address() + "/follow")
                .then()
                .statusCode(303);
        assertEquals(409, erase("borrar").statusCode());
        assertFalse(nora.row().isDisabled());
        letGiveMandates(organisation, "vecina");
        assertEquals(1, supports(theirs));
        assertEquals(1, supports(before));
        assertFalse(Places.of(nora.name()).isEmpty());

        Response answer = erase("borrar");
        assertEquals(303, answer.statusCode(), answer.asString());
        Signed.browser()
                .get(answer.header("Location"))
                .then()
                .statusCode(200)
                .body(containsString("borraron datos personales"));

        assertEquals(List.of(), Places.of(nora.name()));
        assertEquals(List.of(), Places.of(me.subject()));
        assertEquals(List.of(), Places.of(me.code()));
        for (String gone : List.of("Quincunces", "Zangolotino", "Marmoteando", "Jacarandoso")) {
            assertEquals(List.of(), Places.of(gone), gone);
        }
        assertEquals(0, count("select count(*) from ledger_actor where actor_id = " + nora.id()));
        assertEquals(0, count("select count(*) from voter_of where participant_id = " + nora.id()));
        assertEquals(0, count("select count(*) from consent where participant_id = " + nora.id()));
        assertEquals(0, count("select count(*) from contribution where author_id = " + nora.id()));

        Signed.browser()
                .get(supported.address())
                .then()
                .statusCode(200)
                .body(containsString("Zaguanes apoyados"))
                .body(containsString(ERASED));
        Signed.browser()
                .get("/comments?on=proposal:" + theirs.code())
                .then()
                .body(containsString("Espadaña respondida"));
        Signed.browser().get(ours.address()).then().body(containsString("Red de la prueba"));
        Signed.browser()
                .get("/organisations/" + organisation)
                .then()
                .statusCode(200)
                .body(containsString("Alféizares de la red"));
        assertEquals(0, count("select count(*) from mandate where slot is not null and participant_id = " + nora.id()));
        assertEquals(0, count("select count(*) from follow where participant_id = " + nora.id()));
        Signed.browser().get("/api/v1/proposals/" + supported.code()).then().statusCode(200);
        Signed.browser().get(alone.address()).then().statusCode(200).body(not(containsString("Quincunces")));
        String lists = process.address() + "/proposals?phase=" + open.code();
        Signed.browser().get(lists).then().statusCode(200).body(containsString(ERASED));
        Signed.browser()
                .get(process.address() + "/feed.atom")
                .then()
                .statusCode(200)
                .body(containsString(ERASED), not(containsString(nora.name())));
        Signed.in("moderacion")
                .request()
                .get("/desk/" + process.slug() + "?queue=decided")
                .then()
                .statusCode(not(500));
        assertEquals("WITHDRAWN", state(alone.code()));
        assertEquals("WITHDRAWN", state(unanswered.code()));

        assertEquals(0, supports(theirs));
        assertEquals(1, supports(before));
        assertEquals(1, supports(supported));
        List<Object> stored = counted();
        counters.rebuild();
        assertEquals(stored, counted());
        assertTrue(verification.run().isWhole());
        ledger.drain();
        Signed.browser().get("/api/v1/ledger/events?limit=100").then().statusCode(200);
    }

    @Test
    @ActivateRequestContext
    void onesOwnReplyHoldsNothingAndSomebodyElsesDoesAsLongAsItIsRead() {
        Participant me = nora.row();
        Participant vecina = persona("vecina");
        Proposal alone = propose(open, "Respuesta propia", "", me);
        Comment mine = say(alone, "", "Me comento", me);
        say(alone, mine.code(), "Y me respondo", me);
        Proposal answered = propose(open, "Respuesta ajena", "", me);
        say(answered, "", "Te respondo", vecina);
        Proposal left = propose(open, "Respuesta retirada", "", me);
        commenting.withdraw(say(left, "", "Me arrepiento", vecina).code(), vecina);
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("insert into name_confirmation (participant_id, process_id, name,"
                                + " confirmed_at) values (:me, :process, :name, :at)")
                        .setParameter("me", nora.id())
                        .setParameter("process", process.id())
                        .setParameter("name", nora.name())
                        .setParameter("at", today)
                        .executeUpdate());
        assertEquals(303, erase("borrar").statusCode());
        assertEquals("WITHDRAWN", state(alone.code()));
        assertEquals("WITHDRAWN", state(mine.code()));
        assertEquals("PUBLISHED", state(answered.code()));
        assertEquals("WITHDRAWN", state(left.code()));
        assertEquals(List.of(), Places.of("Respuesta propia"));
        assertEquals(List.of(), Places.of(nora.name()));
    }

    /** Applied for by them and accepted, so that they alone give its mandates. */
    private static String organisationOf(Newcomer applicant) {
        Response sent = applicant
                .request()
                .formParam("nonce", Forms.nonce())
                .formParam("name", "Red de la prueba " + applicant.id())
                .formParam("statement", "Una red")
                .formParam("themes", "Plazas")
                .formParam("contact", "red@ejemplo.example")
                .formParam("legal", "NONE")
                .formParam("title", "vocal")
                .post("/organisations/new");
        String code = sent.header("Location").replaceAll(".*/", "");
        Signed.in("administracion")
                .request()
                .formParam("nonce", Forms.nonce())
                .formParam("verdict", "accept")
                .formParam("reason", "Se sabe quiénes son")
                .post("/applications/" + code)
                .then()
                .statusCode(303);
        return code;
    }

    private void letGiveMandates(String organisation, String persona) {
        nora.request()
                .formParam("nonce", Forms.nonce())
                .formParam("who", persona(persona).code())
                .formParam("title", "tesorera")
                .formParam("holder", "true")
                .post("/organisations/" + organisation + "/people")
                .then()
                .statusCode(303);
        Signed invited = Signed.in(persona);
        assertTrue(invited.get("/me/for-you").text().contains("te pide que hables en su nombre"));
        String accept = invited.get("/me/mandates")
                .select("li:has(a[href$=" + organisation + "]) form[action$=/acceptance]")
                .attr("action");
        invited.request().formParam("nonce", Forms.nonce()).post(accept).then().statusCode(303);
    }

    private String state(String code) {
        return QuarkusTransaction.requiringNew().call(() -> (String) entityManager
                .createNativeQuery("select state from contribution where code = :code")
                .setParameter("code", code)
                .getSingleResult());
    }

    @Test
    void theSessionIsOverAndNobodySignsInToThatRowAgain() {
        Newcomer elsewhere = nora;
        assertEquals(303, erase("ERASE").statusCode());
        elsewhere.request().get("/me").then().statusCode(303).header("Location", containsString("/sign-in"));
        Participant row = nora.row();
        assertTrue(row.isDisabled());
        assertTrue(row.subject().startsWith("erased:"));
        assertEquals(null, row.mail());
    }

    @Test
    void anotherWordErasesNothing() {
        for (String word : List.of("", "sí", "borra")) {
            erase(word).then().statusCode(422).body(containsString("id=\"e-word\""));
        }
        nora.request().get("/me").then().statusCode(200);
        assertEquals(nora.name(), nora.row().name());
    }

    @Test
    void whoAloneAdministersAProcessHandsItOverFirst() {
        Participant me = nora.row();
        setup.appoint(
                process.id(),
                me.id(),
                Role.PROCESS_ADMINISTRATOR,
                persona("moderacion").id());
        assertEquals(1, nora.get("/me/erasure").select("input[name=word]").size());
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("update process_role set valid_to = :now where process_id = :process"
                                + " and participant_id <> :me and role = 'PROCESS_ADMINISTRATOR'")
                        .setParameter("now", Instant.now())
                        .setParameter("process", process.id())
                        .setParameter("me", me.id())
                        .executeUpdate());
        assertEquals(0, nora.get("/me/erasure").select("input[name=word]").size());
        erase("BORRAR").then().statusCode(409).body(containsString("Una prueba de borrado"));
        assertEquals(nora.name(), nora.row().name());
    }

    /** Somebody whose account is closed administers nothing any more. */
    @Test
    void whoAdministersBesideAClosedAccountIsAloneToo() {
        Newcomer gone = Newcomer.admitted();
        for (Newcomer one : List.of(nora, gone)) {
            setup.appoint(
                    process.id(),
                    one.id(),
                    Role.PROCESS_ADMINISTRATOR,
                    persona("moderacion").id());
        }
        QuarkusTransaction.requiringNew().run(() -> {
            Participant.<Participant>findById(gone.id()).disable(Instant.now());
            entityManager
                    .createNativeQuery("update process_role set valid_to = :now where process_id = :process"
                            + " and participant_id not in (:nora, :gone) and role = 'PROCESS_ADMINISTRATOR'")
                    .setParameter("now", Instant.now())
                    .setParameter("process", process.id())
                    .setParameter("nora", nora.id())
                    .setParameter("gone", gone.id())
                    .executeUpdate();
        });
        erase("BORRAR").then().statusCode(409).body(containsString("Una prueba de borrado"));
    }

    @Test
    void whoLooksAfterThePlatformLeavesThatToSomebodyElseFirst() {
        Document asked = Signed.in("administracion").get("/me/erasure");
        assertTrue(asked.text().contains("Administrás la plataforma"), asked.text());
        assertEquals(0, asked.select("input[name=word]").size());
    }

    /** What an organisation said is not its writer's to take along, whether the public sees it or not. */
    @Test
    @ActivateRequestContext
    void whatWasSaidForAnOrganisationStaysWhileItIsHidden() {
        String organisation = organisationOf(nora);
        Proposal ours = propose(open, "Alféizares ocultos de la red", organisation, nora.row());
        long moderator = persona("moderacion").id();
        setup.appoint(process.id(), moderator, Role.MODERATOR, moderator);
        Signed mora = Signed.in("moderacion");
        String version = mora.request()
                .get("/api/v1/desk/" + process.slug() + "/" + ours.code())
                .path("version")
                .toString();
        mora.request()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "contribution", ours.code(),
                        "act", "hide",
                        "rule", "other",
                        "reason", "Para probar",
                        "version", version))
                .post("/api/v1/decisions")
                .then()
                .statusCode(201);
        letGiveMandates(organisation, "vecina");
        assertEquals(303, erase("borrar").statusCode());
        assertEquals("HIDDEN", state(ours.code()));
        assertFalse(Places.of("Alféizares ocultos").isEmpty());
        assertEquals(0, count("select count(*) from contribution where author_id = " + nora.id()));
    }

    @Test
    @ActivateRequestContext
    void whatWasInterruptedGoesOnLaterAndIsDoneOnce() {
        Proposal alone = propose(open, "Birlibirloque", "", nora.row());
        QuarkusTransaction.requiringNew().run(() -> erasing.ask(nora.id()));
        assertFalse(Places.of(nora.name()).isEmpty());
        nora.request().get("/me").then().statusCode(303);
        erasing.finish(Instant.now().minus(Duration.ofMinutes(1)));
        assertFalse(Places.of(nora.name()).isEmpty());
        erasing.finish(Instant.now().plusSeconds(1));
        assertEquals(List.of(), Places.of(nora.name()));
        assertEquals(List.of(), Places.of("Birlibirloque"));
        assertEquals("WITHDRAWN", state(alone.code()));
        assertEquals(0, count("select count(*) from erasure where participant_id = " + nora.id()));
        erasing.finish(Instant.now().plusSeconds(1));
        ledger.drain();
        assertTrue(verification.run().isWhole());
    }
}
