package org.ronda.process;

/** What a process asks of whoever counts in it: one way for each process, fixed when its first input opens. */
public enum Eligibility {
    /** An account and no more. */
    NONE,
    /** An address that the identity provider found to be theirs. */
    EMAIL,
    /** A mandate of an organisation that is in force for this process. */
    ORGANISATION,
    /** A code of a list that was given out. */
    CODES,
    /** That a member of staff saw who they are. */
    IN_PERSON
}
