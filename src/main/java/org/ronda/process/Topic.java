package org.ronda.process;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.ronda.kernel.Code;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;

/** What the plan deals with: chosen when the process is set up, or published at the end of a topics phase. */
@Entity
public class Topic extends PanacheEntity {
    String code;
    long processId;
    Long phaseId;
    int position;
    Translated title;
    Instant publishedAt;

    protected Topic() {}

    /**
     * @param phaseId the topics phase that it comes from, or null when it was given with the process
     * @param publishedAt null while it is only prepared
     */
    public Topic(long processId, Long phaseId, int position, Translated title, Instant publishedAt) {
        this.code = Code.random('T');
        this.processId = processId;
        this.phaseId = phaseId;
        this.position = position;
        this.title = title;
        this.publishedAt = publishedAt;
    }

    public long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public Scope scope() {
        return Scope.topic(id);
    }

    public long processId() {
        return processId;
    }

    public Long phaseId() {
        return phaseId;
    }

    public int position() {
        return position;
    }

    public Translated title() {
        return title;
    }

    public boolean isPublished() {
        return publishedAt != null;
    }

    /** Whether it came from that phase. */
    public boolean isFrom(Phase phase) {
        return phaseId != null && phaseId == phase.id();
    }

    /** In other words, while nobody has seen it. */
    public void rename(Translated title) {
        requirePrepared();
        this.title = title;
    }

    public void moveTo(int position) {
        requirePrepared();
        this.position = position;
    }

    public void publish(Instant at) {
        requirePrepared();
        publishedAt = at;
    }

    private void requirePrepared() {
        if (isPublished()) {
            throw new IllegalStateException("is public");
        }
    }

    /** Those that are public as far as the process is. */
    public static List<Topic> of(long processId) {
        return list("processId = ?1 and publishedAt is not null order by position, id", processId);
    }

    /** Those of a topics phase, with those that are only prepared. */
    public static List<Topic> ofPhase(long phaseId) {
        return list("phaseId = ?1 order by position, id", phaseId);
    }

    /** What may be chosen in a phase: not what came from that phase itself. */
    public static List<Topic> offeredIn(Phase phase) {
        return list(
                "processId = ?1 and publishedAt is not null and (phaseId is null or phaseId <> ?2) order by position, id",
                phase.processId(),
                phase.id());
    }

    public static List<Topic> byCodes(long processId, Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : list(
                        "processId = ?1 and publishedAt is not null and code in ?2 order by position, id",
                        processId,
                        codes);
    }

    /** The last place that a topic of the process has, prepared ones included. */
    public static int lastPosition(long processId) {
        return Topic.<Topic>find("processId = ?1 order by position desc", processId)
                .firstResultOptional()
                .map(Topic::position)
                .orElse(0);
    }
}
