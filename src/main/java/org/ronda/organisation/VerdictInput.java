package org.ronda.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/**
 * What becomes of an application, and why.
 *
 * @param verdict "accept" or "refuse"
 */
record VerdictInput(
        @RestForm @NotBlank @Pattern(regexp = "accept|refuse")
        String verdict,

        @RestForm @NotBlank @Size(max = 1_000) String reason) {
    static final VerdictInput BLANK = new VerdictInput("", "");

    VerdictInput {
        verdict = verdict == null ? "" : verdict.strip();
        reason = PlainText.clean(reason);
    }
}
