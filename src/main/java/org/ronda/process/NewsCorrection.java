package org.ronda.process;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.ronda.kernel.Translated;

/** What a post said before it was corrected, and why it was. */
@Entity
@Table(name = "process_news_correction")
public class NewsCorrection extends PanacheEntity {
    long newsId;
    int n;
    Translated title;
    Translated body;
    String reason;
    Long madeBy;
    Instant madeAt;

    protected NewsCorrection() {}

    NewsCorrection(ProcessNews before, String reason, long by, Instant at) {
        this.newsId = before.id;
        this.n = before.corrections() + 1;
        this.title = before.title();
        this.body = before.body();
        this.reason = reason;
        this.madeBy = by;
        this.madeAt = at;
    }

    public int n() {
        return n;
    }

    /** Before the correction. */
    public Translated title() {
        return title;
    }

    /** Before the correction; Markdown. */
    public Translated body() {
        return body;
    }

    public String reason() {
        return reason;
    }

    public Instant madeAt() {
        return madeAt;
    }

    /** The first correction first. */
    static List<NewsCorrection> of(List<ProcessNews> posts) {
        List<Long> corrected = posts.stream()
                .filter(ProcessNews::isCorrected)
                .map(post -> post.id)
                .toList();
        return corrected.isEmpty() ? List.of() : list("newsId in ?1 order by newsId, n", corrected);
    }
}
