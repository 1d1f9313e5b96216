package org.ronda.kernel;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Values out of the rows of native queries. */
public final class Rows {
    private Rows() {}

    /** An instant, or null; the kind of the database and of the query decides as what it comes. */
    public static Instant instant(Object value) {
        if (value instanceof OffsetDateTime offset) {
            return offset.toInstant();
        }
        return value instanceof Timestamp timestamp ? timestamp.toInstant() : (Instant) value;
    }
}
