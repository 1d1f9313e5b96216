package org.ronda.proposal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.WholeNumber;

/**
 * What a moderator says that the latest version really is.
 *
 * @param change "correction" or "meaning"
 * @param version of the proposal that the moderator read
 */
record ChangeInput(
        @RestForm @NotBlank @Pattern(regexp = "correction|meaning")
        String change,

        @RestForm @NotBlank @Size(max = 1_000) String reason,
        @RestForm @NotBlank @WholeNumber String version) {
    static final ChangeInput BLANK = new ChangeInput("", "", "");

    ChangeInput {
        change = PlainText.line(change);
        reason = PlainText.clean(reason);
        version = PlainText.line(version);
    }

    boolean isMeaning() {
        return change.equals("meaning");
    }
}
