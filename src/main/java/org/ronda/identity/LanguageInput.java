package org.ronda.identity;

import jakarta.validation.constraints.NotBlank;
import org.jboss.resteasy.reactive.RestForm;

/** In which language somebody is written to. */
record LanguageInput(@RestForm @NotBlank String language) {
    static LanguageInput of(Participant participant) {
        return new LanguageInput(participant.language().tag());
    }
}
