package org.ronda.moderation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.WholeNumber;

/** For how many days a participant may not write, by which rule and why. */
public record BlockInput(
        @RestForm @NotBlank String rule,

        @RestForm @NotBlank @WholeNumber(min = 1, max = BlockInput.LONGEST)
        String days,

        @RestForm @NotBlank @Size(max = 1_000) String reason) {
    static final int LONGEST = 180;
    static final BlockInput BLANK = new BlockInput("", "7", "");

    public BlockInput {
        rule = PlainText.line(rule);
        days = PlainText.line(days);
        reason = PlainText.clean(reason);
    }
}
