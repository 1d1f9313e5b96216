package org.ronda.organisation;

import java.time.Instant;
import org.ronda.kernel.Scope;

/** Asked of later rooms in the transaction that changes an organisation: what depends on it there. */
public interface Dependents {
    /**
     * It ends: nobody speaks for it any more.
     *
     * @param name in whose name it is ended: its own, or the platform's
     */
    void ended(Organisation organisation, long by, Scope name, Instant at);

    /** One person is enough from now on: nothing waits for a second one. */
    void needsOnePerson(Organisation organisation);
}
