package org.ronda.process;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ronda.kernel.Code;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Slice;
import org.ronda.kernel.Translated;

/** A dated post of a process. It can be corrected, with a reason; what it said before stays ({@link NewsCorrection}). */
@Entity
public class ProcessNews extends PanacheEntity {
    String code;
    long processId;
    Translated title;
    Translated body;
    Instant publishedAt;
    Long publishedBy;
    int corrections;
    Instant correctedAt;

    protected ProcessNews() {}

    ProcessNews(long processId, Translated title, Translated body, long by, Instant at) {
        this.code = Code.random('N');
        this.processId = processId;
        this.title = title;
        this.body = body;
        this.publishedBy = by;
        this.publishedAt = at;
    }

    public String code() {
        return code;
    }

    public Translated title() {
        return title;
    }

    /** Markdown. */
    public Translated body() {
        return body;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    /** How often it was corrected; which tells whether somebody saw its present words. */
    public int corrections() {
        return corrections;
    }

    /** When its present words were published. */
    public Instant updatedAt() {
        return correctedAt == null ? publishedAt : correctedAt;
    }

    public boolean isCorrected() {
        return corrections > 0;
    }

    /** Says something else from now on, and returns what it said. */
    NewsCorrection correct(Translated title, Translated body, String reason, long by, Instant at) {
        NewsCorrection before = new NewsCorrection(this, reason, by, at);
        this.title = title;
        this.body = body;
        corrections++;
        correctedAt = at;
        return before;
    }

    /** All of them, the newest first. */
    static Slice<ProcessNews> page(long processId, Cursor after, int limit) {
        String order = " order by publishedAt desc, id desc";
        List<ProcessNews> rows = (after == null
                        ? ProcessNews.<ProcessNews>find("processId = ?1" + order, processId)
                        : ProcessNews.<ProcessNews>find(
                                "processId = ?1 and (publishedAt < ?2 or publishedAt = ?2 and id < ?3)" + order,
                                processId,
                                after.instant(0),
                                after.number(1)))
                .range(0, limit)
                .list();
        return Slice.of(rows, limit, news -> Cursor.of(news.publishedAt, news.id));
    }

    /** The newest first. */
    public static List<ProcessNews> latest(long processId, int most) {
        return find("processId = ?1 order by publishedAt desc, id desc", processId)
                .page(0, most)
                .list();
    }

    /** The newest of each of these processes that has any. */
    static Map<Long, ProcessNews> latestOf(List<Long> processIds) {
        if (processIds.isEmpty()) {
            return Map.of();
        }
        return ProcessNews.<ProcessNews>list(
                        "from ProcessNews n where n.processId in ?1 and n.id ="
                                + " (select max(m.id) from ProcessNews m where m.processId = n.processId)",
                        processIds)
                .stream()
                .collect(Collectors.toMap(news -> news.processId, Function.identity()));
    }

    static Optional<ProcessNews> byCode(long processId, String code) {
        return find("processId = ?1 and code = ?2", processId, code).firstResultOptional();
    }
}
