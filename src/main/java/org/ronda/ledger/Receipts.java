package org.ronda.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Proofs that something was done: anyone who knows the code sees what and when, never who. */
@ApplicationScoped
public class Receipts {
    /**
     * What a receipt says.
     *
     * @param position its place in the ledger, or null while it is being sealed
     * @param hash of the chain at that place, or null
     */
    public record Receipt(String code, EventKind kind, Instant at, Long position, String leaf, String hash) {}

    @Inject
    EntityManager entityManager;

    public Optional<Receipt> find(String code) {
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select e.kind, e.gate_at, l.position, e.leaf, l.hash from ledger_event e"
                                + " left join ledger_link l on l.event_id = e.id where e.receipt = :code",
                        Object[].class)
                .setParameter("code", code)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Receipt(
                        code,
                        EventKind.of((String) row[0]).orElseThrow(),
                        instant(row[1]),
                        row[2] == null ? null : ((Number) row[2]).longValue(),
                        HexFormat.of().formatHex((byte[]) row[3]),
                        row[4] == null ? null : HexFormat.of().formatHex((byte[]) row[4])));
    }

    private static Instant instant(Object value) {
        if (value instanceof OffsetDateTime offset) {
            return offset.toInstant();
        }
        return value instanceof Timestamp timestamp ? timestamp.toInstant() : (Instant) value;
    }
}
