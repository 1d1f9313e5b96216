package org.ronda.board;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/** Why the end of a board is taken back. */
public record BoardResumptionInput(
        @RestForm @NotBlank @Size(max = 1_000) String reason) {
    static final BoardResumptionInput BLANK = new BoardResumptionInput("");

    public BoardResumptionInput {
        reason = PlainText.clean(reason);
    }
}
