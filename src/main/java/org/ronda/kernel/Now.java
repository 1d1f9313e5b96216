package org.ronda.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The only class that asks the system or the database for the time. Instants are in microseconds, as both databases keep them. */
@ApplicationScoped
public class Now {
    private static final ThreadLocal<Instant> MOVED = new ThreadLocal<>();

    @Inject
    EntityManager entityManager;

    @ConfigProperty(name = "quarkus.datasource.db-kind")
    String database;

    /** The time to show and to compare with when nothing is written. */
    public Instant instant() {
        Instant moved = MOVED.get();
        return moved != null ? moved : Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * The time by which a write is judged: the database's clock at this very moment, not at the start of the
     * transaction. H2's own clock stands still within a transaction; there the one process that owns the file answers.
     * PostgreSQL ends the transaction if it has not committed five seconds later (17 or newer).
     */
    public Instant atGate() {
        Instant moved = MOVED.get();
        if (moved != null || !database.equals("postgresql")) {
            return instant();
        }
        Object[] row = (Object[]) entityManager
                .createNativeQuery(
                        "select clock_timestamp(), set_config('transaction_timeout', '5s', true)", Object[].class)
                .getSingleResult();
        return ((Instant) row[0]).truncatedTo(ChronoUnit.MICROS);
    }

    /** Does the work as if it were that instant; for the demo and test worlds only, and on this thread only. */
    public static <T> T during(Instant instant, Supplier<T> work) {
        Instant before = MOVED.get();
        MOVED.set(instant.truncatedTo(ChronoUnit.MICROS));
        try {
            return work.get();
        } finally {
            if (before == null) {
                MOVED.remove();
            } else {
                MOVED.set(before);
            }
        }
    }

    /** Moves the clock of the running {@link #during} on; for the demo and test worlds only. */
    public static void advance(Duration by) {
        MOVED.set(MOVED.get().plus(by));
    }
}
