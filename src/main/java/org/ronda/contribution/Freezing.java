package org.ronda.contribution;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ronda.kernel.Now;
import org.ronda.kernel.Rows;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;
import org.ronda.process.Gate;

/**
 * States the results of a phase once nothing of it can still arrive: its end is half a minute past, no gated write from
 * before it is running, and no event from before it is waiting to be sealed. One row and one event for each interval
 * that ended; any node may do it, twice changes nothing.
 */
@ApplicationScoped
public class Freezing {
    private static final String ENDED = "select t.phase_id, t.ends_at from phase_terms t"
            + " join phase f on f.id = t.phase_id join process p on p.id = f.process_id"
            + " where p.published_at is not null and t.ends_at <= :calm"
            + " and t.n = (select max(l.n) from phase_terms l where l.phase_id = t.phase_id and l.effective_at <= :now)"
            + " and not exists (select 1 from phase_freeze z where z.phase_id = t.phase_id and z.ended_at = t.ends_at)";

    @Inject
    EntityManager entityManager;

    @Inject
    Gate gate;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    @ConfigProperty(name = "quarkus.datasource.db-kind")
    String database;

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void beat() {
        freeze();
    }

    /** @return how many phases were frozen */
    public int freeze() {
        Instant at = now.instant();
        List<Object[]> ended = QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery(ENDED, Object[].class)
                        .setParameter("calm", at.minus(Gate.CALM))
                        .setParameter("now", at)
                        .getResultList());
        int frozen = 0;
        for (Object[] row : ended) {
            long phase = ((Number) row[0]).longValue();
            Instant end = Rows.instant(row[1]);
            if (QuarkusTransaction.requiringNew().call(() -> freeze(phase, end, at))) {
                frozen++;
            }
        }
        return frozen;
    }

    private boolean freeze(long phase, Instant end, Instant at) {
        boolean mayStillArrive =
                gate.earliestRunning().filter(began -> began.isBefore(end)).isPresent()
                        || isWriting(end)
                        || number(
                                        "select count(*) from ledger_pending p join ledger_event e on e.id = p.event_id"
                                                + " where e.gate_at < :end",
                                        Map.of("end", end))
                                > 0;
        if (mayStillArrive) {
            return false;
        }
        int inserted = entityManager
                .createNativeQuery("insert into phase_freeze (phase_id, ended_at, frozen_at, ledger_position, supports,"
                        + " contributions, comments) select cast(:phase as bigint), cast(:end as timestamp(6) with time zone),"
                        + " cast(:at as timestamp(6) with time zone), (select position from ledger_head where id = 1),"
                        + " (select count(*) from support s where s.phase_id = :phase), c.contributions, c.comments"
                        + " from subject_count c where c.subject_kind = 'PHASE' and c.subject_id = :phase"
                        + " on conflict do nothing")
                .setParameter("phase", phase)
                .setParameter("end", end)
                .setParameter("at", at)
                .executeUpdate();
        if (inserted == 0) {
            return false;
        }
        // what nobody confirmed in time is no support
        entityManager
                .createNativeQuery("delete from support_wish where contribution_id in"
                        + " (select id from contribution where phase_id = :phase)")
                .setParameter("phase", phase)
                .executeUpdate();
        long supports = number("select count(*) from support where phase_id = :phase", Map.of("phase", phase));
        long process = number("select process_id from phase where id = :phase", Map.of("phase", phase));
        ledger.record(Event.of("results.frozen", Scope.phase(phase))
                .in(process)
                .at(at)
                .saying(Map.of("supports", String.valueOf(supports), "ended", end.toString())));
        return true;
    }

    /** On PostgreSQL other nodes may be writing: a transaction with an id that began before the end. */
    private boolean isWriting(Instant end) {
        return database.equals("postgresql")
                && number(
                                "select count(*) from pg_stat_activity where usename = current_user"
                                        + " and pid <> pg_backend_pid() and backend_xid is not null and xact_start < :end",
                                Map.of("end", end))
                        > 0;
    }

    private long number(String sql, Map<String, Object> parameters) {
        var query = entityManager.createNativeQuery(sql);
        parameters.forEach(query::setParameter);
        return ((Number) query.getSingleResult()).longValue();
    }
}
