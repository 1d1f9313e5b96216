package org.ronda.proposal;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.Language;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Translated;

/**
 * Entries that belong together.
 *
 * @param entries their codes
 * @param topic the code of the topic that they are put into, or empty for a new one with this title
 * @param then "out" to take them out of the topic
 */
record GatheringInput(
        @RestForm @Size(max = 500) List<String> entries,
        @RestForm String topic,
        @RestForm @Size(max = 140) String titleEs,
        @RestForm @Size(max = 140) String titleEn,
        @RestForm @Size(max = 140) String titleFr,
        @RestForm String then) {
    static final GatheringInput BLANK = new GatheringInput(null, null, null, null, null, null);

    GatheringInput {
        entries = entries == null ? List.of() : entries.stream().distinct().toList();
        topic = topic == null ? "" : topic.strip();
        titleEs = PlainText.line(titleEs);
        titleEn = PlainText.line(titleEn);
        titleFr = PlainText.line(titleFr);
        then = then == null ? "" : then;
    }

    Translated title() {
        return Translated.of(titleEs, titleEn, titleFr);
    }

    /** The title in a language, and the name of its field. */
    public String title(Language language) {
        return title().exactly(language);
    }

    public String field(Language language) {
        return switch (language) {
            case ES -> "titleEs";
            case EN -> "titleEn";
            case FR -> "titleFr";
        };
    }

    boolean isTakingOut() {
        return then.equals("out");
    }

    public boolean has(String entry) {
        return entries.contains(entry);
    }
}
