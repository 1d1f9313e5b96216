package org.ronda.process;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ronda.kernel.Code;

/** Codes that were uploaded together: looked at first, then confirmed, and withdrawn as long as none of them is used. */
@Entity
public class CodeList extends PanacheEntity {
    private static final int MOST_SHOWN = 50;

    String code;
    long processId;
    int given;
    int refused;

    @Column(name = "empty_rows")
    int empty;

    long madeBy;
    Instant madeAt;
    Instant confirmedAt;
    Instant withdrawnAt;

    protected CodeList() {}

    CodeList(long processId, long by, Instant at) {
        this.code = Code.random('L');
        this.processId = processId;
        this.madeBy = by;
        this.madeAt = at;
    }

    static Optional<CodeList> byCode(long processId, String code) {
        return find("processId = ?1 and code = ?2", processId, Code.normalise(code))
                .firstResultOptional();
    }

    /** Those that are no preview, and the preview if there is one; the latest first. */
    static List<CodeList> of(long processId) {
        return CodeList.<CodeList>find("processId = ?1 order by id desc", processId)
                .page(0, MOST_SHOWN)
                .list();
    }

    static List<CodeList> previews(long processId) {
        return list("processId = ?1 and confirmedAt is null", processId);
    }

    void hold(int given, int refused, int empty) {
        this.given = given;
        this.refused = refused;
        this.empty = empty;
    }

    void confirm(Instant at) {
        confirmedAt = at;
    }

    void withdraw(Instant at) {
        withdrawnAt = at;
    }

    public long id() {
        return id;
    }

    public String code() {
        return code;
    }

    /** How many codes it holds. */
    public int given() {
        return given;
    }

    /** How many rows were not taken. */
    public int refused() {
        return refused;
    }

    public int empty() {
        return empty;
    }

    public Instant madeAt() {
        return madeAt;
    }

    public boolean isPreview() {
        return confirmedAt == null;
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }
}
