package org.ronda.contribution;

/**
 * Asked of later rooms before words are mended in place, or go as their author is erased: whether somebody answered them
 * already, so that what was answered has to stay. At most one statement each.
 */
public interface Reliance {
    /** Whether the words were answered, so that they are not mended in place. */
    boolean isAnswered(long contribution);

    /** Whether somebody else's answer would stand alone without the words of that author. */
    default boolean isAnsweredByOthers(long contribution, long author) {
        return isAnswered(contribution);
    }
}
