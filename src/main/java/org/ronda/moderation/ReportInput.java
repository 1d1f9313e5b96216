package org.ronda.moderation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/**
 * What somebody reports.
 *
 * @param rule a {@link Rule}, in lower case
 */
public record ReportInput(
        @RestForm @NotBlank String rule,
        @RestForm @Size(max = 1_000) String reason) {
    static final ReportInput BLANK = new ReportInput("", "");

    public ReportInput {
        rule = PlainText.line(rule);
        reason = PlainText.clean(reason);
    }
}
