package org.ronda.process;

import java.time.Instant;

/**
 * One line of what was changed in a process.
 *
 * @param who the public name, or empty when it was erased
 * @param about what it was done to: a title, or a person and a role; may be empty
 * @param reason may be empty
 */
public record Change(Instant at, String what, String who, String about, String reason) {}
