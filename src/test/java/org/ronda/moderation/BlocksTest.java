package org.ronda.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.comment.Comment;
import org.ronda.comment.Commenting;
import org.ronda.contribution.Contribution;
import org.ronda.identity.Participant;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.moderation.Worlds.World;
import org.ronda.process.Moderation;
import org.ronda.process.Phase;
import org.ronda.proposal.Proposal;
import org.ronda.proposal.Proposing;

/** What a block leaves, and what is left of one when another ends. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class BlocksTest {
    @Inject
    Moderating moderating;

    @Inject
    Proposing proposing;

    @Inject
    Commenting commenting;

    @Inject
    Worlds worlds;

    @Inject
    Now now;

    private Participant persona(String subject) {
        return worlds.persona(subject);
    }

    private Proposal published(World world) {
        return proposing.publish(
                world.phase(), "Una plaza que molesta", "Hace falta.", "Hacerlo.", null, null, null, persona("vecino"));
    }

    private Decision block(Contribution because, int days) {
        return moderating.block(
                because.code(), new BlockInput("respect", String.valueOf(days), "Insultos."), persona("moderacion"));
    }

    private Decision unblock(Decision block) {
        return moderating.unblock(block.code(), new Why("Ya está."), persona("moderacion"));
    }

    @BeforeEach
    @ActivateRequestContext
    void nobodyIsStaff() {
        worlds.endRoles("vecino");
    }

    @AfterEach
    @ActivateRequestContext
    void nobodyStaysBlocked() {
        worlds.unblock("vecino");
    }

    @Test
    @ActivateRequestContext
    void whenALongerBlockIsLiftedTheShorterOneOfAnotherProcessGoesOn() {
        Decision shorter = block(published(worlds.open(Phase.Kind.PROPOSALS, Moderation.POST, 5)), 10);
        Decision longer = block(published(worlds.open(Phase.Kind.PROPOSALS, Moderation.POST, 5)), 20);
        Instant at = now.instant();
        assertEquals(longer.until(), persona("vecino").blockedUntil());
        unblock(longer);
        assertEquals(shorter.until(), persona("vecino").blockedUntil());
        unblock(shorter);
        assertFalse(persona("vecino").isBlocked(at));
    }

    @Test
    @ActivateRequestContext
    void whoIsBlockedMayTakeBackThatTheyAgree() {
        World world = worlds.open(Phase.Kind.PROPOSALS, Moderation.POST, 5);
        Proposal proposal = published(world);
        Comment comment = commenting.say(
                "proposal:" + proposal.code(), "", "", "Yo no sé.", persona("organizacion"), Language.ES);
        agree(comment, "1", 303);
        block(proposal, 10);
        agree(comment, "-1", 403);
        agree(comment, "0", 303);
    }

    @Test
    @ActivateRequestContext
    void whoModeratesElsewhereIsNotShutOutFromHere() {
        Proposal proposal = published(worlds.open(Phase.Kind.PROPOSALS, Moderation.POST, 5));
        World elsewhere = worlds.open(Phase.Kind.PROPOSALS, Moderation.POST, 5);
        worlds.appoint(elsewhere, "vecino");
        assertThrows(Refused.class, () -> block(proposal, 10));
        worlds.dismiss(elsewhere, "vecino");
        block(proposal, 10);
    }

    private static void agree(Comment comment, String way, int status) {
        Signed.in("vecino")
                .request()
                .formParam("nonce", Forms.nonce())
                .formParam("direction", way)
                .post(comment.address() + "/agreement")
                .then()
                .statusCode(status);
    }
}
