package org.ronda.process;

import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.Language;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Translated;
import org.ronda.kernel.Wording;

/**
 * A post, in as many languages as it is written in: a title and a text in at least one.
 *
 * @param reason why it is corrected; nothing for a new one
 * @param corrections how often the post had been corrected when it was read
 */
public record NewsInput(
        @RestForm @Size(max = 140) String titleEs,
        @RestForm @Size(max = 6_000) String bodyEs,
        @RestForm @Size(max = 140) String titleEn,
        @RestForm @Size(max = 6_000) String bodyEn,
        @RestForm @Size(max = 140) String titleFr,
        @RestForm @Size(max = 6_000) String bodyFr,
        @RestForm @Size(max = 1_000) String reason,
        @RestForm Integer corrections) {
    static final NewsInput BLANK = new NewsInput("", "", "", "", "", "", "", null);

    public NewsInput {
        titleEs = PlainText.line(titleEs);
        bodyEs = PlainText.clean(bodyEs);
        titleEn = PlainText.line(titleEn);
        bodyEn = PlainText.clean(bodyEn);
        titleFr = PlainText.line(titleFr);
        bodyFr = PlainText.clean(bodyFr);
        reason = PlainText.clean(reason);
    }

    static NewsInput of(ProcessNews news) {
        return new NewsInput(
                news.title().exactly(Language.ES),
                news.body().exactly(Language.ES),
                news.title().exactly(Language.EN),
                news.body().exactly(Language.EN),
                news.title().exactly(Language.FR),
                news.body().exactly(Language.FR),
                "",
                news.corrections());
    }

    Translated title() {
        return Translated.of(titleEs, titleEn, titleFr);
    }

    Translated body() {
        return Translated.of(bodyEs, bodyEn, bodyFr);
    }

    /** Each language that is used has both a title and a text. */
    void refuseHalves() {
        Translated title = title();
        Translated body = body();
        for (Language language : Language.values()) {
            String suffix =
                    language.name().charAt(0) + language.name().substring(1).toLowerCase(Locale.ROOT);
            if (title.has(language) != body.has(language)) {
                throw missing((title.has(language) ? "body" : "title") + suffix);
            }
        }
        if (title.isEmpty()) {
            throw missing("titleEs");
        }
    }

    private static Refused missing(String field) {
        return Refused.invalid(
                field, language -> Wording.of(SetupMessages.class, language).newsHalf());
    }
}
