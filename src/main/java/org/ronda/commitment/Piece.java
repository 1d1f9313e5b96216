package org.ronda.commitment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.ronda.kernel.PlainText;

/**
 * A part of a text that is brought in whole, before it is a clause.
 *
 * @param kind the name of a {@link Clause.Kind}, of any but the title
 * @param heading its own, or empty for that of its kind
 * @param easyRead the same in easy words, or empty
 */
public record Piece(
        @NotBlank String kind,
        @Size(max = ClauseInput.LONGEST_HEADING) String heading,
        @Size(max = ClauseInput.LONGEST) String words,
        @Size(max = ClauseInput.LONGEST_EASY) String easyRead) {
    public Piece {
        kind = kind == null ? "" : kind.strip();
        heading = PlainText.line(heading);
        words = PlainText.clean(words);
        easyRead = PlainText.clean(easyRead);
    }

    static Piece of(Clause.Kind kind) {
        return new Piece(kind.name(), "", "", "");
    }

    ClauseText.Wording wording() {
        return new ClauseText.Wording(heading, words, easyRead);
    }
}
