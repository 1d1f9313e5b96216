package org.ronda.commitment;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ronda.commitment.Docx.p;
import static org.ronda.commitment.Docx.r;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.identity.Participant;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Language;
import org.ronda.process.Process;

/** Drafts come in from files and go out as files, by the pages and by the API. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DraftFilesFlowTest {
    private static final String PLAN = "/processes/plan-gobierno-abierto";
    private static final String IMPORT = PLAN + "/commitments/import";
    private static final String API = "/api/v1" + PLAN + "/commitments";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String HEBREW = "\u05e9\u05dc\u05d5\u05dd";
    private static final String ARABIC = "\u0645\u0631\u062d\u0628\u0627";

    @Inject
    Drafting drafting;

    @Inject
    Releasing releasing;

    private Signed mora;
    private long moderator;
    private long process;

    @BeforeEach
    void signIn() {
        FreshLimits.forEverybody();
        mora = Signed.in("moderacion");
        moderator = QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject("moderacion").orElseThrow().id());
        process = QuarkusTransaction.requiringNew()
                .call(() -> Process.<Process>find("slug", "plan-gobierno-abierto")
                        .firstResult()
                        .id());
    }

    private Response upload(String name, byte[] content) {
        return mora.request()
                .multiPart("language", "es")
                .multiPart("file", name, content)
                .post(IMPORT);
    }

    private static void refused(Response answer, String said) {
        assertEquals(422, answer.statusCode());
        Document page = Jsoup.parse(answer.asString());
        assertEquals(said, page.select("#e-file").text());
        assertEquals("true", page.select("#f-file").attr("aria-invalid"));
        assertTrue(page.select(".error-summary a[href=#f-file]").text().contains(said));
    }

    /** What a browser sends of the form, as a person changed it. */
    private Response send(Document preview, Map<String, String> changed, String... others) {
        RequestSpecification request = mora.request();
        Element form = preview.select("form[action$=/import/draft]").first();
        int n = 0;
        for (Element field : form.select("[name]")) {
            String name = field.attr("name");
            if (field.attr("type").equals("radio") && !field.hasAttr("checked")
                    || field.tagName().equals("button")) {
                continue;
            }
            String id = field.id().isEmpty() ? name : field.id();
            String value = field.tagName().equals("select")
                    ? field.select("option[selected]").attr("value")
                    : field.tagName().equals("textarea") ? field.wholeText().replaceFirst("^\n", "") : field.val();
            request.multiPart(name, changed.getOrDefault(id, value), "text/plain;charset=UTF-8");
            n++;
        }
        assertTrue(n > 4, n + " fields");
        for (int i = 0; i < others.length; i += 2) {
            request.multiPart(others[i], others[i + 1]);
        }
        return request.post(form.attr("action"));
    }

    private static List<String> said(Document work) {
        return work.select("article .clause").stream()
                .map(clause -> clause.id() + "/" + clause.select("h2").text() + "/"
                        + clause.select("p.text").text())
                .toList();
    }

    @Test
    void aWordFileIsLookedAtCorrectedAndBegun() {
        Document form = mora.get(IMPORT);
        assertEquals(1, form.select("input[type=file]").size());
        assertEquals(
                IMPORT,
                mora.get(PLAN + "/commitments/new").select("section a.button").attr("href"));
        byte[] file = Docx.of(p("Ttulo", "Una mesa única") + p("Ttulo1", "El problema") + p("", "Nadie sabe.")
                        + p("Ttulo1", "Anexo") + p("", "Borrame.") + p("Ttulo1", "Qué se va a hacer")
                        + p("", "Una mesa.")
                        + p("Ttulo1", "Y también") + "<w:p><w:ins w:id=\"1\">" + r(HEBREW + " e\u0301 \uD83C\uDF33")
                        + "</w:ins><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>")
                .bytes();
        Document preview = Jsoup.parse(
                upload("borrador.docx", file).then().statusCode(200).extract().asString());
        assertEquals(4, preview.select("ol.plain > li").size());
        assertTrue(preview.select("[role=status]").text().contains("1 cambio marcado"), preview.text());
        assertTrue(preview.select("[role=status]").text().contains("1 comentario"));
        assertEquals("Una mesa única", preview.select("#f-title").val());
        assertEquals(
                "PROBLEM",
                preview.getElementById("f-clauses[0].kind").select("[selected]").val());

        Response empty = send(preview, Map.of("f-title", " "));
        assertEquals(422, empty.statusCode());
        Document again = Jsoup.parse(empty.asString());
        assertEquals(
                "Nadie sabe.",
                again.getElementById("f-clauses[0].words").wholeText().strip());
        assertTrue(again.select("[role=status]").text().contains("1 cambio marcado"), "is still said");

        Response joined = send(
                again,
                Map.of("f-title", "Una mesa", "f-clauses[1].kind", "LEFT_OUT", "f-clauses[3].kind", "JOINED"),
                "again",
                "true");
        Document shown = Jsoup.parse(joined.then().statusCode(200).extract().asString());
        assertEquals(2, shown.select("ol.plain > li").size());
        Response begun = send(shown, Map.of("f-clauses[0].heading", "Lo que pasa"));
        assertEquals(303, begun.statusCode(), begun.asString());
        assertEquals(
                List.of(
                        "title/Título/Una mesa",
                        "problem/Lo que pasa/Nadie sabe.",
                        "action/Qué se va a hacer/Una mesa. Y también " + HEBREW + " \u00e9 \uD83C\uDF33"),
                said(mora.get(begun.header("Location").replaceFirst("^https?://[^/]+", ""))));
    }

    @Test
    void aPieceThatIsTooLongIsShownWithItsErrorAndNothingIsLost() {
        String markdown = "# T\n\n## El problema\n\n" + "a".repeat(20_001) + "\n\n## Qué se va a hacer\n\nAlgo.\n\n## "
                + "b".repeat(150) + "\n\nc";
        Document preview = Jsoup.parse(mora.request()
                .multiPart("language", "es")
                .multiPart("markdown", markdown, "text/plain;charset=UTF-8")
                .post(IMPORT)
                .then()
                .statusCode(200)
                .extract()
                .asString());
        Response answer = send(preview, Map.of());
        assertEquals(422, answer.statusCode());
        Document page = Jsoup.parse(answer.asString());
        assertTrue(page.getElementById("e-clauses[0].words").text().contains("20.000"));
        assertTrue(page.getElementById("e-clauses[2].heading").text().contains("140"));
        assertEquals(2, page.select(".error-summary a").size());
        assertEquals(
                20_001,
                page.getElementById("f-clauses[0].words").wholeText().strip().length());
        assertEquals(
                303,
                send(page, Map.of("f-clauses[0].kind", "LEFT_OUT", "f-clauses[2].heading", "b"))
                        .statusCode());
    }

    @Test
    void whatIsNoTextIsRefusedBesideTheField() throws Exception {
        CommitmentMessages words = Drafting.words(Language.ES);
        refused(upload("a.docx", new byte[0]), "El archivo está vacío.");
        refused(upload("a.docx", "hola".getBytes()), words.fileNotDocx());
        refused(upload("a.md", Docx.of(p("", "a")).bytes()), words.fileNotText());
        refused(upload("a.md", "año".getBytes(StandardCharsets.ISO_8859_1)), words.fileNotText());
        refused(upload("a.txt", "\n \n".getBytes()), words.nothingToImport());
        refused(upload("a.pdf", "%PDF-1.7".getBytes()), words.fileOtherKind());
        refused(upload("a.doc", Docx.old()), words.fileOld());
        refused(upload("a.docx", Docx.old()), words.fileOld());
        refused(upload("a.docx", Docx.of(p("", "a")).locked()), words.fileLocked());
        refused(upload("a.docm", Docx.of(p("", "a")).bytes()), words.fileMacros());
        refused(
                upload(
                        "a.docx",
                        Docx.of(p("", "a")).with("word/vbaProject.bin", "x").bytes()),
                words.fileMacros());
        refused(upload("a.docx", Docx.of("").bytes()), words.nothingToImport());
        refused(
                upload("a.md", "a".repeat(5 * 1024 * 1024 + 1).getBytes()),
                "El archivo pesa más de 5 MB. Elegí uno más liviano.");
        refused(upload("a.md", "a".repeat(500_001).getBytes()), words.sourceTooLong("500.000"));
        refused(upload("a.md", "## x\n\na\n\n".repeat(500).getBytes()), words.tooManyClauses(500));
        Response nothing = mora.request()
                .multiPart("language", "es")
                .multiPart("markdown", " ")
                .post(IMPORT);
        assertEquals(422, nothing.statusCode());
        assertEquals(
                words.nothingToImport(),
                Jsoup.parse(nothing.asString()).select("#e-markdown").text());
        Response other = mora.request()
                .multiPart("language", "zh")
                .multiPart("markdown", "# Hola")
                .post(IMPORT);
        assertEquals(422, other.statusCode());
        assertEquals(
                "# Hola",
                Jsoup.parse(other.asString())
                        .select("#f-markdown")
                        .first()
                        .wholeText()
                        .strip());
    }

    @Test
    void whoWasSignedOutMeanwhileLosesNothingOfIt() {
        Response sent = Signed.browser()
                .header("Referer", RestAssured.baseURI + ":" + RestAssured.port + IMPORT)
                .formParam("title", "Guardado")
                .formParam("language", "es")
                .formParam("as", "PROBLEM", "OTHER")
                .formParam("heading", "", "Anexo")
                .formParam("words", "Nadie sabe.", "Más.")
                .formParam("easyRead", "", "")
                .post(IMPORT + "/draft");
        assertEquals(303, sent.statusCode());
        Document page = Jsoup.parse(
                mora.request().cookie("kept", sent.cookie("kept")).get(IMPORT).asString());
        assertEquals("Guardado", page.select("#f-title").val());
        assertEquals("Anexo", page.getElementById("f-clauses[1].heading").val());
    }

    @Test
    void aTextOfFiveHundredClausesGoesInAndOutInReasonableTime() throws IOException {
        String markdown = "# Quinientas " + UUID.randomUUID() + "\n\n"
                + IntStream.range(0, 499)
                        .mapToObj(i -> "## Cláusula número " + i + "\n\n" + "Ñandú é ".repeat(100) + "\n\n")
                        .collect(Collectors.joining());
        Instant from = Instant.now();
        Document preview = Jsoup.parse(upload("largo.md", markdown.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertEquals(499, preview.select("ol.plain > li").size());
        Response begun = send(preview, Map.of());
        assertEquals(303, begun.statusCode());
        String code = begun.header("Location").replaceFirst(".*/commitments/([^/]+)/work", "$1");
        assertTrue(Duration.between(from, Instant.now()).toSeconds() < 60, "in");
        QuarkusTransaction.requiringNew().run(() -> releasing.publish(code, drafting.seen(code), "", moderator));
        for (String format : List.of("md", "docx", "pdf")) {
            from = Instant.now();
            byte[] content =
                    download(code, format).then().statusCode(200).extract().asByteArray();
            long seconds = Duration.between(from, Instant.now()).toSeconds();
            assertTrue(
                    content.length > 20_000 && seconds < 30, format + ": " + content.length + " in " + seconds + " s");
        }
        assertEquals(
                499,
                Cutting.of(DocxReading.read("file", download(code, "docx").asByteArray()))
                        .clauses()
                        .size());
    }

    private static Response download(String code, String format) {
        return Signed.browser().get("/commitments/" + code + "/versions/1." + format);
    }

    private static String asModerator(Object body, int status, String path) {
        return Signed.browser()
                .auth()
                .preemptive()
                .basic("moderacion", "demo")
                .contentType(ContentType.JSON)
                .body(body)
                .post(API)
                .then()
                .statusCode(status)
                .extract()
                .path(path);
    }

    private static Map<String, String> clause(String kind, String heading, String words) {
        return Map.of("kind", kind, "heading", heading, "words", words, "easyRead", "");
    }

    private String published(String title) {
        String code = asModerator(
                Map.of(
                        "title",
                        title,
                        "language",
                        "es",
                        "clauses",
                        List.of(
                                clause("PROBLEM", "", "Nadie sabe.\nNi pregunta.\n\nOtro párrafo: *así* y <b>así</b>."),
                                clause("ACTION", "Qué, quién y cuándo", "Una mesa única, año 2027. L’été à Noël."),
                                clause("OTHER", "", HEBREW + " " + ARABIC),
                                Map.of("kind", "MILESTONE", "words", "Abrir", "easyRead", "Abrimos."))),
                201,
                "code");
        QuarkusTransaction.requiringNew().run(() -> releasing.publish(code, drafting.seen(code), "", moderator));
        return code;
    }

    @Test
    void programsSeeHowATextIsCutAndBeginTheDraft() {
        Signed.browser()
                .auth()
                .preemptive()
                .basic("moderacion", "demo")
                .multiPart(
                        "file",
                        "a.docx",
                        Docx.of(p("Ttulo", "T") + p("Ttulo1", "Hito 1: abrir") + p("", "Ya."))
                                .bytes())
                .post(API + "/preview")
                .then()
                .statusCode(200)
                .body("title", equalTo("T"))
                .body("changes", equalTo(0))
                .body("clauses[0].kind", equalTo("MILESTONE"))
                .body("clauses[0].heading", equalTo("abrir"))
                .body("clauses[0].words", equalTo("Ya."));
        Signed.browser()
                .auth()
                .preemptive()
                .basic("moderacion", "demo")
                .formParam("markdown", "# Uno\n\n## El problema\n\nAlgo.")
                .post(API + "/preview")
                .then()
                .statusCode(200)
                .body("clauses.size()", equalTo(1));
        Signed.browser()
                .auth()
                .preemptive()
                .basic("moderacion", "demo")
                .multiPart("file", "a.docx", "hola".getBytes())
                .post(API + "/preview")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("file"));
        assertEquals(
                "clauses[1].kind",
                asModerator(
                        Map.of(
                                "title",
                                "T",
                                "language",
                                "es",
                                "clauses",
                                List.of(clause("PROBLEM", "", "a"), clause("TITLE", "", "b"))),
                        422,
                        "errors[0].field"));
        assertEquals(
                "clauses[0].words",
                asModerator(
                        Map.of(
                                "title",
                                "T",
                                "language",
                                "es",
                                "clauses",
                                List.of(clause("PROBLEM", "", "a".repeat(20_001)))),
                        422,
                        "errors[0].field"));
        assertEquals("language", asModerator(Map.of("title", "T", "language", "zh"), 422, "errors[0].field"));
        assertEquals(
                "clauses",
                asModerator(
                        Map.of(
                                "title",
                                "T",
                                "language",
                                "es",
                                "clauses",
                                Collections.nCopies(500, clause("OTHER", "", "a"))),
                        422,
                        "errors[0].field"));
    }

    @Test
    void theSameBodyUnderTheSameKeyBeginsOneDraft() {
        Map<String, Object> body = Map.of("title", "Una vez", "language", "es", "clauses", List.of());
        List<String> codes = new ArrayList<>();
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            codes.add(Signed.browser()
                    .auth()
                    .preemptive()
                    .basic("moderacion", "demo")
                    .header("Idempotency-Key", key)
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post(API)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("code"));
        }
        assertEquals(codes.get(0), codes.get(1));
    }

    @Test
    void markdownHasTheWordsTheFactsAndTheHashesOfTheLedger() {
        String code = published("Mesa *única*");
        Response answer = download(code, "md");
        assertEquals("text/markdown;charset=UTF-8", answer.contentType());
        assertEquals("attachment; filename=\"" + code + "-1.md\"", answer.header("Content-Disposition"));
        String text = answer.asString();
        String hash = Signed.browser().get("/api/v1/commitments/" + code).path("clauses[1].sha256");
        for (String part : List.of(
                "# Mesa \\*única\\*",
                code,
                "Versión: 1, pública",
                "/commitments/" + code + "/versions/1",
                "CC BY 4.0",
                "problem: " + hash)) {
            assertTrue(text.contains(part), part + " is not in " + text);
        }
        Cut cut = Cutting.of(MarkdownFile.read(text));
        assertEquals("Mesa *única*", cut.title());
        assertEquals(
                List.of("PROBLEM", "ACTION", "OTHER", "MILESTONE"),
                cut.clauses().stream().map(Piece::kind).toList());
        assertEquals("Abrimos.", cut.clauses().get(3).easyRead());
        assertTrue(cut.clauses().get(0).words().endsWith("*así* y <b>así</b>."));
    }

    @Test
    void aDocxOpensWithItsHeadings() throws IOException {
        String code = published("Mesa en Word");
        Response answer = download(code, "docx");
        assertEquals(DOCX, answer.contentType());
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(answer.asByteArray()))) {
            assertEquals("Title", document.getParagraphs().get(0).getStyle());
            assertTrue(document.getParagraphs().stream()
                    .anyMatch(one ->
                            "Heading1".equals(one.getStyle()) && one.getText().equals("1. El problema")));
            assertTrue(document.getParagraphs().stream()
                    .anyMatch(one -> one.getText().equals("Nadie sabe.\nNi pregunta.")));
        }
    }

    @Test
    void aPdfIsTaggedAndHasItsLettersWithin() throws IOException {
        String code = published("Mesa en PDF");
        byte[] content = download(code, "pdf")
                .then()
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (PDDocument pdf = Loader.loadPDF(content)) {
            assertTrue(pdf.getDocumentCatalog().getMarkInfo().isMarked());
            assertEquals("es", pdf.getDocumentCatalog().getLanguage());
            assertEquals("Mesa en PDF", pdf.getDocumentInformation().getTitle());
            assertTrue(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8)
                    .contains("pdfuaid"));
            assertFalse(
                    pdf.getDocumentCatalog().getStructureTreeRoot().getKids().isEmpty());
            assertTrue(pdf.getDocumentCatalog().getDocumentOutline().hasChildren());
            for (var name : pdf.getPage(0).getResources().getFontNames()) {
                PDFont font = pdf.getPage(0).getResources().getFont(name);
                assertTrue(font.isEmbedded() && font.getName().contains("DejaVu"), font.getName());
            }
            String text = new PDFTextStripper().getText(pdf);
            for (String part : List.of("1. El problema", "año 2027. L’été à Noël.", HEBREW, code, "CC BY 4.0")) {
                assertTrue(text.contains(part), part + " is not in " + text);
            }
            assertTrue(Normalizer.normalize(text, Normalizer.Form.NFKC).contains(ARABIC), text);
        }
    }

    @Test
    void onlyWhatIsPublicIsDownloaded() {
        String code = asModerator(Map.of("title", "Nadie", "language", "es"), 201, "code");
        assertEquals(404, download(code, "md").statusCode());
        assertEquals(
                404,
                mora.request().get("/commitments/" + code + "/versions/1.pdf").statusCode());
        assertEquals(
                404, Signed.browser().get("/commitments/" + code + "/sheets").statusCode());
        String shown = published("Todos");
        assertEquals(404, download(shown, "exe").statusCode());
        assertEquals(
                404,
                Signed.browser().get("/commitments/" + shown + "/versions/2.md").statusCode());
        assertEquals(
                404,
                Signed.browser().get("/commitments/" + shown + "/versions/x.md").statusCode());
        Document page =
                Jsoup.parse(Signed.browser().get("/commitments/" + shown).asString());
        assertEquals(
                List.of("docx", "pdf", "md"),
                page.select("a[download]").eachAttr("href").stream()
                        .map(href -> href.replaceFirst(".*/versions/1\\.", ""))
                        .toList());
    }

    @Test
    void aSheetHasEachClauseWithACodeThatLeadsToItsForm() {
        String code = published("En papel");
        Document page = Jsoup.parse(
                Signed.browser().get("/commitments/" + code + "/sheets").asString());
        assertEquals(4, page.select(".sheet").size());
        assertEquals("1. El problema", page.select(".sheet h2").first().text());
        assertFalse(page.text().contains("Abrimos."));
        assertTrue(Signed.browser()
                .get("/commitments/" + code + "/sheets?easy=true")
                .asString()
                .contains("Abrimos."));
        String drawn = page.select("#milestone img").attr("src");
        Signed.browser()
                .get(drawn)
                .then()
                .statusCode(200)
                .body(containsString("/commitments/" + code + "/clauses/milestone<"));
        String path = drawn.replaceFirst(".*of=", "");
        assertTrue(Signed.browser()
                .get(path)
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .endsWith("/commitments/" + code + "?clause=milestone#say"));
        assertEquals(
                404,
                Signed.browser()
                        .get("/commitments/" + code + "/clauses/nothing")
                        .statusCode());
    }
}
