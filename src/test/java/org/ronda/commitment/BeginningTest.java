package org.ronda.commitment;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.contribution.GroupInput;
import org.ronda.contribution.Grouping;
import org.ronda.identity.Newcomer;
import org.ronda.identity.Office;
import org.ronda.identity.Participant;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.process.Action;
import org.ronda.process.Contract;
import org.ronda.process.Influence;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.ProcessSetup;
import org.ronda.process.Role;
import org.ronda.proposal.Proposing;

/** Drafts that begin with what people said, and how both say so. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class BeginningTest {
    @Inject
    ProcessSetup setup;

    @Inject
    Proposing proposing;

    @Inject
    Grouping grouping;

    @Inject
    Drafting drafting;

    @Inject
    Releasing releasing;

    private Process process;
    private long moderator;
    private Signed mora;
    private Newcomer ana;
    private String trees;
    private String awnings;
    private String group;

    /** Two proposals, of which one is in a group, in a process with a phase about drafts. */
    @BeforeEach
    void somethingWasSaid() {
        mora = Signed.in("moderacion");
        moderator = QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject("moderacion").orElseThrow().id());
        ana = Newcomer.admitted();
        Instant today = Instant.now();
        process = process(today);
        Phase proposals = phase(process, Phase.Kind.PROPOSALS, today.minus(Duration.ofDays(1)));
        phase(process, Phase.Kind.DRAFT_COMMENT, today.plus(Duration.ofDays(11)));
        Now.during(today.minus(Duration.ofDays(29)), () -> {
            setup.publish(process.id(), "Es una prueba", moderator);
            return null;
        });
        trees = propose(proposals, "Plantar árboles", "No hay **sombra**.", "Veinte árboles.");
        awnings = propose(proposals, "Poner toldos", "El sol raja.", "Toldos en las paradas.");
        group = grouping.make(
                        process.id(),
                        new GroupInput("Más sombra", "Las dos piden *sombra*.", "es", "", null),
                        List.of(trees),
                        moderator)
                .code();
    }

    private Process process(Instant today) {
        return Now.during(today.minus(Duration.ofDays(30)), () -> {
            Process made = setup.create(
                    "origenes-" + Forms.nonce().replaceAll("[\\W_]", "").toLowerCase(),
                    new Process.Description(
                            Translated.of("Orígenes de prueba", "Origins to try", "Origines d’essai"),
                            Translated.of("Para probar.", "To try.", "Pour essayer."),
                            Translated.of("Algo.", "Something.", "Quelque chose."),
                            Translated.of("Nada más.", "Nothing else.", "Rien d’autre."),
                            Translated.EMPTY,
                            Scope.office(QuarkusTransaction.requiringNew()
                                    .call(() -> Office.<Office>findAll()
                                            .firstResult()
                                            .id())),
                            Influence.COLLABORATE,
                            List.of(Language.ES, Language.EN),
                            ZoneId.of("America/Argentina/Cordoba")),
                    moderator);
            setup.appoint(made.id(), moderator, Role.MODERATOR, moderator);
            return made;
        });
    }

    private Phase phase(Process of, Phase.Kind kind, Instant opens) {
        return Now.during(
                Instant.now().minus(Duration.ofDays(30)),
                () -> setup.add(
                        of.id(),
                        kind,
                        Translated.of("Fase", "Phase", "Phase"),
                        Translated.of("Decí algo.", "Say something.", "Dites quelque chose."),
                        Contract.between(opens, opens.plus(Duration.ofDays(9)))
                                .allowing(EnumSet.of(Action.PROPOSE, Action.COMMENT, Action.SUPPORT)),
                        "Para probar.",
                        moderator));
    }

    private String propose(Phase phase, String title, String problem, String solution) {
        return proposing
                .publish(phase, title, problem, solution, List.of(), "", "", ana.row())
                .code();
    }

    private Response begin(String from, String title) {
        String form = process.address() + "/commitments/new";
        RequestSpecification request = mora.request()
                .formParam("nonce", mora.nonce(form))
                .formParam("from", from)
                .formParam("title", title)
                .formParam("language", "es");
        return request.post(process.address() + "/commitments");
    }

    /** The code of the draft that was begun. */
    private String begun(String from, String title) {
        return begin(from, title)
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceAll(".*/commitments/([^/]+)/work", "$1");
    }

    private String words(String draft, String key) {
        return drafting.text(draft, key).orElseThrow().words();
    }

    private static Document page(String path) {
        return Jsoup.parse(Signed.browser()
                .get(path + "?lang=es")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    @Test
    void aDraftBeginsWithTheWordsOfOneProposal() {
        Document proposal = mora.get("/proposals/" + trees);
        String link = proposal.select("a[href*=commitments/new]").attr("href");
        assertEquals(process.address() + "/commitments/new?from=" + trees, link);
        assertEquals(trees, mora.get(link).select("#f-from").val());
        String draft = begun(trees.toLowerCase(), "");
        assertEquals("Plantar árboles", words(draft, "title"));
        assertEquals("No hay sombra.", words(draft, "problem"));
        assertEquals("Veinte árboles.", words(draft, "action"));
        assertEquals(
                "Otro título", words(begun(trees, "Otro título"), "title"), "a title that was typed outranks its own");
    }

    @Test
    void orWithTheSynthesisOfAGroupOrWithSeveralThatOnlyAreNamed() {
        String draft = begun(group, "");
        assertEquals("Más sombra", words(draft, "title"));
        assertEquals("Las dos piden sombra.", words(draft, "problem"));
        assertEquals("", words(draft, "action"));
        begin(trees + ", " + group, "").then().statusCode(422).body(containsString("e-title"));
        String several = begun(trees + ", " + group + " " + trees, "Una ciudad con sombra");
        assertEquals("", words(several, "problem"));
        assertEquals(
                List.of("/proposals/" + trees, "/groups/" + group),
                mora.get("/commitments/" + several + "/work")
                        .select("main header p.small a")
                        .eachAttr("href"));
    }

    @Test
    void bothSaySoOnceTheDraftIsPublic() {
        String draft = begun(group + " " + awnings, "Una ciudad con sombra");
        String said = "De acá salió un borrador de compromiso";
        assertFalse(page("/groups/" + group).text().contains(said));
        assertFalse(page("/proposals/" + awnings).text().contains(said));
        drafting.save(draft, "problem", new ClauseText.Wording("", "Falta sombra.", ""), 1, moderator);
        releasing.publish(draft, drafting.seen(draft), "", moderator);
        for (String origin : List.of("/groups/" + group, "/proposals/" + awnings)) {
            Document shown = page(origin);
            assertTrue(shown.text().contains(said + ": Una ciudad con sombra"), origin);
            assertEquals(
                    "/commitments/" + draft,
                    shown.select("p.notice a[href^=/commitments/]").attr("href"));
        }
        assertFalse(page("/proposals/" + trees).text().contains(said));
        Document shown = page("/commitments/" + draft);
        assertTrue(shown.select("header").text().contains("Este borrador empezó con: Más sombra, Poner toldos"));
        Signed.given()
                .get("/api/v1/commitments/" + draft)
                .then()
                .body("origins.code", equalTo(List.of(group, awnings)))
                .body("origins.title", equalTo(List.of("Más sombra", "Poner toldos")));
        proposing.withdraw(awnings, ana.row());
        assertFalse(page("/commitments/" + draft).text().contains("Poner toldos"));
        Signed.given()
                .get("/api/v1/commitments/" + draft)
                .then()
                .body("origins.title", equalTo(List.of("Más sombra", awnings)));
    }

    @Test
    void whatItCannotBeginWithIsSaidBesideTheFieldAndNothingIsLost() {
        String gone = grouping.make(
                        process.id(),
                        new GroupInput("Un grupo que se deshace", "Nada.", "es", "", null),
                        List.of(),
                        moderator)
                .code();
        grouping.dissolve(gone, "Para probar", moderator);
        proposing.withdraw(awnings, ana.row());
        String elsewhere = Signed.given()
                .get("/api/v1/processes/plan-gobierno-abierto/groups")
                .path("items[0].code");
        for (String code : List.of("P-NADA0000", gone, awnings, elsewhere)) {
            begin(code + " " + trees, "Un título que queda")
                    .then()
                    .statusCode(422)
                    .body(
                            containsString("No hay en este proceso una propuesta pública ni un grupo con este código: "
                                    + code),
                            containsString("Un título que queda"));
        }
        Signed.given()
                .get("/api/v1/processes/" + process.slug() + "/commitments")
                .then()
                .body("items", hasSize(0));
        assertTrue(mora.get(process.address() + "/commitments")
                .select("main .card")
                .isEmpty());
        assertTrue(ana.get("/proposals/" + trees)
                .select("a[href*=commitments/new]")
                .isEmpty());
    }
}
