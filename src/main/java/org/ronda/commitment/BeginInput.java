package org.ronda.commitment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.Language;
import org.ronda.kernel.PlainText;

/**
 * How a draft begins.
 *
 * @param language the tag of its language of record
 */
record BeginInput(
        @RestForm @NotBlank @Size(max = LONGEST_TITLE) String title,
        @RestForm String language) {
    static final int LONGEST_TITLE = 300;

    BeginInput {
        title = PlainText.line(title);
        language = language == null ? "" : language.strip();
    }

    Language chosenLanguage() {
        return Language.of(language)
                .orElseThrow(() -> Drafting.invalid("language", CommitmentMessages::languageNotOfProcess));
    }
}
