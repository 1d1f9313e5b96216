package org.ronda.process;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import java.util.Collection;
import java.util.List;
import org.ronda.kernel.Code;
import org.ronda.kernel.Translated;

/** What the plan deals with: chosen when the process is set up, or published at the end of a topics phase. */
@Entity
public class Topic extends PanacheEntity {
    String code;
    long processId;
    Long phaseId;
    int position;
    Translated title;

    protected Topic() {}

    /** @param phaseId the topics phase that it came from, or null when it was given with the process */
    public Topic(long processId, Long phaseId, int position, Translated title) {
        this.code = Code.random('T');
        this.processId = processId;
        this.phaseId = phaseId;
        this.position = position;
        this.title = title;
    }

    public long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public Long phaseId() {
        return phaseId;
    }

    int position() {
        return position;
    }

    public Translated title() {
        return title;
    }

    public static List<Topic> of(long processId) {
        return list("processId = ?1 order by position, id", processId);
    }

    public static List<Topic> byCodes(long processId, Collection<String> codes) {
        return codes.isEmpty() ? List.of() : list("processId = ?1 and code in ?2 order by position", processId, codes);
    }
}
