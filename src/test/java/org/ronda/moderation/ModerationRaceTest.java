package org.ronda.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.ronda.Race;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.comment.Comment;
import org.ronda.comment.Commenting;
import org.ronda.contribution.Contribution;
import org.ronda.identity.Participant;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.ledger.Counters;
import org.ronda.ledger.Ledger;
import org.ronda.moderation.Worlds.World;
import org.ronda.process.Moderation;
import org.ronda.process.Phase;

/** Several moderators and an author at the same moment; and what is held before it is public. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ModerationRaceTest {
    @Inject
    Moderating moderating;

    @Inject
    Commenting commenting;

    @Inject
    Worlds worlds;

    @Inject
    Ledger ledger;

    @Inject
    Counters counters;

    @Inject
    Now now;

    private Participant persona(String subject) {
        return worlds.persona(subject);
    }

    private World world(Moderation when) {
        return worlds.open(Phase.Kind.PROPOSALS, when, 5);
    }

    private Comment say(World world, String body) {
        return commenting.say("phase:" + world.phase().code(), "", "", body, persona("vecino"), Language.ES);
    }

    private Contribution fresh(Contribution contribution) {
        return QuarkusTransaction.requiringNew().call(() -> Contribution.findById(contribution.id()));
    }

    private Decision decide(Contribution contribution, String act, String moderator) {
        return moderating.decide(
                new DecisionInput(
                        contribution.code(), act, "respect", "", "Una razón", String.valueOf(contribution.version())),
                persona(moderator));
    }

    private void assertCountersAreTheEvents(World world, int comments) {
        ledger.drain();
        assertEquals(comments, counters.of(world.process().scope(), 0, null).comments());
        counters.rebuild();
        assertEquals(comments, counters.of(world.process().scope(), 0, null).comments());
    }

    private static <T> long done(List<Race.Outcome<T>> outcomes) {
        return outcomes.stream().filter(Race.Outcome::isDone).count();
    }

    @RepeatedTest(5)
    void hidingFromTwoSidesHidesOnce() {
        World world = world(Moderation.POST);
        Comment comment = say(world, "Algo que dos personas leen a la vez");
        List<Race.Outcome<Decision>> outcomes =
                Race.of(6, runner -> () -> decide(comment, "hide", runner % 2 == 0 ? "moderacion" : "administracion"));
        assertEquals(1, done(outcomes));
        assertEquals(Contribution.State.HIDDEN, fresh(comment).state());
        assertCountersAreTheEvents(world, 0);
    }

    @RepeatedTest(5)
    void restoringFromTwoSidesAndASecondLookAtOnceCountsOnce() {
        World world = world(Moderation.POST);
        Comment comment = say(world, "Algo que vuelve");
        Decision hidden = decide(comment, "hide", "moderacion");
        moderating.askLook(hidden.code(), Plea.BLANK, persona("vecino"));
        Contribution read = fresh(comment);
        List<Callable<Decision>> acts = new ArrayList<>();
        acts.add(() -> decide(read, "restore", "moderacion"));
        acts.add(() -> decide(read, "restore", "administracion"));
        acts.add(() -> moderating.look(hidden.code(), new LookInput("changed", "Sí"), persona("administracion")));
        acts.add(() -> moderating.look(hidden.code(), new LookInput("changed", "Sí"), persona("administracion")));
        assertTrue(done(Race.of(acts)) >= 1);
        assertEquals(Contribution.State.PUBLISHED, fresh(comment).state());
        assertCountersAreTheEvents(world, 1);
    }

    @RepeatedTest(5)
    void hidingWhileItsAuthorWithdrawsLeavesOneMarkAndRightCounts() {
        World world = world(Moderation.POST);
        Comment comment = say(world, "Algo de lo que me arrepiento");
        List<Callable<Object>> acts = List.of(
                () -> decide(comment, "hide", "moderacion"),
                () -> commenting.withdraw(comment.code(), persona("vecino")),
                () -> decide(comment, "hide", "administracion"));
        Race.of(acts);
        assertTrue(fresh(comment).isWithdrawn() || fresh(comment).isHidden());
        assertCountersAreTheEvents(world, 0);
    }

    /** The moderator hides in the middle of a transaction; who reads it still replies and agrees. */
    @RepeatedTest(3)
    void noReplyAndNoAgreementIsCommittedAfterTheCommentIsHidden() {
        World world = world(Moderation.POST);
        Comment comment = say(world, "Algo que se oculta mientras le responden");
        Participant reader = persona("vecina");
        CountDownLatch hidden = new CountDownLatch(1);
        List<Callable<Boolean>> acts = List.of(
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    decide(comment, "hide", "moderacion");
                    hidden.countDown();
                    Thread.sleep(200);
                    return true;
                }),
                () -> hidden.await(5, TimeUnit.SECONDS) && isTaken(() -> reply(world, comment, reader)),
                () -> hidden.await(5, TimeUnit.SECONDS) && isTaken(() -> commenting.react(comment.code(), 1, reader)));
        List<Race.Outcome<Boolean>> outcomes = Race.of(acts);
        assertEquals(
                List.of(true, false, false),
                outcomes.stream().map(Race.Outcome::answer).toList());
        assertCountersAreTheEvents(world, 0);
    }

    /** The reply waits in the middle of its transaction; whoever hides waits for it, and it stays, counted, under the mark. */
    @RepeatedTest(3)
    void aReplyThatWasFirstStaysUnderWhatIsHidden() {
        World world = world(Moderation.POST);
        Comment comment = say(world, "Algo que se oculta después de una respuesta");
        Participant reader = persona("vecina");
        CountDownLatch said = new CountDownLatch(1);
        List<Callable<Boolean>> acts = List.of(
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    reply(world, comment, reader);
                    said.countDown();
                    Thread.sleep(200);
                    return true;
                }),
                () -> said.await(5, TimeUnit.SECONDS) && decide(comment, "hide", "moderacion") != null);
        assertEquals(2, done(Race.of(acts)));
        assertEquals(Contribution.State.HIDDEN, fresh(comment).state());
        assertCountersAreTheEvents(world, 1);
    }

    private Comment reply(World world, Comment comment, Participant reader) {
        return commenting.say("phase:" + world.phase().code(), comment.code(), "", "¿Por qué?", reader, Language.ES);
    }

    private static boolean isTaken(Callable<?> act) throws Exception {
        try {
            act.call();
            return true;
        } catch (NotFoundException | Refused gone) {
            return false;
        }
    }

    @Test
    void theSameReportFromManyTabsIsOne() {
        World world = world(Moderation.POST);
        Comment comment = say(world, "Algo que alguien señala muchas veces");
        Participant reporter = persona("vecina");
        List<Race.Outcome<String>> outcomes =
                Race.of(6, runner -> () -> moderating.report(comment.code(), new ReportInput("respect", ""), reporter));
        assertEquals(1, done(outcomes));
    }

    /** A report that came later would wait on the desk for a decision that nobody can take any more. */
    @RepeatedTest(3)
    void noReportIsCommittedAfterWhatItIsAboutIsHidden() {
        World world = world(Moderation.POST);
        Comment comment = say(world, "Algo que se oculta mientras lo señalan");
        Participant reporter = persona("vecina");
        CountDownLatch hidden = new CountDownLatch(1);
        List<Callable<Boolean>> acts = List.of(
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    decide(comment, "hide", "moderacion");
                    hidden.countDown();
                    Thread.sleep(200);
                    return true;
                }),
                () -> hidden.await(5, TimeUnit.SECONDS)
                        && isTaken(() -> moderating.report(comment.code(), new ReportInput("respect", ""), reporter)));
        assertEquals(
                List.of(true, false),
                Race.of(acts).stream().map(Race.Outcome::answer).toList());
    }

    @Test
    void whatIsHeldIsSeenByItsAuthorWithItsPlaceAndReleasedOrNot() {
        World world = world(Moderation.PRE);
        Comment first = say(world, "Lo primero que espera");
        Comment second = say(world, "Lo segundo que espera");
        String thread = "/comments?on=phase:" + world.phase().code();
        assertTrue(first.isHeld());
        assertCountersAreTheEvents(world, 0);
        assertTrue(!Signed.browser().get(thread).asString().contains("que espera"));
        String mine = Signed.in("vecino").get(thread).text();
        assertTrue(mine.contains("Lugar 1 en la cola") && mine.contains("Lugar 2 en la cola"), mine);
        String mySayings = Signed.in("vecino").get("/me").text();
        assertTrue(mySayings.contains("Lo primero que espera") && mySayings.contains("Lugar 2 en la cola"), mySayings);
        Signed.browser().get("/comments/" + first.code()).then().statusCode(404);
        Document desk = Signed.in("moderacion").get("/desk/" + world.process().slug() + "?queue=held");
        assertEquals(2, desk.select(".mail li").size());
        decide(first, "release", "moderacion");
        Decision refused = decide(second, "refuse", "moderacion");
        assertCountersAreTheEvents(world, 1);
        assertTrue(Signed.browser().get(thread).asString().contains("Lo primero que espera"));
        String told = Signed.in("vecino").get(thread).text();
        assertTrue(told.contains("no lo publicó"), told);
        Signed.browser().get("/moderation/" + refused.code()).then().statusCode(404);
        Signed.in("vecino")
                .request()
                .get("/moderation/" + refused.code())
                .then()
                .statusCode(200);
        moderating.askLook(refused.code(), Plea.BLANK, persona("vecino"));
        moderating.look(refused.code(), new LookInput("changed", "Va"), persona("administracion"));
        assertCountersAreTheEvents(world, 2);
        assertEquals(Contribution.State.PUBLISHED, fresh(second).state());
    }
}
