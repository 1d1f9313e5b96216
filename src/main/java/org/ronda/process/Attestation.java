package org.ronda.process;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ronda.kernel.Code;

/** That a member of staff saw who somebody is; in force until it is revoked, never deleted but with the account. */
@Entity
public class Attestation extends PanacheEntity {
    private static final String OPEN = "OPEN";
    private static final int MOST_SHOWN = 50;

    String code;
    long processId;
    long participantId;
    boolean hasDocument;
    long attestedBy;
    Instant attestedAt;
    Long revokedBy;
    Instant revokedAt;
    String revokedReason;

    // uq_attestation_once: one that is in force for the same person and process
    String slot;

    protected Attestation() {}

    Attestation(long processId, long participantId, boolean hasDocument, long by, Instant at) {
        this.code = Code.random('V');
        this.processId = processId;
        this.participantId = participantId;
        this.hasDocument = hasDocument;
        this.attestedBy = by;
        this.attestedAt = at;
        this.slot = OPEN;
    }

    static Optional<Attestation> byCode(long processId, String code) {
        return find("processId = ?1 and code = ?2", processId, Code.normalise(code))
                .firstResultOptional();
    }

    /** The one in force. */
    static Optional<Attestation> open(long processId, long participantId) {
        return find("processId = ?1 and participantId = ?2 and slot = ?3", processId, participantId, OPEN)
                .firstResultOptional();
    }

    /** The one in force, held until the transaction ends: it is not revoked meanwhile. */
    static Optional<Attestation> held(long processId, long participantId) {
        return Attestation.<Attestation>find(
                        "processId = ?1 and participantId = ?2 and slot = ?3", processId, participantId, OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The latest of a process, or those of some people. */
    static List<Attestation> latest(long processId, List<Long> people) {
        return (people.isEmpty()
                        ? Attestation.<Attestation>find("processId = ?1 order by id desc", processId)
                        : Attestation.<Attestation>find(
                                "processId = ?1 and participantId in ?2 order by id desc", processId, people))
                .page(0, MOST_SHOWN)
                .list();
    }

    void revoke(String reason, long by, Instant at) {
        revokedBy = by;
        revokedAt = at;
        revokedReason = reason;
        slot = null;
    }

    public String code() {
        return code;
    }

    public long participantId() {
        return participantId;
    }

    /** Whether the number of a document was typed: without one, a second account is a second voice. */
    public boolean hasDocument() {
        return hasDocument;
    }

    public long attestedBy() {
        return attestedBy;
    }

    public Instant attestedAt() {
        return attestedAt;
    }

    public boolean isRevoked() {
        return revokedAt != null;
    }

    public Instant revokedAt() {
        return revokedAt;
    }

    public String revokedReason() {
        return revokedReason;
    }
}
