package org.ronda.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.comment.Comment;
import org.ronda.comment.Commenting;
import org.ronda.contribution.Contribution;
import org.ronda.kernel.Language;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Counters;
import org.ronda.ledger.Ledger;
import org.ronda.moderation.Worlds.World;
import org.ronda.process.Moderation;
import org.ronda.process.Phase;
import org.ronda.proposal.Proposal;
import org.ronda.proposal.Proposing;

/** Comments are counted while they can be read, replies too, wherever their number stands. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CommentCountsTest {
    @Inject
    EntityManager entityManager;

    @Inject
    Worlds worlds;

    @Inject
    Moderating moderating;

    @Inject
    Proposing proposing;

    @Inject
    Commenting commenting;

    @Inject
    Ledger ledger;

    @Inject
    Counters counters;

    private World world;
    private Proposal proposal;

    private void begin() {
        world = worlds.open(Phase.Kind.PROPOSALS, Moderation.POST, 5);
        proposal = proposing.publish(
                world.phase(),
                "Una plaza de la que se habla",
                "Hace falta.",
                "Hacerla.",
                null,
                null,
                null,
                worlds.persona("vecino"));
    }

    private Comment say(String parent, String body) {
        return commenting.say("proposal:" + proposal.code(), parent, "", body, worlds.persona("vecina"), Language.ES);
    }

    private Contribution fresh(Contribution contribution) {
        return QuarkusTransaction.requiringNew().call(() -> Contribution.findById(contribution.id()));
    }

    private void decide(Contribution contribution, String act) {
        Contribution read = fresh(contribution);
        moderating.decide(
                new DecisionInput(read.code(), act, "respect", "", "Una razón", String.valueOf(read.version())),
                worlds.persona("moderacion"));
    }

    private void assertCounted(int comments) {
        ledger.drain();
        assertStored(comments);
        counters.rebuild();
        assertStored(comments);
        String api = "/api/v1/proposals";
        assertEquals(comments, (Integer)
                Signed.given().get(api + "/" + proposal.code()).path("comments"));
        assertEquals(comments, (Integer) Signed.given()
                .get(api + "?process=" + world.process().slug() + "&phase="
                        + world.phase().code())
                .path("items[0].comments"));
        Document list = Signed.in("monitoreo")
                .get("/processes/" + world.process().slug() + "/proposals?phase="
                        + world.phase().code());
        assertEquals(
                String.valueOf(comments),
                list.select("article.card b.number").last().text());
    }

    private void assertStored(int comments) {
        assertEquals(comments, counters.of(proposal.scope(), 1, null).comments());
        assertEquals(comments, counters.of(world.process().scope(), 0, null).comments());
        assertEquals(
                comments, counters.of(Scope.phase(world.phase().id()), 0, null).comments());
    }

    private String thread() {
        return Signed.in("monitoreo")
                .get("/comments?on=proposal:" + proposal.code())
                .text();
    }

    @Test
    @ActivateRequestContext
    void aReplyCountsWhateverBecomesOfWhatItAnswers() {
        begin();
        Comment parent = say("", "Lo que se responde");
        Comment reply = say(parent.code(), "Lo que responde");
        Comment below = say(reply.code(), "Lo que sigue");
        assertCounted(3);
        decide(parent, "hide");
        assertCounted(2);
        assertTrue(thread().contains("Lo que responde") && thread().contains("Lo que sigue"));
        decide(reply, "hide");
        assertCounted(1);
        decide(parent, "restore");
        assertCounted(2);
        commenting.withdraw(parent.code(), worlds.persona("vecina"));
        assertCounted(1);
        commenting.withdraw(reply.code(), worlds.persona("vecina"));
        assertCounted(1);
        assertFalse(thread().contains("Lo que responde"));
        assertTrue(thread().contains("Lo que sigue"));
        commenting.withdraw(below.code(), worlds.persona("vecina"));
        assertCounted(0);
    }

    /** What is said about a proposal can be read under its mark, and counts as long as it can. */
    @Test
    @ActivateRequestContext
    void commentsOutliveTheirProposal() {
        begin();
        Comment comment = say("", "Algo sobre la plaza");
        commenting.react(comment.code(), 1, worlds.persona("monitoreo"));
        decide(proposal, "hide");
        ledger.drain();
        assertStored(1);
        assertTrue(thread().contains("Algo sobre la plaza"));
        // nothing is added under the mark; what was given can be taken back
        assertThrows(Refused.class, () -> say("", "Algo más"));
        assertThrows(Refused.class, () -> say(comment.code(), "Algo más"));
        assertThrows(Refused.class, () -> commenting.react(comment.code(), 1, worlds.persona("moderacion")));
        assertThrows(
                Refused.class, () -> commenting.revise(comment.code(), "Otra cosa", null, worlds.persona("vecina")));
        assertTrue(
                commenting.react(comment.code(), 0, worlds.persona("monitoreo")).isPresent());
        decide(proposal, "restore");
        assertCounted(1);
        proposing.withdraw(proposal.code(), worlds.persona("vecino"));
        ledger.drain();
        assertStored(1);
        assertTrue(thread().contains("Algo sobre la plaza"));
    }

    /** Neither the words nor what others said of them with a click are read where only the mark is left. */
    @Test
    @ActivateRequestContext
    void theMarkOfACommentTellsNothingOfIt() {
        begin();
        Comment comment = commenting.say(
                "proposal:" + proposal.code(), "", "against", "En contra", worlds.persona("vecina"), Language.ES);
        commenting.react(comment.code(), 1, worlds.persona("monitoreo"));
        ledger.drain();
        String api = "/api/v1/comments/" + comment.code();
        assertEquals(1, (Integer) Signed.given().get(api).path("agrees"));
        assertEquals("AGAINST", Signed.given().get(api).path("stance"));
        decide(comment, "hide");
        for (String field : new String[] {"body", "author", "stance", "agrees", "disagrees"}) {
            assertNull(Signed.given().get(api).<Object>path(field), field);
        }
    }

    /** Not by its number, and not by the order of the list or the key in its cursor either. */
    @Test
    @ActivateRequestContext
    void aHiddenTallyIsToldByNoOrder() {
        begin();
        String list = "?phase=" + world.phase().code() + "&order=supported";
        String api = "/api/v1/proposals" + list + "&process=" + world.process().slug();
        String page = "/processes/" + world.process().slug() + "/proposals" + list;
        Signed.given().get(api).then().statusCode(200);
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("update phase_terms set has_hidden_tally = true where phase_id = :phase")
                        .setParameter("phase", world.phase().id())
                        .executeUpdate());
        Signed.given().get(api).then().statusCode(400);
        Signed.browser().get(page).then().statusCode(400);
        Signed.browser().get(page.replace("supported", "discussed")).then().statusCode(200);
    }

    @Test
    @ActivateRequestContext
    void theMarkOfAProposalTellsNothingOfIt() {
        begin();
        String api = "/api/v1/proposals/" + proposal.code();
        assertEquals(0, (Integer) Signed.given().get(api).path("supports"));
        proposing.withdraw(proposal.code(), worlds.persona("vecino"));
        for (String field : new String[] {"title", "problem", "solution", "authors", "supports"}) {
            assertNull(Signed.given().get(api).<Object>path(field), field);
        }
    }
}
