package org.ronda.comment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.ronda.Race;
import org.ronda.TestDatabase;
import org.ronda.contribution.ContributionVersion;
import org.ronda.identity.Consents;
import org.ronda.identity.Participant;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.ledger.Counters;
import org.ronda.ledger.Ledger;
import org.ronda.process.Voters;

/** Agreeing from many tabs, and answering what is being taken back: real threads, committed rows. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ReactionRaceTest {
    private static final AtomicInteger NAMES = new AtomicInteger();

    @Inject
    Consents consents;

    @Inject
    EntityManager entityManager;

    @Inject
    Voters voters;

    @Inject
    Commenting commenting;

    @Inject
    Ledger ledger;

    @Inject
    Counters counters;

    @Inject
    Now now;

    /** Somebody who is a voter already: to become one waits for another tab's commit, and would hide a race. */
    private Participant knownVoter(Comment comment) {
        Participant participant = somebody();
        QuarkusTransaction.requiringNew().run(() -> voters.of(participant.id(), comment.processId()));
        return participant;
    }

    private Participant somebody() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Participant participant = new Participant(
                    "reacting-" + NAMES.incrementAndGet(), "Persona Ejemplo", Language.ES, now.instant());
            participant.persist();
            consents.giveAll(participant.id(), Instant.now());
            return participant;
        });
    }

    private static <T> T inRequest(Callable<T> act) {
        return Race.of(List.of(act)).get(0).answer();
    }

    private String proposal() {
        return (String) entityManager
                .createNativeQuery("select 'proposal:' || min(c.code) from contribution c join process p"
                        + " on p.id = c.process_id where p.slug = 'tu-distrito' and c.kind = 'PROPOSAL'"
                        + " and c.state = 'PUBLISHED'")
                .getSingleResult();
    }

    private Comment said(Participant author) {
        String on = proposal();
        return inRequest(() -> commenting.say(on, "", "", "Me parece bien.", author, Language.ES));
    }

    private int agrees(Comment comment) {
        ledger.drain();
        int stored = counters.of(comment.scope(), comment.meaning(), null).agrees();
        counters.rebuild();
        assertEquals(counters.of(comment.scope(), comment.meaning(), null).agrees(), stored);
        return stored;
    }

    private long reactions(Comment comment) {
        return ((Number) entityManager
                        .createNativeQuery("select count(*) from reaction where contribution_id = :id")
                        .setParameter("id", comment.id())
                        .getSingleResult())
                .longValue();
    }

    @RepeatedTest(5)
    void agreeingFromManyTabsCountsOnce() {
        Comment comment = said(somebody());
        Participant reader = knownVoter(comment);
        Race.of(8, i -> () -> commenting.react(comment.code(), 1, reader));
        assertEquals(1, reactions(comment));
        assertEquals(1, agrees(comment));
    }

    @RepeatedTest(5)
    void agreeingAndTakingItBackAtOnceLeavesTheCounterRight() {
        Comment comment = said(somebody());
        Participant reader = knownVoter(comment);
        Race.of(8, i -> () -> commenting.react(comment.code(), i % 2, reader));
        assertEquals(reactions(comment), agrees(comment));
    }

    @Test
    void noReplyAndNoReactionIsCommittedAfterTheCommentIsWithdrawn() {
        Participant author = somebody();
        Comment comment = said(author);
        Participant reader = knownVoter(comment);
        String on = proposal();
        CountDownLatch withdrawn = new CountDownLatch(1);
        List<Callable<Boolean>> acts = new ArrayList<>();
        acts.add(() -> QuarkusTransaction.requiringNew().call(() -> {
            commenting.withdraw(comment.code(), author);
            withdrawn.countDown();
            Thread.sleep(300);
            return true;
        }));
        acts.add(() -> {
            withdrawn.await();
            return isTaken(() -> commenting.react(comment.code(), 1, reader));
        });
        acts.add(() -> {
            withdrawn.await();
            return isTaken(() -> commenting.say(on, comment.code(), "", "¿Por qué?", reader, Language.ES));
        });
        List<Race.Outcome<Boolean>> outcomes = Race.of(acts);
        assertFalse(outcomes.get(1).answer());
        assertFalse(outcomes.get(2).answer());
        assertEquals(0, reactions(comment));
    }

    private Comment again(Comment comment) {
        return QuarkusTransaction.requiringNew().call(() -> Comment.findById(comment.id()));
    }

    /** What somebody does to a comment waits in the middle of its transaction, so that its author edits meanwhile. */
    private void editedDuring(Comment comment, Participant author, Callable<?> act) {
        CountDownLatch done = new CountDownLatch(1);
        List<Callable<Boolean>> acts = new ArrayList<>();
        acts.add(() -> QuarkusTransaction.requiringNew().call(() -> {
            act.call();
            done.countDown();
            Thread.sleep(200);
            return true;
        }));
        acts.add(() -> {
            done.await();
            commenting.revise(comment.code(), "Me parece mal.", null, author);
            return true;
        });
        assertTrue(Race.of(acts).stream().allMatch(Race.Outcome::isDone));
    }

    private void assertFirstWordsAreKept(Comment comment) {
        assertEquals(2, again(comment).wordsVersion());
        assertEquals(
                "Me parece bien.",
                QuarkusTransaction.requiringNew()
                        .call(() -> ContributionVersion.of(comment.id(), 1)
                                .orElseThrow()
                                .words()
                                .get("body")));
    }

    @RepeatedTest(3)
    void whatSomebodyAgreesWithIsKeptAsItWas() {
        Participant author = somebody();
        Comment comment = said(author);
        Participant reader = knownVoter(comment);
        editedDuring(comment, author, () -> commenting.react(comment.code(), 1, comment.version(), reader));
        assertFirstWordsAreKept(comment);
        assertEquals(1, agrees(again(comment)));
    }

    @RepeatedTest(3)
    void whatSomebodyRepliesToIsKeptAsItWas() {
        Participant author = somebody();
        Participant reader = somebody();
        String on = proposal();
        Comment comment = said(author);
        editedDuring(comment, author, () -> commenting.say(on, comment.code(), "", "¿Sí?", reader, Language.ES));
        assertFirstWordsAreKept(comment);
    }

    /** A reply to the deepest comment stands beside it, and is one all the same. */
    @Test
    void whatSomebodyRepliesToAtTheDeepestIsKeptAsItWas() {
        Participant author = somebody();
        Participant reader = somebody();
        String on = proposal();
        Comment root = said(reader);
        Comment middle = inRequest(() -> commenting.say(on, root.code(), "", "¿Cómo?", reader, Language.ES));
        Comment before = inRequest(() -> commenting.say(on, middle.code(), "", "Antes.", reader, Language.ES));
        Comment deepest =
                inRequest(() -> commenting.say(on, middle.code(), "", "Me parece bien.", author, Language.ES));
        assertEquals(before.parentId(), deepest.parentId());
        editedDuring(deepest, author, () -> commenting.say(on, deepest.code(), "", "¿Sí?", reader, Language.ES));
        assertFirstWordsAreKept(deepest);
    }

    @Test
    void whatNobodyAnsweredIsMendedInPlaceThoughOthersSpokeBeforeBesideIt() {
        Participant author = somebody();
        Participant reader = somebody();
        String on = proposal();
        Comment root = said(reader);
        Comment middle = inRequest(() -> commenting.say(on, root.code(), "", "¿Cómo?", reader, Language.ES));
        inRequest(() -> commenting.say(on, middle.code(), "", "Antes.", reader, Language.ES));
        Comment deepest = inRequest(() -> commenting.say(on, middle.code(), "", "Así.", author, Language.ES));
        inRequest(() -> commenting.revise(deepest.code(), "Así no.", null, author));
        assertEquals(1, again(deepest).wordsVersion());
    }

    /** The author mends in the middle of a transaction; who read the words before agrees meanwhile. */
    @RepeatedTest(3)
    void nobodyAgreesWithWordsThatCameAfterThoseTheyRead() {
        Participant author = somebody();
        Comment read = said(author);
        Participant reader = knownVoter(read);
        CountDownLatch mended = new CountDownLatch(1);
        List<Callable<Boolean>> acts = new ArrayList<>();
        acts.add(() -> QuarkusTransaction.requiringNew().call(() -> {
            commenting.revise(read.code(), "Me parece mal.", read.version(), author);
            mended.countDown();
            Thread.sleep(200);
            return true;
        }));
        acts.add(() -> {
            mended.await();
            return commenting.react(read.code(), 1, read.version(), reader).isPresent();
        });
        List<Race.Outcome<Boolean>> outcomes = Race.of(acts);
        assertTrue(outcomes.get(0).isDone());
        assertFalse(outcomes.get(1).isDone());
        assertEquals(1, again(read).wordsVersion());
        assertEquals(0, reactions(read));
        long present = again(read).version();
        assertTrue(inRequest(
                () -> commenting.react(read.code(), 1, present, reader).isPresent()));
    }

    private static boolean isTaken(Callable<?> act) throws Exception {
        try {
            act.call();
            return true;
        } catch (Refused gone) {
            return false;
        }
    }
}
