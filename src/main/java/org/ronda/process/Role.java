package org.ronda.process;

/** What a person may be in one process; in every other process they are a visitor. */
public enum Role {
    PROCESS_ADMINISTRATOR,
    MODERATOR,
    FACILITATOR,
    MONITORING_BODY,
    EVALUATOR;

    /** Whether this role confirms who people are: whoever sits at the table, not whoever judges what is said. */
    boolean attests() {
        return this == PROCESS_ADMINISTRATOR || this == FACILITATOR;
    }
}
