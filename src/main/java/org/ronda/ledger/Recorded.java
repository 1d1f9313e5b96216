package org.ronda.ledger;

import java.time.Instant;

/** An event as the table {@code ledger_event} keeps it, without its leaf: all that the leaf is made of. */
record Recorded(
        long id,
        String kind,
        Long processId,
        String subjectKind,
        long subjectId,
        Instant at,
        String deltas,
        byte[] who,
        byte[] what,
        String receipt) {}
