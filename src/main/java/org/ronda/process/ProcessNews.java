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
import org.ronda.kernel.Translated;

/** A dated post of a process, never changed afterwards: what was wrong is put right by the next one. */
@Entity
public class ProcessNews extends PanacheEntity {
    String code;
    long processId;
    Translated title;
    Translated body;
    Instant publishedAt;
    Long publishedBy;

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
