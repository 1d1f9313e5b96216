package org.ronda.identity;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** A session that the identity provider ended, so that every node refuses it. */
@Entity
class EndedSession extends PanacheEntityBase {
    @Id
    String sid;

    Instant validUntil;

    protected EndedSession() {}

    EndedSession(String sid, Instant validUntil) {
        this.sid = sid;
        this.validUntil = validUntil;
    }
}
