package org.ronda.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/**
 * Why an organisation ends.
 *
 * @param successor the code of the one that it ends in, or empty
 */
record EndInput(
        @RestForm @NotBlank @Size(max = 1_000) String reason,
        @RestForm @Size(max = 20) String successor) {
    static final EndInput BLANK = new EndInput("", "");

    EndInput {
        reason = PlainText.clean(reason);
        successor = PlainText.line(successor);
    }
}
