package org.ronda.commitment;

/**
 * Where selected words are in the next version.
 *
 * @param key of the clause that they are in; null where they are gone
 * @param start where they begin in it (UTF-16)
 */
public record Placement(Kind kind, String key, int start, int end) {
    /** How sure it is. */
    public enum Kind {
        /** The very same words, and no others are meant. */
        SAME,
        /** Probably here; somebody has to say so. */
        UNCERTAIN,
        GONE
    }

    static final Placement NONE = new Placement(Kind.GONE, null, 0, 0);
}
