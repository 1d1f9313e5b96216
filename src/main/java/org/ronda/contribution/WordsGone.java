package org.ronda.contribution;

/** Asked of later rooms when the words of a contribution are erased for good: what they kept of them goes, too. */
public interface WordsGone {
    void forgetWords(long contribution);
}
