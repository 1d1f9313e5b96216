package org.ronda.kernel;

import java.util.Optional;

/** Asked of the room that knows people: where mail reaches a participant now, if anywhere. At most one statement. */
public interface Mailboxes {
    Optional<Mailbox> of(long participantId);
}
