package org.ronda.kernel;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Asked of the room that knows people: where mail reaches a participant now, if anywhere. At most one statement. */
public interface Mailboxes {
    Optional<Mailbox> of(long participantId);

    /** Whom of these mail reaches now. One statement whatever their number. */
    Set<Long> reached(Collection<Long> participantIds);
}
