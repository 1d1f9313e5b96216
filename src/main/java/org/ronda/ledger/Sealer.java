package org.ronda.ledger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * Chains pending events and adds their deltas to the counters, one batch in one transaction, one sealer at a time on
 * all nodes: whoever holds the lock on the one row of {@code ledger_head}. A crash rolls the batch back, the next
 * sealer takes it again; an event that commits late is linked late.
 */
@ApplicationScoped
class Sealer {
    private static final int BATCH = 2000;
    private static final int BEATS = 4;

    private record Pending(long eventId, byte[] leaf, String deltas) {}

    private record Head(long position, byte[] hash) {}

    private static final Duration LONGEST_BEAT = Duration.ofSeconds(5);

    private final Lock beating = new ReentrantLock();
    private volatile boolean isStopping;

    @Inject
    DataSource dataSource;

    // the transaction of each batch is begun by the proxy
    @Inject
    Sealer self;

    /** Several times a second; the scheduler's own beat is a second. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional(TxType.NOT_SUPPORTED)
    void beat() throws InterruptedException {
        beating.lock();
        try {
            for (int i = 0; i < BEATS && !isStopping; i++) {
                while (self.seal() == BATCH) {
                    // more is waiting
                }
                Thread.sleep(1_000 / BEATS - 10);
            }
        } finally {
            beating.unlock();
        }
    }

    /** What is sealed when the application ends is sealed whole; the rest waits for the next start. */
    void stop(@Observes ShutdownEvent ending) throws InterruptedException {
        isStopping = true;
        if (beating.tryLock(LONGEST_BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
            beating.unlock();
        }
    }

    /** Seals one batch and answers how many events it had; 0 when another sealer is at work. */
    @Transactional(TxType.REQUIRES_NEW)
    int seal() {
        return sealOne(" skip locked");
    }

    /** Like {@link #seal()}, but waits for another sealer to end. */
    @Transactional(TxType.REQUIRES_NEW)
    int sealWaiting() {
        return sealOne("");
    }

    private int sealOne(String orElse) {
        try (Connection connection = dataSource.getConnection()) {
            Head head = lockHead(connection, orElse);
            List<Pending> batch = head == null ? List.of() : pending(connection);
            if (!batch.isEmpty()) {
                moveHead(connection, link(connection, head, batch));
                Tally tally = new Tally();
                batch.forEach(pending -> tally.add(pending.deltas));
                tally.writeTo(connection);
                forget(connection, batch);
            }
            return batch.size();
        } catch (SQLException e) {
            throw new IllegalStateException("nothing was sealed", e);
        }
    }

    private static Head lockHead(Connection connection, String orElse) throws SQLException {
        String sql = "select position, hash from ledger_head where id = 1 for update" + orElse;
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            return row.next() ? new Head(row.getLong(1), row.getBytes(2)) : null;
        }
    }

    private static List<Pending> pending(Connection connection) throws SQLException {
        String sql = "select e.id, e.leaf, e.deltas from ledger_pending p join ledger_event e on e.id = p.event_id"
                + " order by p.event_id limit " + BATCH;
        List<Pending> batch = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                batch.add(new Pending(row.getLong(1), row.getBytes(2), row.getString(3)));
            }
        }
        return batch;
    }

    private static Head link(Connection connection, Head head, List<Pending> batch) throws SQLException {
        long position = head.position;
        byte[] hash = head.hash;
        try (PreparedStatement insert =
                connection.prepareStatement("insert into ledger_link (position, event_id, hash) values (?, ?, ?)")) {
            for (Pending pending : batch) {
                hash = Canonical.link(hash, pending.leaf);
                new Parameters(insert)
                        .number(++position)
                        .number(pending.eventId)
                        .bytes(hash);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return new Head(position, hash);
    }

    private static void moveHead(Connection connection, Head head) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update ledger_head set position = ?, hash = ? where id = 1")) {
            new Parameters(update).number(head.position).bytes(head.hash);
            update.executeUpdate();
        }
    }

    private static void forget(Connection connection, List<Pending> batch) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from ledger_pending where event_id = ?")) {
            for (Pending pending : batch) {
                delete.setLong(1, pending.eventId);
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }
}
