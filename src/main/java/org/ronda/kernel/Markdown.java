package org.ronda.kernel;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Markdown that people write, as HTML that may be shown: escaped, then reduced to a few elements by a sanitiser. */
@TemplateExtension(namespace = "markdown")
public final class Markdown {
    private static final Parser PARSER = Parser.builder().build();
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

    private static final PolicyFactory TEXT_ONLY = new HtmlPolicyBuilder().toFactory();

    private Markdown() {}

    /** The only place from which HTML reaches a template unescaped. */
    static RawString html(String source) {
        return new RawString(toHtml(source));
    }

    /** The beginning of a text without its marks, for cards. */
    static String excerpt(String source, int length) {
        return beginning(toText(source), length);
    }

    /** The beginning of a text on one line, cut between words, with an ellipsis where it was cut. */
    public static String beginning(String text, int length) {
        String flat = text.replaceAll("\\s+", " ").strip();
        if (flat.length() <= length) {
            return flat;
        }
        int end = flat.lastIndexOf(' ', length);
        return flat.substring(0, end < length / 2 ? length : end) + "…";
    }

    public static String toHtml(String source) {
        try {
            return POLICY.sanitize(HTML.render(PARSER.parse(source == null ? "" : source)));
        } catch (StackOverflowError tooDeep) {
            // thousands of nested quotes or emphases: nobody means them, so the text is shown as it was typed
            return "<p>" + TEXT_ONLY.sanitize(source) + "</p>";
        }
    }

    public static String toText(String source) {
        try {
            return TEXT.render(PARSER.parse(source == null ? "" : source));
        } catch (StackOverflowError tooDeep) {
            return source;
        }
    }
}
