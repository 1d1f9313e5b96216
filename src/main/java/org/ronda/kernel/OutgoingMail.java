package org.ronda.kernel;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.time.Instant;

/** A mail that waits to be sent. Its row goes when it was sent, or given up. */
@Entity
class OutgoingMail extends PanacheEntity {
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);
    /** 2^6 minutes are longer than the longest wait. */
    private static final int DOUBLINGS = 6;

    String kind;
    // null where the letters know the address: see Letters.mailbox
    Long participantId;
    String about;
    String messageId;
    Instant queuedAt;
    Instant dueAt;
    int tries;

    protected OutgoingMail() {}

    OutgoingMail(String kind, Long participantId, String about, String messageId, Instant now) {
        this.kind = kind;
        this.participantId = participantId;
        this.about = about;
        this.messageId = messageId;
        this.queuedAt = now;
        this.dueAt = now;
    }

    /** Waits longer after each failure. */
    void failed(Instant now) {
        Duration wait = Duration.ofMinutes(1L << Math.min(tries, DOUBLINGS));
        tries++;
        dueAt = now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }

    boolean isHopeless(Instant now) {
        return !now.isBefore(queuedAt.plus(GIVEN_UP_AFTER));
    }
}
