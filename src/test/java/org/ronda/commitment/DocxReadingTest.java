package org.ronda.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ronda.commitment.Docx.item;
import static org.ronda.commitment.Docx.p;
import static org.ronda.commitment.Docx.r;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ronda.TestDatabase;
import org.ronda.kernel.Language;
import org.ronda.kernel.Refused;

/** What is read from a Word file, and which files are refused. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DocxReadingTest {
    private static Cut cut(String body) {
        return Cutting.of(DocxReading.read("file", Docx.of(body).bytes()));
    }

    private static String said(Cut cut) {
        return cut.title() + "\n"
                + cut.clauses().stream()
                        .map(piece -> piece.kind() + "/" + piece.heading() + "/" + piece.words())
                        .collect(Collectors.joining("\n"));
    }

    private static void refused(byte[] content, Function<CommitmentMessages, String> reason) {
        Refused refused = assertThrows(Refused.class, () -> DocxReading.read("file", content));
        assertEquals("file", refused.field());
        assertEquals(reason.apply(Drafting.words(Language.ES)), refused.in(Language.ES));
    }

    @Test
    void headingsListsAndTablesAreReadByTheirStyles() {
        assertEquals(
                """
                Una mesa
                PROBLEM//Uno.
                otra línea

                - a
                - b
                1. c
                2. d
                ACTION//Propio.
                MILESTONE//Abrir
                MILESTONE//Cerrar
                OTHER/Anexo/x | y
                GOAL//Menos espera
                y más.
                RESOURCES//En negrita.""",
                said(cut(p("Ttulo", "Una mesa") + p("Indice", "El problema ... 3") + p("Ttulo1", "1. El problema")
                        + "<w:p><w:r><w:t>Uno.</w:t><w:br/><w:t>otra línea</w:t></w:r></w:p>" + item(1, "a")
                        + item(1, "b")
                        + item(2, "c") + item(2, "d") + p("Propio", "Qué se va a hacer") + p("", "Propio.")
                        + p("Ttulo2", "Hitos") + item(2, "Abrir") + item(2, "Cerrar") + p("Ttulo1", "Anexo")
                        + "<w:tbl><w:tr><w:tc>" + p("", "x") + "</w:tc><w:tc>" + p("", "y") + "</w:tc></w:tr>"
                        + "<w:tr><w:tc>" + p("", "Objetivo") + "</w:tc><w:tc>" + p("", "Menos espera") + p("", "y más.")
                        + "</w:tc></w:tr></w:tbl>"
                        + "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Presupuesto:</w:t></w:r></w:p>"
                        + p("", "En negrita."))));
    }

    @Test
    void trackedChangesAreTakenAsAcceptedAndCounted() {
        Cut cut = cut(p("Ttulo", "T") + p("Ttulo1", "El problema")
                + "<w:p>" + r("Nadie ") + "<w:del w:id=\"1\"><w:r><w:delText>supo</w:delText></w:r></w:del>"
                + "<w:ins w:id=\"2\">" + r("sabe") + "</w:ins>" + r(" nada")
                + "<w:moveFrom w:id=\"3\">" + r(" movido") + "</w:moveFrom></w:p>"
                + "<w:p><w:pPr><w:rPr><w:del w:id=\"4\"/></w:rPr></w:pPr>" + r("Un párrafo") + "</w:p>"
                + p("", " que sigue.") + "<w:p><w:r><w:commentReference w:id=\"0\"/></w:r>" + r("Fin.") + "</w:p>");
        assertEquals("T\nPROBLEM//Nadie sabe nada\n\nUn párrafo que sigue.\n\nFin.", said(cut));
        assertEquals(4, cut.changes());
        assertEquals(1, cut.comments());
    }

    @Test
    void wordsInBoxesFieldsAndControlsAreReadOnce() {
        assertEquals(
                "T\nPROBLEM//Antes\nEn caja\n\nCampo 5\n\nControl",
                said(cut(p("Ttulo", "T") + p("Ttulo1", "El problema")
                        + "<w:p>" + r("Antes") + "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>"
                        + p("", "En caja")
                        + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
                        + p("", "En caja") + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
                        + "<w:p>" + r("Campo ") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + r("5") + "</w:p>"
                        + "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>" + p("", "Control")
                        + "</w:sdtContent></w:sdt>")));
    }

    @Test
    void scriptsFromTheRightAndMarksComeThroughAsTyped() {
        String words = "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \uD83C\uDF33 q\u0307";
        assertEquals(
                words + " \u00e9",
                cut(p("Ttulo", "T") + p("Ttulo1", "El problema") + p("", words + " e\u0301"))
                        .clauses()
                        .get(0)
                        .words());
    }

    @Test
    void macrosAreRefused() {
        refused(Docx.of(p("", "a")).with("word/vbaProject.bin", "x").bytes(), CommitmentMessages::fileMacros);
        refused(
                Docx.document("<a/>", "application/vnd.ms-word.document.macroEnabled.main+xml")
                        .bytes(),
                CommitmentMessages::fileMacros);
    }

    @Test
    void whatIsNoDocxIsRefused() throws Exception {
        refused(Docx.of(p("", "a")).locked(), CommitmentMessages::fileLocked);
        refused(Docx.old(), CommitmentMessages::fileOld);
        refused("hola".getBytes(), CommitmentMessages::fileNotDocx);
        refused(new byte[100], CommitmentMessages::fileNotDocx);
        refused(
                Docx.document("<a/>", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
                        .bytes(),
                CommitmentMessages::fileNotDocx);
        byte[] whole = Docx.of(p("", "a")).bytes();
        refused(Arrays.copyOf(whole, whole.length / 2), CommitmentMessages::fileBroken);
        refused(Docx.document("<w:document", MAIN).bytes(), CommitmentMessages::fileBroken);
    }

    private static final String MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    @Test
    void entitiesAreNeitherResolvedNorExpanded() {
        String open =
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p>"
                        + "<w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>";
        refused(
                Docx.document("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + open, MAIN)
                        .bytes(),
                CommitmentMessages::fileBroken);
        String laughs = IntStream.range(1, 40)
                .mapToObj(i -> "<!ENTITY x" + i + " \"&x" + (i - 1) + ";&x" + (i - 1) + ";\">")
                .collect(Collectors.joining());
        refused(
                Docx.document("<!DOCTYPE a [<!ENTITY x0 \"ja\">" + laughs + "<!ENTITY x \"&x39;\">]>" + open, MAIN)
                        .bytes(),
                CommitmentMessages::fileBroken);
    }

    @Test
    void whatUnpacksIntoFarMoreThanATextIsRefusedBeforeItDoes() {
        refused(Docx.of(p("", " ".repeat(20_000_000))).bytes(), CommitmentMessages::fileUnpacksTooLarge);
        Docx many = Docx.of(p("", "a"));
        for (int i = 0; i < 60; i++) {
            many.with("word/media/" + i + ".bin", new byte[1_000_000]);
        }
        refused(many.bytes(), CommitmentMessages::fileUnpacksTooLarge);
        Docx parts = Docx.of(p("", "a"));
        for (int i = 0; i < 2_100; i++) {
            parts.with("word/media/" + i + ".bin", "x");
        }
        refused(parts.bytes(), CommitmentMessages::fileUnpacksTooLarge);
        refused(
                Docx.of("<w:sdt>".repeat(5_000) + p("", "a") + "</w:sdt>".repeat(5_000))
                        .bytes(),
                CommitmentMessages::fileBroken);
    }

    @Test
    void aFileThatWasHitByChanceIsReadOrRefusedAndNothingElse() {
        byte[] whole = Docx.of(p("Ttulo", "T") + p("Ttulo1", "El problema") + p("", "Nadie sabe."))
                .bytes();
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] hit = whole.clone();
            for (int n = 0; n <= i % 5; n++) {
                hit[random.nextInt(hit.length)] = (byte) random.nextInt();
            }
            try {
                Cutting.of(DocxReading.read("file", hit));
            } catch (Refused expected) {
                refused++;
            }
        }
        assertTrue(refused > 100, refused + " refused");
    }

    @Test
    void fiveHundredClausesAreReadInNoTime() {
        String body = p("Ttulo", "T")
                + IntStream.range(0, 499)
                        .mapToObj(i -> p("Ttulo1", "Cláusula " + i) + p("", "Palabra ".repeat(120)))
                        .collect(Collectors.joining());
        byte[] content = Docx.of(body).bytes();
        Instant from = Instant.now();
        assertEquals(
                499, Cutting.of(DocxReading.read("file", content)).clauses().size());
        assertTrue(Duration.between(from, Instant.now()).toSeconds() < 5);
    }
}
