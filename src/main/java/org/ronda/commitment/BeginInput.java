package org.ronda.commitment;

import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.Language;
import org.ronda.kernel.PlainText;

/**
 * How a draft begins.
 *
 * @param title may be empty where it begins with one thing only, whose title it takes then
 * @param language the tag of its language of record
 * @param from the codes of what it begins with, as they were typed
 */
record BeginInput(
        @RestForm @Size(max = LONGEST_TITLE) String title,
        @RestForm String language,
        @RestForm @Size(max = 1_000) String from) {
    static final int LONGEST_TITLE = 300;

    BeginInput {
        title = PlainText.line(title);
        language = language == null ? "" : language.strip();
        from = PlainText.clean(from);
    }

    Language chosenLanguage() {
        return Language.of(language)
                .orElseThrow(() -> Drafting.invalid("language", CommitmentMessages::languageNotOfProcess));
    }
}
