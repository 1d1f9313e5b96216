package org.ronda.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronda.kernel.Language;
import org.ronda.kernel.Rows;
import org.ronda.kernel.Scope;

/** Proofs that something was done: anyone who knows the code sees what and when, never who. */
@ApplicationScoped
public class Receipts {
    /**
     * What a receipt says.
     *
     * @param position its place in the ledger, or null while it is being sealed
     * @param process what the process is called and where, or null where it is not told
     * @param subject the same of what it was done to, or null where it is not told
     * @param next what happens next and by when, or null
     * @param hash of the chain at that place, or null
     */
    public record Receipt(
            String code,
            EventKind kind,
            Instant at,
            Long position,
            Subject process,
            Subject subject,
            String next,
            String leaf,
            String hash) {}

    @Inject
    EntityManager entityManager;

    @Inject
    EverySubject subjects;

    public boolean exists(String code) {
        return !entityManager
                .createNativeQuery("select id from ledger_event where receipt = :code")
                .setParameter("code", code)
                .getResultList()
                .isEmpty();
    }

    /** The receipt, with as much of its subject as whoever is looking reaches. */
    public Optional<Receipt> find(String code, Language language) {
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select e.kind, e.gate_at, l.position, e.leaf, l.hash, e.process_id, e.subject_kind,"
                                + " e.subject_id from ledger_event e"
                                + " left join ledger_link l on l.event_id = e.id where e.receipt = :code",
                        Object[].class)
                .setParameter("code", code)
                .getResultList();
        return rows.stream().findFirst().map(row -> receipt(code, row, language));
    }

    private Receipt receipt(String code, Object[] row, Language language) {
        EventKind kind = EventKind.of((String) row[0]).orElseThrow();
        Scope about = new Scope(Scope.Kind.valueOf((String) row[6]), ((Number) row[7]).longValue());
        Scope process = row[5] == null ? null : Scope.process(((Number) row[5]).longValue());
        Map<Scope, Subject> described =
                subjects.describe(process == null ? List.of(about) : List.of(about, process), language);
        boolean isDisclosed = Publication.isDisclosed(kind, described.get(about));
        boolean isProcessTold = process != null && described.get(process).isReached();
        return new Receipt(
                code,
                kind,
                Rows.instant(row[1]),
                row[2] == null ? null : ((Number) row[2]).longValue(),
                isProcessTold ? described.get(process) : null,
                isDisclosed && !about.equals(process) ? described.get(about) : null,
                isDisclosed
                        ? subjects.next(kind, about)
                                .map(wording -> wording.in(language))
                                .orElse(null)
                        : null,
                HexFormat.of().formatHex((byte[]) row[3]),
                row[4] == null ? null : HexFormat.of().formatHex((byte[]) row[4]));
    }
}
