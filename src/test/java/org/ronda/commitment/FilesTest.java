package org.ronda.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.ronda.TestDatabase;
import org.ronda.kernel.Language;

/** A text is cut where its headings say, and what goes out as a file comes in again as the same clauses. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class FilesTest {
    private static Cut cut(String markdown) {
        return Cutting.of(MarkdownFile.read(markdown));
    }

    private static String said(Cut cut) {
        return cut.title() + "\n"
                + cut.clauses().stream()
                        .map(piece -> piece.kind() + "/" + piece.heading() + "/" + piece.words())
                        .collect(Collectors.joining("\n"));
    }

    @Test
    void headingsAreMatchedInAnyLanguageOfThePlatform() {
        assertEquals("""
                Una mesa única
                PROBLEM//Nadie sabe.
                STATUS_QUO//Tres mesas.
                ACTION//We open one.
                GOAL//Moins d’attente.
                RESOURCES//10 M.
                MILESTONE//Abrir la mesa
                MILESTONE//Publicar datos
                OTHER/Anexo/Más.""", said(cut("""
                                # Una mesa única
                                ## El problema
                                Nadie sabe.
                                ## 2. Situación actual
                                Tres mesas.
                                ### Commitment description
                                We open one.
                                ## OBJECTIF
                                Moins d’attente.
                                ## Presupuesto:
                                10 M.
                                ## Hitos
                                1. Abrir la mesa
                                2. Publicar datos

                                ## Anexo
                                Más.
                                """)));
    }

    @Test
    void milestonesAreHeadingsTooAndKeepWordsOfTheirOwn() {
        assertEquals("""
                T
                MILESTONE/Abrir/En marzo.
                MILESTONE/Cerrar/En mayo.
                MILESTONE/el informe/Listo.
                OTHER/Fin/Ya.""", said(cut("""
                                # T
                                ## Milestones
                                ### 1. Abrir
                                En marzo.
                                ### 2. Cerrar
                                En mayo.
                                ## Hito 3 – el informe
                                Listo.
                                ## Fin
                                Ya.
                                """)));
    }

    @Test
    void whatStandsBeforeTheFirstHeadingIsTheTitleAndAFreeClause() {
        assertEquals("Mi compromiso\nOTHER//Algo más.\nACTION//Hacer.", said(cut("""
                Mi compromiso

                Algo más.

                ## Qué se va a hacer
                Hacer.
                """)));
        assertEquals("Desde adentro\nPROBLEM//P.", said(cut("# Título\nDesde adentro\n\n# El problema\nP.")));
    }

    @Test
    void markdownBecomesPlainWordsWithLineBreaks() {
        assertEquals(
                "T\nOTHER/A/Fuerte y la guía (https://example.org/g) sigue.\n\n- uno\n  - dos\n- tres\n3. c\n4. d\n\nx | y\n1 | 2\n\ncita\n\na < b & c",
                said(
                        cut(
                                "# T\n## A\n**Fuerte** y\n[la guía](https://example.org/g) sigue.\n\n- uno\n  - dos\n- tres\n\n"
                                        + "3. c\n4. d\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n> cita\n\n<!-- nada -->\n\na &lt; b &amp; c\n")));
    }

    @Test
    void aTextNestedBeyondReasonIsReadAsItWasTyped() {
        Cut cut = cut("# T\n\n" + "> ".repeat(20_000) + "hola\n\n" + "*a **b ".repeat(5_000));
        assertTrue(cut.clauses().get(0).words().contains("hola"));
    }

    private static Printout printout(String title, Language language, List<Piece> pieces) {
        List<Printout.Item> items = new ArrayList<>();
        for (Piece piece : pieces) {
            items.add(new Printout.Item(
                    items.size() + 1,
                    Headings.of(Clause.Kind.valueOf(piece.kind()), piece.heading(), language),
                    piece.words(),
                    piece.easyRead()));
        }
        return new Printout(
                language,
                "C-00000000",
                title,
                List.of(new Printout.Fact("Código", "C-00000000")),
                items,
                List.of(new Printout.Fact("problem", "0".repeat(64))));
    }

    /** Words with all that means something in Markdown, of scripts from both sides, with marks and emoji. */
    private static Arbitrary<String> words(int most) {
        return Arbitraries.of(
                        "El problema",
                        "Problem",
                        "Hitos",
                        "Lectura fácil",
                        "Sobre este archivo",
                        "a",
                        "b",
                        "é",
                        "ñ",
                        "e\u0301",
                        "\u05e9\u05dc\u05d5\u05dd",
                        "\u0645\u0631\u062d\u0628\u0627",
                        "\uD83C\uDF33",
                        " ",
                        "  ",
                        "\t",
                        "\n",
                        "\n\n",
                        "\n\n\n",
                        "#",
                        "##",
                        "- ",
                        "* ",
                        "+ ",
                        "1. ",
                        "10) ",
                        "> ",
                        "```",
                        "~~~",
                        "`",
                        "*",
                        "_",
                        "**",
                        "[",
                        "](",
                        ")",
                        "!",
                        "<",
                        "<b>",
                        "</p>",
                        "<!--",
                        "&",
                        "&amp;",
                        "&#10;",
                        "\\",
                        "\\\n",
                        "|",
                        "---",
                        "===",
                        "    ",
                        ":",
                        ": ",
                        " – ",
                        "http://example.org",
                        "<http://example.org>",
                        "2024. ",
                        "\u00a0",
                        "\u2028",
                        "$",
                        "{",
                        "}",
                        "\"",
                        "'")
                .list()
                .ofMinSize(1)
                .ofMaxSize(most)
                .map(parts -> String.join("", parts));
    }

    private static Arbitrary<Piece> pieces() {
        return Combinators.combine(
                        Arbitraries.of(Clause.Kind.values()).filter(kind -> kind != Clause.Kind.TITLE),
                        words(6).injectNull(0.4).map(heading -> heading),
                        words(14),
                        words(8).injectNull(0.7))
                .as((kind, heading, words, easy) -> new Piece(kind.name(), heading, words, easy))
                .filter(piece -> !piece.words().isEmpty());
    }

    @Test
    void markdownOutAndInAgainGivesTheSameClauses() {
        JqwikSession.run(() -> Combinators.combine(
                        words(5).map(title -> new BeginInput(title, "", "").title())
                                .filter(title -> !title.isEmpty()),
                        Arbitraries.of(Language.values()),
                        pieces().list().ofMinSize(1).ofMaxSize(5))
                .as((title, language, pieces) -> new WholeInput(title, language.tag(), pieces))
                .sampleStream()
                .limit(5_000)
                .forEach(draft -> {
                    String written =
                            MarkdownFile.write(printout(draft.title(), draft.chosenLanguage(), draft.clauses()));
                    Cut cut = cut(written);
                    assertEquals(draft.title(), cut.title(), written);
                    assertEquals(draft.clauses(), cut.clauses(), written);
                }));
    }

    @Test
    void aDocxOutAndInAgainGivesTheSameParagraphs() throws IOException {
        List<Piece> pieces = List.of(
                new Piece("PROBLEM", "", "Nadie sabe.\nNadie pregunta.\n\nOtro párrafo.", "Fácil."),
                new Piece("MILESTONE", "", "Abrir", ""),
                new Piece("MILESTONE", "Cerrar", "\u05e9\u05dc\u05d5\u05dd e\u0301 \uD83C\uDF33", ""),
                new Piece("OTHER", "El problema", "Igual\tcon tabulador", ""));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DocxWriting.write(printout("Una mesa", Language.ES, pieces), out);
        Cut cut = Cutting.of(DocxReading.read("file", out.toByteArray()));
        assertEquals("Una mesa", cut.title());
        assertEquals(pieces, cut.clauses());
    }
}
