package org.ronda.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/**
 * Who shall give the mandates of an organisation that nobody holds any more, and why.
 *
 * @param who a participant's code or public name
 */
record RescueInput(
        @RestForm @NotBlank @Size(max = 80) String who,
        @RestForm @NotBlank @Size(max = 80) String title,
        @RestForm @NotBlank @Size(max = 1_000) String reason) {
    static final RescueInput BLANK = new RescueInput("", "", "");

    RescueInput {
        who = PlainText.line(who);
        title = PlainText.line(title);
        reason = PlainText.clean(reason);
    }
}
