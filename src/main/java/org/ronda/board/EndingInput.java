package org.ronda.board;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/** Why somebody sits there no longer. */
public record EndingInput(
        @RestForm @NotBlank @Size(max = 1_000) String reason) {
    static final EndingInput BLANK = new EndingInput("");

    public EndingInput {
        reason = PlainText.clean(reason);
    }
}
