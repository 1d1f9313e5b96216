package org.ronda.process;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.identity.Office;
import org.ronda.identity.Participant;
import org.ronda.kernel.Dates;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Translated;

/** Setting a process up by JSON alone. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SetupApiTest {
    private static final String ROOT = "/api/v1/setup";
    private static final ZoneId ZONE = ZoneId.of("America/Argentina/Cordoba");

    @Inject
    Now now;

    @Inject
    ProcessSetup setup;

    private static RequestSpecification as(String who) {
        return Signed.browser().auth().preemptive().basic(who, "demo").contentType("application/json");
    }

    private static RequestSpecification mora() {
        return as("moderacion");
    }

    private static String word() {
        return "api-" + Forms.nonce().replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    private String local(int days) {
        return Dates.local(now.instant().plus(Duration.ofDays(days)), ZONE);
    }

    private String begun(String from) {
        String slug = word();
        mora().body(Map.of("from", from, "title", "Un plan por JSON", "slug", slug, "start", local(5)))
                .post(ROOT)
                .then()
                .statusCode(201)
                .header("Location", containsString(ROOT + "/" + slug))
                .body("slug", equalTo(slug));
        return ROOT + "/" + slug;
    }

    private static String tag(String address) {
        return mora().get(address).then().statusCode(200).extract().header("ETag");
    }

    private static Map<String, Object> texts(String title) {
        return new HashMap<>(
                Map.of("title", title, "summary", "Un resumen.", "decided", "Esto.", "notDecided", "Aquello."));
    }

    private static Map<String, Object> frame() {
        String body = QuarkusTransaction.requiringNew()
                .call(() -> Office.<Office>findAll().firstResult().code());
        return new HashMap<>(
                Map.of("languages", List.of("es"), "body", body, "influence", "INVOLVE", "zone", ZONE.getId()));
    }

    private Map<String, Object> phase() {
        Map<String, Object> phase = new HashMap<>();
        phase.put("kind", "PROPOSALS");
        phase.put("titleEs", "Propuestas");
        phase.put("askEs", "Contá qué falta.");
        phase.put("opensAt", local(6));
        phase.put("endsAt", local(20));
        phase.put("actions", List.of("PROPOSE", "COMMENT", "SUPPORT"));
        phase.put("supportsPerVoter", 10);
        phase.put("maxLength", 4000);
        phase.put("moderation", "POST");
        phase.put("hasHiddenTally", true);
        phase.put("hasOrganisations", true);
        phase.put("promisedShare", 100);
        return phase;
    }

    /** Everything that the checklist asks for, and public. */
    private String published() {
        String at = begun("blank");
        mora().header("If-Match", tag(at))
                .body(frame())
                .put(at + "/frame")
                .then()
                .statusCode(200);
        mora().header("If-Match", tag(at))
                .body(texts("Un plan por JSON"))
                .put(at + "/texts/es")
                .then()
                .statusCode(200);
        mora().body(phase()).post(at + "/phases").then().statusCode(201);
        mora().body(Map.of("reason", "La ordenanza lo pide ya"))
                .post(at + "/publication")
                .then()
                .statusCode(200)
                .body("publishedAt", notNullValue());
        return at;
    }

    @Test
    void aProcessIsSetUpByJsonFromItsFirstWordToAnExtension() {
        String at = begun("blank");
        String slug = at.substring(ROOT.length() + 1);
        mora().get(at).then().statusCode(200).body("ready", equalTo(false)).body("publishedAt", equalTo(null));
        mora().body(Map.of("reason", "Ya")).post(at + "/publication").then().statusCode(409);
        mora().header("If-Match", tag(at))
                .body(frame())
                .put(at + "/frame")
                .then()
                .statusCode(200);
        mora().header("If-Match", tag(at))
                .body(texts("Un plan por JSON"))
                .put(at + "/texts/es")
                .then()
                .statusCode(200)
                .body("texts.es.summary", equalTo("Un resumen."));
        Response added = mora().body(phase()).post(at + "/phases");
        assertEquals(201, added.statusCode(), added.asString());
        String code = added.path("code");
        assertEquals(true, added.path("phase.hasHiddenTally"));
        assertEquals(true, added.path("phase.hasOrganisations"));
        String first = mora().body(phase()).post(at + "/phases").path("code");
        mora().post(at + "/phases/" + first + "/earlier").then().statusCode(200).body("items[0].code", equalTo(first));
        mora().delete(at + "/phases/" + first).then().statusCode(204);

        String topic = mora().body(Map.of("titleEs", "Plazas"))
                .post(at + "/with/topics")
                .path("code");
        mora().get(at + "/with/topics").then().body("items.code", hasItem(topic));
        mora().delete(at + "/with/topics/" + topic).then().statusCode(204);
        mora().get(at + "/with/topics").then().body("items", hasSize(0));
        String link = mora().body(Map.of("titleEs", "La ordenanza", "url", "https://example.org/o"))
                .post(at + "/with/reading")
                .path("code");
        mora().get(at + "/with/reading").then().body("items[0].address", equalTo("https://example.org/o"));
        mora().delete(at + "/with/reading/" + link).then().statusCode(204);
        mora().body(Map.of("titleEs", "Pronto", "bodyEs", "Algo."))
                .post(at + "/with/news")
                .then()
                .statusCode(409);

        mora().body(Map.of())
                .post(at + "/publication")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("reason"));
        Signed.given().get("/api/v1/processes/" + slug).then().statusCode(404);
        mora().body(Map.of("reason", "La ordenanza lo pide ya"))
                .post(at + "/publication")
                .then()
                .statusCode(200)
                .body("shortNoticeReason", equalTo("La ordenanza lo pide ya"));
        Signed.given().get("/api/v1/processes/" + slug).then().statusCode(200);
        mora().body(Map.of("titleEs", "Abrimos", "bodyEs", "Vengan."))
                .post(at + "/with/news")
                .then()
                .statusCode(201);
        mora().get(at + "/with/news").then().body("items[0].title.es", equalTo("Abrimos"));

        String ofPhase = at + "/phases/" + code;
        String seen = tag(ofPhase);
        mora().header("If-Match", seen)
                .body(Map.of("act", "extend", "endsAt", local(30), "reason", "Lo pidieron los barrios"))
                .post(ofPhase + "/terms")
                .then()
                .statusCode(200)
                .body("terms", hasSize(2))
                .body("terms[1].change", equalTo("EXTENDED"))
                .body("terms[1].reason", equalTo("Lo pidieron los barrios"));
        mora().header("If-Match", seen)
                .body(Map.of("act", "suspend", "reason", "Otra pestaña"))
                .post(ofPhase + "/terms")
                .then()
                .statusCode(409);
        mora().get(at + "/log").then().statusCode(200).body("items.reason", hasItem("Lo pidieron los barrios"));
        mora().get(ROOT).then().body("items.slug", hasItem(slug));
    }

    @Test
    void aPostIsCorrectedAndSaysWhatItSaidBefore() {
        String at = published();
        String code = mora().body(Map.of("titleEs", "Abrimos", "bodyEs", "El lunes."))
                .post(at + "/with/news")
                .path("code");
        String post = at + "/with/news/" + code;
        Map<String, String> words =
                Map.of("titleEs", "Abrimos", "bodyEs", "El martes.", "reason", "El lunes es feriado");
        mora().body(words).put(post).then().statusCode(428);
        String seen = mora().get(at + "/with/news").path("items[0].etag");
        mora().header("If-Match", seen)
                .body(Map.of("titleEs", "Abrimos", "bodyEs", "El martes."))
                .put(post)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("reason"));
        mora().header("If-Match", seen)
                .body(words)
                .put(post)
                .then()
                .statusCode(200)
                .body("body.es", equalTo("El martes."), "etag", not(equalTo(seen)));
        mora().header("If-Match", seen).body(words).put(post).then().statusCode(409);
        Signed.given()
                .get(at.replace("/setup/", "/processes/") + "/news?limit=1")
                .then()
                .statusCode(200)
                .body(
                        "items[0].body.es",
                        equalTo("El martes."),
                        "items[0].corrections[0].body.es",
                        equalTo("El lunes."),
                        "items[0].corrections[0].reason",
                        equalTo("El lunes es feriado"));
    }

    @Test
    void aFileToReadFirstIsSentAndReadByEverybody() {
        String at = published();
        byte[] pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes();
        file(at, "La ordenanza", "Hace falta", "MZ no es un documento".getBytes())
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("file"));
        file(at, "La ordenanza", "", pdf).then().statusCode(422).body("errors[0].field", equalTo("reason"));
        file(at, "La ordenanza", "Hace falta", null).then().statusCode(422);
        file(at, "La ordenanza", "Hace falta", pdf).then().statusCode(201);
        String address = Signed.given()
                .get(at.replace("/setup/", "/processes/") + "/reading")
                .then()
                .statusCode(200)
                .body("items[0].file", equalTo(true))
                .extract()
                .path("items[0].address");
        Signed.given().get(address).then().statusCode(200);
        int id = mora().get(at + "/with/reading").path("items[0].id");
        mora().delete(at + "/with/reading/" + id + "?reason=Ya+no+rige").then().statusCode(204);
        Signed.given().get(address).then().statusCode(404);
    }

    private static Response file(String at, String title, String reason, byte[] content) {
        RequestSpecification request = as("moderacion")
                .contentType("multipart/form-data")
                .multiPart("titleEs", title)
                .multiPart("reason", reason);
        if (content != null) {
            request.multiPart("file", "ordenanza.pdf", content);
        }
        return request.post(at + "/with/reading/files");
    }

    @Test
    void whatWasReadIsSentBackAndChangesOnlyWhatWasTouched() {
        String at = begun("template");
        String code = mora().get(at + "/phases").path("items[0].code");
        String address = at + "/phases/" + code;
        Response read = mora().get(address);
        Map<String, Object> words = new HashMap<>(read.path("phase"));
        words.put("titleEs", "Otro título");
        mora().header("If-Match", read.header("ETag"))
                .body(words)
                .put(address)
                .then()
                .statusCode(200)
                .body("phase.titleEs", equalTo("Otro título"))
                .body("phase.opensAt", equalTo(words.get("opensAt")))
                .body("terms", hasSize(1));
        assertNotEquals(read.header("ETag"), tag(address));
        mora().body(words).put(address).then().statusCode(428);
        mora().header("If-Match", read.header("ETag"))
                .body(words)
                .put(address)
                .then()
                .statusCode(409);
        String copy = word();
        mora().body(Map.of(
                        "from",
                        "copy",
                        "copyOf",
                        at.substring(ROOT.length() + 1),
                        "title",
                        "Una copia",
                        "slug",
                        copy,
                        "start",
                        local(40)))
                .post(ROOT)
                .then()
                .statusCode(201);
        mora().get(ROOT + "/" + copy + "/phases").then().body("items", hasSize(10));
    }

    @ParameterizedTest
    @CsvSource({
        "title, ''",
        "from, magic",
        "start, someday",
        "slug, x",
        "copyOf, nothing-like-it",
    })
    void aBeginningNamesWhatIsWrong(String field, String typed) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "from",
                field.equals("copyOf") ? "copy" : "template",
                "title",
                "Un plan",
                "slug",
                word(),
                "start",
                local(5)));
        body.put(field, typed);
        mora().body(body)
                .post(ROOT)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field));
    }

    @ParameterizedTest
    @CsvSource({
        "kind, PARTY",
        "titleEs, ''",
        "opensAt, tomorrow",
        "opensAt, 9999-01-01T00:00",
        "endsAt, 2001-01-01T00:00",
        "lateUntil, 2001-01-01T00:00",
        "maxLength, 5",
        "supportsPerVoter, many",
        "moderation, NEVER",
        "promisedShare, 101",
        "answersDueAt, 2001-01-01T00:00",
    })
    void aPhaseNamesWhatIsWrong(String field, String typed) {
        String at = begun("blank");
        Map<String, Object> body = phase();
        body.put(field, typed);
        mora().body(body).post(at + "/phases").then().statusCode(422).body("errors.field", hasItem(field));
        mora().get(at + "/phases").then().body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({"influence, MAGIC", "zone, Nowhere/Land", "body, no-such-office"})
    void aFrameNamesWhatIsWrong(String field, String typed) {
        String at = begun("blank");
        Map<String, Object> body = frame();
        body.put(field, typed);
        mora().header("If-Match", tag(at))
                .body(body)
                .put(at + "/frame")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem(field));
    }

    @Test
    void whatIsAddedNamesWhatIsWrong() {
        String at = begun("blank");
        mora().body(Map.of("titleEs", " "))
                .post(at + "/with/topics")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("titleEs"));
        mora().body(Map.of("titleEs", "Un enlace", "url", "javascript:alert(1)"))
                .post(at + "/with/reading")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("url"));
        mora().body(Map.of("who", "nadie-de-este-nombre", "role", "MODERATOR"))
                .post(at + "/with/roles")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("who"));
        mora().body(Map.of("titleEs", "Sin texto"))
                .post(at + "/with/news")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("bodyEs"));
        mora().body("{").post(at + "/with/topics").then().statusCode(400);
        mora().get(at + "?unknown=1").then().statusCode(400);
        mora().header("If-Match", tag(at))
                .body(texts("x"))
                .put(at + "/texts/xx")
                .then()
                .statusCode(404);
    }

    @Test
    void whoDoesNotAdministerItFindsNothing() {
        String at = begun("template");
        for (String who : List.of("vecina", "monitoreo", "administracion")) {
            as(who).get(at).then().statusCode(404);
            as(who).get(at + "/with/roles").then().statusCode(404);
            as(who).header("If-Match", "\"0\"")
                    .body(texts("Mío"))
                    .put(at + "/texts/es")
                    .then()
                    .statusCode(404);
            as(who).body(Map.of("reason", "Ya"))
                    .post(at + "/publication")
                    .then()
                    .statusCode(404);
        }
        as("vecina")
                .body(Map.of("from", "blank", "title", "Mío"))
                .post(ROOT)
                .then()
                .statusCode(404);
        Signed.browser().get(at).then().statusCode(401);
    }

    @Test
    void aRoleIsGivenAndEndedAndTheLastAdministratorStays() {
        String at = begun("blank");
        String code = QuarkusTransaction.requiringNew()
                .call(() ->
                        Participant.bySubject("administracion").orElseThrow().code());
        mora().body(Map.of("who", code, "role", "PROCESS_ADMINISTRATOR"))
                .post(at + "/with/roles")
                .then()
                .statusCode(200)
                .body("items.participant", hasItem(code));
        as("administracion").get(at).then().statusCode(200);
        List<Map<String, Object>> held = mora().get(at + "/with/roles").path("items");
        Object theirs = held.stream()
                .filter(role -> code.equals(role.get("participant")))
                .findFirst()
                .orElseThrow()
                .get("id");
        mora().delete(at + "/with/roles/" + theirs).then().statusCode(204);
        as("administracion").get(at).then().statusCode(404);
        Object own = mora().get(at + "/with/roles").path("items[0].id");
        mora().delete(at + "/with/roles/" + own).then().statusCode(409);
    }

    @Test
    void ofTwoEditsTheSecondIsToldAndTheFirstStays() {
        String at = begun("blank");
        String seen = tag(at);
        mora().header("If-Match", seen)
                .body(texts("El primero"))
                .put(at + "/texts/es")
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(seen)));
        mora().header("If-Match", seen)
                .body(texts("El segundo"))
                .put(at + "/texts/es")
                .then()
                .statusCode(409);
        mora().body(texts("El tercero")).put(at + "/texts/es").then().statusCode(428);
        mora().get(at).then().body("texts.es.title", equalTo("El primero"));
    }

    @Test
    void aRepeatedKeyHasOneEffectAndOneAnswer() {
        String key = word();
        Map<String, Object> body = Map.of("from", "blank", "title", "Una sola vez", "slug", word());
        Response first = mora().header("Idempotency-Key", key).body(body).post(ROOT);
        Response second = mora().header("Idempotency-Key", key).body(body).post(ROOT);
        assertEquals(201, first.statusCode());
        assertEquals(201, second.statusCode());
        assertEquals(first.asString(), second.asString());
        mora().header("Idempotency-Key", key)
                .body(Map.of("from", "blank", "title", "Otra cosa", "slug", word()))
                .post(ROOT)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("Idempotency-Key"));
        String at = ROOT + "/" + body.get("slug");
        String topics = at + "/with/topics";
        for (int i = 0; i < 2; i++) {
            mora().header("Idempotency-Key", key + "t")
                    .body(Map.of("titleEs", "Plazas"))
                    .post(topics)
                    .then()
                    .statusCode(201);
        }
        mora().get(topics).then().body("items", hasSize(1));
    }

    @Test
    void whatIsPublicNeedsAReasonAndKeepsWhatWasPromised() {
        String at = published();
        mora().header("If-Match", tag(at))
                .body(texts("Sin motivo"))
                .put(at + "/texts/es")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("reason"));
        String code = mora().get(at + "/phases").path("items[0].code");
        mora().delete(at + "/phases/" + code).then().statusCode(409);
        mora().body(Map.of("reason", "Ya está")).post(at + "/archive").then().statusCode(409);
    }

    @Test
    void anArchivedProcessTakesNothingMore() {
        String slug = word();
        QuarkusTransaction.requiringNew().run(() -> {
            long by = Participant.bySubject("moderacion").orElseThrow().id();
            Instant past = now.instant().minus(Duration.ofDays(40));
            Process process = setup.create(
                    slug,
                    new Process.Description(
                            Translated.of(Language.ES, "Uno viejo"),
                            Translated.EMPTY,
                            Translated.EMPTY,
                            Translated.EMPTY,
                            Translated.EMPTY,
                            null,
                            Influence.CONSULT,
                            List.of(Language.ES),
                            ZONE),
                    by);
            setup.add(
                    process.id(),
                    Phase.Kind.PROPOSALS,
                    Translated.of(Language.ES, "Propuestas"),
                    Translated.EMPTY,
                    Contract.between(past, past.plus(Duration.ofDays(9))),
                    null,
                    by);
            process.publish(past, "Para probar");
        });
        String at = ROOT + "/" + slug;
        mora().body(Map.of()).post(at + "/archive").then().statusCode(422).body("errors[0].field", equalTo("reason"));
        mora().body(Map.of("reason", "Terminó"))
                .post(at + "/archive")
                .then()
                .statusCode(200)
                .body("archivedReason", equalTo("Terminó"));
        mora().header("If-Match", tag(at))
                .body(texts("Tarde"))
                .put(at + "/texts/es")
                .then()
                .statusCode(409);
        mora().body(phase()).post(at + "/phases").then().statusCode(409);
        mora().body(Map.of("titleEs", "Plazas", "reason", "Tarde"))
                .post(at + "/with/topics")
                .then()
                .statusCode(409);
        mora().body(Map.of("reason", "Otra vez")).post(at + "/archive").then().statusCode(409);
    }
}
