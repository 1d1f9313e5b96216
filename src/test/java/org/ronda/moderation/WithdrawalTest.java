package org.ronda.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ronda.Race;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.contribution.Contribution;
import org.ronda.identity.Participant;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.ledger.Counters;
import org.ronda.ledger.Ledger;
import org.ronda.moderation.Worlds.World;
import org.ronda.process.Action;
import org.ronda.process.Moderation;
import org.ronda.process.Phase;
import org.ronda.process.ProcessSetup;
import org.ronda.process.Voters;
import org.ronda.proposal.Proposal;
import org.ronda.proposal.Proposing;

/** What withdrawing gives back, and what it leaves of a decision that was taken before. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class WithdrawalTest {
    @Inject
    Moderating moderating;

    @Inject
    Proposing proposing;

    @Inject
    ProcessSetup setup;

    @Inject
    Worlds worlds;

    @Inject
    Voters voters;

    @Inject
    Ledger ledger;

    @Inject
    Counters counters;

    @Inject
    Now now;

    private Participant persona(String subject) {
        return worlds.persona(subject);
    }

    /** A phase that takes one contribution of each voter. */
    private World world(Phase.Kind kind, Moderation when) {
        return worlds.open(kind, when, 1);
    }

    private Proposal published(World world, String title) {
        Proposal proposal =
                proposing.publish(world.phase(), title, "Hace falta.", "Hacerlo.", null, null, null, persona("vecino"));
        return fresh(proposal);
    }

    private Proposal fresh(Contribution proposal) {
        return QuarkusTransaction.requiringNew().call(() -> Proposal.findById(proposal.id()));
    }

    private int used(World world) {
        return voters.used(persona("vecino").id(), world.phase(), Action.PROPOSE);
    }

    private Decision hidden(Proposal proposal) {
        return moderating.decide(
                new DecisionInput(
                        proposal.code(),
                        "hide",
                        "off_topic",
                        "",
                        "No es de este proceso.",
                        String.valueOf(proposal.version())),
                persona("moderacion"));
    }

    private void assertContributionsAre(World world, int many) {
        ledger.drain();
        assertEquals(many, counters.of(world.process().scope(), 0, null).contributions());
        counters.rebuild();
        assertEquals(many, counters.of(world.process().scope(), 0, null).contributions());
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.Kind.class,
            names = {"PROPOSALS", "TOPICS"})
    @ActivateRequestContext
    void aMistakeCostsNothingWhileInputIsOpen(Phase.Kind kind) {
        World world = world(kind, Moderation.POST);
        Proposal mistake = published(world, "Una plaza en el lugar equivocado");
        assertThrows(Refused.class, () -> published(world, "Una plaza en el lugar correcto"));
        Document asked = Signed.in("vecino").get(mistake.address() + "/withdrawal");
        assertTrue(asked.text().contains("Recuperás el lugar"), asked.text());
        proposing.withdraw(mistake.code(), persona("vecino"));
        assertEquals(0, used(world));
        assertTrue(published(world, "Una plaza en el lugar correcto").isPublished());
        assertEquals(1, used(world));
        assertContributionsAre(world, 1);
        Signed.in("vecino")
                .request()
                .get(mistake.address() + "/withdrawal")
                .then()
                .statusCode(409);
    }

    @Test
    @ActivateRequestContext
    void whatWaitsForAModeratorGivesItsPlaceBackToo() {
        World world = world(Phase.Kind.PROPOSALS, Moderation.PRE);
        Proposal held = published(world, "Una plaza que espera moderación");
        assertTrue(held.isHeld());
        proposing.withdraw(held.code(), persona("vecino"));
        assertEquals(0, used(world));
        assertContributionsAre(world, 0);
    }

    @Test
    @ActivateRequestContext
    void whatAModeratorHidHasCostItsPlace() {
        World world = world(Phase.Kind.PROPOSALS, Moderation.POST);
        Proposal proposal = published(world, "Compren en mi negocio del centro");
        hidden(proposal);
        assertFalse(Signed.in("vecino")
                .get(proposal.address() + "/withdrawal")
                .text()
                .contains("Recuperás"));
        proposing.withdraw(proposal.code(), persona("vecino"));
        assertEquals(1, used(world));
        assertContributionsAre(world, 0);
    }

    @Test
    @ActivateRequestContext
    void afterInputEndedNoPlaceIsGivenBack() {
        World world = world(Phase.Kind.PROPOSALS, Moderation.POST);
        Proposal proposal = published(world, "Una plaza que retiro tarde");
        Now.during(
                now.instant().plus(Duration.ofDays(4)), () -> proposing.withdraw(proposal.code(), persona("vecino")));
        assertEquals(1, used(world));
    }

    @Test
    @ActivateRequestContext
    void whatIsInAnArchiveIsStillItsAuthorsToTakeBack() {
        World world = world(Phase.Kind.PROPOSALS, Moderation.POST);
        Proposal proposal = published(world, "Una plaza que quedó archivada");
        Now.during(now.instant().plus(Duration.ofDays(4)), () -> {
            setup.archive(world.process().id(), "Terminó", persona("moderacion").id());
            return proposing.withdraw(proposal.code(), persona("vecino"));
        });
        assertTrue(fresh(proposal).isWithdrawn());
        assertContributionsAre(world, 0);
    }

    @Test
    @ActivateRequestContext
    void noAnswerIsPromisedToWhatIsNotThere() {
        World world = world(Phase.Kind.PROPOSALS, Moderation.POST);
        Proposal proposal = published(world, "Una plaza que espera respuesta");
        String api = "/api/v1/proposals/" + proposal.code();
        String promise = "Respuesta con razones";
        assertNotNull(Signed.given().get(api).path("answerDueAt"));
        assertTrue(Signed.browser().get(proposal.address()).asString().contains(promise));
        hidden(proposal);
        assertNull(Signed.given().get(api).path("answerDueAt"));
        proposing.withdraw(proposal.code(), persona("vecino"));
        assertNull(Signed.given().get(api).path("answerDueAt"));
        assertFalse(Signed.browser().get(proposal.address()).asString().contains(promise));
    }

    /** Who wrote it is no part of the mark that is left, and is told by no filter. */
    @Test
    @ActivateRequestContext
    void nobodyLearnsByAFilterWhoTookSomethingBack() {
        World world = world(Phase.Kind.PROPOSALS, Moderation.POST);
        Proposal proposal = published(world, "Una plaza de no digo quién");
        String list = "/api/v1/proposals?process=" + world.process().slug() + "&phase="
                + world.phase().code() + "&author=" + persona("vecino").code() + "&state=";
        assertEquals(
                List.of(proposal.code()), Signed.given().get(list + "published").path("items.code"));
        proposing.withdraw(proposal.code(), persona("vecino"));
        assertEquals(List.of(), Signed.given().get(list + "withdrawn").path("items.code"));
    }

    /** The right to a second look outlives the text: the decision may be lifted, the text stays withdrawn. */
    @ParameterizedTest
    @EnumSource(Decision.Outcome.class)
    @ActivateRequestContext
    void aSecondLookAtWhatWasHiddenAndThenWithdrawnIsAboutTheDecisionOnly(Decision.Outcome outcome) {
        World world = world(Phase.Kind.PROPOSALS, Moderation.POST);
        Proposal proposal = published(world, "Una plaza que alguien ocultó");
        Decision decision = hidden(proposal);
        proposing.withdraw(proposal.code(), persona("vecino"));
        String desk = "/desk/" + world.process().slug() + "?queue=decided&at=" + decision.code();
        assertFalse(Signed.in("administracion").get(desk).text().contains("Una plaza que alguien ocultó"));
        String told = Signed.in("vecino").get(decision.address()).text();
        assertTrue(told.contains("no vuelve a mostrarse"), told);
        moderating.askLook(decision.code(), new Plea("Era del tema."), persona("vecino"));
        String looked = Signed.in("administracion")
                .get("/desk/" + world.process().slug() + "?queue=looks&at=" + decision.code())
                .text();
        assertTrue(looked.contains("Una plaza que alguien ocultó") && looked.contains("Era del tema."), looked);
        moderating.look(
                decision.code(),
                new LookInput(outcome.name().toLowerCase(), "Lo leí de nuevo."),
                persona("administracion"));
        assertTrue(fresh(proposal).isWithdrawn());
        assertContributionsAre(world, 0);
        assertFalse(Signed.in("administracion").get(desk).text().contains("Una plaza que alguien ocultó"));
        assertFalse(Signed.browser().get(proposal.address()).asString().contains("Una plaza que alguien ocultó"));
        boolean isInForce = QuarkusTransaction.requiringNew()
                .call(() -> Decision.byCode(decision.code()).orElseThrow().isInForce());
        assertEquals(outcome == Decision.Outcome.UPHELD, isInForce);
    }

    /** Whichever comes first, it ends withdrawn, counted nowhere. */
    @RepeatedTest(5)
    @ActivateRequestContext
    void withdrawingWhileASecondLookBringsItBackLeavesItWithdrawn() {
        World world = world(Phase.Kind.PROPOSALS, Moderation.POST);
        Proposal proposal = published(world, "Una plaza entre dos actos");
        Decision decision = hidden(proposal);
        moderating.askLook(decision.code(), Plea.BLANK, persona("vecino"));
        List<Callable<Object>> acts = List.of(
                () -> moderating.look(decision.code(), new LookInput("changed", "Sí."), persona("administracion")),
                () -> proposing.withdraw(proposal.code(), persona("vecino")));
        assertTrue(Race.of(acts).stream().allMatch(Race.Outcome::isDone));
        assertTrue(fresh(proposal).isWithdrawn());
        assertContributionsAre(world, 0);
    }
}
