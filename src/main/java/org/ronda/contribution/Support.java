package org.ronda.contribution;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A support as it is read; {@link Supporting} writes it. */
@Entity
@Immutable
class Support extends PanacheEntityBase {
    @Id
    Long id;

    long contributionId;
    int meaning;
    Instant givenAt;
    Long organisationId;

    protected Support() {}

    long id() {
        return id;
    }

    Instant givenAt() {
        return givenAt;
    }
}
