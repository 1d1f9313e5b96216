package org.ronda.process;

/** What a person may be in one process; in every other process they are a visitor. */
public enum Role {
    PROCESS_ADMINISTRATOR,
    MODERATOR,
    FACILITATOR,
    MONITORING_BODY,
    EVALUATOR
}
