package org.ronda.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.ronda.kernel.Now;

/**
 * Walks the whole chain in constant memory: makes each leaf anew from its event, each hash from the one before, who and
 * what from actor and content where they have not been erased; then looks for events that are in no chain and for rows
 * that belong to no event. Names the first that does not fit. Who cuts the end off and sets the head back is found out
 * only by somebody who kept a later hash or receipt.
 */
@ApplicationScoped
public class Verification {
    private static final Duration FRESH = Duration.ofSeconds(10);

    /** What does not fit. */
    public enum Flaw {
        POSITION,
        EVENT,
        FORMAT,
        LEAF,
        WHO,
        WHAT,
        LINK,
        HEAD,
        UNLINKED,
        PENDING,
        ACTOR,
        CONTENT
    }

    /**
     * What was found.
     *
     * @param verified how many sealed events were found whole, from the first one on
     * @param until the instant of the last of them, or null
     * @param position of the first that is not, or null when it has no place in the chain
     * @param eventId its id, or null when the head or a place is wrong
     * @param hash of the last whole one, in hexadecimal
     */
    public record Report(long verified, Instant until, Long position, Long eventId, Flaw flaw, String hash) {
        public boolean isWhole() {
            return flaw == null;
        }
    }

    @Inject
    DataSource dataSource;

    @Inject
    Now now;

    private record Found(Report report, Instant at) {}

    private final Lock walking = new ReentrantLock();
    private volatile Found last;

    /**
     * The answer of the last seconds, or a new one; one walk at a time, so that asking often costs little. While somebody
     * walks a long chain nobody else waits: they are given what was found before.
     */
    public Report recent() {
        if (isFresh()) {
            return last.report;
        }
        if (last == null) {
            walking.lock();
        } else if (!walking.tryLock()) {
            return last.report;
        }
        try {
            if (!isFresh()) {
                last = new Found(run(), now.instant());
            }
            return last.report;
        } finally {
            walking.unlock();
        }
    }

    private boolean isFresh() {
        return last != null && !now.instant().isAfter(last.at.plus(FRESH));
    }

    public Report run() {
        try (Connection connection = dataSource.getConnection()) {
            return of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger was not read", e);
        }
    }

    static Report of(Connection connection) throws SQLException {
        Chain.Outcome found = Chain.verify(connection);
        Chain.Broken broken = found.broken();
        return new Report(
                found.verified(),
                found.until(),
                broken == null ? null : broken.position(),
                broken == null ? null : broken.eventId(),
                broken == null ? null : broken.fault(),
                HexFormat.of().formatHex(found.hash()));
    }
}
