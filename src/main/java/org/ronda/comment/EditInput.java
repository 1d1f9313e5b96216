package org.ronda.comment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.WholeNumber;

/**
 * Other words for a comment.
 *
 * @param version the one that the author saw
 */
record EditInput(
        @RestForm @NotBlank @Size(max = 20_000) String body,
        @RestForm @WholeNumber String version) {
    EditInput {
        body = PlainText.clean(body);
        version = version == null ? "" : version;
    }
}
