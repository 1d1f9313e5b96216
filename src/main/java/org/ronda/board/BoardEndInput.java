package org.ronda.board;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.identity.Period;
import org.ronda.kernel.PlainText;

/**
 * How a board ends.
 *
 * @param lastDay the last day that is part of it
 */
public record BoardEndInput(
        @RestForm @NotBlank String lastDay,
        @RestForm @NotBlank @Size(max = 1_000) String reason) {

    public BoardEndInput {
        lastDay = lastDay == null ? "" : lastDay.strip();
        reason = PlainText.clean(reason);
    }

    /** With the day that was set, if one was. */
    static BoardEndInput of(Board board) {
        return new BoardEndInput(board.isEnding() ? board.lastDay().toString() : "", "");
    }

    LocalDate day() {
        return Period.day("lastDay", lastDay);
    }
}
