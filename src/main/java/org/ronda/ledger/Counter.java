package org.ronda.ledger;

/** What is counted of a subject. Stored by name in events, by column in {@code subject_count}. */
public enum Counter {
    CONTRIBUTIONS,
    COMMENTS,
    SUPPORTS,
    AGREES,
    DISAGREES,
    /** Of a process that asks for something first: those who showed it. */
    VOICES;

    /** Supports stay with the text that they were given to; everything else follows the subject through its meanings. */
    public boolean isOfOneMeaning() {
        return this == SUPPORTS;
    }
}
