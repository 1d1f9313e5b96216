package org.ronda.process;

/** Which public names a process takes from those who contribute. */
public enum PublicNames {
    /** The real one or a chosen one. */
    ANY,
    /** The one that somebody goes by in life, which each confirms once. */
    OWN
}
