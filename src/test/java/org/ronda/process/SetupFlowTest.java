package org.ronda.process;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronda.Race;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.identity.Office;
import org.ronda.identity.Participant;
import org.ronda.kernel.Dates;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;

/** Setting a process up, from its first word to its archive, through the pages. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SetupFlowTest {
    private static final ZoneId ZONE = ZoneId.of("America/Argentina/Cordoba");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Inject
    ProcessSetup setup;

    @Inject
    Cards cards;

    @Inject
    Now now;

    private Signed mora;

    @BeforeEach
    void signIn() {
        mora = Signed.in("moderacion");
    }

    private static String slug() {
        return "prueba-" + NUMBER.incrementAndGet() + "-"
                + Forms.nonce().replaceAll("\\W", "").toLowerCase();
    }

    private static String slug(String from) {
        return from.replaceAll("[^a-z0-9-]", "");
    }

    private Response send(String path, String... fields) {
        return send(mora, path, fields);
    }

    private static Response send(Signed who, String path, String... fields) {
        RequestSpecification request = who.request().formParam("nonce", Forms.nonce());
        for (int i = 0; i < fields.length; i += 2) {
            request.formParam(fields[i], fields[i + 1]);
        }
        return request.post(path);
    }

    private String begun(String from, Duration ahead) {
        String slug = slug(slug());
        Response answer = send(
                "/setup/new",
                "from",
                from,
                "title",
                "Un plan de prueba",
                "slug",
                slug,
                "start",
                Dates.local(now.instant().plus(ahead), ZONE));
        assertEquals(303, answer.statusCode(), answer.asString());
        assertTrue(answer.header("Location").endsWith("/setup/" + slug), answer.header("Location"));
        return slug;
    }

    /** Everything that the checklist asks for. */
    private void complete(String slug) {
        String body = QuarkusTransaction.requiringNew()
                .call(() -> Office.<Office>findAll().firstResult().code());
        String version = mora.get("/setup/" + slug + "/frame")
                .select("input[name=version]")
                .val();
        Response frame = send(
                "/setup/" + slug + "/frame",
                "version",
                version,
                "languages",
                "es",
                "body",
                body,
                "influence",
                "INVOLVE",
                "zone",
                ZONE.getId());
        assertEquals(303, frame.statusCode(), frame.asString());
        Response texts = texts(slug, "Un plan de prueba", "");
        assertEquals(303, texts.statusCode(), texts.asString());
    }

    private Response texts(String slug, String title, String reason) {
        String path = "/setup/" + slug + "/texts/es";
        return send(
                path,
                "version",
                mora.get(path).select("input[name=version]").val(),
                "title",
                title,
                "summary",
                "Un resumen.",
                "decided",
                "Esto.",
                "notDecided",
                "Aquello.",
                "reason",
                reason);
    }

    private String published(Duration ahead) {
        String slug = begun("template", ahead);
        complete(slug);
        Response answer = send("/setup/" + slug + "/publication", "reason", "La ordenanza lo pide ya");
        assertEquals(303, answer.statusCode(), answer.asString());
        return slug;
    }

    private String phase(String slug, int place) {
        return mora.get("/setup/" + slug + "/phases")
                .select("ol h2 a")
                .get(place)
                .attr("href");
    }

    @Test
    void aProcessGoesFromTheTemplateToItsPublication() {
        String slug = begun("template", Duration.ofDays(5));
        assertEquals(
                10,
                mora.get("/setup/" + slug + "/phases").select("ol.plain > li").size());
        Signed.browser().get("/processes/" + slug).then().statusCode(404);
        Signed.in("vecina").request().get("/processes/" + slug).then().statusCode(404);
        mora.request().get("/processes/" + slug).then().statusCode(200).body(containsString("/setup/" + slug));

        send("/setup/" + slug + "/publication", "reason", "Apuro").then().statusCode(409);
        complete(slug);
        send("/setup/" + slug + "/publication", "reason", " ")
                .then()
                .statusCode(422)
                .body(containsString("id=\"e-reason\""));
        send("/setup/" + slug + "/publication", "reason", "La ordenanza lo pide ya")
                .then()
                .statusCode(303);
        Signed.browser()
                .get("/processes/" + slug)
                .then()
                .statusCode(200)
                .body(containsString("La ordenanza lo pide ya"), not(containsString("/setup/")));
        Document log = mora.get("/setup/" + slug + "/log");
        assertTrue(log.text().contains("Mora Ejemplo"), log.text());
        assertTrue(log.text().contains("La ordenanza lo pide ya"), log.text());
        assertTrue(log.text().contains("Se creó un proceso"), log.text());
    }

    @Test
    void longerNoticeNeedsNoReason() {
        String slug = begun("template", Duration.ofDays(20));
        complete(slug);
        send("/setup/" + slug + "/publication").then().statusCode(303);
        Signed.browser().get("/processes/" + slug).then().body(not(containsString("menos de 14 días")));
    }

    @Test
    void anEarlierDateThatWasCorrectedAsksForNoReason() {
        String slug = begun("template", Duration.ofDays(5));
        complete(slug);
        String path = phase(slug, 0);
        Response moved = send(path, fields(path, "opensAt", local(20), "endsAt", local(30), "lateUntil", local(33)));
        assertEquals(303, moved.statusCode(), moved.asString());
        send("/setup/" + slug + "/publication").then().statusCode(303);
    }

    private String local(int days) {
        return Dates.local(now.instant().plus(Duration.ofDays(days)), ZONE);
    }

    /** The form as it is shown, some of its fields changed. */
    private String[] fields(String path, String... changed) {
        Document page = mora.get(path);
        java.util.List<String> fields = new java.util.ArrayList<>();
        for (Element field : page.select("main form[action='" + path + "'] [name]")) {
            boolean isChosen = !field.attr("type").matches("checkbox|radio") || field.hasAttr("checked");
            if (!field.attr("name").equals("nonce")
                    && isChosen
                    && !List.of(changed).contains(field.attr("name"))) {
                fields.add(field.attr("name"));
                fields.add(
                        field.tagName().equals("select")
                                ? field.select("[selected]").val()
                                : field.val());
            }
        }
        fields.addAll(List.of(changed));
        return fields.toArray(String[]::new);
    }

    @Test
    void aPublicPhaseIsExtendedSuspendedAndResumedWithReasons() {
        String slug = published(Duration.ofDays(2));
        String path = phase(slug, 0);
        String terms =
                mora.get(path + "/terms?act=extend").select("input[name=terms]").val();
        send(path + "/terms", "act", "extend", "terms", terms, "endsAt", local(60), "reason", "")
                .then()
                .statusCode(422)
                .body(containsString("id=\"e-reason\""), containsString(local(60)));
        send(path + "/terms", "act", "extend", "terms", terms, "endsAt", local(3), "reason", "Feriado")
                .then()
                .statusCode(422)
                .body(containsString("id=\"e-endsAt\""));
        send(path + "/terms", "act", "extend", "terms", terms, "endsAt", local(60), "reason", "Feriado largo")
                .then()
                .statusCode(303);
        send(path + "/terms", "act", "suspend", "terms", terms, "reason", "Corte de luz")
                .then()
                .statusCode(409);
        String later = mora.get(path + "/terms?act=suspend")
                .select("input[name=terms]")
                .val();
        send(path + "/terms", "act", "suspend", "terms", later, "reason", "Corte de luz")
                .then()
                .statusCode(303);
        String last =
                mora.get(path + "/terms?act=resume").select("input[name=terms]").val();
        send(path + "/terms", "act", "suspend", "terms", last, "reason", "Otra vez")
                .then()
                .statusCode(409)
                .body(containsString("ya está suspendida"));
        send(
                        path + "/terms",
                        "act",
                        "reopen",
                        "terms",
                        last,
                        "opensAt",
                        local(70),
                        "endsAt",
                        local(80),
                        "reason",
                        "Sin haber terminado")
                .then()
                .statusCode(409)
                .body(containsString("todavía no terminó"));
        send(path + "/terms", "act", "resume", "terms", last, "reason", "Volvió la luz")
                .then()
                .statusCode(303);
        Signed.browser()
                .get(path.replace("/setup/", "/processes/"))
                .then()
                .statusCode(200)
                .body(containsString("Feriado largo"), containsString("Corte de luz"), containsString("Volvió la luz"));
    }

    @Test
    void aPublicPhaseIsNotRemovedAndItsKindStays() {
        String slug = published(Duration.ofDays(2));
        String path = phase(slug, 0);
        send(path + "/removal").then().statusCode(409);
        send(path, fields(path, "kind", "PROPOSALS", "reason", "Cambio")).then().statusCode(422);
        send(path, fields(path, "titleEs", "Otro nombre", "reason", "")).then().statusCode(422);
        send(path, fields(path, "titleEs", "Otro nombre", "reason", "Era confuso"))
                .then()
                .statusCode(303);
        Signed.browser().get("/processes/" + slug).then().body(containsString("Otro nombre"));
    }

    @Test
    void aDraftsPhasesAreAddedMovedAndRemoved() {
        String slug = begun("blank", Duration.ofDays(2));
        String path = "/setup/" + slug + "/phases/new";
        send(path, fields(path, "titleEs", "Primera")).then().statusCode(303);
        send(path, fields(path, "titleEs", "Segunda")).then().statusCode(303);
        send(phase(slug, 1) + "/earlier").then().statusCode(303);
        assertEquals(
                "Segunda",
                mora.get("/setup/" + slug + "/phases").select("ol h2 a").first().text());
        send(phase(slug, 0) + "/removal").then().statusCode(303);
        assertEquals(
                1,
                mora.get("/setup/" + slug + "/phases").select("ol.plain > li").size());
    }

    @Test
    void aCopyHasTheSamePhasesAtOtherDates() {
        String slug = slug(slug());
        String start = local(40);
        send(
                        "/setup/new",
                        "from",
                        "copy",
                        "copyOf",
                        "tu-distrito",
                        "title",
                        "Tu distrito, otra vez",
                        "slug",
                        slug,
                        "start",
                        start)
                .then()
                .statusCode(303);
        Document phases = mora.get("/setup/" + slug + "/phases");
        assertEquals(
                mora.get("/setup/tu-distrito/phases").select("ol h2").eachText(),
                phases.select("ol h2").eachText());
        Document first = mora.get(phase(slug, 0));
        assertEquals(start, first.select("#f-opensAt").val());
    }

    @Test
    void whoSavesAnOlderTextSeesBoth() {
        String slug = begun("blank", Duration.ofDays(2));
        String path = "/setup/" + slug + "/texts/es";
        String version = mora.get(path).select("input[name=version]").val();
        texts(slug, "El título de otra persona", "").then().statusCode(303);
        send(path, "version", version, "title", "Mi título", "summary", "Mi resumen")
                .then()
                .statusCode(409)
                .body(
                        containsString("Mi título"),
                        containsString("Mi resumen"),
                        containsString("El título de otra persona"));
    }

    @ParameterizedTest
    @CsvSource({
        "opensAt,mañana",
        "opensAt,''",
        "opensAt,+999999999-01-01T00:00",
        "endsAt,2020-01-01T10:00",
        "lateUntil,2020-01-01T10:00",
        "maxLength,muchos",
        "maxLength,-1",
        "supportsPerVoter,0",
        "proposalsPerVoter,99999999999999999999",
        "promisedShare,101",
        "kind,NADA",
        "actions,VOTAR",
        "moderation,NUNCA",
        "owed,SIEMPRE",
        "answersDueAt,''",
        "answersDueAt,2020-01-01T10:00",
        "titleEs,''"
    })
    void badInputOfAPhaseIsSaidBesideItsField(String field, String typed) {
        String slug = begun("blank", Duration.ofDays(2));
        String path = "/setup/" + slug + "/phases/new";
        Response answer = send(
                path,
                field.equals("titleEs")
                        ? fields(path, field, typed)
                        : fields(path, "titleEs", "Una fase", field, typed));
        assertEquals(422, answer.statusCode(), answer.asString());
        assertTrue(answer.asString().contains("href=\"#f-" + field + "\""), answer.asString());
        assertTrue(answer.asString().contains(field.equals("titleEs") ? "main" : "Una fase"));
    }

    @ParameterizedTest
    @CsvSource({
        "from,nada,422",
        "title,'',422",
        "slug,a,422",
        "slug,new,422",
        "slug,tu-distrito,422",
        "start,ayer,422",
        "start,'',422"
    })
    void badInputOfANewProcessIsRefused(String field, String typed, int status) {
        String[] fields = {"from", "template", "title", "Un plan", "slug", slug(slug()), "start", local(20)};
        for (int i = 0; i < fields.length; i += 2) {
            fields[i + 1] = fields[i].equals(field) ? typed : fields[i + 1];
        }
        send("/setup/new", fields).then().statusCode(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vecina", "organizacion", "monitoreo", "administracion"})
    void aProcessIsSetUpByItsAdministratorsOnly(String username) {
        Signed other = Signed.in(username);
        for (String page : List.of("", "/texts/es", "/frame", "/phases", "/phases/new", "/log")) {
            other.request().get("/setup/tu-distrito" + page).then().statusCode(404);
            Signed.browser().get("/setup/tu-distrito" + page).then().statusCode(303);
        }
        String phase = phase("tu-distrito", 0);
        other.request().get(phase).then().statusCode(404);
        for (String path : List.of(
                "/setup/tu-distrito/publication",
                "/setup/tu-distrito/archive",
                "/setup/tu-distrito/texts/es",
                "/setup/tu-distrito/frame",
                "/setup/tu-distrito/phases/new",
                phase,
                phase + "/terms",
                phase + "/removal",
                phase + "/earlier")) {
            send(other, path, "reason", "Porque sí").then().statusCode(404);
        }
        boolean mayCreate = username.equals("administracion");
        other.request().get("/setup/new").then().statusCode(mayCreate ? 200 : 404);
        other.request().get("/setup").then().statusCode(mayCreate ? 200 : 404);
        send(other, "/setup/new", "from", "copy", "copyOf", "tu-distrito", "title", "Robado", "start", local(20))
                .then()
                .statusCode(mayCreate ? 422 : 404);
    }

    private Process draft(Instant opens, Instant ends) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Translated words = Translated.of(Language.ES, "Una prueba");
            long body = Office.<Office>findAll().firstResult().id();
            Process process = setup.create(
                    slug(slug()),
                    new Process.Description(
                            words,
                            words,
                            words,
                            words,
                            Translated.EMPTY,
                            Scope.office(body),
                            Influence.CONSULT,
                            List.of(Language.ES),
                            ZONE),
                    moraId());
            setup.add(process.id(), Phase.Kind.PROPOSALS, words, words, Contract.between(opens, ends), null, moraId());
            return process;
        });
    }

    private static long moraId() {
        return Participant.bySubject("moderacion").orElseThrow().id();
    }

    private Phase only(Process process) {
        return QuarkusTransaction.requiringNew().call(() -> Phase.of(process).get(0));
    }

    private Refused refusal(Runnable act) {
        return org.junit.jupiter.api.Assertions.assertThrows(Refused.class, act::run);
    }

    @Test
    void thirtySecondsBeforeAnEndItIsAReopeningAndNotAnExtension() {
        Instant at = now.instant();
        Process process = draft(at.minus(Duration.ofDays(1)), at.plus(Duration.ofSeconds(50)));
        long mora = QuarkusTransaction.requiringNew().call(SetupFlowTest::moraId);
        setup.publish(process.id(), "Prueba", mora);
        Phase phase = only(process);
        Contract contract = QuarkusTransaction.requiringNew()
                .call(() -> ProcessSetup.last(phase.id()).contract());
        Contract longer = contract.during(Contract.Window.of(contract.opensAt(), at.plus(Duration.ofDays(3))));
        assertEquals(
                "opensAt",
                refusal(() -> setup.change(phase.id(), 1, longer, "Más", mora)).field());
        refusal(() -> setup.change(phase.id(), 1, contract.suspended(true), "Pausa", mora));
        Contract again =
                contract.during(Contract.Window.of(at.plus(Duration.ofMinutes(5)), at.plus(Duration.ofDays(3))));
        assertEquals(
                PhaseTerms.Change.REOPENED,
                setup.change(phase.id(), 1, again, "Otra vez", mora).change());
    }

    @Test
    void suspendingDoesNotSmuggleInANewEnd() {
        Instant at = now.instant();
        Process process = draft(at.minus(Duration.ofDays(1)), at.plus(Duration.ofDays(5)));
        long mora = QuarkusTransaction.requiringNew().call(SetupFlowTest::moraId);
        setup.publish(process.id(), "Prueba", mora);
        Phase phase = only(process);
        Contract contract = QuarkusTransaction.requiringNew()
                .call(() -> ProcessSetup.last(phase.id()).contract());
        Contract both =
                contract.suspended(true).during(Contract.Window.of(contract.opensAt(), at.plus(Duration.ofSeconds(1))));
        assertEquals(
                "endsAt",
                refusal(() -> setup.change(phase.id(), 1, both, "Ambas", mora)).field());
        Contract moved = contract.during(Contract.Window.of(at.plus(Duration.ofDays(1)), contract.endsAt()));
        assertEquals(
                "opensAt",
                refusal(() -> setup.change(phase.id(), 1, moved, "Mover", mora)).field());
    }

    @Test
    void aPhaseIsNotRemovedWhileItsProcessIsPublished() {
        Instant at = now.instant();
        long mora = QuarkusTransaction.requiringNew().call(SetupFlowTest::moraId);
        for (int round = 0; round < 5; round++) {
            Process process = draft(at.plus(Duration.ofDays(1)), at.plus(Duration.ofDays(5)));
            Phase phase = only(process);
            Race.of(2, n -> () -> {
                if (n == 0) {
                    setup.publish(process.id(), "Prueba", mora);
                } else {
                    setup.remove(phase.id(), mora);
                }
                return n;
            });
            boolean isWhole = QuarkusTransaction.requiringNew().call(() -> {
                Process found = Process.findById(process.id());
                return !found.isPublic() || !Phase.of(found).isEmpty();
            });
            assertTrue(isWhole, "public without a phase");
        }
    }

    @Test
    void anEndedProcessIsArchivedOnceWithAReason() {
        Instant at = now.instant();
        long mora = QuarkusTransaction.requiringNew().call(SetupFlowTest::moraId);
        Process process = Now.during(at.minus(Duration.ofDays(3)), () -> {
            Process begun = draft(at.minus(Duration.ofDays(2)), at.minus(Duration.ofDays(1)));
            setup.publish(begun.id(), "Prueba", mora);
            return begun;
        });
        String path = "/setup/" + process.slug() + "/archive";
        send(path, "reason", "").then().statusCode(422);
        send(path, "reason", "Terminó").then().statusCode(303);
        send(path, "reason", "Otra vez").then().statusCode(409);
        Signed.browser().get(process.address()).then().statusCode(200).body(containsString("Terminó"));
        send("/setup/tu-distrito/archive", "reason", "Antes de tiempo").then().statusCode(409);
        nothingOfAnArchiveIsChanged(process.slug());
    }

    private void nothingOfAnArchiveIsChanged(String slug) {
        String archived = "Este proceso está archivado";
        texts(slug, "Otro título", "Porque sí").then().statusCode(409).body(containsString(archived));
        String with = "/setup/" + slug + "/with/";
        send(with + "topics", "titleEs", "Plazas", "reason", "Porque sí")
                .then()
                .statusCode(409)
                .body(containsString(archived), containsString("Plazas"));
        send(with + "news", "titleEs", "Novedad", "bodyEs", "Texto")
                .then()
                .statusCode(409)
                .body(containsString(archived));
        theModerationOfAnArchiveChangesHands(with + "roles");
        reading(with + "reading", "Enlace", "https://example.org/", null)
                .then()
                .statusCode(409)
                .body(containsString(archived));
    }

    private void theModerationOfAnArchiveChangesHands(String roles) {
        Set<String> before =
                Set.copyOf(mora.get(roles).select("form[action$=/end]").eachAttr("action"));
        send(roles, "who", "Bruno Ejemplo", "role", "MODERATOR").then().statusCode(303);
        List<String> given = mora.get(roles).select("form[action$=/end]").eachAttr("action").stream()
                .filter(role -> !before.contains(role))
                .toList();
        assertEquals(1, given.size());
        send(given.get(0)).then().statusCode(303);
        assertEquals(
                before, Set.copyOf(mora.get(roles).select("form[action$=/end]").eachAttr("action")));
    }

    @Test
    void whoSavesAnOlderFrameSeesWhatIsThereNow() {
        String slug = begun("blank", Duration.ofDays(5));
        String path = "/setup/" + slug + "/frame";
        String version = mora.get(path).select("input[name=version]").val();
        complete(slug);
        String[] mine = {"version", version, "languages", "fr", "influence", "INFORM", "zone", "Europe/Paris"};
        Response answer = send(path, mine);
        assertEquals(409, answer.statusCode());
        String theirs = Jsoup.parse(answer.asString()).select(".notice.wait").text();
        assertTrue(theirs.contains("Español") && !theirs.contains("Français"), theirs);
        assertTrue(theirs.contains(ZONE.getId()), theirs);
        assertTrue(answer.asString().contains("Europe/Paris"));
    }

    @Test
    void aLanguageThatAProcessDropsIsNoLongerFound() {
        String slug = begun("template", Duration.ofDays(5));
        String path = "/setup/" + slug + "/texts/en";
        send(
                        path,
                        "version",
                        mora.get(path).select("input[name=version]").val(),
                        "title",
                        "A trial plan",
                        "summary",
                        "Trilobites",
                        "decided",
                        "This.",
                        "notDecided",
                        "That.")
                .then()
                .statusCode(303);
        complete(slug);
        frame(slug, List.of("es", "en"));
        send("/setup/" + slug + "/publication", "reason", "La ordenanza lo pide ya")
                .then()
                .statusCode(303);
        assertEquals(2, entries(slug));
        frame(slug, List.of("es"));
        assertEquals(1, entries(slug));
    }

    private void frame(String slug, List<String> languages) {
        String path = "/setup/" + slug + "/frame";
        Document form = mora.get(path);
        mora.request()
                .formParam("nonce", Forms.nonce())
                .formParam("version", form.select("input[name=version]").val())
                .formParam("languages", languages)
                .formParam("body", form.select("#f-body option[selected]").val())
                .formParam("influence", "INVOLVE")
                .formParam("zone", ZONE.getId())
                .formParam("reason", "Una lengua más o menos")
                .post(path)
                .then()
                .statusCode(303);
    }

    private static long entries(String slug) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) Process.getEntityManager()
                                .createNativeQuery(
                                        "select count(*) from search_entry e join process p on p.id = e.subject_id"
                                                + " where e.subject_kind = 'PROCESS' and p.slug = :slug")
                                .setParameter("slug", slug)
                                .getSingleResult())
                        .longValue());
    }

    @Test
    void newsIsOnThePageInTheFeedAndHasAPageOfItsOwn() {
        String slug = begun("template", Duration.ofDays(5));
        String path = "/setup/" + slug + "/with/news";
        String[] post = {"titleEs", "Cambia el lugar", "bodyEs", "Nos vemos en *el galpón* <script>alert(1)</script>"};
        send(path, post).then().statusCode(409);
        complete(slug);
        send("/setup/" + slug + "/publication", "reason", "La ordenanza lo pide ya")
                .then()
                .statusCode(303);
        send(path, "titleEs", "Solo el título").then().statusCode(422).body(containsString("href=\"#f-bodyEs\""));
        String address = send(path, post).then().statusCode(303).extract().header("Location");
        Signed.browser()
                .get(address)
                .then()
                .statusCode(200)
                .body(containsString("<em>el galpón</em>"), not(containsString("<script>alert")));
        Signed.browser().get("/processes/" + slug).then().body(containsString("Cambia el lugar"));
        Signed.browser().get("/processes/" + slug + "/feed.atom").then().body(containsString("Cambia el lugar"));
        Signed.browser()
                .get("/processes/tu-distrito/news/" + address.replaceFirst(".*/", ""))
                .then()
                .statusCode(404);
        assertTrue(mora.get("/setup/" + slug + "/log").text().contains("Se publicó una novedad"));
    }

    @Test
    void aPostIsCorrectedInSightOfEverybody() {
        String slug = published(Duration.ofDays(2));
        String news = "/setup/" + slug + "/with/news";
        String address = send(news, "titleEs", "Cambia el lugar", "bodyEs", "Nos vemos en la plaza")
                .header("Location");
        String path = news + address.substring(address.lastIndexOf('/'));
        assertEquals("Cambia el lugar", mora.get(path).select("#f-titleEs").val());
        String[] words = {"titleEs", "Cambia el lugar", "bodyEs", "Nos vemos en el galpón"};
        send(path, with(words, "corrections", "0", "reason", ""))
                .then()
                .statusCode(422)
                .body(containsString("id=\"e-reason\""), containsString("en el galpón"));
        send(path, with(words, "corrections", "0", "reason", "x".repeat(1_001)))
                .then()
                .statusCode(422);
        send(path, "titleEs", "", "bodyEs", "", "corrections", "0", "reason", "Nada")
                .then()
                .statusCode(422);
        send(
                        path,
                        "titleEs",
                        "Cambia el lugar",
                        "bodyEs",
                        "Nos vemos en la plaza",
                        "corrections",
                        "0",
                        "reason",
                        "Nada")
                .then()
                .statusCode(422)
                .body(containsString("No cambiaste nada"));
        send(path, with(words, "corrections", "0", "reason", "Era en otro lado"))
                .then()
                .statusCode(303);
        // from another tab that still shows the first words
        send(path, "titleEs", "Cambia la hora", "bodyEs", "A las nueve", "corrections", "0", "reason", "Y la hora")
                .then()
                .statusCode(409)
                .body(containsString("A las nueve"), containsString("Nos vemos en el galpón"));
        Document page = Signed.browser()
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .body()
                .asString()
                .transform(Jsoup::parse);
        assertTrue(page.select("main .notice").text().contains("Era en otro lado"), page.text());
        assertTrue(page.select("main del").text().contains("plaza"), page.html());
        Signed.browser().get("/processes/" + slug + "/feed.atom").then().body(containsString("galpón"));
        Signed.browser().get("/processes/" + slug + "/news").then().body(containsString(address));
        String log = mora.get("/setup/" + slug + "/log").text();
        assertTrue(log.contains("Se corrigió una novedad") && log.contains("Era en otro lado"), log);
        send(path.replace(slug, "tu-distrito"), with(words, "corrections", "1", "reason", "De otro proceso"))
                .then()
                .statusCode(404);
    }

    private static String[] with(String[] fields, String... more) {
        return Stream.concat(Stream.of(fields), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void whoSavesAnOlderPhaseSeesItsWordsAndRules() {
        String slug = begun("template", Duration.ofDays(20));
        String path = phase(slug, 3);
        String[] older = fields(path, "titleEs", "Mi título", "proposalsPerVoter", "7");
        send(path, fields(path, "titleEs", "Otro título", "proposalsPerVoter", "9"))
                .then()
                .statusCode(303);
        Response answer = send(path, older);
        assertEquals(409, answer.statusCode());
        String theirs = Jsoup.parse(answer.asString()).select(".notice.wait").text();
        assertTrue(theirs.contains("Otro título") && theirs.contains("Propuestas por persona 9"), theirs);
        assertTrue(answer.asString().contains("Mi título"));
    }

    @Test
    void aProcessAlwaysHasATitle() {
        String slug = begun("blank", Duration.ofDays(20));
        String path = "/setup/" + slug + "/texts/es";
        send(path, "version", mora.get(path).select("input[name=version]").val(), "title", "", "summary", "Algo")
                .then()
                .statusCode(422)
                .body(containsString("id=\"e-title\""), containsString("Algo"));
    }

    @Test
    void whatPublishingAskedForIsNotEmptiedAfterwards() {
        String slug = published(Duration.ofDays(2));
        String texts = "/setup/" + slug + "/texts/es";
        send(
                        texts,
                        "version",
                        mora.get(texts).select("input[name=version]").val(),
                        "title",
                        "Un plan de prueba",
                        "summary",
                        "Un resumen.",
                        "decided",
                        "",
                        "notDecided",
                        "Aquello.",
                        "reason",
                        "Sobra")
                .then()
                .statusCode(422)
                .body(containsString("id=\"e-decided\""));
        String frame = "/setup/" + slug + "/frame";
        send(frame, fields(frame, "body", "", "reason", "Ya no"))
                .then()
                .statusCode(422)
                .body(containsString("siempre dice quién decide"));
        // there are no texts in English yet
        send(frame, fields(frame, "languages", "en", "reason", "También en inglés"))
                .then()
                .statusCode(422)
                .body(containsString("id=\"f-languages\""), containsString("English"));
        String phase = phase(slug, 0);
        send(phase, fields(phase, "askEs", "", "reason", "Sobra"))
                .then()
                .statusCode(422)
                .body(containsString("id=\"e-askEs\""));
        String added = "/setup/" + slug + "/phases/new";
        send(added, fields(added, "titleEs", "Una más", "askEs", "", "reason", "Hace falta"))
                .then()
                .statusCode(422)
                .body(containsString("id=\"e-askEs\""));
        send(added, fields(added, "titleEs", "Una más", "askEs", "Decí algo.", "reason", "Hace falta"))
                .then()
                .statusCode(303);
    }

    @Test
    void aPublicPhaseChangesItsPlaceWithAReason() {
        String slug = published(Duration.ofDays(2));
        String second = phase(slug, 1);
        send(second + "/earlier", "reason", "").then().statusCode(422);
        send(second + "/earlier", "reason", "Así se entiende").then().statusCode(303);
        assertEquals(second, phase(slug, 0));
        assertTrue(mora.get("/setup/" + slug + "/log").text().contains("Así se entiende"));
    }

    @Test
    void aSuspendedPhaseSaysSoAndWhy() {
        Instant at = now.instant();
        Process process = Now.during(
                at.minus(Duration.ofMinutes(9)),
                () -> draft(at.minus(Duration.ofDays(1)), at.plus(Duration.ofDays(10))));
        long mora = QuarkusTransaction.requiringNew().call(SetupFlowTest::moraId);
        Phase phase = only(process);
        Now.during(at.minus(Duration.ofMinutes(5)), () -> {
            setup.publish(process.id(), "Es urgente", mora);
            return null;
        });
        Contract open = Contract.between(at.minus(Duration.ofDays(1)), at.plus(Duration.ofDays(10)));
        Now.during(
                at.minus(Duration.ofMinutes(2)),
                () -> setup.change(phase.id(), terms(phase), open.suspended(true), "Se inundó la sala", mora));
        for (String address : List.of(process.address(), process.address() + "/phases/" + phase.code())) {
            Signed.browser()
                    .get(address)
                    .then()
                    .statusCode(200)
                    .body(
                            containsString("Suspendida por ahora"),
                            containsString("Se inundó la sala"),
                            not(containsString("Abre el")));
        }
        assertTrue(
                QuarkusTransaction.requiringNew()
                        .call(() -> cards.of(List.of(Process.<Process>findById(process.id())))
                                .get(0)
                                .isComing()),
                "it is neither open nor ended, and listed all the same");
    }

    private static int terms(Phase phase) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ProcessSetup.last(phase.id()).n());
    }

    @Test
    void thePageOfAPhaseSaysItsWholeContract() {
        String page = Signed.browser()
                .get(phase("tu-distrito", 0).replace("/setup/", "/processes/"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String contract = Jsoup.parse(page).select("main dl.facts").first().text();
        for (String said : List.of(
                "Proponer, Comentar, Apoyar", "Propuestas por persona 5", "Apoyos por persona 10", "Cada pregunta")) {
            assertTrue(contract.contains(said), contract);
        }
    }

    @Test
    void peopleAreAppointedAndTheLastAdministratorStays() {
        String slug = begun("blank", Duration.ofDays(5));
        String path = "/setup/" + slug + "/with/roles";
        send(path, "who", "Nadie Conocido", "role", "MODERATOR").then().statusCode(422);
        send(path, "who", "Bruno Ejemplo", "role", "REINA").then().statusCode(422);
        send(path, "who", "Bruno Ejemplo", "role", "MODERATOR").then().statusCode(303);
        // who moderates does not administer
        Signed.in("vecino").request().get("/setup/" + slug).then().statusCode(404);
        Signed.in("vecino").request().get("/processes/" + slug).then().statusCode(404);
        String own =
                mora.get(path).select("li:contains(Mora Ejemplo) form").first().attr("action");
        send(own).then().statusCode(409);
        send(path, "who", "Bruno Ejemplo", "role", "PROCESS_ADMINISTRATOR")
                .then()
                .statusCode(303);
        Signed.in("vecino").request().get("/setup/" + slug).then().statusCode(200);
        Element brunos = mora.get(path)
                .select("li:contains(Bruno Ejemplo):contains(administra) form")
                .first();
        send(brunos.attr("action")).then().statusCode(303);
        Signed.in("vecino").request().get("/setup/" + slug).then().statusCode(404);
        String log = mora.get("/setup/" + slug + "/log").text();
        assertTrue(log.contains("Bruno Ejemplo · administra el proceso"), log);
    }

    @Test
    void whatToReadIsReachedWithItsProcess() {
        String slug = begun("template", Duration.ofDays(5));
        String path = "/setup/" + slug + "/with/reading";
        byte[] pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes();
        reading(path, "Ordenanza", "", pdf).then().statusCode(303);
        reading(path, "Enlace", "https://example.org/datos", null).then().statusCode(303);
        reading(path, "Malo", "javascript:alert(1)", null).then().statusCode(422);
        reading(path, "Ninguno", "", null).then().statusCode(422);
        reading(path, "Programa", "", "MZ no es un documento".getBytes()).then().statusCode(422);
        assertEquals(3, mora.get(path).select("input[name^=title]").size(), "a title in each language of the process");
        String file = mora.get("/processes/" + slug).select("a[href^=/files/]").attr("href");
        mora.request().get(file).then().statusCode(200);
        Signed.browser().get(file).then().statusCode(404);
        complete(slug);
        send("/setup/" + slug + "/publication", "reason", "La ordenanza lo pide ya")
                .then()
                .statusCode(303);
        Signed.browser().get(file).then().statusCode(200);
        String removal = mora.get(path).select("form[action$=/removal]").first().attr("action");
        send(removal, "reason", "").then().statusCode(422);
        send(removal, "reason", "Ya no rige").then().statusCode(303);
        Signed.browser().get(file).then().statusCode(404);
    }

    @Test
    void aFileThatIsFarTooLargeCostsNoneOfTheTypedText() throws IOException, InterruptedException {
        String slug = published(Duration.ofDays(5));
        String path = "/setup/" + slug + "/with/reading";
        List<String> fields = mora.get(path).select("form[enctype] [name]").eachAttr("name");
        assertEquals("file", fields.get(fields.size() - 1), "what comes after a file is dropped with it");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String part : List.of("titleEs\"\r\n\r\nEl mapa de todo", "reason\"\r\n\r\nHace falta")) {
            body.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"" + part + "\r\n").getBytes());
        }
        body.writeBytes(
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"mapa.pdf\"\r\n\r\n".getBytes());
        body.writeBytes(new byte[14 * 1024 * 1024]);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                                .version(HttpClient.Version.HTTP_1_1)
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .header("Sec-Fetch-Site", "same-origin")
                                .header("Cookie", "ronda-session=" + mora.session())
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(303, answer.statusCode());
        String kept = answer.headers().firstValue("Set-Cookie").orElseThrow().replaceAll("^kept=([^;]+).*", "$1");
        mora.request()
                .cookie("kept", kept)
                .get(path)
                .then()
                .statusCode(200)
                .body(
                        containsString("El mapa de todo"),
                        containsString("Hace falta"),
                        containsString("id=\"e-file\""),
                        containsString("más de 5 MB"));
    }

    private Response reading(String path, String title, String url, byte[] file) {
        RequestSpecification request = mora.request()
                .multiPart("nonce", Forms.nonce())
                .multiPart("titleEs", title)
                .multiPart("url", url)
                .multiPart("reason", "Hace falta");
        if (file != null) {
            request.multiPart("file", "ordenanza.pdf", file);
        }
        return request.post(path);
    }

    @Test
    void topicsAreAddedAndGoOnlyWhileNobodySeesThem() {
        String slug = begun("blank", Duration.ofDays(5));
        String path = "/setup/" + slug + "/with/topics";
        send(path, "titleEs", "").then().statusCode(422);
        send(path, "titleEs", "Plazas").then().statusCode(303);
        String removal = mora.get(path).select("form[action$=/removal]").attr("action");
        send(removal).then().statusCode(303);
        assertTrue(mora.get(path).select("form[action$=/removal]").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"topics", "reading", "roles", "news"})
    void whatAProcessHasIsItsAdministratorsOwn(String what) {
        String path = "/setup/tu-distrito/with/" + what;
        for (String username : List.of("vecina", "organizacion", "monitoreo", "administracion")) {
            Signed.in(username).request().get(path).then().statusCode(404);
            RequestSpecification request = Signed.in(username).request();
            (what.equals("reading")
                            ? request.multiPart("nonce", Forms.nonce())
                            : request.formParam("nonce", Forms.nonce()))
                    .post(path)
                    .then()
                    .statusCode(404);
        }
        Signed.browser().get(path).then().statusCode(303);
        mora.request().get(path).then().statusCode(200);
    }
}
