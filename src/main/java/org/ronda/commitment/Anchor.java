package org.ronda.commitment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the words that a comment is about stand in one version. An empty {@code exact} means the whole clause. W3C Web
 * Annotation Data Model, sections 4.2.4 and 4.2.5 (https://www.w3.org/TR/annotation-model/#selectors).
 */
@Entity
@IdClass(Anchor.Key.class)
public class Anchor extends PanacheEntityBase {
    /** No words in particular: the whole clause. */
    static final Selector WHOLE = new Selector("", "", "", 0, 0);

    /** As many characters of a text as one is about at most; more are kept no longer. */
    static final int LONGEST = 3_900;

    /** How sure it is. */
    public enum Kind {
        /** The version that it was said about. */
        SAID,
        /** The same words, or somebody said that these are the words. */
        SAME,
        /** Probably these words; nobody said so yet. */
        UNCERTAIN,
        /** The words are gone. */
        GONE
    }

    /** What identifies it. */
    public static class Key implements Serializable {
        long commentId;
        long versionId;

        protected Key() {}

        Key(long commentId, long versionId) {
            this.commentId = commentId;
            this.versionId = versionId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.commentId == commentId && key.versionId == versionId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(commentId, versionId);
        }
    }

    @Id
    long commentId;

    @Id
    long versionId;

    long clauseId;

    @Enumerated(EnumType.STRING)
    Kind kind;

    String exact;
    String prefix;
    String suffix;
    int startAt;
    int endAt;
    Long settledBy;
    Instant settledAt;

    protected Anchor() {}

    Anchor(long commentId, long versionId, long clauseId, Kind kind, Selector selector) {
        this.commentId = commentId;
        this.versionId = versionId;
        this.clauseId = clauseId;
        this.kind = kind;
        this.exact = selector.exact();
        this.prefix = selector.prefix();
        this.suffix = selector.suffix();
        this.startAt = selector.start();
        this.endAt = selector.end();
    }

    /** Somebody says where it is: at those words of that clause, which it is certain about from now on. */
    void settle(long clauseId, Selector selector, long by, Instant now) {
        this.clauseId = clauseId;
        this.kind = Kind.SAME;
        this.exact = selector.exact();
        this.prefix = selector.prefix();
        this.suffix = selector.suffix();
        this.startAt = selector.start();
        this.endAt = selector.end();
        this.settledBy = by;
        this.settledAt = now;
    }

    /** Somebody says that what it is about is no longer there. */
    void loose(long by, Instant now) {
        this.kind = Kind.GONE;
        this.settledBy = by;
        this.settledAt = now;
    }

    static Optional<Anchor> of(long commentId, long versionId) {
        return findByIdOptional(new Key(commentId, versionId));
    }

    long commentId() {
        return commentId;
    }

    long clauseId() {
        return clauseId;
    }

    Kind kind() {
        return kind;
    }

    boolean isOfWhole() {
        return exact.isEmpty();
    }

    String exact() {
        return exact;
    }

    Selector selector() {
        return new Selector(exact, prefix, suffix, startAt, endAt);
    }
}
