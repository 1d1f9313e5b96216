package org.ronda.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.ronda.kernel.Now;

/**
 * A demonstration whose days have passed is built anew, so that something is always open in it: only on an H2 file that
 * nobody added to, which is kept beside the new one. On PostgreSQL, and where somebody added something, it stays.
 */
@ApplicationScoped
class Renewal {
    /** For so long the dates of the demonstration are still alive. */
    static final Duration ALIVE = Duration.ofDays(7);

    /** Before the scheduler, whose jobs read and write. */
    private static final int FIRST = -1;

    private static final Logger LOG = Logger.getLogger(Renewal.class);
    private static final String ADDED = "select (select count(*) from ledger_event e where e.id > w.last_event"
            + " and e.kind <> 'results.frozen') + (select count(*) from contribution c where c.id > w.last_contribution)"
            + " from world w";

    @Inject
    EntityManager entityManager;

    @Inject
    DataSource dataSource;

    @Inject
    Flyway flyway;

    @Inject
    Now now;

    @ConfigProperty(name = "ronda.demo")
    boolean isDemo;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @ConfigProperty(name = "ronda.data-dir")
    Path dataDir;

    /** What is there is all that was built; whatever comes later was added by somebody. */
    void built() {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("update world set built_at = :now,"
                                + " last_event = (select coalesce(max(id), 0) from ledger_event),"
                                + " last_contribution = (select coalesce(max(id), 0) from contribution)")
                        .setParameter("now", now.instant())
                        .executeUpdate());
    }

    /** Sets a demonstration aside that is too old or was not built to its end, before anything else reads it. */
    void start(@Observes @Priority(FIRST) StartupEvent started) {
        if (isDemo && number("select count(*) from world where kind = 'demo'") == 1) {
            renew();
        }
    }

    private void renew() {
        boolean isWhole = number("select count(*) from world where built_at is not null") == 1;
        boolean isFile = database.startsWith("jdbc:h2:file:");
        LocalDate day = (LocalDate) entityManager
                .createNativeQuery("select anchor_day from world", LocalDate.class)
                .getSingleResult();
        boolean isAlive =
                !LocalDate.ofInstant(now.instant().minus(ALIVE), ZoneOffset.UTC).isAfter(day);
        if (isWhole && (isAlive || number(ADDED) > 0)) {
            return;
        }
        if (isFile) {
            setAside(day);
            return;
        }
        if (!isWhole) {
            throw new IllegalStateException(
                    "the demonstration was not built to its end: drop the database and create it anew");
        }
        LOG.warn("the demonstration is of " + day + ", and its dates have passed: for a new one drop the database and"
                + " create it anew");
    }

    private void setAside(LocalDate day) {
        Path aside = dataDir.resolve("ronda-" + day + "-" + now.instant().getEpochSecond() + ".zip");
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("backup to '" + aside.toString().replace("'", "''") + "'");
            statement.execute("drop all objects");
        } catch (SQLException broken) {
            throw new IllegalStateException("the old demonstration could not be set aside", broken);
        }
        flyway.migrate();
        LOG.info("the demonstration of " + day + " is set aside in " + aside);
    }

    private long number(String sql) {
        return ((Number) entityManager.createNativeQuery(sql).getSingleResult()).longValue();
    }
}
