package org.ronda.process;

/** What a phase may allow people to do. */
public enum Action {
    PROPOSE,
    COMMENT,
    SUPPORT,
    AMEND,
    ATTEND
}
