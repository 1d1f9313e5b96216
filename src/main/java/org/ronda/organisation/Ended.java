package org.ronda.organisation;

import java.time.Instant;

/** Asked of later rooms in the transaction in which an organisation ends: what nobody looks after any more. */
public interface Ended {
    /** @param successor what it goes on in, or null */
    void ended(Organisation organisation, Organisation successor, long by, Instant at);
}
