package org.ronda.process;

import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.Language;
import org.ronda.kernel.PlainText;

/**
 * What a process says of itself, in one language. What is missing is asked for before publishing.
 *
 * @param version the version of the process that was seen
 */
record TextsInput(
        @RestForm @Size(max = 140) String title,
        @RestForm @Size(max = 1_000) String summary,
        @RestForm @Size(max = 3_000) String decided,
        @RestForm @Size(max = 3_000) String notDecided,
        @RestForm @Size(max = 6_000) String easyRead,
        @RestForm @Size(max = 1_000) String reason,
        @RestForm Long version) {
    TextsInput {
        title = PlainText.line(title);
        summary = PlainText.clean(summary);
        decided = PlainText.clean(decided);
        notDecided = PlainText.clean(notDecided);
        easyRead = PlainText.clean(easyRead);
        reason = PlainText.clean(reason);
    }

    static TextsInput of(Process process, Language language) {
        return new TextsInput(
                process.title().exactly(language),
                process.summary().exactly(language),
                process.decided().exactly(language),
                process.notDecided().exactly(language),
                process.easyRead().exactly(language),
                "",
                process.version());
    }

    Process.Description in(Language language, Process.Description before) {
        return new Process.Description(
                before.title().with(language, title),
                before.summary().with(language, summary),
                before.decided().with(language, decided),
                before.notDecided().with(language, notDecided),
                before.easyRead().with(language, easyRead),
                before.decisionBody(),
                before.influence(),
                before.languages(),
                before.zone(),
                before.minAge(),
                before.eligibility(),
                before.publicNames());
    }

    /** What the other one says where this one says something else. */
    Map<String, String> unlike(TextsInput other) {
        Map<String, String> unlike = new LinkedHashMap<>();
        put(unlike, "title", title, other.title);
        put(unlike, "summary", summary, other.summary);
        put(unlike, "decided", decided, other.decided);
        put(unlike, "notDecided", notDecided, other.notDecided);
        put(unlike, "easyRead", easyRead, other.easyRead);
        return unlike;
    }

    private static void put(Map<String, String> unlike, String field, String mine, String theirs) {
        if (!mine.equals(theirs)) {
            unlike.put(field, theirs);
        }
    }
}
