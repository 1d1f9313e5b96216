package org.ronda.process;

import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/** A topic, in the languages of the interface. */
record TopicInput(
        @RestForm @Size(max = 140) String titleEs,
        @RestForm @Size(max = 140) String titleEn,
        @RestForm @Size(max = 140) String titleFr,
        @RestForm @Size(max = 1_000) String reason) {
    static final TopicInput BLANK = new TopicInput("", "", "", "");

    TopicInput {
        titleEs = PlainText.line(titleEs);
        titleEn = PlainText.line(titleEn);
        titleFr = PlainText.line(titleFr);
        reason = PlainText.clean(reason);
    }
}
