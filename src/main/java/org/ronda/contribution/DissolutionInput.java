package org.ronda.contribution;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/** Why a group is dissolved, as everybody reads it. */
record DissolutionInput(
        @RestForm @NotBlank @Size(max = 1_000) String reason) {
    DissolutionInput {
        reason = PlainText.clean(reason);
    }
}
