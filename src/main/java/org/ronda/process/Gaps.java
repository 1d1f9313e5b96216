package org.ronda.process;

import org.ronda.kernel.Language;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Translated;
import org.ronda.kernel.Wording;

/** What publishing asked for, a public process keeps: its texts in each of its languages, and who decides. */
final class Gaps {
    private Gaps() {}

    /** Whether public or not, a process has a title. */
    static void refuse(Process process, Process.Description after) {
        if (after.title().isEmpty()) {
            throw Refused.invalid("title", language -> words(language).titleMissing());
        }
        if (!process.isPublic()) {
            return;
        }
        if (after.decisionBody() == null && process.decisionBody().isPresent()) {
            throw Refused.invalid("body", language -> words(language).bodyMissing());
        }
        for (Language spoken : after.languages()) {
            boolean isNew = !process.languages().contains(spoken);
            refuse(isNew ? "languages" : "title", spoken, isNew, process.title(), after.title());
            refuse(isNew ? "languages" : "summary", spoken, isNew, process.summary(), after.summary());
            refuse(isNew ? "languages" : "decided", spoken, isNew, process.decided(), after.decided());
            refuse(isNew ? "languages" : "notDecided", spoken, isNew, process.notDecided(), after.notDecided());
            if (isNew) {
                refuseUntranslated(process, spoken);
            }
        }
    }

    private static void refuseUntranslated(Process process, Language spoken) {
        for (Phase phase : Phase.of(process)) {
            if (!phase.title().has(spoken) || !phase.ask().has(spoken)) {
                throw Refused.invalid(
                        "languages",
                        language -> words(language)
                                .phaseTextMissing(phase.title().in(language).text(), spoken.ownName()));
            }
        }
    }

    /** @param before what the phase said, or a sketch without words when it is a new one */
    static void refuse(Process process, Phase.Sketch before, Phase.Sketch after) {
        if (process.isPublic()) {
            for (Language spoken : process.languages()) {
                boolean isNew = before.title().isEmpty();
                refuse(PhaseInput.field("title", spoken), spoken, isNew, before.title(), after.title());
                refuse(PhaseInput.field("ask", spoken), spoken, isNew, before.ask(), after.ask());
            }
        }
    }

    private static void refuse(String field, Language spoken, boolean isNew, Translated before, Translated after) {
        if (!after.has(spoken) && (isNew || before.has(spoken))) {
            throw Refused.invalid(field, language -> words(language).textMissing(spoken.ownName()));
        }
    }

    private static SetupMessages words(Language language) {
        return Wording.of(SetupMessages.class, language);
    }
}
