package org.ronda.moderation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/**
 * What a second look came to.
 *
 * @param outcome a {@link Decision.Outcome} in lower case
 */
public record LookInput(
        @RestForm @NotBlank String outcome,
        @RestForm @NotBlank @Size(max = 1_000) String reason) {
    static final LookInput BLANK = new LookInput("", "");

    public LookInput {
        outcome = PlainText.line(outcome);
        reason = PlainText.clean(reason);
    }
}
