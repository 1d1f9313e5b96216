package org.ronda.kernel;

/**
 * Names one thing of any kind: the subject of an event, the name in which somebody speaks, the body that decides, what
 * a mandate covers.
 *
 * @param kind what it is
 * @param id its id within its kind; 0 for the platform itself
 */
public record Scope(Kind kind, long id) {

    /** The kinds of things that other things point to. Stored by name. */
    public enum Kind {
        PLATFORM,
        PROCESS,
        PHASE,
        TOPIC,
        CONTRIBUTION,
        GROUP,
        PERSON,
        ORGANISATION,
        OFFICE,
        BOARD,
        COMMITMENT,
        CLAUSE
    }

    public static final Scope PLATFORM = new Scope(Kind.PLATFORM, 0);

    public static Scope process(long id) {
        return new Scope(Kind.PROCESS, id);
    }

    public static Scope phase(long id) {
        return new Scope(Kind.PHASE, id);
    }

    public static Scope topic(long id) {
        return new Scope(Kind.TOPIC, id);
    }

    public static Scope contribution(long id) {
        return new Scope(Kind.CONTRIBUTION, id);
    }

    public static Scope group(long id) {
        return new Scope(Kind.GROUP, id);
    }

    public static Scope person(long id) {
        return new Scope(Kind.PERSON, id);
    }

    public static Scope organisation(long id) {
        return new Scope(Kind.ORGANISATION, id);
    }

    public static Scope office(long id) {
        return new Scope(Kind.OFFICE, id);
    }

    public static Scope board(long id) {
        return new Scope(Kind.BOARD, id);
    }

    public static Scope commitment(long id) {
        return new Scope(Kind.COMMITMENT, id);
    }

    public static Scope clause(long id) {
        return new Scope(Kind.CLAUSE, id);
    }
}
