package org.ronda.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.ronda.identity.Persona;
import org.ronda.kernel.Now;
import org.ronda.ledger.Ledger;

/** Builds the demonstration into an empty database before the port opens, so that it is alive whenever it is started. */
@ApplicationScoped
class World {
    private static final Logger LOG = Logger.getLogger(World.class);

    /** The worlds that can be built. */
    enum Kind {
        RUNNING,
        DECIDED,
        EMPTY;

        static Kind named(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("there is no demonstration \"" + name
                            + "\": RONDA_DEMO_WORLD is one of running, decided, empty"));
        }
    }

    @Inject
    EntityManager entityManager;

    @Inject
    RunningCity running;

    @Inject
    DecidedCity decided;

    @Inject
    Renewal renewal;

    @Inject
    DataSource dataSource;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @ConfigProperty(name = "ronda.demo")
    boolean isDemo;

    @ConfigProperty(name = "ronda.oidc.url")
    Optional<String> provider;

    @ConfigProperty(name = "ronda.demo.world", defaultValue = "running")
    String name;

    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        Optional<String> kind = kind();
        if (!isDemo) {
            refuse(kind);
            return;
        }
        if (hasProvider()) {
            throw new IllegalStateException(
                    "RONDA_OIDC_URL is set: demo mode would let everybody in beside your Keycloak; set RONDA_DEMO=false");
        }
        Kind wanted = Kind.named(name);
        if (kind.isPresent() && !kind.get().equals("demo")) {
            throw new IllegalStateException("this database is a city's: demo mode would open it to everybody");
        }
        if (kind.isEmpty()) {
            build(wanted);
        }
        LOG.info("demonstration accounts, all with the password \"" + Persona.PASSWORD + "\":");
        for (Persona persona : Persona.values()) {
            LOG.info("  " + persona.username() + " (" + persona.publicName() + ")");
        }
    }

    private void build(Kind kind) {
        LOG.info("building the demonstration: this takes some seconds, once");
        Instant today = now.instant();
        mark(today);
        writeThrough(false);
        switch (kind) {
            case RUNNING -> running.build(today);
            case DECIDED -> decided.build(today);
            case EMPTY -> LOG.info("an empty world: nobody has set anything up yet");
        }
        ledger.drain();
        writeThrough(true);
        renewal.built();
    }

    /**
     * H2 writes its file at each commit, so that nothing that was acknowledged is lost. While the demonstration is built
     * nobody is told anything, and one that was not built to its end is built again: there it may wait.
     */
    private void writeThrough(boolean isAtOnce) {
        if (database.startsWith("jdbc:h2:file:")) {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("set write_delay " + (isAtOnce ? 0 : 60_000));
                // nor is each number of an event, one for all sessions, kept before it is given
                statement.execute("alter sequence ledger_event_seq " + (isAtOnce ? "no cache" : "cache 1000"));
            } catch (SQLException refused) {
                throw new IllegalStateException(refused);
            }
        }
    }

    private void refuse(Optional<String> kind) {
        if (kind.isPresent() && kind.get().equals("demo")) {
            throw new IllegalStateException(
                    "this database holds the demonstration: set RONDA_DEMO=true, or use another one");
        }
        if (!hasProvider()) {
            throw new IllegalStateException(
                    "nobody could sign in: set RONDA_OIDC_URL to the realm at your Keycloak, or RONDA_DEMO=true");
        }
    }

    private boolean hasProvider() {
        return provider.filter(url -> !url.isBlank()).isPresent();
    }

    private Optional<String> kind() {
        return entityManager
                .createNativeQuery("select kind from world", String.class)
                .getResultStream()
                .findFirst();
    }

    private void mark(Instant today) {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("insert into world (id, kind, anchor_day) values (1, 'demo', :day)")
                        .setParameter("day", LocalDate.ofInstant(today, ZoneOffset.UTC))
                        .executeUpdate());
    }
}
