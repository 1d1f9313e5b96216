package org.ronda.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.MailServer;
import org.ronda.MailServer.Received;
import org.ronda.Race;
import org.ronda.TestDatabase;
import org.ronda.identity.Participant;

/** What is put into the outbox is sent once, whatever becomes of the mail server meanwhile. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OutboxTest {
    private static final String ADDRESS = "vera@example.org";

    @Inject
    Outbox outbox;

    @Inject
    Post post;

    private long vera;

    @BeforeEach
    void give() {
        vera = QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject("vecina").orElseThrow().id());
        MailServer.address("vecina", ADDRESS, true);
        empty();
    }

    @AfterEach
    void takeBack() {
        MailServer.address("vecina", null, false);
        empty();
    }

    private static void empty() {
        QuarkusTransaction.requiringNew().run(() -> OutgoingMail.deleteAll());
    }

    private void put(String about) {
        QuarkusTransaction.requiringNew().run(() -> outbox.put("test", vera, about));
    }

    private static long waiting() {
        return QuarkusTransaction.requiringNew().call(() -> OutgoingMail.count());
    }

    private void deliver(Instant at) {
        Now.during(at, () -> {
            post.deliver();
            return null;
        });
    }

    @Test
    void anHourWithoutAMailServerLosesNoneAndDoublesNone() {
        Instant start = Instant.now();
        for (int i = 0; i < 12; i++) {
            put("mail " + i);
        }
        List<String> ids = QuarkusTransaction.requiringNew()
                .call(() -> OutgoingMail.<OutgoingMail>listAll().stream()
                        .map(mail -> mail.messageId)
                        .toList());
        for (int minute = 0; minute < 60; minute += 2) {
            deliver(start.plus(Duration.ofMinutes(minute)));
        }
        assertEquals(12, waiting());
        try (MailServer server = new MailServer()) {
            for (int minute = 60; minute < 130; minute += 2) {
                deliver(start.plus(Duration.ofMinutes(minute)));
            }
            List<Received> received = server.to(ADDRESS);
            assertEquals(12, received.size());
            assertEquals(
                    new HashSet<>(ids),
                    new HashSet<>(received.stream()
                            .map(mail -> mail.header("Message-ID"))
                            .toList()));
            assertEquals(12, Set.copyOf(ids).size());
            assertEquals(0, waiting());
        }
    }

    @Test
    void twoNodesAtOnceSendEachMailOnce() {
        for (int i = 0; i < 30; i++) {
            put("mail " + i);
        }
        try (MailServer server = new MailServer()) {
            Race.of(3, runner -> () -> {
                post.deliver();
                return null;
            });
            post.deliver();
            assertEquals(
                    IntStream.range(0, 30).mapToObj(i -> "mail " + i).sorted().toList(),
                    server.to(ADDRESS).stream().map(Received::subject).sorted().toList());
        }
    }

    /** While nodes are changed one after the other, an older one meets mail that it does not know. */
    @Test
    void whatANewerNodePutWaitsForIt() {
        QuarkusTransaction.requiringNew().run(() -> outbox.put("of a later version", vera, "x"));
        put("known");
        try (MailServer server = new MailServer()) {
            post.deliver();
            assertEquals(
                    List.of("known"),
                    server.to(ADDRESS).stream().map(Received::subject).toList());
        }
        assertEquals(1, waiting());
    }

    @Test
    void whomMailDoesNotReachIsPutNone() {
        MailServer.address("vecino", "bruno@example.org", false);
        long bruno = QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject("vecino").orElseThrow().id());
        QuarkusTransaction.requiringNew().run(() -> outbox.put("test", List.of(vera, bruno), "to both"));
        MailServer.address("vecino", null, false);
        assertEquals(
                List.of(vera),
                QuarkusTransaction.requiringNew()
                        .call(() -> OutgoingMail.<OutgoingMail>listAll().stream()
                                .map(mail -> mail.participantId)
                                .toList()));
    }

    @Test
    void afterThreeDaysItIsGivenUp() {
        Instant start = Instant.now();
        put("never");
        deliver(start.plus(Duration.ofDays(2)));
        assertEquals(1, waiting());
        deliver(start.plus(Duration.ofDays(3)).plusSeconds(60));
        assertEquals(0, waiting());
    }

    @Test
    void itIsWrittenInTheReadersLanguageAsTextAndAsHtml() {
        put("Una plaza\nBcc: nobody@example.org");
        try (MailServer server = new MailServer()) {
            post.deliver();
            Received mail = server.received().get(0);
            assertEquals("Una plaza Bcc: nobody@example.org", mail.subject());
            assertNull(mail.header("Bcc"));
            assertEquals("Ronda <ronda@ronda.example>", mail.header("From"));
            assertEquals("auto-generated", mail.header("Auto-Submitted"));
            assertNull(mail.header("List-Unsubscribe"));
            assertTrue(mail.text().contains("Hola <b>es</b>\n"), mail.text());
            assertTrue(mail.text().contains("- La plaza\n  https://ronda.example/processes"), mail.text());
            assertTrue(mail.html().contains("Hola &lt;b&gt;es&lt;/b&gt;"), mail.html());
            assertTrue(mail.html().contains("<html lang=\"es\">"), mail.html());
        }
    }

    @Test
    void whoeverHasNoVerifiedAddressGetsNone() {
        MailServer.address("vecina", ADDRESS, false);
        put("unverified");
        assertEquals(0, waiting());
    }

    @Test
    void whatMayBeToldNoMoreIsNotSentAndNeitherIsAMailToAnAddressThatIsTheirsNoMore() {
        put("withdrawn meanwhile");
        post.deliver();
        assertEquals(0, waiting());
        put("to an address");
        MailServer.address("vecina", "other@example.org", false);
        post.deliver();
        assertEquals(0, waiting());
    }

    @Test
    void oneThatCannotBeWrittenDoesNotKeepTheOthersWaiting() {
        put("broken");
        put("whole");
        try (MailServer server = new MailServer()) {
            post.deliver();
            assertEquals(
                    List.of("whole"),
                    server.to(ADDRESS).stream().map(Received::subject).toList());
            assertEquals(1, waiting());
        }
    }

    @Test
    void whatIsRolledBackIsNotSent() {
        QuarkusTransaction.begin();
        outbox.put("test", vera, "rolled back");
        assertTrue(outbox.isWaiting("test", vera));
        QuarkusTransaction.rollback();
        assertFalse(QuarkusTransaction.requiringNew().call(() -> outbox.isWaiting("test", vera)));
    }
}
