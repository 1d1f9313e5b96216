package org.ronda.process;

/** What is owed an answer with reasons, as part of a phase's contract: domain, "Settled". */
public enum Owed {
    PROPOSAL,
    TOPIC_ENTRY,
    CLAUSE_COMMENT,
    AMENDMENT,
    QUESTION,
    THREAD
}
