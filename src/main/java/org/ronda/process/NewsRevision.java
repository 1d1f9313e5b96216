package org.ronda.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ronda.kernel.Differences;
import org.ronda.kernel.Language;
import org.ronda.kernel.Translated;

/** One correction of a post, as its page shows it: why, and what changed. */
public record NewsRevision(
        Instant at, String reason, String language, List<Differences.Piece> title, List<Differences.Piece> body) {
    /** The latest correction first. */
    static List<NewsRevision> of(ProcessNews news, Language language) {
        List<NewsRevision> revisions = new ArrayList<>();
        Translated title = news.title();
        Translated body = news.body();
        List<NewsCorrection> corrections = NewsCorrection.of(List.of(news));
        for (int i = corrections.size() - 1; i >= 0; i--) {
            NewsCorrection before = corrections.get(i);
            revisions.add(new NewsRevision(
                    before.madeAt(),
                    before.reason(),
                    title.in(language).language(),
                    Differences.between(
                            before.title().in(language).text(),
                            title.in(language).text()),
                    Differences.between(
                            before.body().in(language).text(), body.in(language).text())));
            title = before.title();
            body = before.body();
        }
        return revisions;
    }
}
