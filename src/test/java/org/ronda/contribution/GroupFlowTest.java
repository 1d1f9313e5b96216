package org.ronda.contribution;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Race;
import org.ronda.Signed;
import org.ronda.Statements;
import org.ronda.TestDatabase;
import org.ronda.identity.Newcomer;
import org.ronda.identity.Office;
import org.ronda.identity.Participant;
import org.ronda.kernel.Forms;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.ledger.Ledger;
import org.ronda.process.Action;
import org.ronda.process.Contract;
import org.ronda.process.Influence;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.ProcessSetup;
import org.ronda.process.Role;
import org.ronda.proposal.Proposal;
import org.ronda.proposal.Proposing;

/** Similar contributions put together, from the first to the last of a group, and what its authors do about it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class GroupFlowTest {
    private static final GroupInput SHADE = new GroupInput("Más sombra", "Las dos piden **árboles**.", "es", "", null);

    @Inject
    ProcessSetup setup;

    @Inject
    Proposing proposing;

    @Inject
    Supporting supporting;

    @Inject
    Grouping grouping;

    @Inject
    ContributionData data;

    @Inject
    Ledger ledger;

    private Process process;
    private Phase phase;
    private long moderator;
    private Signed mora;
    private Newcomer ana;
    private Newcomer beto;
    private String trees;
    private String awnings;

    /** A process open for proposals, with two that say much the same, by two people. */
    @BeforeEach
    void twoSayMuchTheSame() {
        FreshLimits.forEverybody();
        mora = Signed.in("moderacion");
        moderator = person("moderacion");
        ana = Newcomer.admitted();
        beto = Newcomer.admitted();
        process = process();
        phase = phase(process, false);
        publish(process);
        trees = propose(ana, phase, "Plantar árboles en la plaza");
        awnings = propose(beto, phase, "Toldos y árboles en las paradas");
    }

    private Process process() {
        return Now.during(ago(30), () -> {
            Process made = setup.create(
                    "grupos-" + Forms.nonce().replaceAll("[\\W_]", "").toLowerCase(), description(), moderator);
            setup.appoint(made.id(), moderator, Role.MODERATOR, moderator);
            return made;
        });
    }

    private void publish(Process made) {
        Now.during(ago(29), () -> {
            setup.publish(made.id(), "Es una prueba", moderator);
            return null;
        });
    }

    private Phase phase(Process of, boolean hasHiddenTally) {
        return phase(of, Contract.between(ago(1), ago(-9)).counting(false, hasHiddenTally));
    }

    private Phase phase(Process of, Contract contract) {
        return Now.during(
                ago(30),
                () -> setup.add(
                        of.id(),
                        Phase.Kind.PROPOSALS,
                        Translated.of("Fase", "Phase", "Phase"),
                        Translated.of("Decí algo.", "Say something.", "Dites quelque chose."),
                        contract.allowing(EnumSet.of(Action.PROPOSE, Action.COMMENT, Action.SUPPORT)),
                        "Para probar.",
                        moderator));
    }

    private static Instant ago(int days) {
        return Instant.now().minus(Duration.ofDays(days));
    }

    private static Process.Description description() {
        return new Process.Description(
                Translated.of("Grupos de prueba", "Groups to try", "Groupes d’essai"),
                Translated.of("Para probar.", "To try.", "Pour essayer."),
                Translated.of("Algo.", "Something.", "Quelque chose."),
                Translated.of("Nada más.", "Nothing else.", "Rien d’autre."),
                Translated.EMPTY,
                Scope.office(QuarkusTransaction.requiringNew()
                        .call(() -> Office.<Office>findAll().firstResult().id())),
                Influence.CONSULT,
                List.of(Language.ES, Language.EN),
                ZoneId.of("America/Argentina/Cordoba"));
    }

    private static long person(String username) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject(username).orElseThrow().id());
    }

    private String propose(Newcomer who, Phase in, String title) {
        return proposing
                .publish(in, title, "No hay sombra.", "Que haya.", List.of(), "", "", who.row())
                .code();
    }

    private void support(String proposal, Newcomer who) {
        QuarkusTransaction.requiringNew().run(() -> {
            Contribution one = Proposal.find("code", proposal).firstResult();
            supporting.give(one, one.meaning(), who.id());
        });
    }

    private String say(Newcomer who, String about, String words) {
        return who.request()
                .contentType(ContentType.JSON)
                .body(Map.of("body", words))
                .post("/api/v1/proposals/" + about + "/comments")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    private String made(String... members) {
        return grouping.make(process.id(), SHADE, List.of(members), moderator).code();
    }

    private static Response send(RequestSpecification who, String nonce, String path, String... fields) {
        who.formParam("nonce", nonce);
        for (int i = 0; i < fields.length; i += 2) {
            who.formParam(fields[i], fields[i + 1]);
        }
        return who.post(path);
    }

    /** As the moderator, from the page that has the form. */
    private Response team(String path, String from, String... fields) {
        return send(mora.request(), mora.nonce(from), path, fields);
    }

    private Response leave(Newcomer who, String group, String member) {
        return send(who.request(), Forms.nonce(), "/groups/" + group + "/members/departure", "member", member);
    }

    private Document page(String path) {
        return Jsoup.parse(Signed.browser()
                .get(path + (path.contains("?") ? "&" : "?") + "lang=es")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static RequestSpecification program(String who) {
        return Signed.given().auth().preemptive().basic(who, "demo").contentType(ContentType.JSON);
    }

    private void hide(String code) {
        String version = program("moderacion")
                .get("/api/v1/desk/" + process.slug() + "/" + code)
                .path("version")
                .toString();
        program("moderacion")
                .body(Map.of(
                        "contribution", code,
                        "act", "hide",
                        "rule", "respect",
                        "reason", "Para probar",
                        "version", version))
                .post("/api/v1/decisions")
                .then()
                .statusCode(201);
    }

    @Test
    void theTeamMakesAGroupThroughThePagesAndEverybodyReadsIt() {
        String list = process.address() + "/groups";
        assertTrue(page(list).select("main .empty").hasText());
        assertTrue(page(process.address()).select("a[href=" + list + "]").isEmpty());
        assertFalse(mora.get(process.address()).select("a[href=" + list + "]").isEmpty());

        String choice = team(
                        list,
                        list + "/new",
                        "title",
                        "Más sombra",
                        "synthesis",
                        "Las dos piden **árboles**.",
                        "language",
                        "es",
                        "codes",
                        trees.toLowerCase())
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        String group = choice.replaceAll(".*(/groups/[^/]+)/members", "$1");
        String comment = say(beto, trees, "También harían falta toldos hasta que crezcan.");
        Document offered = mora.get(group + "/members");
        assertEquals(List.of(awnings), offered.select("input[name=members]").eachAttr("value"));
        Document found = mora.get(group + "/members?q=toldos");
        assertTrue(found.select("input[name=members]").eachAttr("value").containsAll(List.of(awnings, comment)));
        team(group + "/members", group + "/members", "members", awnings, "codes", comment)
                .then()
                .statusCode(303);

        Document shown = page(group);
        assertEquals("Más sombra", shown.select("h1").text());
        assertEquals("árboles", shown.select(".words strong").text());
        assertTrue(shown.select("main").text().contains("Lo hizo Mora Ejemplo, del equipo"));
        assertEquals(
                List.of("/proposals/" + trees, "/proposals/" + awnings, "/comments/" + comment),
                shown.select("main .card h3 a").eachAttr("href"));
        assertTrue(shown.select("main .card").last().text().contains(beto.name()));
        assertEquals(List.of("Más sombra"), page(list).select(".card h2").eachText());
        assertFalse(page(process.address()).select("a[href=" + list + "]").isEmpty());
        assertTrue(page("/proposals/" + trees).select("main").text().contains("Forma parte del grupo Más sombra"));
        assertTrue(beto.get("/me?lang=es").select("main").text().contains("Forma parte del grupo Más sombra"));
        Document history = page(group + "/history");
        assertEquals(
                List.of("Entraron aportes en un grupo", "Se hizo un grupo de aportes parecidos"),
                history.select("main ol.plain > li > p b").eachText().stream()
                        .filter(text -> !text.equals("Más sombra"))
                        .toList());
        assertTrue(history.select("main ol.plain > li").first().text().contains(comment));
    }

    @Test
    void whoeverWroteAMemberTakesItOutForGood() {
        String group = made(trees, awnings);
        Document theirs = ana.get("/groups/" + group + "?lang=es");
        assertEquals(
                List.of(trees),
                theirs.select("form[action$=/departure] input[name=member]").eachAttr("value"));
        leave(beto, group, trees).then().statusCode(404);
        leave(ana, group, trees).then().statusCode(303);
        Document after = page("/groups/" + group);
        assertEquals(
                List.of("/proposals/" + awnings),
                after.select("main .card h3 a").eachAttr("href"));
        assertFalse(page("/proposals/" + trees).select("main").text().contains("Forma parte del grupo"));
        assertTrue(page("/groups/" + group + "/history")
                .select("main ol.plain > li")
                .first()
                .text()
                .contains("Quien escribió un aporte lo sacó de su grupo"));
        team("/groups/" + group + "/members", "/groups/" + group + "/members", "codes", trees)
                .then()
                .statusCode(422)
                .body(containsString("Quien lo escribió dijo que no va en este grupo: " + trees));
        Signed.given().get("/api/v1/groups/" + made(trees)).then().body("members.items.code", equalTo(List.of(trees)));
    }

    @Test
    void whoSupportsSeveralMembersIsCountedOnce() {
        String group = made(trees, awnings);
        Newcomer both = Newcomer.admitted();
        support(trees, both);
        support(awnings, both);
        support(awnings, Newcomer.admitted());
        String other = propose(beto, phase, "Algo que no es de sombra");
        support(other, Newcomer.admitted());
        assertEquals("2", page("/groups/" + group).select(".figures dd").text());
        Signed.given().get("/api/v1/groups/" + group).then().body("voters", equalTo(2), "tallyHidden", equalTo(0));
        proposing.withdraw(awnings, beto.row());
        Signed.given().get("/api/v1/groups/" + group).then().body("voters", equalTo(1));
    }

    @Test
    void whileATallyIsHiddenSoIsWhatItWouldTell() {
        Process secret = process();
        Phase hidden = phase(secret, true);
        publish(secret);
        String one = propose(ana, hidden, "Un árbol que no se cuenta");
        support(one, Newcomer.admitted());
        String group =
                grouping.make(secret.id(), SHADE, List.of(one), moderator).code();
        Document shown = page("/groups/" + group);
        assertTrue(shown.select(".figures").isEmpty());
        assertTrue(shown.select("main").text().contains("Los apoyos de un aporte todavía no se muestran."));
        Signed.given()
                .get("/api/v1/groups/" + group)
                .then()
                .body("voters", nullValue(), "tallyHidden", equalTo(1), "members.items", hasSize(1));
    }

    @Test
    void whatIsWithdrawnOrHiddenIsOnlyANumber() {
        String group = made(trees, awnings);
        hide(trees);
        assertTrue(page("/groups/" + group).select("main").text().contains("Otro se retiró u ocultó"));
        proposing.withdraw(awnings, beto.row());
        Document shown = page("/groups/" + group);
        assertTrue(shown.select("main .card").isEmpty());
        assertTrue(shown.select("main").text().contains("Otros 2 se retiraron u ocultaron"));
        Signed.given()
                .get("/api/v1/groups/" + group)
                .then()
                .body("there", equalTo(0), "gone", equalTo(2), "members.items", hasSize(0));
    }

    @Test
    void whatCannotBePutInIsSaidBesideTheCodes() {
        String group = made(trees);
        String another = made(awnings);
        String members = "/groups/" + group + "/members";
        String gone = propose(ana, phase, "Algo que se retira");
        proposing.withdraw(gone, ana.row());
        Process other = process();
        Phase theirs = phase(other, false);
        publish(other);
        String elsewhere = propose(ana, theirs, "Algo de otro proceso");
        for (String code : List.of("P-NADA0000", gone, elsewhere, another)) {
            team(members, members, "codes", code)
                    .then()
                    .statusCode(422)
                    .body(containsString("No hay en este proceso un aporte público con este código: " + code));
        }
        team(members, members, "codes", trees)
                .then()
                .statusCode(422)
                .body(containsString("Ya está en este grupo: " + trees));
        team(members, members, "codes", awnings)
                .then()
                .statusCode(422)
                .body(containsString("Ya está en otro grupo; un aporte está en uno solo: " + awnings));
        String free = propose(ana, phase, "Una que queda tildada");
        Document again = Jsoup.parse(team(members, members, "codes", "P-NADA0000", "members", free)
                .then()
                .statusCode(422)
                .extract()
                .asString());
        assertEquals(free, again.select("input[name=members][checked]").val());
        assertEquals("P-NADA0000", again.select("#f-codes").val());
        team(members, members).then().statusCode(422).body(containsString("e-codes"));
        Signed.given().get("/api/v1/groups/" + group).then().body("there", equalTo(1));
    }

    @Test
    void whatIsMissingOrTooLongIsSaidBesideItsField() {
        String list = process.address() + "/groups";
        Document empty = Jsoup.parse(team(list, list + "/new", "title", " ", "language", "fr", "synthesis", "")
                .then()
                .statusCode(422)
                .extract()
                .asString());
        assertTrue(empty.select("#e-title").hasText());
        assertTrue(empty.select("#e-synthesis").hasText());
        team(list, list + "/new", "title", "x".repeat(141), "synthesis", "Algo que se escribió", "language", "es")
                .then()
                .statusCode(422)
                .body(containsString("e-title"), containsString("Algo que se escribió"));
        team(list, list + "/new", "title", "Un título", "synthesis", "Algo", "language", "fr")
                .then()
                .statusCode(422)
                .body(containsString("e-language"));
        assertTrue(page(list).select("main .empty").hasText());
    }

    @Test
    void twoWhoCorrectItDoNotOverwriteEachOther() {
        String group = made(trees);
        String edit = "/groups/" + group + "/edit";
        String seen = mora.get(edit).select("input[name=version]").val();
        String[] first = {"title", "Sombra ya", "synthesis", "Lo primero.", "language", "es", "version", seen};
        team(edit, edit, first).then().statusCode(303);
        team(edit, edit, "title", "Sombra", "synthesis", "Lo segundo.", "language", "es", "version", seen)
                .then()
                .statusCode(409)
                .body(containsString("Lo primero."), containsString("Lo segundo."));
        assertEquals("Sombra ya", page("/groups/" + group).select("h1").text());
        assertTrue(page("/groups/" + group + "/history")
                .select("main ol.plain > li")
                .first()
                .text()
                .contains("Se corrigió el texto de un grupo"));
        Document english = Jsoup.parse(
                Signed.browser().get("/groups/" + group + "/history?lang=en").asString());
        assertTrue(english.select("main ol.plain > li").first().text().contains("The text of a group was corrected"));
    }

    @Test
    void aGroupThatIsDissolvedHoldsNothingAndSaysWhy() {
        String group = made(trees, awnings);
        String dissolution = "/groups/" + group + "/dissolution";
        team(dissolution, dissolution, "reason", "").then().statusCode(422).body(containsString("e-reason"));
        team(dissolution, dissolution, "reason", "Eran cosas distintas.").then().statusCode(303);
        Document shown = page("/groups/" + group);
        assertTrue(shown.select(".notice.gone").text().contains("Eran cosas distintas."));
        assertTrue(shown.select("main .card").isEmpty());
        assertTrue(page(process.address() + "/groups").select("main .card").isEmpty());
        program("moderacion")
                .body(Map.of("codes", List.of(trees)))
                .post("/api/v1/groups/" + group + "/members")
                .then()
                .statusCode(409);
        made(trees, awnings);
    }

    @Test
    void nobodyElseDoesAnyOfIt() {
        String group = made(trees, awnings);
        String here = "/groups/" + group;
        for (String other : List.of("vecina", "organizacion", "monitoreo")) {
            Signed visitor = Signed.in(other);
            for (String work : List.of("/edit", "/members", "/dissolution")) {
                visitor.request().get(here + work).then().statusCode(404);
                send(visitor.request(), Forms.nonce(), here + work, "title", "x", "reason", "x", "codes", trees)
                        .then()
                        .statusCode(404);
            }
            visitor.request().get(process.address() + "/groups/new").then().statusCode(404);
            send(visitor.request(), Forms.nonce(), process.address() + "/groups", "title", "x")
                    .then()
                    .statusCode(404);
            send(visitor.request(), Forms.nonce(), here + "/members/removal", "member", trees)
                    .then()
                    .statusCode(404);
        }
        assertTrue(page(here).select("main form").isEmpty());
    }

    @Test
    void anArchiveLetsGoAndDoesNothingElse() {
        Process past = process();
        Phase ended = phase(past, Contract.between(ago(20), ago(10)));
        publish(past);
        String one = Now.during(ago(15), () -> propose(ana, ended, "Lo que se dijo entonces"));
        String group = grouping.make(past.id(), SHADE, List.of(one), moderator).code();
        String here = "/groups/" + group;
        setup.archive(past.id(), "Ya terminó", moderator);
        send(mora.request(), Forms.nonce(), here + "/members/removal", "member", one)
                .then()
                .statusCode(409);
        send(
                        mora.request(),
                        Forms.nonce(),
                        past.address() + "/groups",
                        "title",
                        "x",
                        "synthesis",
                        "x",
                        "language",
                        "es")
                .then()
                .statusCode(409);
        assertTrue(mora.get(here).select("main form").isEmpty());
        leave(ana, group, one).then().statusCode(303);
        Signed.given().get("/api/v1/groups/" + group).then().body("there", equalTo(0));
    }

    @Test
    void aProgramDoesTheSame() {
        String groups = "/api/v1/processes/" + process.slug() + "/groups";
        String group = program("moderacion")
                .body(Map.of(
                        "title", "Sombra", "synthesis", "Piden sombra.", "language", "es", "codes", List.of(trees)))
                .post(groups)
                .then()
                .statusCode(201)
                .extract()
                .path("code");
        String here = "/api/v1/groups/" + group;
        program("moderacion")
                .body(Map.of("codes", List.of(awnings)))
                .post(here + "/members")
                .then()
                .statusCode(200)
                .body("members.items.code", equalTo(List.of(trees, awnings)));
        String etag = program("moderacion").get(here).header("ETag");
        Map<String, String> words = Map.of("title", "Más sombra", "synthesis", "Piden sombra.", "language", "es");
        program("moderacion").body(words).put(here).then().statusCode(428);
        program("moderacion")
                .header("If-Match", etag)
                .body(words)
                .put(here)
                .then()
                .statusCode(200)
                .body("title", equalTo("Más sombra"), "etag", not(equalTo(etag)));
        program("moderacion")
                .header("If-Match", etag)
                .body(words)
                .put(here)
                .then()
                .statusCode(409);
        program("moderacion")
                .delete(here + "/members/" + trees)
                .then()
                .statusCode(200)
                .body("there", equalTo(1));
        program("vecina").delete(here + "/members/" + awnings).then().statusCode(404);
        program("vecina")
                .post(here + "/members/" + awnings + "/departure")
                .then()
                .statusCode(404);
        beto.request()
                .contentType(ContentType.JSON)
                .post(here + "/members/" + awnings + "/departure")
                .then()
                .statusCode(200)
                .body("there", equalTo(0));
        Signed.given().get(groups).then().statusCode(200).body("items.title", equalTo(List.of("Más sombra")));
        program("moderacion").body(Map.of()).post(here + "/dissolution").then().statusCode(422);
        program("moderacion")
                .body(Map.of("reason", "Quedó vacío."))
                .post(here + "/dissolution")
                .then()
                .statusCode(200)
                .body("dissolvedReason", equalTo("Quedó vacío."));
        Signed.given().get(groups).then().body("items", hasSize(0));
        ledger.drain();
        String next = "";
        List<Object> reasons = new ArrayList<>();
        while (next != null) {
            JsonPath events = Signed.given()
                    .get("/api/v1/ledger/events?kind=group.dissolved&limit=100&process=" + process.slug() + "&cursor="
                            + next)
                    .jsonPath();
            reasons.addAll(events.getList("items.content.reason"));
            next = events.getString("next");
        }
        assertEquals(List.of("Quedó vacío."), reasons);
    }

    @Test
    void oneContributionIsPutIntoOneGroupOnlyWhoeverIsFaster() {
        List<String> groups = IntStream.range(0, 4).mapToObj(i -> made()).toList();
        List<Race.Outcome<Integer>> outcomes = Race.of(
                4,
                i -> () -> program("moderacion")
                        .body(Map.of("codes", List.of(trees)))
                        .post("/api/v1/groups/" + groups.get(i) + "/members")
                        .statusCode());
        List<Integer> answers = outcomes.stream().map(Race.Outcome::answer).toList();
        assertEquals(1, answers.stream().filter(status -> status == 200).count());
        assertTrue(Set.of(200, 409, 422).containsAll(answers), answers.toString());
        assertEquals(
                1,
                groups.stream()
                        .mapToInt(group ->
                                Signed.given().get("/api/v1/groups/" + group).path("there"))
                        .sum());
    }

    @Test
    void manyMembersTakeNoMoreStatementsThanFew() {
        String group = made(trees, say(ana, trees, "Uno que está."));
        int few = Statements.during(() -> Signed.browser().get("/groups/" + group))
                .size();
        List<String> more = IntStream.range(0, 30)
                .mapToObj(i -> propose(Newcomer.admitted(), phase, "Un árbol más " + i))
                .toList();
        grouping.add(group, more, moderator);
        assertEquals(
                few,
                Statements.during(() -> Signed.browser().get("/groups/" + group))
                        .size());
        assertTrue(few <= 11, few + " statements");
        Document first = page("/groups/" + group);
        assertEquals(20, first.select("main .card").size());
        String next = first.select("a[href*=cursor]").attr("href");
        assertEquals(12, page(next).select("main .card").size());
        int list = Statements.during(() -> Signed.browser().get(process.address() + "/groups"))
                .size();
        made();
        assertEquals(
                list,
                Statements.during(() -> Signed.browser().get(process.address() + "/groups"))
                        .size());
    }

    @Test
    void whoMadeItIsToldSoAndLeavesItBehindWithoutTheirName() {
        Newcomer team = Newcomer.admitted();
        setup.appoint(process.id(), team.id(), Role.MODERATOR, moderator);
        String group =
                grouping.make(process.id(), SHADE, List.of(trees), team.id()).code();
        assertTrue(page("/groups/" + group).select("main").text().contains(team.name()));
        data.erase(team.id());
        Document shown = page("/groups/" + group);
        assertFalse(shown.select("main").text().contains(team.name()));
        assertTrue(shown.select("main").text().contains("Lo hizo el equipo"));
    }
}
