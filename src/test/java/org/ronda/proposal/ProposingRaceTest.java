package org.ronda.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.ronda.Race;
import org.ronda.TestDatabase;
import org.ronda.comment.Commenting;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.ContributionVersion;
import org.ronda.contribution.FileChanges;
import org.ronda.contribution.Supporting;
import org.ronda.identity.Consents;
import org.ronda.identity.Participant;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.ledger.Counters;
import org.ronda.ledger.Ledger;
import org.ronda.process.Action;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.Voters;

/** One author in several tabs, and supporters who act while the author does: real threads, committed rows. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ProposingRaceTest {
    private static final AtomicInteger NAMES = new AtomicInteger();

    @Inject
    Consents consents;

    @Inject
    EntityManager entityManager;

    @Inject
    Proposing proposing;

    @Inject
    Commenting commenting;

    @Inject
    Supporting supporting;

    @Inject
    Voters voters;

    @Inject
    Ledger ledger;

    @Inject
    Counters counters;

    @Inject
    Now now;

    @AfterEach
    void countersAreTheEvents() {
        ledger.drain();
        List<?> stored = counted();
        counters.rebuild();
        assertEquals(stored, counted());
    }

    private List<?> counted() {
        return entityManager
                .createNativeQuery("select concat_ws(' ', subject_kind, subject_id, meaning, contributions, comments,"
                        + " supports, agrees, disagrees) from subject_count order by subject_kind, subject_id, meaning")
                .getResultList();
    }

    private Participant somebody() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Participant participant = new Participant(
                    "proposing-" + NAMES.incrementAndGet(), "Persona Ejemplo", Language.ES, now.instant());
            participant.persist();
            consents.giveAll(participant.id(), Instant.now());
            return participant;
        });
    }

    private Phase phase() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Process process = Process.<Process>find("slug", "tu-distrito").firstResult();
            Proposal any = Proposal.find("processId = ?1 and kind = ?2", process.id(), Contribution.Kind.PROPOSAL)
                    .firstResult();
            return Phase.findById(any.phaseId());
        });
    }

    private static ProposalInput words(String title) {
        return ProposalInput.of(
                title, "De noche no se ve nada.", "Poner luces.", null, null, null, "es", null, "correction");
    }

    private Proposal draft(Participant author) {
        return proposing.begin(
                phase(), words("Luces en la plaza del barrio"), FileChanges.NONE, author, Contribution.Channel.WEB);
    }

    private Proposal published(Participant author) {
        Proposal proposal = draft(author);
        proposing.send(proposal.code(), author);
        return again(proposal);
    }

    private Proposal again(Proposal proposal) {
        return QuarkusTransaction.requiringNew().call(() -> Proposal.findById(proposal.id()));
    }

    private long number(String sql, long id) {
        return ((Number) entityManager
                        .createNativeQuery(sql)
                        .setParameter("id", id)
                        .getSingleResult())
                .longValue();
    }

    private static long done(List<? extends Race.Outcome<?>> outcomes) {
        return outcomes.stream().filter(Race.Outcome::isDone).count();
    }

    @Test
    void aDraftThatIsSentFromManyTabsIsSentOnce() {
        Participant author = somebody();
        Proposal proposal = draft(author);
        assertEquals(1, done(Race.of(6, i -> () -> proposing.send(proposal.code(), author))));
        assertEquals(1, voters.used(author.id(), phase(), Action.PROPOSE));
        assertEquals(
                1,
                number(
                        "select count(*) from ledger_event where subject_kind = 'CONTRIBUTION' and subject_id = :id",
                        proposal.id()));
    }

    @Test
    void aVoterNeverSendsMoreThanThePhaseAllows() {
        Participant author = somebody();
        List<Callable<String>> acts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String code = draft(author).code();
            acts.add(() -> proposing.send(code, author));
        }
        assertEquals(5, done(Race.of(acts)));
        assertEquals(5, voters.used(author.id(), phase(), Action.PROPOSE));
    }

    @RepeatedTest(5)
    void savingSendingAndDiscardingADraftAtOnceLeavesAllOrNothingOfIt() {
        Participant author = somebody();
        Proposal proposal = draft(author);
        List<Callable<Boolean>> acts = List.of(
                unlessGone(() -> proposing.send(proposal.code(), author)),
                unlessGone(() ->
                        proposing.save(proposal.code(), words("Más luces en la plaza"), FileChanges.NONE, author)),
                unlessGone(() -> discard(proposal, author)),
                unlessGone(() -> discard(proposal, author)));
        Race.of(acts);
        long left = number("select count(*) from contribution where id = :id", proposal.id());
        assertEquals(left, voters.used(author.id(), phase(), Action.PROPOSE));
        assertEquals(
                left, number("select count(*) from contribution_version where contribution_id = :id", proposal.id()));
    }

    private boolean discard(Proposal proposal, Participant author) {
        proposing.discard(proposal.code(), author);
        return true;
    }

    /** Gone by then is a 404, and no failure. */
    private static Callable<Boolean> unlessGone(Callable<?> act) {
        return () -> {
            try {
                act.call();
                return true;
            } catch (NotFoundException discarded) {
                return false;
            }
        };
    }

    @Test
    void aSupportGivenToWordsThatWereMendedInPlaceIsAskedAgain() {
        Participant author = somebody();
        Participant supporter = somebody();
        Proposal seen = published(author);
        proposing.revise(seen.code(), words("Sin luces en la plaza del barrio"), FileChanges.NONE, author);
        assertThrows(Refused.class, () -> supporting.give(seen, seen.meaning(), supporter.id()));
        Proposal present = again(seen);
        assertEquals(1, present.wordsVersion());
        assertTrue(supporting.give(present, present.meaning(), supporter.id()).isPresent());
    }

    /** The comment waits in the middle of its transaction, so that the author mends while it is under way. */
    @RepeatedTest(3)
    void whatSomebodyCommentsOnIsKeptAsItWas() {
        Participant author = somebody();
        Participant neighbour = somebody();
        Proposal seen = published(author);
        CountDownLatch said = new CountDownLatch(1);
        List<Callable<Boolean>> acts = new ArrayList<>();
        acts.add(() -> QuarkusTransaction.requiringNew().call(() -> {
            commenting.say("proposal:" + seen.code(), "", "", "¿De noche también?", neighbour, Language.ES);
            said.countDown();
            Thread.sleep(200);
            return true;
        }));
        acts.add(() -> {
            said.await();
            proposing.revise(seen.code(), words("Sin luces en la plaza del barrio"), FileChanges.NONE, author);
            return true;
        });
        assertEquals(2, done(Race.of(acts)));
        assertEquals(2, again(seen).wordsVersion());
        assertEquals(
                "Luces en la plaza del barrio",
                QuarkusTransaction.requiringNew()
                        .call(() -> ContributionVersion.of(seen.id(), 1)
                                .orElseThrow()
                                .words()
                                .get("title")));
    }

    /** The support waits in the middle of its transaction, so that the author mends while it is under way. */
    @RepeatedTest(5)
    void aSupportNeverMovesToWordsThatItWasNotGivenTo() {
        Participant author = somebody();
        Participant supporter = somebody();
        Proposal seen = published(author);
        CountDownLatch given = new CountDownLatch(1);
        List<Callable<Boolean>> acts = new ArrayList<>();
        acts.add(() -> QuarkusTransaction.requiringNew().call(() -> {
            boolean is = supporting.give(seen, seen.meaning(), supporter.id()).isPresent();
            given.countDown();
            Thread.sleep(200);
            return is;
        }));
        acts.add(() -> {
            given.await();
            proposing.revise(seen.code(), words("Sin luces en la plaza del barrio"), FileChanges.NONE, author);
            return true;
        });
        assertEquals(2, done(Race.of(acts)));
        // whoever mends waits, sees the support, and makes a version of its own
        assertEquals(2, again(seen).wordsVersion());
        String first = QuarkusTransaction.requiringNew()
                .call(() -> ContributionVersion.of(seen.id(), 1)
                        .orElseThrow()
                        .words()
                        .get("title"));
        assertEquals("Luces en la plaza del barrio", first);
    }

    @RepeatedTest(5)
    void noSupportIsCommittedAfterItsProposalIsWithdrawn() {
        Participant author = somebody();
        Participant supporter = somebody();
        Proposal seen = published(author);
        CountDownLatch withdrawn = new CountDownLatch(1);
        List<Callable<Boolean>> acts = new ArrayList<>();
        acts.add(() -> QuarkusTransaction.requiringNew().call(() -> {
            proposing.withdraw(seen.code(), author);
            withdrawn.countDown();
            Thread.sleep(200);
            return true;
        }));
        acts.add(() -> {
            withdrawn.await();
            return supporting.give(seen, seen.meaning(), supporter.id()).isPresent();
        });
        List<Race.Outcome<Boolean>> outcomes = Race.of(acts);
        assertFalse(outcomes.get(1).isDone());
        assertEquals(0, number("select count(*) from support where contribution_id = :id", seen.id()));
        assertEquals(0, voters.used(supporter.id(), phase(), Action.SUPPORT));
    }

    @RepeatedTest(3)
    void withdrawingFromManyTabsGivesThePlaceBackOnce() {
        Participant author = somebody();
        Proposal first = published(author);
        published(author);
        assertEquals(1, done(Race.of(6, i -> () -> proposing.withdraw(first.code(), author))));
        assertEquals(1, voters.used(author.id(), phase(), Action.PROPOSE));
    }

    /** Five are out, two of them are withdrawn while three more are sent: never more than five at once. */
    @RepeatedTest(5)
    void whatIsWithdrawnMakesPlaceForAsManyAndNoMore() {
        Participant author = somebody();
        List<Proposal> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.add(published(author));
        }
        List<Callable<String>> acts = new ArrayList<>();
        sent.subList(0, 2).forEach(proposal -> acts.add(() -> proposing.withdraw(proposal.code(), author)));
        for (int i = 0; i < 3; i++) {
            String code = draft(author).code();
            acts.add(() -> proposing.send(code, author));
        }
        List<Race.Outcome<String>> outcomes = Race.of(acts);
        assertEquals(2, done(outcomes.subList(0, 2)));
        long fresh = done(outcomes.subList(2, 5));
        assertTrue(fresh <= 2, "sent " + fresh);
        assertEquals(3 + fresh, voters.used(author.id(), phase(), Action.PROPOSE));
        assertEquals(
                3 + fresh,
                number(
                        "select count(*) from contribution where author_id = :id and kind = 'PROPOSAL'"
                                + " and state = 'PUBLISHED'",
                        author.id()));
    }

    /** The author writes anew in the middle of a transaction; the supporter read the words before. */
    @RepeatedTest(3)
    void noSupportLandsOnWordsThatAreMendedMeanwhile() {
        Participant author = somebody();
        Participant supporter = somebody();
        Proposal seen = published(author);
        CountDownLatch mended = new CountDownLatch(1);
        List<Callable<Boolean>> acts = new ArrayList<>();
        acts.add(() -> QuarkusTransaction.requiringNew().call(() -> {
            proposing.revise(seen.code(), words("Sin luces en la plaza del barrio"), FileChanges.NONE, author);
            mended.countDown();
            Thread.sleep(200);
            return true;
        }));
        acts.add(() -> {
            mended.await();
            return supporting.give(seen, seen.meaning(), supporter.id()).isPresent();
        });
        List<Race.Outcome<Boolean>> outcomes = Race.of(acts);
        assertTrue(outcomes.get(0).isDone());
        assertFalse(outcomes.get(1).isDone());
        assertEquals(1, again(seen).wordsVersion());
        assertEquals(0, number("select count(*) from support where contribution_id = :id", seen.id()));
    }

    @Test
    void whatWasGivenToAWithdrawnProposalCanBeTakenBackAndSpentElsewhere() {
        Participant author = somebody();
        Participant supporter = somebody();
        Proposal proposal = published(author);
        supporting.give(proposal, proposal.meaning(), supporter.id());
        proposing.withdraw(proposal.code(), author);
        assertEquals(1, voters.used(supporter.id(), phase(), Action.SUPPORT));
        assertTrue(supporting.withdraw(again(proposal), supporter.id()).isPresent());
        assertEquals(0, voters.used(supporter.id(), phase(), Action.SUPPORT));
    }
}
