package org.ronda.kernel;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Markdown that people write, as HTML that may be shown: escaped, then reduced to a few elements by a sanitiser. */
@TemplateExtension(namespace = "markdown")
public final class Markdown {
    private static final int DEEPEST = 20;
    private static final Parser PARSER =
            Parser.builder().maxOpenBlockParsers(DEEPEST).build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).softbreak("<br>\n").build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "code", "pre", "h3", "h4", "hr", "a")
            .allowElements((name, attributes) -> "h3", "h1", "h2")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .onElements("a")
            .requireRelsOnLinks("nofollow", "noopener", "ugc")
            .toFactory();

    private Markdown() {}

    /** The only place from which HTML reaches a template unescaped. */
    static RawString html(String source) {
        return new RawString(toHtml(source));
    }

    /** The beginning of a text without its marks, for cards. */
    static String excerpt(String source, int length) {
        return PlainText.excerpt(toText(source), length);
    }

    public static String toHtml(String source) {
        return POLICY.sanitize(HTML.render(parse(source)));
    }

    public static String toText(String source) {
        return TEXT.render(parse(source));
    }

    private static Node parse(String source) {
        return PARSER.parse(source == null ? "" : source);
    }
}
