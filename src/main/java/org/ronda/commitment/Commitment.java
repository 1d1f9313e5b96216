package org.ronda.commitment;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.ronda.kernel.Code;
import org.ronda.kernel.Language;
import org.ronda.kernel.Scope;

/** A draft commitment of a process, in whichever version. Everything that it says stands in its versions. */
@Entity
public class Commitment extends PanacheEntity {
    String code;
    long processId;
    String language;
    Long createdBy;
    Instant createdAt;

    @Version
    long version;

    protected Commitment() {}

    Commitment(long processId, Language language, long by, Instant now) {
        this.code = Code.random('C');
        this.processId = processId;
        this.language = language.tag();
        this.createdBy = by;
        this.createdAt = now;
    }

    static Optional<Commitment> byCode(String code) {
        return find("code", Code.normalise(code)).firstResultOptional();
    }

    /** Holds its row until the transaction ends: whatever changes one of its versions begins so. */
    void hold() {
        getEntityManager().lock(this, LockModeType.PESSIMISTIC_WRITE);
    }

    public long id() {
        return id;
    }

    public Scope scope() {
        return Scope.commitment(id);
    }

    public String code() {
        return code;
    }

    public String address() {
        return "/commitments/" + code;
    }

    public long processId() {
        return processId;
    }

    /** BCP 47 tag of its language of record: anchors, comparisons and changes concern the text in that one only. */
    public String language() {
        return language;
    }
}
