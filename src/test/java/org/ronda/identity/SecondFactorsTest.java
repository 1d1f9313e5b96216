package org.ronda.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ronda.Race;
import org.ronda.Statements;
import org.ronda.TestDatabase;
import org.ronda.board.AppointmentInput;
import org.ronda.board.Board;
import org.ronda.board.BoardInput;
import org.ronda.board.SeatInput;
import org.ronda.board.Seating;
import org.ronda.kernel.Forms;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.process.Action;
import org.ronda.process.Contract;
import org.ronda.process.Influence;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.ProcessRole;
import org.ronda.process.ProcessSetup;
import org.ronda.process.Role;

/** Who holds a duty, and what Keycloak is told of it; here it is away, with a real one SecondFactorProduction goes on. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SecondFactorsTest {
    private static final ZoneId ZONE = ZoneId.of("America/Argentina/Buenos_Aires");

    @Inject
    SecondFactors secondFactors;

    @Inject
    EntityManager entityManager;

    @Inject
    ProcessSetup setup;

    @Inject
    OfficeSetup offices;

    @Inject
    Responding responding;

    @Inject
    Seating seating;

    private final LocalDate today = LocalDate.now(ZONE);
    private Newcomer nora;

    @BeforeEach
    void everybodyElseIsSettled() {
        FreshLimits.forEverybody();
        forget();
        settle();
        nora = Newcomer.admitted();
    }

    @AfterEach
    void forget() {
        run("delete from second_factor where participant_id is not null");
    }

    /** As if Keycloak had been told all of it. */
    private void settle() {
        secondFactors.changes().stream()
                .filter(SecondFactors.Change::isBound)
                .forEach(change -> row(change.participantId(), true));
    }

    private void row(long participant, boolean isTold) {
        Instant before = Instant.now().minusSeconds(60);
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("insert into second_factor (participant_id, told_at, due_at)"
                                + " values (?1, cast(?2 as timestamp(6) with time zone), ?3)")
                        .setParameter(1, participant)
                        .setParameter(2, isTold ? before : null)
                        .setParameter(3, before)
                        .executeUpdate());
    }

    private int run(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entityManager.createNativeQuery(sql).executeUpdate());
    }

    private long count(String where) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entityManager
                                .createNativeQuery("select count(*) from second_factor where " + where)
                                .getSingleResult())
                        .longValue());
    }

    private static long persona(String subject) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject(subject).orElseThrow().id());
    }

    private List<SecondFactors.Change> changesIn(Duration time) {
        return Now.during(Instant.now().plus(time), () -> secondFactors.changes());
    }

    private boolean isAsked(Newcomer who) {
        return isAsked(who, Duration.ZERO);
    }

    private boolean isAsked(Newcomer who, Duration in) {
        return changesIn(in).contains(new SecondFactors.Change(who.id(), true));
    }

    private static Process.Description decidedBy(Scope body) {
        Translated words = Translated.of(Language.ES, "Una prueba de segundos factores");
        return new Process.Description(
                words,
                words,
                words,
                words,
                Translated.EMPTY,
                body,
                Influence.CONSULT,
                List.of(Language.ES),
                ZoneId.of("America/Argentina/Cordoba"));
    }

    private Process process(Scope body) {
        return setup.create("factores-" + UUID.randomUUID().toString().substring(0, 8), decidedBy(body), moderator());
    }

    private static long moderator() {
        return persona("moderacion");
    }

    private void endRole(Process process, Newcomer holder, Role role) {
        setup.dismiss(
                process.id(),
                QuarkusTransaction.requiringNew()
                        .call(() -> ProcessRole.holders(process.id(), role, Instant.now()).stream()
                                .filter(held -> held.participantId() == holder.id())
                                .findFirst()
                                .orElseThrow()
                                .id()),
                moderator());
    }

    @Test
    void whoOnlyTakesPartIsNotAsked() {
        assertFalse(isAsked(nora));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whoHasARoleInAProcessIsAskedAsLongAsItLasts(Role role) {
        Process process = process(null);
        setup.appoint(process.id(), nora.id(), role, moderator());
        assertTrue(isAsked(nora));
        endRole(process, nora, role);
        assertFalse(isAsked(nora));
    }

    @Test
    void whoRespondsForAnOfficeIsAskedFromTheFirstDayToTheLast() {
        Office office = office();
        give(office, today.plusDays(2), today.plusDays(4));
        assertFalse(isAsked(nora));
        assertTrue(isAsked(nora, Duration.ofDays(3)));
        assertFalse(isAsked(nora, Duration.ofDays(6)));
    }

    @Test
    void whoRespondsForAnOfficeIsAskedUntilTheOfficeOrTheDutyEnds() {
        Office ends = office();
        Responder responder = give(ends, today, null);
        assertTrue(isAsked(nora));
        responding.end(ends.code(), responder.id(), persona("administracion"));
        assertFalse(isAsked(nora));
        give(office(), today, null);
        assertTrue(isAsked(nora));
        run("update office set valid_to = date '" + today + "' where id = (select office_id from office_responder"
                + " where participant_id = " + nora.id() + " and slot is not null)");
        assertFalse(isAsked(nora));
    }

    private Office office() {
        String name = "Área " + UUID.randomUUID();
        return offices.create(
                new OfficeInput(
                        name,
                        name,
                        name,
                        "DIRECTORATE",
                        "",
                        today.minusDays(9).toString(),
                        "area@ejemplo.example",
                        null),
                persona("administracion"));
    }

    private Responder give(Office office, LocalDate from, LocalDate to) {
        return responding.give(
                office.code(),
                new ResponderInput(nora.code(), "Directora", from.toString(), to == null ? "" : to.toString()),
                persona("administracion"));
    }

    @Test
    void whoSitsWithAVoiceIsAskedWhileTheBoardDecidesAProcess() {
        Board board = board();
        String seat = seat(board, "PERMANENT");
        String term =
                seating.appoint(seat, new AppointmentInput(nora.code(), "deputy", "", ""), persona("administracion"));
        Newcomer observer = Newcomer.admitted();
        seating.accept(
                seating.appoint(
                        seat(board, "OBSERVER"),
                        new AppointmentInput(observer.code(), "holder", "", ""),
                        persona("administracion")),
                1,
                observer.id());
        Process process = Now.during(Instant.now().minus(Duration.ofDays(40)), () -> process(board.scope()));
        assertFalse(isAsked(nora), "was only asked to sit there");
        seating.accept(term, 1, nora.id());
        assertFalse(isAsked(nora), "the board decides a draft only");
        publish(process);
        assertTrue(isAsked(nora));
        assertFalse(isAsked(observer), "listens only");
        setup.archive(process.id(), "Terminó", moderator());
        assertFalse(isAsked(nora), "nothing is left to decide");
    }

    private Board board() {
        String name = "Mesa " + UUID.randomUUID();
        return seating.create(
                new BoardInput(name, name, name, "Decide.", "Decides.", "Décide.", "R", "R", "R"),
                persona("administracion"));
    }

    private String seat(Board board, String kind) {
        return seating.add(
                board.code(),
                new SeatInput(kind, "ACADEMIA", "Universidades", "Universities", "Universités", ""),
                persona("administracion"));
    }

    /** With a phase that has ended, so that it can go to the archive. */
    private void publish(Process process) {
        Instant today = Instant.now();
        Translated words = Translated.of(Language.ES, "Una fase");
        Now.during(today.minus(Duration.ofDays(39)), () -> {
            setup.add(
                    process.id(),
                    Phase.Kind.PROPOSALS,
                    words,
                    words,
                    Contract.between(today.minus(Duration.ofDays(20)), today.minus(Duration.ofDays(10)))
                            .answering(Contract.Answers.by(today.plus(Duration.ofDays(30))))
                            .allowing(EnumSet.of(Action.PROPOSE)),
                    null,
                    moderator());
            setup.publish(process.id(), "Es una prueba", moderator());
            return true;
        });
    }

    @Test
    void whomKeycloakWasToldAboutIsNotToldAgainUntilTheDutyEnds() {
        Process process = process(null);
        setup.appoint(process.id(), nora.id(), Role.MODERATOR, moderator());
        settle();
        assertEquals(List.of(), secondFactors.changes());
        endRole(process, nora, Role.MODERATOR);
        assertEquals(List.of(new SecondFactors.Change(nora.id(), false)), secondFactors.changes());
    }

    /** A node may have told Keycloak and ended before it wrote so. */
    @Test
    void whoMayHaveBeenToldAboutIsTakenBackWithTheDuty() {
        row(nora.id(), false);
        assertEquals(List.of(new SecondFactors.Change(nora.id(), false)), secondFactors.changes());
    }

    @Test
    void whileKeycloakIsAwayOneIsTriedAndAllAreTriedAgain() {
        Newcomer other = Newcomer.admitted();
        Process process = process(null);
        setup.appoint(process.id(), nora.id(), Role.MODERATOR, moderator());
        setup.appoint(process.id(), other.id(), Role.FACILITATOR, moderator());
        secondFactors.tellAll();
        assertEquals(1, count("told_at is null"), "the first that failed ends the run");
        assertTrue(!isAsked(nora) && isAsked(other));
        secondFactors.tellAll();
        assertFalse(isAsked(nora) || isAsked(other));
        assertFalse(isAsked(nora, Duration.ofSeconds(50)));
        assertTrue(isAsked(nora, Duration.ofSeconds(70)) && isAsked(other, Duration.ofSeconds(70)));
        assertEquals(0, nora.row().epoch(), "nobody is signed out of what they cannot sign in to again");
        endRole(process, nora, Role.MODERATOR);
        assertTrue(changesIn(Duration.ofSeconds(70)).contains(new SecondFactors.Change(nora.id(), false)));
    }

    @Test
    void inADemonstrationNothingOfItRuns() {
        setup.appoint(process(null).id(), nora.id(), Role.MODERATOR, moderator());
        secondFactors.follow();
        assertEquals(0, count("told_at is null"));
    }

    @Test
    void aRunIsAsManyStatementsWhateverTheNumberOfPeople() {
        Process process = process(null);
        Office office = office();
        setup.appoint(process.id(), nora.id(), Role.MODERATOR, moderator());
        settle();
        List<String> before = Statements.during(secondFactors::tellAll);
        for (int n = 0; n < 12; n++) {
            nora = Newcomer.admitted();
            setup.appoint(process.id(), nora.id(), Role.EVALUATOR, moderator());
            give(office, today, null);
        }
        settle();
        assertEquals(before, Statements.during(secondFactors::tellAll));
        assertEquals(5, before.size(), before.toString());
    }

    @Test
    void twoNodesAtOnceRememberEachOnce() {
        Process process = process(null);
        for (int n = 0; n < 4; n++) {
            setup.appoint(process.id(), Newcomer.admitted().id(), Role.EVALUATOR, moderator());
        }
        for (int run = 0; run < 4; run++) {
            assertTrue(Race.of(3, runner -> () -> {
                        secondFactors.tellAll();
                        return true;
                    })
                    .stream()
                    .allMatch(Race.Outcome::isDone));
        }
        assertEquals(4, count("told_at is null"));
        assertEquals(List.of(), secondFactors.changes());
    }

    @Test
    void itGoesWithTheAccount() {
        row(nora.id(), true);
        nora.request()
                .formParam("nonce", Forms.nonce())
                .formParam("word", "BORRAR")
                .post("/me/erasure")
                .then()
                .statusCode(303);
        assertEquals(0, count("participant_id = " + nora.id()));
    }
}
