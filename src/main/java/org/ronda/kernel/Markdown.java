package org.ronda.kernel;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Markdown that people write, as HTML that may be shown: HTML in it is escaped, and what the renderer makes is reduced
 * to a few elements by a sanitiser. Pages write {@code {#markdown text /}}, the one place with raw output.
 */
public final class Markdown {
    /** Deeper nesting of quotes, lists or emphasis is nobody's thought; such a text is shown as it was typed. */
    private static final int DEEPEST = 40;

    /** We do not vouch for what people link to. Written by the renderer, as the sanitiser's order is another in each run. */
    private static final String REL = "nofollow noopener ugc";

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br>\n")
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (node instanceof Link && isAllowed(attributes.get("href"))) {
                    attributes.put("rel", REL);
                }
            })
            .build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "code", "pre", "hr", "a")
            // the page has its own headings above these
            .allowElements((name, attributes) -> name.equals("h1") ? "h3" : "h4", "h1", "h2", "h3", "h4", "h5", "h6")
            .allowAttributes("start")
            .matching((element, attribute, value) -> value.matches("[0-9]{1,9}") ? value : null)
            .onElements("ol")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .matching((element, attribute, value) -> isAllowed(value) ? value : null)
            .onElements("a")
            .allowAttributes("rel")
            .matching(true, REL)
            .onElements("a")
            .toFactory();

    private Markdown() {}

    /** Only this reaches a template unescaped. */
    @TemplateExtension(namespace = "markdown")
    static RawString html(Object source) {
        return new RawString(toHtml(source == null ? "" : source.toString()));
    }

    /** HTML of about fifteen elements, without images, scripts, styles or addresses other than web and mail. */
    public static String toHtml(String source) {
        return POLICY.sanitize(HTML.render(parsed(source)));
    }

    /** The words without their marks, for the search index and for excerpts. */
    public static String toText(String source) {
        Node document = parsed(source);
        document.accept(new LinksAsWords());
        return TEXT.render(document).strip();
    }

    private static boolean isAllowed(String address) {
        return address.matches("(?is)(https?://|mailto:).*");
    }

    private static Node parsed(String source) {
        Node document;
        try {
            document = PARSER.parse(source);
        } catch (StackOverflowError tooDeep) {
            // it joins the texts within emphasis by recursion, as deep as that is nested
            return asTyped(source);
        }
        if (isTooDeep(document)) {
            return asTyped(source);
        }
        document.accept(new ImagesAsLinks());
        return document;
    }

    /** Walks without recursion, which a hostile text would exhaust. */
    private static boolean isTooDeep(Node document) {
        int depth = 0;
        Node node = document;
        while (node != null) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                if (depth > DEEPEST) {
                    return true;
                }
            } else {
                while (node != null && node.getNext() == null) {
                    node = node.getParent();
                    depth--;
                }
                node = node == null ? null : node.getNext();
            }
        }
        return false;
    }

    private static Node asTyped(String source) {
        Node document = new Document();
        for (String block : List.of(source.split("\n\\s*\n"))) {
            Node paragraph = new Paragraph();
            paragraph.appendChild(new Text(block));
            document.appendChild(paragraph);
        }
        return document;
    }

    /** A page asks nobody else for anything: what somebody wrote as a picture becomes a link to it. */
    private static class ImagesAsLinks extends AbstractVisitor {
        @Override
        public void visit(Image image) {
            visitChildren(image);
            Node shown = isInLink(image) ? new Emphasis() : linkTo(image);
            while (image.getFirstChild() != null) {
                shown.appendChild(image.getFirstChild());
            }
            if (shown.getFirstChild() == null) {
                shown.appendChild(new Text(image.getDestination()));
            }
            image.insertAfter(shown);
            image.unlink();
        }

        private static Link linkTo(Image image) {
            return new Link(image.getDestination(), image.getTitle());
        }

        private static boolean isInLink(Node node) {
            for (Node above = node.getParent(); above != null; above = above.getParent()) {
                if (above instanceof Link) {
                    return true;
                }
            }
            return false;
        }
    }

    private static class LinksAsWords extends AbstractVisitor {
        @Override
        public void visit(Link link) {
            visitChildren(link);
            while (link.getFirstChild() != null) {
                link.insertBefore(link.getFirstChild());
            }
            link.unlink();
        }
    }
}
