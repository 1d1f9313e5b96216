package org.ronda.commitment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ronda.contribution.Contribution;
import org.ronda.kernel.Code;
import org.ronda.kernel.Excerpt;
import org.ronda.kernel.Scope;

/** A change of one clause that somebody proposes, against the words of a public version: domain, "Settled". */
@Entity
public class Amendment extends Contribution {
    /** What it would do. */
    public enum Op {
        /** Other words in the place of the clause's own. */
        REPLACE,
        /** A clause of its own behind this one. */
        INSERT_AFTER,
        /** The clause goes. */
        DELETE
    }

    long commitmentId;
    long versionId;
    long clauseId;

    @Enumerated(EnumType.STRING)
    Op op;

    String heading;
    String words;
    String reason;

    protected Amendment() {}

    Amendment(Edition edition, Clause clause, AmendmentInput input, Spoken spoken, Instant now) {
        super(
                Kind.AMENDMENT,
                edition.commitment().processId(),
                spoken.phaseId(),
                spoken.author(),
                spoken.name(),
                spoken.channel(),
                edition.commitment().language(),
                now);
        this.commitmentId = edition.commitment().id();
        this.versionId = edition.version().id();
        this.clauseId = clause.id();
        this.op = input.op();
        this.heading = input.heading();
        this.words = input.words();
        this.reason = input.reason();
    }

    /** Who says it, in whose name, through which phase and by which way. */
    record Spoken(long phaseId, long author, Scope name, Channel channel) {}

    @Override
    public Map<String, String> words() {
        Map<String, String> all = new LinkedHashMap<>();
        if (op == Op.INSERT_AFTER) {
            all.put("heading", heading);
        }
        if (op != Op.DELETE) {
            all.put("words", words);
        }
        all.put("reason", reason);
        return all;
    }

    @Override
    protected void rewrite(Map<String, String> fresh) {
        heading = fresh.getOrDefault("heading", heading);
        words = fresh.getOrDefault("words", words);
        reason = fresh.get("reason");
    }

    @Override
    protected Map<String, String> facts() {
        Commitment commitment = Commitment.findById(commitmentId);
        CommitmentVersion version = CommitmentVersion.findById(versionId);
        Clause clause = Clause.findById(clauseId);
        return Map.of(
                "op",
                op.name(),
                "draft",
                commitment.code(),
                "version",
                String.valueOf(version.n()),
                "clause",
                clause.key());
    }

    /** What speaks for it in a list: the beginning of its reason. */
    @Override
    public String headline() {
        return Excerpt.of(reason, 120);
    }

    @Override
    public String address() {
        return "/amendments/" + code();
    }

    static Optional<Amendment> byCode(String code) {
        return find("code", Code.normalise(code)).firstResultOptional();
    }

    long commitmentId() {
        return commitmentId;
    }

    /** The version whose words were before its author's eyes. */
    long versionId() {
        return versionId;
    }

    long clauseId() {
        return clauseId;
    }

    public Op op() {
        return op;
    }

    public boolean isReplacement() {
        return op == Op.REPLACE;
    }

    public boolean isInsertion() {
        return op == Op.INSERT_AFTER;
    }

    public boolean isRemoval() {
        return op == Op.DELETE;
    }

    /** What the clause that it adds is called; else empty. */
    public String heading() {
        return heading;
    }

    /** What the clause would say, or the one that it adds; empty where it removes it. */
    public String proposed() {
        return words;
    }

    /** Why. Plain words. */
    public String reason() {
        return reason;
    }
}
