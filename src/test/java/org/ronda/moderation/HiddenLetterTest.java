package org.ronda.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.MailServer;
import org.ronda.MailServer.Received;
import org.ronda.TestDatabase;
import org.ronda.comment.Comment;
import org.ronda.comment.Commenting;
import org.ronda.identity.Participant;
import org.ronda.kernel.Language;
import org.ronda.kernel.Posting;

/** An author is told at once, by mail, that something of theirs was hidden. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class HiddenLetterTest {
    private static final String ADDRESS = "bruno@example.org";

    @Inject
    Commenting commenting;

    @Inject
    Moderating moderating;

    @Inject
    Worlds worlds;

    @BeforeEach
    void give() {
        MailServer.address("vecino", ADDRESS, true);
    }

    @AfterEach
    void takeBack() {
        MailServer.address("vecino", null, false);
        Posting.nothing();
    }

    private Decision hide(Comment comment, String reason) {
        long version = QuarkusTransaction.requiringNew()
                .call(() -> Comment.<Comment>findById(comment.id()).version());
        return moderating.decide(
                new DecisionInput(comment.code(), "hide", "respect", "", reason, String.valueOf(version)),
                worlds.persona("moderacion"));
    }

    private Comment say() {
        Participant bruno = worlds.persona("vecino");
        return commenting.say("process:tu-distrito", "", "", "Palabras que se ocultan", bruno, Language.ES);
    }

    @Test
    void itSaysTheRuleAndTheReasonAndWhereToAskAgainAndNotTheWords() {
        Decision decision = hide(say(), "Insulta a una persona");
        try (MailServer server = new MailServer()) {
            Posting.deliver();
            Received mail = server.to(ADDRESS).get(0);
            assertTrue(mail.subject().startsWith("La moderación ocultó tu aporte K-"), mail.subject());
            assertTrue(mail.text().contains("Insulta a una persona"), mail.text());
            assertTrue(mail.text().contains(MailServer.LINKS + "/moderation/" + decision.code()), mail.text());
            assertTrue(mail.text().contains("pedí que otra persona"), mail.text());
            assertFalse(mail.text().contains("Palabras"), mail.text());
            Posting.deliver();
            assertEquals(1, server.to(ADDRESS).size());
        }
    }

    @Test
    void whatCameBackMeanwhileIsNotToldOf() {
        Comment comment = say();
        hide(comment, "Por error");
        long version = QuarkusTransaction.requiringNew()
                .call(() -> Comment.<Comment>findById(comment.id()).version());
        moderating.decide(
                new DecisionInput(comment.code(), "restore", "", "", "Fue un error", String.valueOf(version)),
                worlds.persona("moderacion"));
        try (MailServer server = new MailServer()) {
            Posting.deliver();
            assertEquals(0, server.to(ADDRESS).size());
        }
    }
}
