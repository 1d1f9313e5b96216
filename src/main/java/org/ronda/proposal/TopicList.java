package org.ronda.proposal;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import org.ronda.kernel.Translated;

/**
 * That topics which came from the entries of a topics phase were published. The first of a phase is its list; a later
 * one adds to it.
 */
@Entity
class TopicList extends PanacheEntity {
    long phaseId;
    int n;
    Translated note;
    Instant publishedAt;
    long publishedBy;

    protected TopicList() {}

    TopicList(long phaseId, int n, Translated note, Instant publishedAt, long publishedBy) {
        this.phaseId = phaseId;
        this.n = n;
        this.note = note;
        this.publishedAt = publishedAt;
        this.publishedBy = publishedBy;
    }

    public int n() {
        return n;
    }

    /** How the topics were arrived at. Markdown. */
    public Translated note() {
        return note;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    /** The first one first. */
    static List<TopicList> of(long phaseId) {
        return list("phaseId = ?1 order by n", phaseId);
    }
}
