package org.ronda.process;

import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/** An act that needs nothing but a reason. */
record ReasonInput(@RestForm @Size(max = 1_000) String reason) {
    static final ReasonInput BLANK = new ReasonInput("");

    ReasonInput {
        reason = PlainText.clean(reason);
    }
}
