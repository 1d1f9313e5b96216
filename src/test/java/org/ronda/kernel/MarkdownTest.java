package org.ronda.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    private static final Set<String> ELEMENTS =
            Set.of("p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "code", "pre", "h3", "h4", "hr", "a");

    private static void assertHarmless(String html) {
        for (Element element :
                Jsoup.parseBodyFragment(html).body().getAllElements().not("body")) {
            assertTrue(ELEMENTS.contains(element.tagName()), element.outerHtml());
            for (Attribute attribute : element.attributes()) {
                switch (element.tagName() + " " + attribute.getKey()) {
                    case "a href" ->
                        assertTrue(attribute.getValue().matches("(?is)(https?://|mailto:).*"), element.outerHtml());
                    case "a rel" ->
                        assertEquals(
                                Set.of("nofollow", "noopener", "ugc"),
                                Set.of(attribute.getValue().split(" ")));
                    case "ol start" -> assertTrue(attribute.getValue().matches("[0-9]+"));
                    default -> throw new AssertionError(element.outerHtml());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "<iframe src=javascript:alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java\tscript:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](vbscript:msgbox)",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](//evil.example)",
                "[x](/sign-out)",
                "[x](file:///etc/passwd)",
                "![x](javascript:alert(1))",
                "![x](https://evil.example/pixel.gif)",
                "[![x](https://a.example/i.png)](https://b.example)",
                "<javascript:alert(1)>",
                "<https://example.org/\" onmouseover=\"alert(1)>",
                "[x](https://example.org \"title\\\" onclick=alert(1)\")",
                "[x]: javascript:alert(1)\n[x]",
                "`<script>`",
                "```html\" onclick=\"x\n<script>\n```",
                "<style>*{display:none}</style>",
                "<!--<script>-->",
                "<![CDATA[<script>]]>",
                "<form action=/sign-out method=post><button>x</button></form>",
                "<details open ontoggle=alert(1)>",
                "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
                "{#raw}{page.secret}{/raw}",
                "\u0000<script>alert(1)</script>",
                "<scr\u0000ipt>alert(1)</script>",
                "\uD800<b>",
                "99999999999. x"
            })
    void hostileTextIsHarmless(String hostile) {
        assertHarmless(Markdown.toHtml(hostile));
        Markdown.toText(hostile);
    }

    @Property(tries = 400)
    void anyMixOfMarksIsHarmless(@ForAll("mixes") String source) {
        assertHarmless(Markdown.toHtml(source));
    }

    @Provide
    Arbitrary<String> mixes() {
        Arbitrary<String> pieces = Arbitraries.of(
                "<",
                ">",
                "\"",
                "'",
                "script",
                "javascript:",
                "http://a.b",
                "[",
                "]",
                "(",
                ")",
                "!",
                "*",
                "_",
                "`",
                "\n",
                "> ",
                "- ",
                "1. ",
                "#",
                "&",
                ";",
                "&#x3c;",
                "onerror=",
                "=",
                " ",
                "\\",
                "<a href=",
                "<!--",
                "style",
                "\t");
        return pieces.list().ofMaxSize(40).map(all -> String.join("", all));
    }

    @Test
    void theMarksOfEverydayWork() {
        assertEquals(
                "<h3>Uno</h3><p><strong>a</strong> <em>b</em><br />c</p><ul><li>d</li></ul>",
                Markdown.toHtml("# Uno\n\n**a** *b*\nc\n\n- d").replace("\n", ""));
    }

    @Test
    void linksSayThatWeDoNotVouchForThem() {
        Element link = Jsoup.parseBodyFragment(Markdown.toHtml("[sitio](https://example.org/a?b=1&c=2)"))
                .selectFirst("a");
        assertEquals("https://example.org/a?b=1&c=2", link.attr("href"));
        assertEquals("nofollow noopener ugc", link.attr("rel"));
    }

    @Test
    void aPictureOfAnotherSiteIsALink() {
        Element body = Jsoup.parseBodyFragment(Markdown.toHtml("![la plaza](https://example.org/p.jpg)"))
                .body();
        assertEquals(
                "la plaza",
                body.selectFirst("a[href=https://example.org/p.jpg]").text());
    }

    @Test
    void htmlIsShownAsItWasTyped() {
        assertEquals(
                "a <b>c</b>",
                Jsoup.parseBodyFragment(Markdown.toHtml("a <b>c</b>")).text());
    }

    @Test
    void endlessNestingEndsSoon() {
        for (String opening :
                new String[] {"> ", "- ", "[", "*a **b ", "<b>", "(", "`", "![", "1. ", "&", "<!", "\\"}) {
            assertTimeout(
                    Duration.ofSeconds(5), () -> assertHarmless(Markdown.toHtml(opening.repeat(10_000))), opening);
        }
        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertHarmless(Markdown.toHtml("*a **b ".repeat(3000) + "b** a*".repeat(3000))));
    }

    /** How deep the parser gets is up to how much of it is compiled: here it is not deep at all. */
    @Test
    void whatIsNestedDeeperThanTheStackIsShownAsTyped() throws Exception {
        String nested = "*a **b ".repeat(3000) + "b** a*".repeat(3000);
        Markdown.toHtml("*warm*");
        CompletableFuture<String> shown = new CompletableFuture<>();
        Thread shallow = new Thread(
                null,
                () -> {
                    try {
                        shown.complete(Markdown.toHtml(nested));
                    } catch (Throwable failed) {
                        shown.completeExceptionally(failed);
                    }
                },
                "shallow",
                256 * 1024);
        shallow.start();
        assertHarmless(shown.get(10, TimeUnit.SECONDS));
        assertTrue(shown.join().contains("*a **b *a **b"), "as typed");
    }

    @Test
    void theTextHasNoMarks() {
        assertEquals("Uno dos tres", Excerpt.ofMarkdown("# Uno\n\n**dos** [tres](https://example.org)", 50));
    }

    @Test
    void anExcerptEndsBetweenWords() {
        assertEquals("uno dos…", Excerpt.of("uno dos tres", 9));
        assertEquals("uno dos tres", Excerpt.of(" uno\n dos tres ", 12));
        assertEquals("aaaaa…", Excerpt.of("a".repeat(20), 5));
        assertEquals("a…", Excerpt.of("a😀😀😀", 2));
    }
}
