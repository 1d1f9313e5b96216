package org.ronda.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Routes;
import org.ronda.Routes.Row;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.identity.Participant;
import org.ronda.kernel.Forms;
import org.ronda.kernel.FreshLimits;
import org.ronda.process.ProcessRole;
import org.ronda.process.Role;

/**
 * Walks every route of the application: each has a row in {@code routes.txt} that says who gets what there, forged
 * requests are refused at each that writes, and every answer has its headers. What is sent is empty, so that whoever may
 * write is told what is missing (422, 400 or 409), and nothing is changed.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RoutesTest {
    private static final List<Class<? extends Annotation>> METHODS =
            List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class);
    /** Reads no cookie, takes a signed token only, and is sent by the identity provider: there is none here. */
    private static final String PROVES_ITSELF = "POST /sign-in/ended";

    /** Reads no cookie and takes a signed address only, wherever the request comes from. */
    private static final String SIGNED_ADDRESS = "POST /unsubscribe/{token}";

    private static final Map<String, String> PERSONAS = Map.of(
            "author", "vecina",
            "resident", "vecino",
            "organisation", "organizacion",
            "moderator", "moderacion",
            "second", "administracion",
            "elsewhere", "monitoreo",
            "blocked", "vecino");

    @Inject
    EntityManager entityManager;

    @ConfigProperty(name = "quarkus.datasource.db-kind")
    String database;

    private final Map<String, String> gaps = new HashMap<>();
    private final Map<String, Signed> sessions = new HashMap<>();
    private long elsewhereRole;

    @BeforeEach
    void findRealThings() {
        FreshLimits.forEverybody();
        gap(
                "proposal",
                "select c.code from contribution c join process p on p.id = c.process_id"
                        + " join participant a on a.id = c.author_id where p.slug = 'tu-distrito' and c.kind = 'PROPOSAL'"
                        + " and c.state = 'PUBLISHED' and a.subject = 'vecina' order by c.id");

        gap(
                "phase",
                "select f.code from phase f join process p on p.id = f.process_id"
                        + " where p.slug = 'tu-distrito' and f.kind = 'PROPOSALS'");
        gap(
                "entries",
                "select f.code from phase f join process p on p.id = f.process_id"
                        + " where p.slug = 'plan-gobierno-abierto' and f.kind = 'TOPICS'");
        gap(
                "topic",
                "select t.code from topic t join process p on p.id = t.process_id"
                        + " where p.slug = 'plan-gobierno-abierto' order by t.position");
        gap(
                "decision",
                "select d.code from moderation_decision d join process p on p.id = d.process_id"
                        + " join contribution c on c.id = d.contribution_id"
                        + " where p.slug = 'tu-distrito' and d.kind = 'HIDE' and c.state = 'HIDDEN' order by d.id");
        gap(
                "news",
                "select n.code from process_news n join process p on p.id = n.process_id"
                        + " where p.slug = 'tu-distrito' order by n.id");
        gap("codes", "select l.code from code_list l where l.confirmed_at is not null order by l.id");
        gap("person", "select u.code from participant u where u.subject = 'vecina'");
        gap("receipt", "select e.receipt from ledger_event e where e.kind = 'proposal.published' order by e.id");
        gap("organisation", "select o.code from organisation o where o.name = 'Red Ejemplo'");
        gap("office", "select o.code from office o where o.valid_to is null order by o.id");
        gap("application", "select o.code from organisation o where o.state = 'APPLIED' order by o.id");
        gap(
                "mandate",
                "select m.code from mandate m join participant a on a.id = m.participant_id"
                        + " where a.subject = 'vecino' and m.slot is not null order by m.id");
        gap("board", "select b.code from board b order by b.id");
        gap(
                "commitment",
                "select m.code from commitment m join process p on p.id = m.process_id"
                        + " where p.slug = 'plan-gobierno-abierto' order by m.id");
        gap("sitting", "select s.code from sitting s order by s.id");
        gaps.put(":amendment", amendment());
        gap(
                "group",
                "select g.code from similarity_group g join process p on p.id = g.process_id"
                        + " where p.slug = 'plan-gobierno-abierto' order by g.id");
        String sits =
                " from appointment t join seat s on s.id = t.seat_id join participant a on a.id = t.participant_id"
                        + " where a.subject = 'vecino' and t.slot is not null order by t.id";
        gap("seat", "select s.code" + sits);
        gap("term", "select t.code" + sits);
        // which files there are is up to other tests; PermissionsTest asks for some of its own
        gaps.put(":file", "X-00000000");
        gaps.put(":draft", draft());
        gaps.put(":comment", comment());
        QuarkusTransaction.requiringNew().run(() -> {
            ProcessRole role = new ProcessRole(
                    Participant.bySubject("monitoreo").orElseThrow().id(),
                    ((Number) entityManager
                                    .createNativeQuery("select id from process where slug = 'plan-climatico'")
                                    .getSingleResult())
                            .longValue(),
                    Role.MODERATOR,
                    Instant.now().minusSeconds(60));
            role.persist();
            elsewhereRole = role.id();
        });
    }

    @AfterEach
    void putBack() {
        QuarkusTransaction.requiringNew().run(() -> {
            ProcessRole.deleteById(elsewhereRole);
            Participant.bySubject("vecino").orElseThrow().unblock();
        });
        FreshLimits.forEverybody();
    }

    /** What only the author reaches. */
    private String draft() {
        return mine("DRAFT")
                .findFirst()
                .orElseGet(() -> Signed.in("vecina")
                        .request()
                        .formParam("nonce", Forms.nonce())
                        .formParam("title", "Un borrador")
                        .formParam("phase", gaps.get(":phase"))
                        .post("/processes/tu-distrito/proposals")
                        .header("Location")
                        .replaceAll(".*/proposals/([^/]+)/edit", "$1"));
    }

    private Stream<String> mine(String state) {
        return entityManager
                .createNativeQuery(
                        "select c.code from contribution c join participant a on a.id = c.author_id"
                                + " where a.subject = 'vecina' and c.kind = 'PROPOSAL' and c.state = :state order by c.id",
                        String.class)
                .setParameter("state", state)
                .setMaxResults(1)
                .getResultStream();
    }

    /** A new one each time, so that nothing was done to it before. */
    private String comment() {
        return Signed.browser()
                .auth()
                .preemptive()
                .basic("vecina", "demo")
                .contentType(ContentType.JSON)
                .body(Map.of("body", "Para mirar quién llega."))
                .post("/api/v1/proposals/" + gaps.get(":proposal") + "/comments")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    private String amendment() {
        String draft = "/api/v1/commitments/" + gaps.get(":commitment");
        int version = Signed.browser().get(draft).path("version.n");
        return Signed.browser()
                .auth()
                .preemptive()
                .basic("vecina", "demo")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "clause", "problem",
                        "op", "replace",
                        "version", version,
                        "words", "Otras palabras " + gaps.get(":commitment") + Math.random(),
                        "reason", "Para mirar quién llega."))
                .post(draft + "/amendments")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    private void gap(String name, String sql) {
        gaps.put(":" + name, (String) entityManager
                .createNativeQuery(sql)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse("X-00000000"));
    }

    /** All routes of the application, as {@code METHOD /path}. */
    private static Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.ronda")) {
            if (type.isAnnotatedWith(Path.class)) {
                type.getMethods()
                        .forEach(method -> METHODS.stream()
                                .filter(method::isAnnotatedWith)
                                .map(verb ->
                                        verb.getAnnotation(HttpMethod.class).value() + " " + path(type, method))
                                .forEach(routes::add));
            }
        }
        return routes;
    }

    private static String path(JavaClass type, JavaMethod method) {
        String base = type.getAnnotationOfType(Path.class).value();
        String path = method.isAnnotatedWith(Path.class)
                ? base + "/" + method.getAnnotationOfType(Path.class).value()
                : base;
        return ("/" + path).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }

    private String filled(String address) {
        String filled = address;
        for (Map.Entry<String, String> gap : gaps.entrySet()) {
            filled = filled.replace(gap.getKey(), gap.getValue());
        }
        return filled;
    }

    private RequestSpecification as(String who, Row row) {
        if (who.equals("visitor")) {
            return Signed.browser();
        }
        String persona = PERSONAS.get(who);
        return row.isApi()
                ? Signed.browser().auth().preemptive().basic(persona, "demo")
                : sessions.computeIfAbsent(persona, Signed::in).request();
    }

    private static Response send(RequestSpecification request, Row row, String address) {
        if (!row.isSafe()) {
            if (row.takesFiles()) {
                request.multiPart("nothing", "");
            } else if (row.isApi()) {
                request.contentType(ContentType.JSON).body("{}");
            } else {
                request.contentType(ContentType.URLENC.withCharset(StandardCharsets.UTF_8))
                        .formParam("nothing", "");
            }
        }
        return request.urlEncodingEnabled(false).request(row.method(), address);
    }

    @Test
    void everyRouteHasARowAndEveryRowARoute() {
        assertEquals(
                String.join("\n", routes()),
                Routes.rows().stream().map(Row::route).sorted().collect(Collectors.joining("\n")));
    }

    /** On PostgreSQL the rights are the same code: there one column of each row is enough. */
    @Test
    void everybodyGetsWhatTheTableSays() {
        List<String> wrong = new ArrayList<>();
        for (String who : database.equals("h2") ? Routes.WHO : List.of("elsewhere")) {
            if (who.equals("blocked")) {
                QuarkusTransaction.requiringNew()
                        .run(() -> Participant.bySubject("vecino")
                                .orElseThrow()
                                .block(Instant.now().plus(Duration.ofHours(1)), "Para probar."));
            }
            for (Row row : Routes.rows()) {
                String expected = row.statusFor(who);
                if (expected.equals("-")) {
                    continue;
                }
                FreshLimits.forEverybody();
                Response answer = send(as(who, row), row, filled(row.address()));
                refuseWrongHeaders(row, who, answer, wrong);
                if (!expected.equals(String.valueOf(answer.statusCode()))) {
                    wrong.add(row.route() + " for " + who + ": " + answer.statusCode() + ", not " + expected);
                }
            }
        }
        assertTrue(wrong.isEmpty(), String.join("\n", wrong));
    }

    private static void refuseWrongHeaders(Row row, String who, Response answer, List<String> wrong) {
        String policy = String.valueOf(answer.header("Content-Security-Policy"));
        boolean isRight = policy.contains("default-src 'none'")
                && policy.contains("frame-ancestors 'none'")
                && !policy.contains("unsafe")
                && "nosniff".equals(answer.header("X-Content-Type-Options"))
                && "same-origin".equals(answer.header("Referrer-Policy"))
                && answer.header("Permissions-Policy") != null
                && "same-origin".equals(answer.header("Cross-Origin-Resource-Policy"));
        if (!isRight) {
            wrong.add(row.route() + " for " + who + ": headers " + answer.headers());
        }
        String cache = String.valueOf(answer.header("Cache-Control"));
        // the same for everybody, whoever asks
        boolean isForRobots = row.route().matches("GET /(robots\\.txt|sitemap\\.xml)");
        if (!isForRobots && !who.equals("visitor") && !cache.contains("no-store") && !cache.contains("immutable")) {
            wrong.add(row.route() + " for " + who + ": Cache-Control " + cache);
        }
        if (row.isApi()
                && answer.statusCode() >= 400
                && !String.valueOf(answer.contentType()).startsWith("application/problem+json")) {
            wrong.add(row.route() + " for " + who + ": " + answer.contentType());
        }
    }

    @Test
    void aForgedRequestIsRefusedWhereverSomethingIsWritten() {
        Signed moderator = Signed.in("moderacion");
        for (Row row : Routes.rows()) {
            if (row.isSafe()) {
                continue;
            }
            String address = filled(row.address());
            List<RequestSpecification> forged = List.of(
                    bare(moderator).header("Sec-Fetch-Site", "cross-site"),
                    bare(moderator).header("Sec-Fetch-Site", "same-site"),
                    bare(moderator).header("Origin", "https://elsewhere.example"),
                    bare(moderator).header("Origin", "null"),
                    bare(moderator),
                    RestAssured.given()
                            .redirects()
                            .follow(false)
                            .auth()
                            .preemptive()
                            .basic("moderacion", "demo")
                            .header("Origin", "https://elsewhere.example"));
            for (RequestSpecification one : forged) {
                int refused =
                        row.route().equals(PROVES_ITSELF) ? 400 : row.route().equals(SIGNED_ADDRESS) ? 404 : 403;
                assertEquals(refused, send(one, row, address).statusCode(), row.route());
            }
        }
    }

    /** A browser of old, which says nothing of where a request comes from, with the moderator's cookie. */
    private static RequestSpecification bare(Signed somebody) {
        return RestAssured.given().redirects().follow(false).cookie("ronda-session", somebody.session());
    }

    @Test
    void noRouteIsOpenToWhoeverMayNotWrite() {
        for (Row row : Routes.rows()) {
            if (!row.isSafe() && !row.route().startsWith("POST /sign-out")) {
                String visitor = row.statusFor("visitor");
                assertFalse(visitor.startsWith("2"), row.route() + " writes for a visitor");
            }
        }
    }

    @Test
    void whatNoResourceAnswersHasTheHeadersToo() {
        List<String> wrong = new ArrayList<>();
        for (String address : List.of(
                "/nothing",
                "/api/v1/nothing",
                "/assets/nothing.css",
                "/assets/ronda.css",
                "/openapi",
                "/q/health/ready")) {
            for (String method : List.of("GET", "HEAD", "POST", "DELETE")) {
                Response answer = Signed.browser().request(method, address);
                Row row = new Row(method + " " + address, address, List.of());
                refuseWrongHeaders(new Row(method, "/page", List.of()), "visitor", answer, wrong);
                if (row.isApi() && !method.equals("HEAD")) {
                    refuseWrongHeaders(row, "visitor", answer, wrong);
                }
                assertTrue(answer.statusCode() < 500, row.route() + ": " + answer.statusCode());
            }
        }
        Response english = Signed.browser().header("Accept-Language", "en").get("/api/v1/nothing");
        assertEquals(404, english.statusCode());
        assertEquals("That does not exist, or you may not see it.", english.path("detail"));
        assertTrue(Signed.browser()
                .header("Accept-Language", "fr")
                .get("/nothing")
                .asString()
                .contains("<html lang=\"fr\""));
        assertEquals(405, Signed.browser().delete("/api/v1/processes").statusCode());
        assertTrue(wrong.isEmpty(), String.join("\n", wrong));
    }
}
