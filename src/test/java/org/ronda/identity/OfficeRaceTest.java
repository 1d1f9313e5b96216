package org.ronda.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.RepeatedTest;
import org.ronda.Race;
import org.ronda.TestDatabase;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;

/** Offices from several sides at once: real threads, committed rows. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OfficeRaceTest {
    @Inject
    OfficeSetup setup;

    @Inject
    OfficeReading offices;

    @Inject
    Responding responding;

    @Inject
    Now now;

    private static Participant somebody() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Participant person =
                    new Participant("area-" + UUID.randomUUID(), "Carrera Ejemplo", Language.ES, Instant.now());
            person.persist();
            return person;
        });
    }

    private OfficeInput named(String parent, Long version) {
        String name = "Carrera " + UUID.randomUUID();
        String from = LocalDate.now().minusDays(9).toString();
        return new OfficeInput(name, name, name, "ENTITY", parent, from, "", version);
    }

    private Office office() {
        return setup.create(named("", null), somebody().id());
    }

    @RepeatedTest(3)
    void ofTwoThatAreMadePartOfOneAnotherOneIs() {
        Office first = office();
        Office second = office();
        long by = somebody().id();
        List<Callable<Boolean>> acts = new ArrayList<>();
        acts.add(() -> {
            setup.correct(first.code(), named(second.code(), 0L), by);
            return true;
        });
        acts.add(() -> {
            setup.correct(second.code(), named(first.code(), 0L), by);
            return true;
        });
        List<Race.Outcome<Boolean>> outcomes = Race.of(acts);
        assertEquals(1, outcomes.stream().filter(Race.Outcome::isDone).count());
        QuarkusTransaction.requiringNew().run(() -> {
            OfficeChart chart = offices.chart();
            Office one = chart.byId(first.id()).orElseThrow();
            Office other = chart.byId(second.id()).orElseThrow();
            assertFalse(chart.leadsTo(one, other) && chart.leadsTo(other, one));
        });
    }

    @RepeatedTest(3)
    void whoIsGivenFromManyTabsRespondsOnce() {
        Office office = office();
        Participant person = somebody();
        long by = somebody().id();
        List<Race.Outcome<Responder>> outcomes = Race.of(
                6,
                i -> () -> responding.give(office.code(), new ResponderInput(person.code(), "directora", "", ""), by));
        assertEquals(1, outcomes.stream().filter(Race.Outcome::isDone).count());
    }

    @RepeatedTest(3)
    void anOfficeEndsOnce() {
        Office office = office();
        long by = somebody().id();
        List<Race.Outcome<Boolean>> outcomes = Race.of(4, i -> () -> {
            if (i % 2 == 0) {
                setup.end(office.code(), new OfficeEndInput(LocalDate.now().toString(), ""), by);
            } else {
                setup.rename(
                        office.code(),
                        new RenamingInput("Otra " + i, "", "", LocalDate.now().toString()),
                        by);
            }
            return true;
        });
        assertEquals(1, outcomes.stream().filter(Race.Outcome::isDone).count());
    }

    /** The one who ends it waits in the middle; the one who speaks meanwhile sees that it ended. */
    @RepeatedTest(3)
    void nobodySpeaksAsWhoIsBeingEnded() {
        Office office = office();
        Participant person = somebody();
        long by = somebody().id();
        Responder responder =
                responding.give(office.code(), new ResponderInput(person.code(), "directora", "", ""), by);
        assertFalse(speaksWhile(office, person, () -> responding.end(office.code(), responder.id(), by)));
    }

    @RepeatedTest(3)
    void nobodySpeaksForAnOfficeThatIsBeingEnded() {
        Office office = office();
        Participant person = somebody();
        long by = somebody().id();
        responding.give(office.code(), new ResponderInput(person.code(), "directora", "", ""), by);
        OfficeEndInput end = new OfficeEndInput(offices.today().toString(), "");
        assertFalse(speaksWhile(office, person, () -> setup.end(office.code(), end, by)));
    }

    private boolean speaksWhile(Office office, Participant person, Runnable end) {
        CountDownLatch ended = new CountDownLatch(1);
        List<Callable<Boolean>> acts = new ArrayList<>();
        acts.add(() -> QuarkusTransaction.requiringNew().call(() -> {
            end.run();
            ended.countDown();
            Thread.sleep(300);
            return true;
        }));
        acts.add(() -> {
            ended.await();
            return QuarkusTransaction.requiringNew()
                    .call(() -> responding
                            .responder(Office.byCode(office.code()).orElseThrow(), person.id(), now.atGate())
                            .isPresent());
        });
        List<Race.Outcome<Boolean>> outcomes = Race.of(acts);
        assertTrue(outcomes.get(0).answer());
        return outcomes.get(1).answer();
    }
}
