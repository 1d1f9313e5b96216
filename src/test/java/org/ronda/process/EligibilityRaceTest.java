package org.ronda.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.ronda.Race;
import org.ronda.TestDatabase;
import org.ronda.contribution.Supporting;
import org.ronda.identity.Newcomer;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Language;
import org.ronda.ledger.Counters;
import org.ronda.ledger.Ledger;
import org.ronda.process.VoiceWorlds.World;
import org.ronda.proposal.Proposal;
import org.ronda.proposal.Proposing;

/** Real threads and committed rows: a code is one voice, whoever brings it and however fast. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class EligibilityRaceTest {
    @Inject
    VoiceWorlds worlds;

    @Inject
    Attesting attesting;

    @Inject
    CodeLists codeLists;

    @Inject
    Supporting supporting;

    @Inject
    Proposing proposing;

    @Inject
    Counters counters;

    @Inject
    Ledger ledger;

    @BeforeEach
    void fresh() {
        FreshLimits.forEverybody();
    }

    private Proposal propose(World world, String title, Newcomer author) {
        return proposing.publish(
                world.phase(), title, "Falta.", "Ponerlo.", List.of(), "", "", Language.ES, author.row());
    }

    private static Callable<Object> act(Runnable act) {
        return () -> {
            act.run();
            return null;
        };
    }

    private int supports(Proposal proposal) {
        ledger.drain();
        return counters.of(proposal.scope(), 1, null).supports();
    }

    @RepeatedTest(3)
    void oneCodeFromTwoAccountsAtOnceIsOneVoiceWithOneLimit() {
        World world = worlds.open(Eligibility.CODES, 1);
        worlds.give(world, "AUTOR-2345-AAAA", "MISMO-2345-BBBB");
        Newcomer author = Newcomer.admitted();
        worlds.enter(world, "AUTOR-2345-AAAA", author.id());
        Proposal first = propose(world, "Un banco nuevo", author);
        Proposal second = propose(world, "Otro banco nuevo", author);
        Newcomer one = Newcomer.admitted();
        Newcomer two = Newcomer.admitted();
        Race.of(List.of(
                act(() -> worlds.enter(world, "mismo 2345 bbbb", one.id())),
                act(() -> worlds.enter(world, "MISMO-2345-BBBB", two.id()))));
        assertEquals(
                1,
                worlds.count(
                        "select count(distinct voter_id) from voter_of where participant_id in (?1, ?2)",
                        one.id(),
                        two.id()));
        assertEquals(2, worlds.count("select count(*) from shared_voice where process_id = ?1", world.id()));

        var outcomes = Race.of(List.of(
                act(() -> supporting.give(first, 1, one.id())), act(() -> supporting.give(second, 1, two.id()))));
        assertEquals(1, outcomes.stream().filter(Race.Outcome::isDone).count());
        assertEquals(1, supports(first) + supports(second));
    }

    @RepeatedTest(3)
    void bothSupportingTheSameAtOnceIsOneSupport() {
        World world = worlds.open(Eligibility.CODES, 5);
        worlds.give(world, "AUTOR-2345-CCCC", "MISMO-2345-DDDD");
        Newcomer author = Newcomer.admitted();
        worlds.enter(world, "AUTOR-2345-CCCC", author.id());
        Proposal proposal = propose(world, "Un banco nuevo", author);
        Newcomer one = Newcomer.admitted();
        Newcomer two = Newcomer.admitted();
        worlds.enter(world, "MISMO-2345-DDDD", one.id());
        worlds.enter(world, "MISMO-2345-DDDD", two.id());
        var outcomes = Race.of(List.of(
                act(() -> supporting.give(proposal, 1, one.id())), act(() -> supporting.give(proposal, 1, two.id()))));
        assertTrue(outcomes.stream().allMatch(Race.Outcome::isDone));
        assertEquals(1, supports(proposal));
        assertEquals(
                1,
                worlds.count(
                        "select used from voter_phase where phase_id = ?1 and action = 'SUPPORT'",
                        world.phase().id()));
        supporting.withdraw(proposal, two.id());
        assertEquals(0, supports(proposal));
    }

    @RepeatedTest(3)
    void twoCodesFromOneAccountAtOnceAreOneVoiceAndTheOtherCodeStaysFree() {
        World world = worlds.open(Eligibility.CODES, 5);
        worlds.give(world, "PRIMERO-2345-EE", "SEGUNDO-2345-FF");
        Newcomer somebody = Newcomer.admitted();
        var outcomes = Race.of(List.of(
                act(() -> worlds.enter(world, "PRIMERO-2345-EE", somebody.id())),
                act(() -> worlds.enter(world, "SEGUNDO-2345-FF", somebody.id()))));
        assertEquals(1, outcomes.stream().filter(Race.Outcome::isDone).count());
        assertEquals(
                1,
                worlds.count(
                        "select count(*) from eligibility_code where process_id = ?1 and used_at is not null",
                        world.id()));
    }

    @RepeatedTest(3)
    void aListIsEitherWithdrawnOrUsed() {
        World world = worlds.open(Eligibility.CODES, 5);
        CodeList list = worlds.give(world, "QUERIDO-2345-GG", "QUERIDO-2345-HH");
        Newcomer somebody = Newcomer.admitted();
        var outcomes = Race.of(List.of(
                act(() -> worlds.enter(world, "QUERIDO-2345-GG", somebody.id())),
                act(() -> codeLists.withdraw(world.id(), list.code(), "Se perdió", worlds.mora()))));
        assertEquals(1, outcomes.stream().filter(Race.Outcome::isDone).count());
        boolean isUsed = outcomes.get(0).isDone();
        assertEquals(
                isUsed ? 2 : 0, worlds.count("select count(*) from eligibility_code where list_id = ?1", list.id()));
        assertEquals(isUsed ? 1 : 0, worlds.count("select count(*) from voter where process_id = ?1", world.id()));
    }

    @RepeatedTest(3)
    void oneDocumentSeenAtTwoTablesAtOnceIsOneVoice() {
        World world = worlds.open(Eligibility.IN_PERSON, 5);
        Newcomer one = Newcomer.admitted();
        Newcomer two = Newcomer.admitted();
        byte[] document = attesting.key(world.id(), "30.111.222");
        Race.of(List.of(
                act(() -> attesting.attest(world.id(), one.code(), true, document, worlds.mora())),
                act(() -> attesting.attest(world.id(), two.code(), true, document, worlds.mora()))));
        assertEquals(1, worlds.count("select count(*) from voter where process_id = ?1", world.id()));
        ledger.drain();
        assertEquals(
                1,
                counters.of(List.of(world.process().scope()), null)
                        .get(world.process().scope())
                        .voices());
    }

    @RepeatedTest(3)
    void whoIsRevokedMeanwhileDoesNotCount() {
        World world = worlds.open(Eligibility.IN_PERSON, 5);
        Newcomer author = Newcomer.admitted();
        attesting.attest(world.id(), author.code(), true, null, worlds.mora());
        Proposal proposal = propose(world, "Un banco nuevo", author);
        Newcomer somebody = Newcomer.admitted();
        String code = attesting
                .attest(world.id(), somebody.code(), true, null, worlds.mora())
                .code();
        QuarkusTransaction.begin();
        attesting.revoke(world.id(), code, "Se confundió de persona", worlds.mora());
        var later = java.util.concurrent.CompletableFuture.supplyAsync(() ->
                Race.of(List.of(act(() -> supporting.give(proposal, 1, somebody.id())))));
        try {
            Thread.sleep(200);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        QuarkusTransaction.commit();
        assertEquals(0, later.join().stream().filter(Race.Outcome::isDone).count());
        assertEquals(0, supports(proposal));
    }
}
