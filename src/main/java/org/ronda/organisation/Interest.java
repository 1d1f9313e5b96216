package org.ronda.organisation;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** An interest that may stand in the way, as the organisation itself states it in public. What was stated stays. */
@Entity
@Table(name = "organisation_interest")
public class Interest extends PanacheEntity {
    long organisationId;
    String text;
    long statedBy;
    Instant statedAt;

    protected Interest() {}

    Interest(long organisation, String text, long by, Instant at) {
        this.organisationId = organisation;
        this.text = text;
        this.statedBy = by;
        this.statedAt = at;
    }

    /** The latest first. */
    static List<Interest> of(long organisation) {
        return list("organisationId = ?1 order by statedAt desc, id desc", organisation);
    }

    public String text() {
        return text;
    }

    public Instant statedAt() {
        return statedAt;
    }
}
