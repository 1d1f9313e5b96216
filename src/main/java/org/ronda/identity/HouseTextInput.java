package org.ronda.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.Language;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Translated;

/**
 * A text of the house in the three languages.
 *
 * @param seen the number of the version that was edited
 */
record HouseTextInput(
        @RestForm @NotBlank @Size(max = 20_000) String es,
        @RestForm @NotBlank @Size(max = 20_000) String en,
        @RestForm @NotBlank @Size(max = 20_000) String fr,
        @RestForm int seen) {
    HouseTextInput {
        es = PlainText.clean(es);
        en = PlainText.clean(en);
        fr = PlainText.clean(fr);
    }

    static HouseTextInput of(HouseText text) {
        return new HouseTextInput(
                text.words().exactly(Language.ES),
                text.words().exactly(Language.EN),
                text.words().exactly(Language.FR),
                text.n());
    }

    Translated words() {
        return Translated.of(es, en, fr);
    }

    public String in(Language language) {
        return words().exactly(language);
    }
}
