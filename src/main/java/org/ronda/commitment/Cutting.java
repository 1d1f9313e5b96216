package org.ronda.commitment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ronda.kernel.PlainText;

/**
 * Cuts a text into clauses by its headings. A heading that names a kind makes one of that kind, any other one a clause
 * with a heading of its own; under a heading of milestones each item, row or heading is one.
 */
final class Cutting {
    /** A piece while its words are collected. */
    private static final class Growing {
        final Clause.Kind kind;
        final String heading;
        final StringBuilder words = new StringBuilder();
        final StringBuilder easyRead = new StringBuilder();
        StringBuilder open = words;
        Block last;

        Growing(Clause.Kind kind, String heading) {
            this.kind = kind;
            this.heading = heading;
        }

        void add(Block block, String said) {
            if (!open.isEmpty()) {
                open.append(last != null && block.follows(last) ? "\n" : "\n\n");
            }
            open.append(said);
            last = block;
        }

        void openEasyRead() {
            open = easyRead;
            last = null;
        }

        boolean isNothing() {
            return kind == Clause.Kind.OTHER
                    && heading.isEmpty()
                    && words.toString().isBlank();
        }

        Piece piece() {
            return new Piece(kind.name(), heading, words.toString(), easyRead.toString());
        }
    }

    private final List<Block> blocks;
    private final List<Growing> pieces = new ArrayList<>();
    private String title = "";
    private Growing current;
    private boolean isTitleAsked;
    private boolean isLeftOut;
    /** The level of the heading of milestones that is open, or of none. */
    private int many = NONE;

    private static final int NONE = Integer.MAX_VALUE;
    private static final int IN_TABLE = 9;

    private Cutting(List<Block> blocks) {
        this.blocks = blocks;
    }

    static Cut of(SourceText text) {
        Cutting cutting = new Cutting(text.blocks());
        cutting.cut();
        return new Cut(
                cutting.title,
                text.changes(),
                text.comments(),
                cutting.pieces.stream()
                        .filter(piece -> !piece.isNothing())
                        .map(Growing::piece)
                        .toList());
    }

    private void cut() {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.isHeading()) {
                String heading = PlainText.line(block.text());
                if (i == 0 && isTitle(block, heading)) {
                    title = heading;
                } else if (!heading.isEmpty()) {
                    begin(block.level(), Headings.withoutNumber(heading));
                }
            } else if (!isLeftOut) {
                take(block);
            }
        }
    }

    /** One that stands alone above all others is the title, even if it is called like a kind. */
    private boolean isTitle(Block first, String heading) {
        if (first.level() == 0) {
            return true;
        }
        boolean isAlone = blocks.stream()
                        .filter(block -> block.isHeading() && block.level() <= first.level())
                        .count()
                == 1;
        return first.level() == 1
                && (isAlone || Headings.named(Headings.withoutNumber(heading)).isEmpty());
    }

    private void begin(int level, String heading) {
        Optional<Headings.Section> section = Headings.section(heading);
        isLeftOut = section.filter(Headings.Section.ABOUT::equals).isPresent();
        isTitleAsked = false;
        if (isLeftOut) {
            return;
        }
        if (section.isPresent() && current != null) {
            current.openEasyRead();
            return;
        }
        Optional<Headings.Named> named = Headings.named(heading);
        if (named.isPresent()) {
            begin(level, named.get());
        } else if (level > many) {
            open(Clause.Kind.MILESTONE, heading);
        } else {
            many = NONE;
            open(Clause.Kind.OTHER, heading);
        }
    }

    private void begin(int level, Headings.Named named) {
        if (named.kind() == Clause.Kind.TITLE) {
            many = NONE;
            if (named.own().isEmpty()) {
                isTitleAsked = true;
            } else {
                title = named.own();
            }
            current = null;
            return;
        }
        if (named.isOfMany()) {
            many = level;
            current = null;
            return;
        }
        if (level <= many) {
            many = NONE;
        }
        open(named.kind(), named.own());
    }

    private void open(Clause.Kind kind, String heading) {
        current = new Growing(kind, heading);
        pieces.add(current);
    }

    private void take(Block block) {
        if (block.cells().size() > 1) {
            Optional<Headings.Named> named = Headings.exactly(
                    Headings.withoutNumber(PlainText.line(block.cells().get(0))));
            if (named.isPresent()) {
                // a form: what it is on the left, what it says on the right
                begin(IN_TABLE, named.get());
                String said =
                        String.join("\n", block.cells().subList(1, block.cells().size()));
                takeWords(Block.paragraph(said));
                return;
            }
        }
        takeWords(block);
    }

    private void takeWords(Block block) {
        boolean isEach = block.shape() == Block.Shape.ITEM && block.level() == 0 || block.shape() == Block.Shape.ROW;
        if (isTitleAsked || pieces.isEmpty() && current == null && many == NONE && mayBeTitle(block)) {
            isTitleAsked = false;
            title = PlainText.line(block.text());
        } else if (many != NONE && (current == null || current.heading.isEmpty() && isEach)) {
            open(Clause.Kind.MILESTONE, "");
            current.add(block, block.text());
        } else {
            if (current == null) {
                open(Clause.Kind.OTHER, "");
            }
            current.add(block, block.said());
        }
    }

    private boolean mayBeTitle(Block block) {
        return title.isEmpty()
                && block.shape() == Block.Shape.PARAGRAPH
                && PlainText.line(block.text()).length() <= BeginInput.LONGEST_TITLE;
    }
}
