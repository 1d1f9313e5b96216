package org.ronda.identity;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronda.Race;
import org.ronda.Signed;
import org.ronda.Statements;
import org.ronda.TestDatabase;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;

/** Whose request it is, by cookie and by HTTP Basic, and what the participant's row has to say about it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ViewerTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    Now now;

    @Inject
    Joining joining;

    @Inject
    EntityManager entityManager;

    private Participant somebody;

    @BeforeEach
    void somebodyJoins() {
        String letters = Stream.generate(() -> (char) ('a' + Math.random() * 26))
                .limit(12)
                .map(String::valueOf)
                .reduce("", String::concat);
        somebody = new Participant(letters, "Somebody " + letters, Language.EN, now.instant());
        QuarkusTransaction.requiringNew().run(somebody::persist);
    }

    @Test
    void aSessionIsItsParticipants() {
        with(SessionCookie.of(somebody)).get("/who").then().statusCode(200).body(is(somebody.name()));
    }

    @Test
    void aParticipantIsReadOnceAndNobodyNever() {
        String cookie = SessionCookie.of(somebody);
        assertEquals(1, participantsRead(() -> with(cookie).get("/who")));
        assertEquals(1, participantsRead(() -> with(cookie).get("/who/roles")));
        assertEquals(1, participantsRead(() -> basic("vecina", "demo").get("/api/v1/who")));
        assertEquals(List.of(), Statements.during(() -> Signed.browser().get("/who")));
        assertEquals(List.of(), Statements.during(() -> with("broken").get("/who")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "broken", "AAAA", "%%%", "DAAAAAAAAAAAAAAAAAAA", "1.0.vecina"})
    void aForgedCookieIsNobodys(String cookie) {
        with(cookie).get("/who").then().statusCode(200).body(is("nobody"));
        with(cookie).get("/").then().statusCode(200);
        with(cookie).get("/me").then().statusCode(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "vecina", "1", "1.0", "1.0.", "-1.0.vecina", "99999999999999999999.0.vecina", "1.0.a.b"})
    void aCookieThatNamesNoSessionIsNobodys(String principal) {
        String cookie = SessionCookie.of(principal, HOUR);
        with(cookie).get("/who").then().statusCode(200).body(is("nobody"));
        with(cookie).get("/api/v1/who/required").then().statusCode(401);
    }

    @Test
    void anExpiredCookieReadsPublicPages() {
        String cookie = SessionCookie.of(Session.of(somebody).principal(), HOUR.negated());
        with(cookie).get("/who").then().statusCode(200).body(is("nobody"));
        with(cookie).get("/").then().statusCode(200);
        with(cookie).get("/me").then().statusCode(303).header("Location", containsString("/sign-in?to=%2Fme"));
    }

    @Test
    void aCookieUnderAnotherKeyIsNobodys() {
        String cookie = SessionCookie.encrypted(
                "another key of some length", Session.of(somebody).principal(), HOUR);
        with(cookie).get("/who").then().statusCode(200).body(is("nobody"));
    }

    @Test
    void theSameIdInAnotherWorldIsSomebodyElse() {
        String cookie = SessionCookie.of(new Session(somebody.id(), 0, "administracion").principal(), HOUR);
        with(cookie).get("/who").then().body(is("nobody"));
        with(cookie).get("/who/roles").then().body(is(""));
    }

    @Test
    void aSessionEndsWithItsEpoch() {
        String before = SessionCookie.of(somebody);
        change(participant -> participant.endSessions(now.instant()));
        with(before).get("/who").then().body(is("nobody"));
        with(SessionCookie.of(reread())).get("/who").then().body(is(somebody.name()));
    }

    @Test
    void aDisabledAccountIsSignedOutAtOnce() {
        String cookie = SessionCookie.of(somebody);
        change(participant -> participant.disable(now.instant()));
        with(cookie).get("/who").then().body(is("nobody"));
        with(cookie).get("/me").then().statusCode(303);
        change(Participant::enable);
        with(cookie).get("/who").then().body(is(somebody.name()));
    }

    @Test
    void aDisabledAccountCannotSignIn() {
        Participant administrator = joining.as(Persona.ADMINISTRATOR);
        try {
            change(administrator, participant -> participant.disable(now.instant()));
            basic("administracion", "demo").get("/api/v1/who/required").then().statusCode(401);
            Signed.browser()
                    .formParam("j_username", "administracion")
                    .formParam("j_password", "demo")
                    .post("/j_security_check")
                    .then()
                    .statusCode(302)
                    .header("Location", containsString("wrong=true"));
        } finally {
            change(administrator, Participant::enable);
        }
    }

    @Test
    void aBlockedParticipantReadsAndWithdrawsButDoesNotWrite() {
        String cookie = SessionCookie.of(somebody);
        change(participant -> participant.block(Instant.parse("2999-12-31T15:00:00Z"), "insults"));
        with(cookie).get("/who").then().body(is(somebody.name()));
        with(cookie).get("/api/v1/who/required").then().statusCode(200);
        with(cookie)
                .header("Accept-Language", "en")
                .post("/api/v1/who/writing")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", allOf(containsString("insults"), containsString("31 December 2999")));
        change(Participant::unblock);
        with(cookie).post("/api/v1/who/writing").then().statusCode(200);
    }

    @Test
    void aBlockEndsByTheClock() {
        Instant end = now.instant();
        somebody.block(end, "insults");
        assertTrue(somebody.isBlocked(end.minusNanos(1000)));
        assertFalse(somebody.isBlocked(end));
    }

    @Test
    void aBlockAndASignOutAtTheSameMomentBothHold() {
        List<Consumer<Participant>> acts = List.of(
                participant -> participant.block(Instant.parse("2999-12-31T15:00:00Z"), "insults"),
                participant -> participant.endSessions(now.instant()));
        for (int round = 0; round < 20; round++) {
            change(Participant::unblock);
            int epoch = reread().epoch();
            Race.of(2, runner -> () -> {
                change(acts.get(runner));
                return true;
            });
            assertTrue(reread().isBlocked(now.instant()));
            assertEquals(epoch + 1, reread().epoch());
        }
    }

    @Test
    void theApiTakesBasicAndThePagesDoNot() {
        basic("vecina", "demo")
                .get("/api/v1/who/required")
                .then()
                .statusCode(200)
                .body(is(Persona.RESIDENT.publicName()));
        basic("vecina", "demo").get("/who").then().statusCode(200).body(is("nobody"));
        basic("vecina", "wrong").get("/who").then().statusCode(200).body(is("nobody"));
        basic("vecina", "demo").get("/me").then().statusCode(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Basic dmVjaW5hOndyb25n", "Basic bm9ib2R5OmRlbW8=", "Basic %%%", "Basic dmVjaW5h", "Basic "})
    void theApiSaysThatCredentialsAreWrong(String header) {
        isRefusedWithAProblem(Signed.browser().header("Authorization", header));
    }

    @Test
    void theApiNeverRedirectsToSignIn() {
        isRefusedWithAProblem(Signed.browser());
    }

    private static void isRefusedWithAProblem(RequestSpecification request) {
        request.get("/api/v1/who/required")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Basic "))
                .body("status", is(401));
    }

    @Test
    void theFirstSignInsOfAPersonaMakeOneParticipant() {
        QuarkusTransaction.requiringNew()
                .run(() -> Participant.update("subject = ?1 where subject = ?2", "moved" + somebody.id(), "monitoreo"));
        try {
            List<Race.Outcome<Long>> ids = Race.of(
                    8, runner -> () -> joining.as(Persona.MONITORING_BODY).id());
            assertEquals(1, ids.stream().map(Race.Outcome::answer).distinct().count());
        } finally {
            QuarkusTransaction.requiringNew().run(() -> {
                entityManager
                        .createNativeQuery("delete from consent where participant_id in"
                                + " (select id from participant where subject = 'monitoreo')")
                        .executeUpdate();
                Participant.delete("subject", "monitoreo");
                Participant.update("subject = ?1 where subject = ?2", "monitoreo", "moved" + somebody.id());
            });
        }
    }

    private static long participantsRead(Runnable request) {
        return Statements.during(request).stream()
                .filter(sql -> sql.contains("from participant "))
                .count();
    }

    private static RequestSpecification with(String cookie) {
        return Signed.browser().cookie(Viewer.SESSION_COOKIE, cookie);
    }

    private static RequestSpecification basic(String username, String password) {
        return Signed.browser().auth().preemptive().basic(username, password);
    }

    private void change(Consumer<Participant> verb) {
        change(somebody, verb);
    }

    private static void change(Participant participant, Consumer<Participant> verb) {
        QuarkusTransaction.requiringNew().run(() -> verb.accept(Participant.findById(participant.id())));
    }

    private Participant reread() {
        return QuarkusTransaction.requiringNew().call(() -> Participant.findById(somebody.id()));
    }
}
