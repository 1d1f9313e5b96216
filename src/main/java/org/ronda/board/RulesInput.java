package org.ronda.board;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.Language;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Translated;
import org.ronda.kernel.WholeNumber;

/**
 * The next version of a board's rules.
 *
 * @param seen the number of the version that it takes the place of
 */
record RulesInput(
        @RestForm @NotBlank @Size(max = 20_000) String es,
        @RestForm @NotBlank @Size(max = 20_000) String en,
        @RestForm @NotBlank @Size(max = 20_000) String fr,

        @RestForm @NotBlank @WholeNumber(min = 1, max = 100_000)
        String seen) {
    RulesInput {
        es = PlainText.clean(es);
        en = PlainText.clean(en);
        fr = PlainText.clean(fr);
        seen = PlainText.line(seen);
    }

    static RulesInput of(BoardRules rules) {
        return new RulesInput(
                rules.words().exactly(Language.ES),
                rules.words().exactly(Language.EN),
                rules.words().exactly(Language.FR),
                String.valueOf(rules.n()));
    }

    Translated words() {
        return Translated.of(es, en, fr);
    }

    public String in(Language language) {
        return words().exactly(language);
    }
}
