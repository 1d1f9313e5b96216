package org.ronda.commitment;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/**
 * A draft as Markdown. Read, it is plain words: a link keeps its address, emphasis goes, items and rows are lines.
 * Written, it reads back letter by letter.
 */
final class MarkdownFile {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final MarkdownRenderer RENDERER = MarkdownRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .build();

    private MarkdownFile() {}

    static SourceText read(String source) {
        List<Block> blocks = new ArrayList<>();
        try {
            add(blocks, PARSER.parse(source), 0);
        } catch (StackOverflowError tooDeep) {
            // quotes or emphasis within one another, as nobody writes them; shown as it was typed
            blocks.clear();
            for (String paragraph : source.split("\n\\s*\n")) {
                blocks.add(Block.paragraph(paragraph));
            }
        }
        return new SourceText(blocks, 0, 0);
    }

    private static void add(List<Block> blocks, Node parent, int depth) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                blocks.add(Block.heading(heading.getLevel(), words(node)));
            } else if (node instanceof ListBlock list) {
                addItems(blocks, list, depth);
            } else if (node instanceof TableBlock) {
                addRows(blocks, node);
            } else if (node instanceof Paragraph) {
                blocks.add(Block.paragraph(words(node)));
            } else if (node instanceof FencedCodeBlock code) {
                blocks.add(Block.paragraph(code.getLiteral()));
            } else if (node instanceof IndentedCodeBlock code) {
                blocks.add(Block.paragraph(code.getLiteral()));
            } else if (node instanceof HtmlBlock html) {
                addHtml(blocks, html.getLiteral());
            } else if (!(node instanceof ThematicBreak)) {
                add(blocks, node, depth);
            }
        }
    }

    private static void addItems(List<Block> blocks, ListBlock list, int depth) {
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof ListItem) {
                addItem(blocks, item, list instanceof BulletList ? "- " : number++ + ". ", depth);
            }
        }
    }

    private static void addItem(List<Block> blocks, Node item, String mark, int depth) {
        List<Block> within = new ArrayList<>();
        add(within, item, depth + 1);
        StringBuilder own = new StringBuilder();
        int next = 0;
        while (next < within.size() && within.get(next).shape() != Block.Shape.ITEM) {
            own.append(own.isEmpty() ? "" : "\n").append(within.get(next++).text());
        }
        blocks.add(Block.item(depth, mark, own.toString()));
        blocks.addAll(within.subList(next, within.size()));
    }

    private static void addRows(List<Block> blocks, Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof TableRow) {
                List<String> cells = new ArrayList<>();
                for (Node cell = child.getFirstChild(); cell != null; cell = cell.getNext()) {
                    if (cell instanceof TableCell) {
                        cells.add(words(cell));
                    }
                }
                blocks.add(Block.row(cells));
            } else {
                addRows(blocks, child);
            }
        }
    }

    private static void addHtml(List<Block> blocks, String html) {
        if (!html.stripLeading().startsWith("<!--")) {
            blocks.add(Block.paragraph(html));
        }
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        addWords(words, node);
        return words.toString();
    }

    private static void addWords(StringBuilder words, Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Text text) {
                words.append(text.getLiteral());
            } else if (node instanceof Code code) {
                words.append(code.getLiteral());
            } else if (node instanceof SoftLineBreak) {
                words.append(' ');
            } else if (node instanceof HardLineBreak) {
                words.append('\n');
            } else if (node instanceof HtmlInline html) {
                words.append(html.getLiteral().matches("(?i)<br\\s*/?>") ? "\n" : "");
            } else {
                int from = words.length();
                addWords(words, node);
                if (node instanceof Link link) {
                    addAddress(words, words.substring(from), link.getDestination());
                }
            }
        }
    }

    private static void addAddress(StringBuilder words, String named, String address) {
        boolean isSaid = named.equals(address) || ("mailto:" + named).equals(address);
        if (!isSaid && address.matches("(?is)(https?://|mailto:).*")) {
            words.append(" (").append(address).append(')');
        }
    }

    static String write(Printout printout) {
        Document document = new Document();
        heading(document, 1, printout.title());
        about(document, printout.words().aboutDraft(), printout.facts());
        for (Printout.Item item : printout.items()) {
            heading(document, 2, item.n() + ". " + item.heading());
            words(document, item.words());
            if (!item.easyRead().isEmpty()) {
                heading(document, 3, printout.words().easyRead());
                words(document, item.easyRead());
            }
        }
        about(document, printout.words().aboutFile(), printout.foot());
        return RENDERER.render(document);
    }

    private static void about(Node document, String heading, List<Printout.Fact> facts) {
        heading(document, 2, heading);
        BulletList list = new BulletList();
        list.setMarker("-");
        list.setTight(true);
        for (Printout.Fact fact : facts) {
            ListItem item = new ListItem();
            Paragraph line = new Paragraph();
            line.appendChild(new Text(fact.label() + ": " + fact.value()));
            item.appendChild(line);
            list.appendChild(item);
        }
        document.appendChild(list);
    }

    private static void heading(Node document, int level, String text) {
        Heading heading = new Heading();
        heading.setLevel(level);
        text(heading, text);
        document.appendChild(heading);
    }

    private static void words(Node document, String words) {
        for (String part : words.split("\n\n", -1)) {
            if (part.isEmpty()) {
                // more line breaks in a row than part two paragraphs
                Node last = document.getLastChild();
                if (last instanceof Paragraph) {
                    last.appendChild(entity('\n'));
                    last.appendChild(entity('\n'));
                }
                continue;
            }
            Paragraph paragraph = new Paragraph();
            lines(paragraph, part);
            document.appendChild(paragraph);
        }
    }

    private static void lines(Paragraph paragraph, String part) {
        String[] lines = part.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                boolean isPlain = !lines[i - 1].isEmpty() && !lines[i].isEmpty();
                paragraph.appendChild(isPlain ? new HardLineBreak() : entity('\n'));
            }
            text(paragraph, lines[i]);
        }
    }

    /** Spaces at the ends of a line, and tabs, would not be read back. */
    private static void text(Node parent, String line) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            boolean isAtEnd = i == 0 || i == line.length() - 1;
            // and the renderer leaves a fence of tildes, or a plus of a list, as it is
            boolean isKept = Character.isWhitespace(letter) && (letter != ' ' || isAtEnd)
                    || i == 0 && "~+=".indexOf(letter) >= 0;
            if (isKept) {
                flush(parent, plain);
                parent.appendChild(entity(letter));
            } else {
                plain.append(letter);
            }
        }
        flush(parent, plain);
    }

    private static void flush(Node parent, StringBuilder plain) {
        if (!plain.isEmpty()) {
            parent.appendChild(new Text(plain.toString()));
            plain.setLength(0);
        }
    }

    /** A letter by its number: what it would mean as Markdown is not read into it. */
    private static HtmlInline entity(char letter) {
        HtmlInline entity = new HtmlInline();
        entity.setLiteral("&#" + (int) letter + ";");
        return entity;
    }
}
