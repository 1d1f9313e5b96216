package org.ronda.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.comment.Comment;
import org.ronda.comment.Commenting;
import org.ronda.contribution.Contribution;
import org.ronda.identity.Office;
import org.ronda.identity.Participant;
import org.ronda.kernel.Forms;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.process.Action;
import org.ronda.process.Contract;
import org.ronda.process.Influence;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.ProcessSetup;
import org.ronda.process.Role;
import org.ronda.proposal.Proposal;
import org.ronda.proposal.Proposing;

/**
 * Every form that takes words, with every text that could do harm, in all its fields: it is taken or refused with what
 * is wrong beside the field and what was typed in it, it never breaks the application, and nothing of it runs in a page.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class HostileInputTest {
    private static final List<String> TEXTS = List.of(
            "",
            "   \u200B\u2060 ",
            "<script>alert(1)</script>",
            "\"><svg/onload=alert(1)>",
            "<img src=x onerror=alert(1)> <a href=x onclick=alert(1)>ver</a>",
            "[ver](javascript:alert(1)) [ver](JaVaScRiPt:alert(1)) <javascript:alert(1)>",
            "[ver](data:text/html;base64,PHNjcmlwdD4=) ![ver](https://elsewhere.example/x.png)",
            "[ver]: javascript:alert(1)\n\n[ver]",
            "'; drop table participant; --",
            "{page.name} {#include layout}{/include} ${7*7} {{7*7}}",
            "\u202Eal revés\u202C y \u2067aislado\u2069",
            "antes\u0000\u0007\u001B[31mdespués",
            "línea\r\nSet-Cookie: ronda-session=x",
            "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030A\u030B",
            "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67 ﷽",
            "> ".repeat(400) + "hondo",
            "[".repeat(2_000),
            "- ".repeat(1_500),
            "x".repeat(4_000),
            "y ".repeat(25_000),
            "999999999999999999999999999",
            "-1",
            "2026-02-31T25:61",
            "../../etc/passwd",
            "//elsewhere.example/");

    @Inject
    ProcessSetup setup;

    @Inject
    Proposing proposing;

    @Inject
    Commenting commenting;

    private Process process;
    private Phase phase;
    private Phase topics;
    private Proposal proposal;
    private Comment comment;
    private Proposal draft;

    @BeforeEach
    void makeAProcessForIt() {
        FreshLimits.forEverybody();
        long moderator = person("moderacion").id();
        Instant today = Instant.now();
        Now.during(today.minus(Duration.ofDays(30)), () -> {
            process = setup.create(
                    "dura-" + Forms.nonce().replaceAll("[\\W_]", "").toLowerCase(), description(), moderator);
            setup.appoint(process.id(), moderator, Role.MODERATOR, moderator);
            phase = phase(Phase.Kind.PROPOSALS, moderator, today);
            topics = phase(Phase.Kind.TOPICS, moderator, today);
            setup.publish(process.id(), null, moderator);
            return null;
        });
        Participant neighbour = person("vecino");
        proposal = proposing.publish(
                phase, "Una propuesta cualquiera", "Hace falta.", "Hacerla.", List.of(), "", "", neighbour);
        comment = commenting.say(
                "proposal:" + proposal.code(), "", "", "Un comentario cualquiera.", person("vecina"), Language.ES);
        proposing.publish(topics, "Un tema cualquiera", "Hace falta.", "", List.of(), "", "", neighbour);
        draft = proposing.publish(
                phase, "Otra propuesta, de la vecina", "Hace falta.", "Hacerla.", List.of(), "", "", person("vecina"));
    }

    @AfterEach
    void putBack() {
        QuarkusTransaction.requiringNew()
                .run(() -> Participant.bySubject("vecino").orElseThrow().unblock());
        FreshLimits.forEverybody();
    }

    private Phase phase(Phase.Kind kind, long moderator, Instant today) {
        return setup.add(
                process.id(),
                kind,
                Translated.of("Fase", "Phase", "Phase"),
                Translated.of("Decí algo.", "Say something.", "Dites quelque chose."),
                Contract.between(today.minus(Duration.ofDays(2)), today.plus(Duration.ofDays(9)))
                        .limited(new Contract.Limits(null, null, 4_000))
                        .allowing(EnumSet.of(Action.PROPOSE, Action.COMMENT, Action.SUPPORT)),
                null,
                moderator);
    }

    private static Process.Description description() {
        return new Process.Description(
                Translated.of("Prueba dura", "Hard test", "Essai dur"),
                Translated.of("Para probar.", "To try.", "Pour essayer."),
                Translated.of("Algo.", "Something.", "Quelque chose."),
                Translated.of("Nada más.", "Nothing else.", "Rien d’autre."),
                Translated.EMPTY,
                Scope.office(QuarkusTransaction.requiringNew()
                        .call(() -> Office.<Office>findAll().firstResult().id())),
                Influence.CONSULT,
                List.of(Language.ES, Language.EN, Language.FR),
                ZoneId.of("America/Argentina/Cordoba"));
    }

    private static Participant person(String username) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject(username).orElseThrow());
    }

    /** The pages with forms, and who sends them. */
    private Map<String, String> pages() {
        String setUp = "/setup/" + process.slug();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put(process.address() + "/proposals/new?phase=" + phase.code(), "vecina");
        pages.put(process.address() + "/proposals/new?phase=" + topics.code(), "vecina");
        pages.put(draft.address() + "/edit", "vecina");
        pages.put("/comments?on=proposal:" + proposal.code(), "vecina");
        pages.put("/comments/" + comment.code() + "/edit", "vecina");
        pages.put("/report/" + proposal.code(), "vecina");
        pages.put("/setup/new", "moderacion");
        pages.put(setUp + "/texts/fr", "moderacion");
        pages.put(setUp + "/frame", "moderacion");
        pages.put(setUp + "/phases/new", "moderacion");
        pages.put(setUp + "/phases/" + phase.code(), "moderacion");
        pages.put(setUp + "/phases/" + phase.code() + "/terms?act=extend", "moderacion");
        pages.put(setUp + "/with/topics", "moderacion");
        pages.put(setUp + "/with/reading", "moderacion");
        pages.put(setUp + "/with/roles", "moderacion");
        pages.put(setUp + "/with/news", "moderacion");
        pages.put(setUp + "/archive", "moderacion");
        pages.put(process.address() + "/phases/" + topics.code() + "/topics/preparation", "moderacion");
        pages.put(process.address() + "/phases/" + topics.code() + "/topics/publication", "moderacion");
        pages.put("/desk/" + process.slug() + "?at=" + comment.code(), "moderacion");
        pages.put("/desk/" + process.slug() + "/blocks/" + proposal.code(), "moderacion");
        return pages;
    }

    /** The forms of a page that take words; those with a button alone are left out. */
    private static List<Element> forms(Document page) {
        return page.select("main form[method=post]").stream()
                .filter(form -> !fields(page, form).isEmpty())
                .toList();
    }

    /** The fields that somebody types in, also where they stand outside of their form. */
    private static List<Element> fields(Document page, Element form) {
        List<Element> fields = new ArrayList<>(form.select(TYPED));
        if (form.hasAttr("id")) {
            fields.addAll(page.select("[form=" + form.id() + "]").select(TYPED));
        }
        return fields;
    }

    private static final String TYPED =
            "textarea[name], input[name]:not([type=hidden]):not([type=file]):not([type=checkbox]):not([type=radio])";

    private static Response send(Signed who, Document page, Element form, String typed, boolean isTampered) {
        RequestSpecification request = who.request()
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .defaultContentCharset(StandardCharsets.UTF_8)
                                .defaultCharsetForContentType(
                                        StandardCharsets.UTF_8, "application/x-www-form-urlencoded")));
        boolean isMultipart = form.attr("enctype").equals("multipart/form-data");
        Map<String, String> sent = new LinkedHashMap<>();
        form.select("input[type=hidden], select, input[type=radio]").forEach(field -> {
            String value = field.tagName().equals("select")
                    ? field.select("option").stream()
                            .map(Element::val)
                            .filter(option -> !option.isEmpty())
                            .findFirst()
                            .orElse("")
                    : field.val();
            sent.putIfAbsent(
                    field.attr("name"), isTampered && !field.attr("name").equals("nonce") ? typed : value);
        });
        fields(page, form).forEach(field -> sent.put(field.attr("name"), typed));
        sent.forEach((name, value) -> {
            if (isMultipart) {
                request.multiPart(new io.restassured.builder.MultiPartSpecBuilder(value)
                        .controlName(name)
                        .mimeType("text/plain")
                        .charset(StandardCharsets.UTF_8)
                        .build());
            } else {
                request.formParam(name, value);
            }
        });
        return request.post(form.attr("action"));
    }

    @Test
    void whatIsTypedNeverBreaksAnythingAndNeverRuns() {
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Map.Entry<String, String> page : pages().entrySet()) {
            Signed who = Signed.in(page.getValue());
            for (String text : TEXTS) {
                FreshLimits.forEverybody();
                Document shown = who.get(page.getKey());
                for (Element form : forms(shown)) {
                    tried++;
                    String where = page.getKey() + " " + form.attr("action") + " with "
                            + text.substring(0, Math.min(30, text.length()));
                    Response answer = send(who, shown, form, text, false);
                    judge(where, who, shown, form, text, answer, wrong);
                }
            }
        }
        assertTrue(wrong.isEmpty(), String.join("\n", wrong));
        assertTrue(tried > 400, tried + " were tried");
    }

    private static void judge(
            String where, Signed who, Document shown, Element form, String text, Response answer, List<String> wrong) {
        int status = answer.statusCode();
        if (status == 303) {
            Response next = follow(who, answer);
            if (next.statusCode() != 200) {
                wrong.add(where + ": leads to " + next.statusCode());
            }
            refuseLiving(where, Jsoup.parse(next.asString()), wrong);
            return;
        }
        if (!Set.of(422, 409).contains(status)) {
            wrong.add(where + ": " + status);
            return;
        }
        Document again = Jsoup.parse(answer.asString());
        refuseLiving(where, again, wrong);
        if (again.select(".error-summary li").isEmpty()) {
            wrong.add(where + ": nothing is said to be wrong");
        }
        for (Element field : fields(shown, form)) {
            String selector = field.tagName() + "[name=" + field.attr("name") + "]";
            boolean isKept = again.select(selector).stream()
                    .anyMatch(value -> PlainText.line(value.val()).equals(PlainText.line(text)));
            if (!isKept) {
                wrong.add(where + ": what was typed in " + field.attr("name") + " is lost");
            }
        }
    }

    private static Response follow(Signed who, Response answer) {
        Response next = answer;
        for (int steps = 0; next.statusCode() == 303 && steps < 5; steps++) {
            next = who.request()
                    .urlEncodingEnabled(false)
                    .get(next.header("Location").replaceFirst("^https?://[^/]+", ""));
        }
        return next;
    }

    /** Nothing in a page may run, or ask somebody else for anything. */
    private static void refuseLiving(String where, Document page, List<String> wrong) {
        for (Element element : page.getAllElements()) {
            boolean isScript =
                    element.tagName().equals("script") && !element.attr("src").startsWith("/assets/");
            boolean isFrame =
                    Set.of("iframe", "object", "embed", "style", "base").contains(element.tagName());
            boolean isImage =
                    element.tagName().equals("img") && !element.attr("src").startsWith("/");
            if (isScript || isFrame || isImage) {
                wrong.add(where + ": " + element.outerHtml());
            }
            element.attributes().forEach(attribute -> {
                String name = attribute.getKey();
                String value = attribute.getValue().strip().toLowerCase();
                if (name.startsWith("on")
                        || name.equals("style")
                        || Set.of("href", "src", "action").contains(name)
                                && (value.startsWith("javascript:") || value.startsWith("data:"))) {
                    wrong.add(where + ": " + attribute);
                }
            });
        }
    }

    /** What a person cannot type but send: hidden fields, options that are not there. */
    @Test
    void whatIsTamperedWithIsRefused() {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> page : pages().entrySet()) {
            Signed who = Signed.in(page.getValue());
            for (String text : List.of("x'\"<>", "-1", "99999999999999999999", "\u0000", "x".repeat(3_000))) {
                FreshLimits.forEverybody();
                Document shown = who.get(page.getKey());
                for (Element form : forms(shown)) {
                    Response answer = send(who, shown, form, text, true);
                    if (!Set.of(303, 400, 404, 409, 422).contains(answer.statusCode())) {
                        wrong.add(page.getKey() + " " + form.attr("action") + " with " + text.substring(0, 1) + ": "
                                + answer.statusCode());
                    }
                }
            }
        }
        assertTrue(wrong.isEmpty(), String.join("\n", wrong));
    }

    @Test
    void bytesThatAreNoTextAreTakenAsNone() {
        Signed who = Signed.in("vecina");
        String page = process.address() + "/proposals/new?phase=" + phase.code();
        for (String bytes : List.of("%ED%A0%80", "%C0%AE", "%FF%FE", "%F4%90%80%80", "%00", "%E2%80%AE")) {
            int status = who.request()
                    .urlEncodingEnabled(false)
                    .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .body("nonce=" + who.nonce(page) + "&phase=" + phase.code() + "&title=antes" + bytes
                            + "despues&problem=x")
                    .post(process.address() + "/proposals")
                    .statusCode();
            assertTrue(Set.of(303, 400, 422).contains(status), bytes + ": " + status);
            for (String address : List.of("/search?q=", "/api/v1/search?q=", "/processes/", "/api/v1/proposals/")) {
                int read = Signed.browser()
                        .urlEncodingEnabled(false)
                        .get(address + bytes)
                        .statusCode();
                assertTrue(Set.of(200, 400, 404, 422).contains(read), address + bytes + ": " + read);
            }
        }
    }

    @Test
    void whatCannotBeDecodedIsABadRequest() {
        Signed who = Signed.in("vecina");
        for (String bytes : List.of("%", "%zz", "%F")) {
            assertEquals(
                    400,
                    who.request()
                            .urlEncodingEnabled(false)
                            .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                            .body("title=antes" + bytes)
                            .post(process.address() + "/proposals")
                            .statusCode(),
                    bytes);
        }
    }

    /** Search takes words from everybody, in the address. */
    @Test
    void searchingForAnythingIsHarmless() {
        List<String> wrong = new ArrayList<>();
        for (String text : TEXTS) {
            if (text.length() > 5_000) {
                continue;
            }
            FreshLimits.forEverybody();
            Response answer = Signed.browser().queryParam("q", text).get("/search");
            if (!Set.of(200, 400, 414, 422).contains(answer.statusCode())) {
                wrong.add("search with " + text.substring(0, Math.min(30, text.length())) + ": " + answer.statusCode());
            }
            refuseLiving("search", Jsoup.parse(answer.asString()), wrong);
            Response list = Signed.browser().queryParam("q", text).get(process.address() + "/proposals");
            if (!Set.of(200, 400, 414, 422).contains(list.statusCode())) {
                wrong.add("list with " + text.substring(0, Math.min(30, text.length())) + ": " + list.statusCode());
            }
        }
        assertTrue(wrong.isEmpty(), String.join("\n", wrong));
        assertEquals(Contribution.State.PUBLISHED, proposal.state());
    }
}
