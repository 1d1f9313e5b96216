package org.ronda.identity;

import java.time.Instant;
import java.util.Set;

/**
 * Asked of each room that lets people act for the city: who may do so at that instant, and therefore signs in with a second
 * factor. In a fixed number of statements, however many there are.
 */
public interface Duties {
    /** The participants' ids. */
    Set<Long> holders(Instant at);
}
