package org.ronda.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.ronda.identity.Office;
import org.ronda.identity.Participant;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.process.Action;
import org.ronda.process.Contract;
import org.ronda.process.Influence;
import org.ronda.process.Moderation;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.ProcessRole;
import org.ronda.process.ProcessSetup;
import org.ronda.process.Role;

/** Processes of a test's own, each with one open phase and two moderators. */
@ApplicationScoped
class Worlds {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Inject
    ProcessSetup setup;

    @Inject
    Now now;

    record World(Process process, Phase phase) {}

    @Transactional
    Participant persona(String subject) {
        return Participant.bySubject(subject).orElseThrow();
    }

    @Transactional
    void unblock(String subject) {
        persona(subject).unblock();
    }

    /** @param each how many contributions one voter may send */
    @Transactional
    World open(Phase.Kind kind, Moderation when, int each) {
        Participant mora = persona("moderacion");
        Translated words = Translated.of(Language.ES, "Una prueba");
        Process process = setup.create(
                "prueba-moderacion-" + NUMBER.incrementAndGet(),
                new Process.Description(
                        words,
                        words,
                        words,
                        words,
                        Translated.EMPTY,
                        Scope.office(Office.<Office>findAll().firstResult().id()),
                        Influence.CONSULT,
                        List.of(Language.ES),
                        ZoneId.of("America/Argentina/Cordoba")),
                mora.id());
        Instant opens = now.instant().minus(Duration.ofHours(1));
        Phase phase = setup.add(
                process.id(),
                kind,
                words,
                words,
                Contract.between(opens, opens.plus(Duration.ofDays(3)))
                        .limited(new Contract.Limits(5, each, 2_000))
                        .moderated(when)
                        .answering(Contract.Answers.by(opens.plus(Duration.ofDays(30))))
                        .allowing(EnumSet.of(Action.PROPOSE, Action.COMMENT, Action.SUPPORT)),
                null,
                mora.id());
        setup.appoint(process.id(), mora.id(), Role.MODERATOR, mora.id());
        setup.appoint(process.id(), persona("administracion").id(), Role.MODERATOR, mora.id());
        setup.publish(process.id(), "Es una prueba", mora.id());
        return new World(process, phase);
    }

    @Transactional
    void appoint(World world, String subject) {
        setup.appoint(
                world.process().id(),
                persona(subject).id(),
                Role.MODERATOR,
                persona("moderacion").id());
    }

    @Transactional
    void dismiss(World world, String subject) {
        long holder = persona(subject).id();
        ProcessRole role = ProcessRole.holders(world.process().id(), Role.MODERATOR, now.instant()).stream()
                .filter(held -> held.participantId() == holder)
                .findFirst()
                .orElseThrow();
        setup.dismiss(world.process().id(), role.id, persona("moderacion").id());
    }

    /** Other tests may have left somebody a role, which keeps them from being blocked. */
    @Transactional
    void endRoles(String subject) {
        ProcessRole.update(
                "validTo = ?1 where participantId = ?2 and validTo is null",
                now.instant(),
                persona(subject).id());
    }
}
