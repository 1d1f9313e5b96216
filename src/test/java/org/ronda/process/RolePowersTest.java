package org.ronda.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.identity.Newcomer;
import org.ronda.identity.Office;
import org.ronda.identity.Participant;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.proposal.Proposal;
import org.ronda.proposal.Proposing;

/** Each role in a process may do what the page that gives it says, and no more. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RolePowersTest {
    @Inject
    ProcessSetup setup;

    @Inject
    Proposing proposing;

    private Process process;
    private Proposal held;

    @BeforeEach
    void aProposalWaits() {
        FreshLimits.forEverybody();
        Instant today = Instant.now();
        long moderator = id("moderacion");
        Translated words = Translated.of(Language.ES, "Una prueba de papeles");
        Phase phase = Now.during(today.minus(Duration.ofDays(20)), () -> {
            process = setup.create(
                    "papeles-" + UUID.randomUUID().toString().substring(0, 8),
                    new Process.Description(
                            words,
                            words,
                            words,
                            words,
                            Translated.EMPTY,
                            Scope.office(QuarkusTransaction.requiringNew()
                                    .call(() -> Office.<Office>find("validTo is null order by id")
                                            .firstResult()
                                            .id())),
                            Influence.CONSULT,
                            List.of(Language.ES),
                            ZoneId.of("America/Argentina/Cordoba")),
                    moderator);
            Phase added = setup.add(
                    process.id(),
                    Phase.Kind.PROPOSALS,
                    words,
                    words,
                    Contract.between(today.minus(Duration.ofDays(2)), today.plus(Duration.ofDays(2)))
                            .moderated(Moderation.PRE)
                            .allowing(EnumSet.of(Action.PROPOSE, Action.COMMENT)),
                    null,
                    moderator);
            setup.publish(process.id(), "Es una prueba", moderator);
            return added;
        });
        Participant author = QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject("vecina").orElseThrow());
        held = proposing.publish(
                phase, "Una propuesta que espera", "Hace falta.", "Hacerlo.", List.of(), "", "", author);
    }

    private static long id(String username) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject(username).orElseThrow().id());
    }

    /** What waits to be read first, the desk, and setting up. */
    @ParameterizedTest
    @CsvSource({
        "EVALUATOR, 404, 404, 404",
        "MONITORING_BODY, 404, 404, 404",
        "FACILITATOR, 404, 404, 404",
        "MODERATOR, 200, 200, 404",
        "PROCESS_ADMINISTRATOR, 404, 404, 200",
    })
    void aRoleOpensNoMoreThanItsOwn(Role role, int waiting, int desk, int settingUp) {
        Newcomer holder = Newcomer.admitted();
        setup.appoint(process.id(), holder.id(), role, id("moderacion"));
        Map<String, Integer> expected = Map.of(
                "/proposals/" + held.code(), waiting,
                "/desk/" + process.slug(), desk,
                "/setup/" + process.slug(), settingUp);
        expected.forEach((address, answer) ->
                assertEquals(answer, holder.request().get(address).statusCode(), role + " at " + address));
    }

    @Test
    void thePageThatGivesARoleSaysWhatEachMayDo() {
        Document page = Signed.in("moderacion").get("/setup/" + process.slug() + "/with/roles");
        assertEquals(
                page.select("#f-role option").eachText(),
                page.select("details dt").eachText());
        assertEquals(Role.values().length, page.select("details dd").size());
        assertTrue(page.select("details").text().contains("evalúa"));
    }
}
