package org.ronda.contribution;

/** Asked of the rooms of the kinds before something that waited becomes public. */
public interface Ground {
    /** Keeps what it is said about, and what it answers, public until the transaction ends; refuses where it is not. */
    void keep(Contribution contribution);
}
