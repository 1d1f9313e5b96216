package org.ronda.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Now;
import org.ronda.kernel.Scope;

/** What of an event is told to whom. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class EventsApiTest {
    private static final String EVENTS = "/api/v1/ledger/events";

    @Inject
    Ledger ledger;

    @Inject
    Verification verification;

    @Inject
    EntityManager entityManager;

    @Inject
    Now now;

    private long contribution;
    private long author;
    private long process;

    @BeforeEach
    void findOne() {
        Object[] row = (Object[]) entityManager
                .createNativeQuery("select c.id, c.author_id, c.process_id from contribution c"
                        + " join process p on p.id = c.process_id where p.slug = 'tu-distrito'"
                        + " and c.kind = 'PROPOSAL' and c.state = 'PUBLISHED' order by c.id desc limit 1")
                .getSingleResult();
        contribution = ((Number) row[0]).longValue();
        author = ((Number) row[1]).longValue();
        process = ((Number) row[2]).longValue();
    }

    private String record(String kind) {
        String receipt = QuarkusTransaction.requiringNew()
                .call(() -> ledger.record(Event.of(kind, Scope.contribution(contribution))
                        .in(process)
                        .at(now.atGate())
                        .by(author, Scope.person(author))
                        .saying(Map.of("title", "Árboles"))));
        ledger.drain();
        return receipt;
    }

    private static RequestSpecification as(String username) {
        return username == null
                ? RestAssured.given()
                : RestAssured.given().auth().preemptive().basic(username, "demo");
    }

    private Map<String, Object> last(String username) {
        long before = verification.run().verified() - 1;
        return as(username)
                .get(EVENTS + "?cursor=" + Cursor.of(before))
                .then()
                .statusCode(200)
                .extract()
                .path("items[0]");
    }

    private void in(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager.createNativeQuery(sql).executeUpdate());
    }

    private static byte[] bytes(Map<String, Object> event, String field) {
        return HexFormat.of().parseHex((String) event.get(field));
    }

    @Test
    @SuppressWarnings("unchecked")
    void whoReachesTheSubjectRecomputesWordsAndLinkAndLearnsNoActor() {
        record("proposal.published");
        Map<String, Object> event = last(null);
        assertArrayEquals(
                Canonical.what(bytes(event, "salt"), new TreeMap<>((Map<String, String>) event.get("content"))),
                bytes(event, "what"));
        assertEquals("proposal.published", event.get("kind"));
        assertNotNull(event.get("address"));
        assertTrue(event.keySet().stream().noneMatch(field -> field.matches("actor.*|name.*|salt1")), "" + event);
    }

    @Test
    void whatIsHiddenOrSealedKeepsItsWords() {
        record("proposal.corrected");
        Scope subject = Scope.contribution(contribution);
        QuarkusTransaction.requiringNew().run(() -> ledger.sealWords(subject));
        try {
            assertNull(last(null).get("content"));
            assertNull(last("moderacion").get("salt"));
            assertNotNull(last(null).get("what"));
            assertTrue(verification.run().isWhole());
        } finally {
            QuarkusTransaction.requiringNew().run(() -> ledger.unsealWords(subject));
        }
        assertNotNull(last(null).get("content"));
        assertTrue(verification.run().isWhole());
    }

    @Test
    void aHiddenContributionIsAMarkWithoutWords() {
        record("proposal.published");
        in("update contribution set state = 'HIDDEN' where id = " + contribution);
        try {
            Map<String, Object> event = last(null);
            assertEquals("proposal.published", event.get("kind"));
            assertNull(event.get("content"));
            assertNull(event.get("salt"));
            assertTrue(((String) event.get("title")).startsWith("P-"), "" + event);
        } finally {
            in("update contribution set state = 'PUBLISHED' where id = " + contribution);
        }
    }

    /** As on the page: the mark says why, although the words are gone. */
    @ParameterizedTest
    @ValueSource(strings = {"contribution.hidden", "contribution.restored", "contribution.redacted", "look.decided"})
    void whyModerationTookSomethingAwayIsToldAlsoWhileTheWordsAreSealed(String kind) {
        record(kind);
        Scope subject = Scope.contribution(contribution);
        in("update contribution set state = 'HIDDEN' where id = " + contribution);
        QuarkusTransaction.requiringNew().run(() -> ledger.sealWords(subject));
        try {
            assertEquals(Map.of("title", "Árboles"), last(null).get("content"));
            assertNotNull(last(null).get("salt"));
        } finally {
            in("update contribution set state = 'PUBLISHED' where id = " + contribution);
            QuarkusTransaction.requiringNew().run(() -> ledger.unsealWords(subject));
        }
    }

    /** A reason that stands on no public page, or by which rule somebody reported. */
    @ParameterizedTest
    @ValueSource(strings = {"report.sent", "contribution.released", "contribution.refused"})
    void whatIsBetweenThoseConcernedAndTheModeratorsIsToldToNobody(String kind) {
        record(kind);
        for (String who : new String[] {null, "moderacion", "vecina"}) {
            assertEquals(kind, last(who).get("kind"));
            assertNull(last(who).get("content"));
            assertNull(last(who).get("salt"));
        }
    }

    @Test
    void whatWasNeverPublicIsAPlaceInTheChainOnly() {
        record("proposal.held");
        in("update contribution set state = 'HELD', published_at = null where id = " + contribution);
        try {
            assertEquals(List.of("hash", "leaf", "position"), List.copyOf(new TreeMap<>(last(null)).keySet()));
            assertEquals("proposal.held", last("moderacion").get("kind"));
            assertNull(last("moderacion").get("content"));
        } finally {
            in("update contribution set state = 'PUBLISHED', published_at = said_at where id = " + contribution);
        }
    }

    @Test
    void aSupportIsAPlaceOnlyWhileItsTallyIsHiddenToEverybody() {
        String receipt = record("support.given");
        assertEquals("support.given", last(null).get("kind"));
        String terms = "update phase_terms set has_hidden_tally = %s where phase_id ="
                + " (select phase_id from contribution where id = " + contribution + ")";
        in(terms.formatted("true"));
        try {
            for (String who : new String[] {null, "moderacion", "vecina"}) {
                assertNull(last(who).get("kind"));
                assertNull(last(who).get("subjectId"));
            }
            assertTrue(kinds("support.given").isEmpty());
            assertNull(RestAssured.get("/api/v1/receipts/" + receipt).path("subject"));
        } finally {
            in(terms.formatted("false"));
        }
        assertFalse(kinds("support.given").isEmpty());
    }

    private static List<String> kinds(String kind) {
        return RestAssured.get(EVENTS + "?process=tu-distrito&limit=100&kind=" + kind)
                .path("items.kind");
    }

    @Test
    void dropsLeaveTheChainWhole() {
        String receipt = record("proposal.corrected");
        long event = ((Number) entityManager
                        .createNativeQuery("select id from ledger_event where receipt = :receipt")
                        .setParameter("receipt", receipt)
                        .getSingleResult())
                .longValue();
        QuarkusTransaction.requiringNew().run(() -> ledger.dropWords(event));
        assertNull(last(null).get("content"));
        assertTrue(verification.run().isWhole());
        in("update ledger_actor set event_id = event_id where event_id = " + event);
        QuarkusTransaction.requiringNew()
                .run(() -> ledger.record(Event.of("proposal.corrected", Scope.contribution(contribution))
                        .at(now.atGate())
                        .by(-5L, Scope.person(-5))));
        ledger.drain();
        QuarkusTransaction.requiringNew().run(() -> ledger.dropActor(-5));
        assertTrue(verification.run().isWhole());
    }

    @Test
    void pagesFollowOneAnother() {
        record("proposal.corrected");
        var first = RestAssured.get(EVENTS + "?limit=2").jsonPath();
        assertEquals(List.of(1, 2), first.getList("items.position"));
        assertEquals(
                List.of(3, 4),
                RestAssured.get(EVENTS + "?limit=2&cursor=" + first.getString("next"))
                        .jsonPath()
                        .getList("items.position"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?who=1", "?limit=0", "?limit=101", "?limit=x", "?kind=proposal.sung", "?cursor=x"})
    void whatIsNotUnderstoodIsRefused(String query) {
        int status = RestAssured.get(EVENTS + query).statusCode();
        assertTrue(status == 400 || query.equals("?limit=x") && status == 404, query + " " + status);
    }

    @Test
    void anUnknownProcessIsNotFound() {
        RestAssured.get(EVENTS + "?process=atlantis").then().statusCode(404);
    }

    @Test
    void aReceiptSaysWhatItIsAboutAndWhatIsNext() {
        String receipt = record("support.given");
        String page = Signed.given()
                .get("/receipts/" + receipt.toLowerCase(java.util.Locale.ROOT))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(page.contains("/proposals/P-"), page);
        assertTrue(page.contains("/processes/tu-distrito"), page);
        assertTrue(page.contains("Cuenta para el resultado"), page);
    }
}
