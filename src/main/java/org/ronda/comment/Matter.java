package org.ronda.comment;

import org.ronda.kernel.Scope;

/**
 * Something of a later room that threads are about. Each such room implements it for its kind; CDI collects them.
 */
public interface Matter {
    /** What forms begin its name with, before a colon. */
    String prefix();

    Scope.Kind kind();

    /** The subject of that name, as far as whoever looks reaches it; else {@code NotFoundException}. */
    Subject reach(String name);

    /** How forms name it, without the prefix. */
    String nameOf(long id);

    /**
     * Keeps at which of its words something was said, in the transaction that says it, which it may refuse.
     *
     * @return the very words, or null where it was said about the whole
     */
    String point(Comment comment, Quote quote);
}
