package org.ronda.commitment;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ronda.kernel.Language;

/** What a clause says in one version, and where it stands there. */
@Entity
public class ClauseText extends PanacheEntity {
    /**
     * What somebody writes of a clause.
     *
     * @param heading what it is called, or empty for the word of its kind
     * @param words plain words, in the language of record; a line break is one
     * @param easyRead the same in easy words, or empty
     */
    public record Wording(String heading, String words, String easyRead) {
        static final Wording NONE = new Wording("", "", "");
    }

    long versionId;
    long clauseId;
    int position;
    String heading;
    String words;
    String easyRead;
    String cameFrom;
    int revision;

    protected ClauseText() {}

    ClauseText(long versionId, long clauseId, int position, Wording wording, List<String> cameFrom) {
        this.versionId = versionId;
        this.clauseId = clauseId;
        this.position = position;
        this.heading = wording.heading();
        this.words = wording.words();
        this.easyRead = wording.easyRead();
        this.cameFrom = String.join(",", cameFrom);
        this.revision = 1;
    }

    void write(Wording wording) {
        heading = wording.heading();
        words = wording.words();
        easyRead = wording.easyRead();
        revision++;
    }

    /** Has the words of that clause in it from now on, and those that it had of others. */
    void joined(String key) {
        cameFrom = cameFrom.isEmpty() ? key : cameFrom + "," + key;
    }

    void moveTo(int position) {
        this.position = position;
    }

    static Optional<ClauseText> of(long versionId, long clauseId) {
        return find("versionId = ?1 and clauseId = ?2", versionId, clauseId).firstResultOptional();
    }

    static List<ClauseText> of(long versionId) {
        return list("versionId = ?1 order by position, id", versionId);
    }

    public long id() {
        return id;
    }

    long versionId() {
        return versionId;
    }

    long clauseId() {
        return clauseId;
    }

    int position() {
        return position;
    }

    public String words() {
        return words;
    }

    public String easyRead() {
        return easyRead;
    }

    public String heading() {
        return heading;
    }

    public Wording wording() {
        return new Wording(heading, words, easyRead);
    }

    /** The keys of the clauses that its words come from, where splitting or joining made it; else empty. */
    public List<String> cameFrom() {
        return cameFrom.isEmpty() ? List.of() : Arrays.asList(cameFrom.split(","));
    }

    /** Counts what was saved of it in its version, from 1. */
    public int revision() {
        return revision;
    }

    /** What it is called: its own heading, or what its kind is called. */
    public String title(Clause clause, Language language) {
        return heading.isEmpty() ? clause.kind().in(language) : heading;
    }
}
