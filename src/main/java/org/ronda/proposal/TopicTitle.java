package org.ronda.proposal;

import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.Language;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Translated;
import org.ronda.process.Topic;

/** What a topic is called, in the languages of the interface. */
record TopicTitle(
        @RestForm @Size(max = 140) String titleEs,
        @RestForm @Size(max = 140) String titleEn,
        @RestForm @Size(max = 140) String titleFr) {
    TopicTitle {
        titleEs = PlainText.line(titleEs);
        titleEn = PlainText.line(titleEn);
        titleFr = PlainText.line(titleFr);
    }

    static TopicTitle of(Topic topic) {
        return new TopicTitle(
                topic.title().exactly(Language.ES),
                topic.title().exactly(Language.EN),
                topic.title().exactly(Language.FR));
    }

    Translated title() {
        return Translated.of(titleEs, titleEn, titleFr);
    }
}
