package org.ronda.proposal;

/**
 * In whose name something was said: a person, or an organisation, whose representative stays unnamed.
 *
 * @param code by which lists are asked for all that was said in that name
 */
public record Author(String name, String code) {}
