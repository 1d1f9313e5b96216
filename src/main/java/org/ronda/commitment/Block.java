package org.ronda.commitment;

import java.util.List;

/**
 * A part of a text as its file has it, before anybody knows what it is for.
 *
 * @param level of a heading, 0 for the title of the whole; of an item, how deep its list is, from 0
 * @param mark what stands before an item, such as {@code "- "}; else empty
 * @param cells of a row of a table; else empty
 */
record Block(Shape shape, int level, String mark, String text, List<String> cells) {
    enum Shape {
        HEADING,
        PARAGRAPH,
        ITEM,
        ROW
    }

    static Block heading(int level, String text) {
        return new Block(Shape.HEADING, level, "", text, List.of());
    }

    static Block paragraph(String text) {
        return new Block(Shape.PARAGRAPH, 0, "", text, List.of());
    }

    static Block item(int level, String mark, String text) {
        return new Block(Shape.ITEM, level, mark, text, List.of());
    }

    static Block row(List<String> cells) {
        return new Block(Shape.ROW, 0, "", String.join(" | ", cells), cells);
    }

    boolean isHeading() {
        return shape == Shape.HEADING;
    }

    /** Its words as they stand in a clause: an item with its mark. */
    String said() {
        return "  ".repeat(shape == Shape.ITEM ? level : 0) + mark + text;
    }

    /** Whether nothing but a line break parts it from the one before. */
    boolean follows(Block before) {
        return before.shape == shape && (shape == Shape.ITEM || shape == Shape.ROW);
    }
}
