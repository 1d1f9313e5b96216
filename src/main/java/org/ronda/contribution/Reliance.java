package org.ronda.contribution;

/**
 * Asked of later rooms before words are mended in place: whether somebody answered them already, so that what was
 * answered has to stay as it was. At most one statement each.
 */
public interface Reliance {
    boolean isAnswered(long contribution);
}
