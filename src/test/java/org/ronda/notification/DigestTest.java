package org.ronda.notification;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronda.MailServer;
import org.ronda.MailServer.Received;
import org.ronda.Race;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.identity.Participant;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Now;
import org.ronda.kernel.Posting;
import org.ronda.ledger.Ledger;

/** One mail a day at most, with what "for you" would show, off with one click. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DigestTest {
    private static final String ADDRESS = "mateo@example.org";

    @Inject
    Readers readers;

    @Inject
    Ledger ledger;

    @Inject
    Noting noting;

    @Inject
    Digests digests;

    @Inject
    Leaving leaving;

    @Inject
    EntityManager entityManager;

    private String proposal;
    private String comment;
    private Instant morning;

    /** Mateo, for whose decision nothing waits, has an address, and has been told everything; then somebody answers her. */
    @BeforeEach
    void somebodyAnswersMateo() {
        FreshLimits.forEverybody();
        MailServer.address("monitoreo", ADDRESS, true);
        sql("delete from notice_reader");
        sql("delete from follow");
        Posting.nothing();
        String phase = Signed.given()
                .get("/api/v1/processes/tu-distrito/phases")
                .path("items.find { it.kind == 'PROPOSALS' }.code");
        proposal = Signed.given()
                .get("/api/v1/proposals?process=tu-distrito&order=newest&limit=40&phase=" + phase)
                .path("items[7].code");
        comment = say("monitoreo", Map.of("body", "Un comentario de Mateo"));
        note();
        digests.queue();
        say("vecina", Map.of("body", "Una respuesta", "parent", comment));
        note();
        // whatever the hour is in the zone of the platform
        morning = readers.nextMorning(Instant.now()).plusSeconds(60);
    }

    @AfterEach
    void takeBack() {
        MailServer.address("monitoreo", null, false);
        sql("update participant set language = 'es' where subject = 'monitoreo'");
        sql("delete from notice_reader");
        Posting.nothing();
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager.createNativeQuery(statement).executeUpdate());
    }

    private static RequestSpecification as(String who) {
        return Signed.given().auth().preemptive().basic(who, "demo").contentType("application/json");
    }

    private String say(String who, Map<String, String> words) {
        return as(who).body(words)
                .post("/api/v1/proposals/" + proposal + "/comments")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    private void note() {
        ledger.drain();
        noting.drain();
    }

    private static void at(Instant instant, Runnable work) {
        Supplier<Void> done = () -> {
            work.run();
            return null;
        };
        Now.during(instant, done);
    }

    private void sendAt(Instant instant) {
        at(instant, () -> {
            digests.queue();
            Posting.deliver();
        });
    }

    private Participant olga() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject("monitoreo").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "es, Novedades para vos en Ronda, 1 respuesta",
        "en, What is new for you in Ronda, 1 reply",
        "fr, Du nouveau pour vous sur Ronda, 1 réponse",
    })
    void itSpeaksTheLanguageOfItsReader(String language, String subject, String told) {
        sql("update participant set language = '" + language + "' where subject = 'monitoreo'");
        try (MailServer server = new MailServer()) {
            sendAt(morning);
            Received mail = server.to(ADDRESS).get(0);
            assertEquals(subject, mail.subject());
            assertTrue(mail.text().contains("Un comentario de Mateo\n  " + told + " · "), mail.text());
            assertTrue(mail.text().contains(MailServer.LINKS + "/comments/" + comment), mail.text());
            assertTrue(mail.html().contains("<html lang=\"" + language + "\">"), mail.html());
            assertFalse(mail.text().contains("Vera"), mail.text());
        }
    }

    @Test
    void oneADayAtMostAndNoneWithoutNews() {
        try (MailServer server = new MailServer()) {
            sendAt(Instant.now());
            assertEquals(0, server.to(ADDRESS).size());
            sendAt(morning);
            sendAt(morning.plusSeconds(600));
            assertEquals(1, server.to(ADDRESS).size());
            sendAt(morning.plus(Duration.ofDays(1)));
            assertEquals(1, server.to(ADDRESS).size());
            say("vecina", Map.of("body", "Otra respuesta", "parent", comment));
            note();
            sendAt(morning.plus(Duration.ofDays(2)));
            assertEquals(2, server.to(ADDRESS).size());
            assertTrue(server.to(ADDRESS).get(1).text().contains("1 respuesta ·"), "the first was told already");
        }
    }

    @Test
    void itIsDueAtSevenInTheMorningOfThePlatform() {
        Instant due = (Instant) entityManager
                .createNativeQuery(
                        "select digest_due_at from notice_reader r join participant p on p.id = r.participant_id"
                                + " where p.subject = 'monitoreo'",
                        Instant.class)
                .getSingleResult();
        assertEquals(7, due.atZone(ZoneId.of("America/Argentina/Buenos_Aires")).getHour());
        assertTrue(due.isAfter(Instant.now()) && due.isBefore(Instant.now().plus(Duration.ofHours(32))));
    }

    @Test
    void twoNodesAtOnceSendOne() {
        try (MailServer server = new MailServer()) {
            Race.of(4, runner -> () -> {
                sendAt(morning);
                return null;
            });
            sendAt(morning);
            assertEquals(1, server.to(ADDRESS).size());
        }
    }

    @Test
    void aNightWithoutAMailServerLosesAndDoublesNothing() {
        sendAt(morning);
        say("vecina", Map.of("body", "Durante el corte", "parent", comment));
        note();
        sendAt(morning.plus(Duration.ofDays(1)));
        try (MailServer server = new MailServer()) {
            sendAt(morning.plus(Duration.ofHours(26)));
            assertEquals(1, server.to(ADDRESS).size());
            assertTrue(server.to(ADDRESS).get(0).text().contains("1 respuesta ·"));
            sendAt(morning.plus(Duration.ofDays(2)));
            assertEquals(2, server.to(ADDRESS).size());
            assertTrue(server.to(ADDRESS).get(1).text().contains("1 respuesta ·"));
        }
    }

    @Test
    void whatWasReadOrWithdrawnMeanwhileIsNotTold() {
        try (MailServer server = new MailServer()) {
            at(morning, digests::queue);
            Document page = Signed.in("monitoreo").get("/me/for-you");
            Signed.in("monitoreo")
                    .request()
                    .formParam("position", page.select("input[name=position]").val())
                    .post("/me/for-you/read")
                    .then()
                    .statusCode(303);
            at(morning, Posting::deliver);
            assertEquals(0, server.to(ADDRESS).size());
        }
    }

    @Test
    void oneClickEndsItWithoutSigningInAndLookingDoesNot() {
        String link;
        try (MailServer server = new MailServer()) {
            sendAt(morning);
            Received mail = server.to(ADDRESS).get(0);
            assertEquals("List-Unsubscribe=One-Click", mail.header("List-Unsubscribe-Post"));
            link = mail.header("List-Unsubscribe").replaceAll("[<>]", "");
            assertTrue(mail.text().contains(link) && mail.html().contains(link));
        }
        String path = link.substring(MailServer.LINKS.length());
        RestAssured.get(path).then().statusCode(200).body(containsString("<form method=\"post\">"));
        assertTrue(Signed.in("monitoreo")
                .get("/me/for-you")
                .select("input[value=daily]")
                .hasAttr("checked"));
        // as a mail provider sends it: no cookie, no word of where it comes from
        RestAssured.given()
                .redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "cross-site")
                .formParam("List-Unsubscribe", "One-Click")
                .post(path)
                .then()
                .statusCode(200);
        assertTrue(Signed.in("monitoreo")
                .get("/me/for-you")
                .select("input[value=never]")
                .hasAttr("checked"));
        say("vecina", Map.of("body", "Después de irse", "parent", comment));
        note();
        try (MailServer server = new MailServer()) {
            sendAt(morning.plus(Duration.ofDays(1)));
            assertEquals(0, server.to(ADDRESS).size());
            Signed.in("monitoreo")
                    .request()
                    .formParam("digest", "daily")
                    .post("/me/for-you/digest")
                    .then()
                    .statusCode(303);
            sendAt(morning.plus(Duration.ofDays(2)));
            assertEquals(1, server.to(ADDRESS).size());
        }
    }

    @Test
    void aLinkThatWeDidNotSignDoesNotExist() {
        String good = leaving.path(olga());
        String vera = QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject("vecina").orElseThrow().code());
        for (String forged : List.of(
                good.substring(0, good.length() - 2) + "xx",
                good.replace(olga().code(), vera),
                "/unsubscribe/" + vera,
                "/unsubscribe/" + vera + ".")) {
            RestAssured.post(forged).then().statusCode(404);
            RestAssured.get(forged).then().statusCode(404);
        }
    }

    @Test
    void noneForAnAddressThatWasNotVerified() {
        MailServer.address("monitoreo", ADDRESS, false);
        try (MailServer server = new MailServer()) {
            sendAt(morning);
            assertEquals(0, server.received().size());
        }
        assertTrue(Signed.in("monitoreo").get("/me/for-you").text().contains("no tiene una dirección verificada"));
    }

    @Test
    void moderatorsAreToldWhatWaitsForThem() {
        MailServer.address("moderacion", "mora@example.org", true);
        as("vecina")
                .body(Map.of("rule", "respect", "reason", "Mirar"))
                .post("/api/v1/contributions/" + comment + "/reports")
                .then()
                .statusCode(201);
        digests.queue();
        try (MailServer server = new MailServer()) {
            sendAt(morning);
            String text = server.to("mora@example.org").get(0).text();
            assertTrue(text.contains("Espera tu decisión"), text);
            assertTrue(text.contains("/desk/tu-distrito?queue=reports"), text);
        } finally {
            MailServer.address("moderacion", null, false);
        }
    }
}
