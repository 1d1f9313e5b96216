package org.ronda.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/** An interest that an organisation states in public. */
record InterestInput(@RestForm @NotBlank @Size(max = 1_000) String text) {
    static final InterestInput BLANK = new InterestInput("");

    InterestInput {
        text = PlainText.clean(text);
    }
}
