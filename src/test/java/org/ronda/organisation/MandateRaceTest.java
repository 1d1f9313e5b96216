package org.ronda.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.RepeatedTest;
import org.ronda.Race;
import org.ronda.TestDatabase;
import org.ronda.identity.Participant;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;

/** Mandates from several sides at once: real threads, committed rows. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MandateRaceTest {
    @Inject
    Applying applying;

    @Inject
    Mandating mandating;

    @Inject
    Speaking speaking;

    @Inject
    Now now;

    private static Participant somebody() {
        String subject = "mandato-" + UUID.randomUUID();
        return QuarkusTransaction.requiringNew().call(() -> {
            Participant person = new Participant(subject, "Carrera Ejemplo", Language.ES, Instant.now());
            person.persist();
            return person;
        });
    }

    private Organisation accepted(Participant applicant) {
        Organisation organisation = applying.apply(
                new ApplicationInput("Carrera " + UUID.randomUUID(), "Corremos.", "", "acá", "", "primera"),
                applicant.id());
        applying.accept(organisation.code(), "Corren.", applicant.id());
        return organisation;
    }

    private Mandate given(Organisation organisation, Participant by, Participant to, boolean isHolder) {
        Mandate mandate = mandating.give(
                organisation.code(),
                new MandateInput(to.code(), "segunda", "", "", "", isHolder ? "true" : ""),
                by.id());
        mandating.accept(mandate.code(), to.id());
        return mandate;
    }

    private static long holders(Organisation organisation) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Mandate.open(organisation.id()).stream()
                        .filter(Mandate::isHolder)
                        .count());
    }

    @RepeatedTest(3)
    void ofTwoHoldersWhoLeaveAtOnceOneStays() {
        Participant first = somebody();
        Participant second = somebody();
        Organisation organisation = accepted(first);
        Mandate theirs = given(organisation, first, second, true);
        Mandate own = QuarkusTransaction.requiringNew()
                .call(() -> Mandate.open(organisation.id()).stream()
                        .filter(one -> one.participantId() == first.id())
                        .findFirst()
                        .orElseThrow());
        List<Callable<Boolean>> acts = new ArrayList<>();
        acts.add(() -> {
            mandating.revoke(own.code(), first.id());
            return true;
        });
        acts.add(() -> {
            mandating.revoke(theirs.code(), second.id());
            return true;
        });
        List<Race.Outcome<Boolean>> outcomes = Race.of(acts);
        assertEquals(1, outcomes.stream().filter(Race.Outcome::isDone).count());
        assertEquals(1, holders(organisation));
    }

    @RepeatedTest(3)
    void ofTheSameMandateGivenFromManyTabsThereIsOne() {
        Participant holder = somebody();
        Participant invited = somebody();
        Organisation organisation = accepted(holder);
        List<Race.Outcome<Mandate>> outcomes = Race.of(
                6,
                i -> () -> mandating.give(
                        organisation.code(), new MandateInput(invited.code(), "vocal", "", "", "", ""), holder.id()));
        assertEquals(1, outcomes.stream().filter(Race.Outcome::isDone).count());
    }

    @RepeatedTest(3)
    void anInvitationIsAnsweredOnce() {
        Participant holder = somebody();
        Participant invited = somebody();
        Organisation organisation = accepted(holder);
        Mandate mandate = mandating.give(
                organisation.code(), new MandateInput(invited.code(), "vocal", "", "", "", ""), holder.id());
        List<Race.Outcome<Boolean>> outcomes = Race.of(4, i -> () -> {
            if (i % 2 == 0) {
                mandating.accept(mandate.code(), invited.id());
            } else {
                mandating.decline(mandate.code(), invited.id());
            }
            return true;
        });
        assertEquals(1, outcomes.stream().filter(Race.Outcome::isDone).count());
    }

    /** The one who revokes waits in the middle; the one who speaks meanwhile sees that it ended. */
    @RepeatedTest(3)
    void nobodySpeaksUnderAMandateThatIsBeingRevoked() {
        Participant holder = somebody();
        Participant speaker = somebody();
        Organisation organisation = accepted(holder);
        Mandate mandate = given(organisation, holder, speaker, false);
        CountDownLatch revoked = new CountDownLatch(1);
        List<Callable<Boolean>> acts = new ArrayList<>();
        acts.add(() -> QuarkusTransaction.requiringNew().call(() -> {
            mandating.revoke(mandate.code(), holder.id());
            revoked.countDown();
            Thread.sleep(300);
            return true;
        }));
        acts.add(() -> {
            revoked.await();
            return QuarkusTransaction.requiringNew()
                    .call(() -> speaking.mandate(organisation, speaker.id(), 1, List::of, now.atGate())
                            .isPresent());
        });
        List<Race.Outcome<Boolean>> outcomes = Race.of(acts);
        assertTrue(outcomes.get(0).answer());
        assertFalse(outcomes.get(1).answer());
    }
}
