package org.ronda.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/** Why the end of an office is taken back. */
public record ResumptionInput(
        @RestForm @NotBlank @Size(max = 1_000) String reason) {
    static final ResumptionInput BLANK = new ResumptionInput("");

    public ResumptionInput {
        reason = PlainText.clean(reason);
    }
}
