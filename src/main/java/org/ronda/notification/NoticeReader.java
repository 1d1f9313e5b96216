package org.ronda.notification;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** Up to where in the ledger somebody was told, and whether by mail too. */
@Entity
class NoticeReader extends PanacheEntityBase {
    @Id
    long participantId;

    long readTo;
    boolean hasDigest;
    long digestedTo;
    Instant digestDueAt;

    protected NoticeReader() {}

    /** Never back: another tab may have read further. */
    void read(long position) {
        readTo = Math.max(readTo, position);
    }

    void choose(boolean isDaily) {
        hasDigest = isDaily;
    }

    /** From where on the next digest tells. */
    long untold() {
        return Math.max(readTo, digestedTo);
    }

    void digested(long position, Instant next) {
        digestedTo = position;
        digestDueAt = next;
    }

    void putOff(Instant next) {
        digestDueAt = next;
    }

    boolean hasDigest() {
        return hasDigest;
    }
}
