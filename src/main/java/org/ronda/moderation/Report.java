package org.ronda.moderation;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;

/** Somebody's word to the moderators that a contribution breaks a rule. Who reported is shown to nobody. */
@Entity
public class Report extends PanacheEntity {
    long contributionId;
    /** Null once who reported was erased. */
    Long reporterId;

    @Enumerated(EnumType.STRING)
    Rule rule;

    String reason;
    Instant reportedAt;
    Long decisionId;

    protected Report() {}

    public Rule rule() {
        return rule;
    }

    /** What was said beside the rule; may be empty. */
    public String reason() {
        return reason;
    }

    public Instant reportedAt() {
        return reportedAt;
    }

    /** What waits for a decision on that contribution, the oldest first. */
    static List<Report> openOn(long contributionId) {
        return list("contributionId = ?1 and decisionId is null order by id", contributionId);
    }
}
