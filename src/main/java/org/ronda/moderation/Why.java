package org.ronda.moderation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/** Why a block ends before its time. */
public record Why(@RestForm @NotBlank @Size(max = 1_000) String reason) {
    static final Why BLANK = new Why("");

    public Why {
        reason = PlainText.clean(reason);
    }
}
