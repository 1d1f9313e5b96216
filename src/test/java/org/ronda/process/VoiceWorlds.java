package org.ronda.process;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.ronda.identity.Newcomer;
import org.ronda.identity.Office;
import org.ronda.identity.Participant;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;

/** Processes that ask for something of whoever counts in them; set up by moderacion. */
@ApplicationScoped
class VoiceWorlds {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Inject
    EntityManager entityManager;

    @Inject
    ProcessSetup setup;

    @Inject
    CodeLists codeLists;

    @Inject
    Verifying verifying;

    @Inject
    Now now;

    record World(Process process, Phase phase) {
        String slug() {
            return process.slug();
        }

        long id() {
            return process.id();
        }
    }

    /** A process whose input opened an hour ago, with that many supports for each voter. */
    World open(Eligibility way, int supports) {
        return world(way, supports, Duration.ofHours(-1), true);
    }

    @Transactional
    World world(Eligibility way, int supports, Duration opensIn, boolean isPublic) {
        long mora = mora();
        Translated words = Translated.of(Language.ES, "Una prueba de voces");
        Process process = setup.create(
                "prueba-voces-" + NUMBER.incrementAndGet(),
                new Process.Description(
                                words,
                                words,
                                words,
                                words,
                                Translated.EMPTY,
                                Scope.office(
                                        Office.<Office>findAll().firstResult().id()),
                                Influence.CONSULT,
                                List.of(Language.ES),
                                ZoneId.of("America/Argentina/Cordoba"))
                        .asking(way),
                mora);
        Instant opens = now.instant().plus(opensIn);
        Phase phase = setup.add(
                process.id(),
                Phase.Kind.PROPOSALS,
                words,
                words,
                Contract.between(opens, opens.plus(Duration.ofDays(3)))
                        .limited(new Contract.Limits(supports, 5, 2_000))
                        .answering(Contract.Answers.by(opens.plus(Duration.ofDays(30))))
                        .allowing(EnumSet.of(Action.PROPOSE, Action.COMMENT, Action.SUPPORT)),
                null,
                mora);
        if (isPublic) {
            setup.publish(process.id(), "Es una prueba", mora);
        }
        return new World(process, phase);
    }

    long mora() {
        return QuarkusTransaction.joiningExisting()
                .call(() -> Participant.bySubject("moderacion").orElseThrow().id());
    }

    /** Gives these codes to a process. */
    CodeList give(World world, String... codes) {
        CodeList list = upload(world, String.join("\n", codes));
        codeLists.confirm(world.id(), list.code(), "Se repartieron", mora());
        return list;
    }

    CodeList upload(World world, String file) {
        return codeLists.upload(world.id(), codeLists.read(world.id(), file.getBytes(StandardCharsets.UTF_8)), mora());
    }

    void enter(World world, String code, long participant) {
        verifying.enter(world.id(), verifying.key(world.process(), code), participant);
    }

    /** Somebody new with a verified address. */
    Newcomer reachedBy(String address) {
        Newcomer somebody = Newcomer.admitted();
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery(
                                "update participant set email = lower(:mail), is_email_verified = true where id = :id")
                        .setParameter("mail", address)
                        .setParameter("id", somebody.id())
                        .executeUpdate());
        return somebody;
    }

    /** Those who came for one test get no mail in the next one. */
    @Transactional
    void forgetAddresses() {
        entityManager
                .createNativeQuery("update participant set email = null, is_email_verified = false"
                        + " where subject like 'nueva%'")
                .executeUpdate();
    }

    /** One number of the database, whatever it counts. */
    long count(String sql, Object... parameters) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var query = entityManager.createNativeQuery(sql);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return ((Number) query.getSingleResult()).longValue();
        });
    }
}
