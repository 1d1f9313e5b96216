package org.ronda.process;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Optional;
import org.ronda.kernel.Code;
import org.ronda.kernel.Translated;

/** A part of a process with a public contract ({@link PhaseTerms}). Phases may overlap. */
@Entity
public class Phase extends PanacheEntity {
    /** What a phase is for. */
    public enum Kind {
        OUTREACH,
        TOPICS,
        TABLES,
        PROPOSALS,
        PRIORITISATION,
        DRAFT_COMMENT,
        RESPONSE,
        ENDORSEMENT,
        IMPLEMENTATION,
        EVALUATION
    }

    String code;
    long processId;
    int position;

    @Enumerated(EnumType.STRING)
    Kind kind;

    Translated title;
    Translated ask;

    @Version
    long version;

    protected Phase() {}

    Phase(Process process, int position, Kind kind, Translated title, Translated ask) {
        this.code = Code.random('F');
        this.processId = process.id;
        this.position = position;
        this.kind = kind;
        this.title = title;
        this.ask = ask;
    }

    public long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public long processId() {
        return processId;
    }

    public int position() {
        return position;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isTopics() {
        return kind == Kind.TOPICS;
    }

    public Translated title() {
        return title;
    }

    /** What the phase expects of a person, in one sentence. */
    public Translated ask() {
        return ask;
    }

    public long version() {
        return version;
    }

    /** What it is for and what it says of itself. */
    public record Sketch(Kind kind, Translated title, Translated ask) {}

    Sketch sketch() {
        return new Sketch(kind, title, ask);
    }

    void describe(Sketch sketch) {
        this.kind = sketch.kind();
        this.title = sketch.title();
        this.ask = sketch.ask();
    }

    void moveTo(int position) {
        this.position = position;
    }

    static List<Phase> of(Process process) {
        return list("processId = ?1 order by position, id", process.id);
    }

    static Optional<Phase> byCode(String code) {
        return find("code", code).firstResultOptional();
    }
}
