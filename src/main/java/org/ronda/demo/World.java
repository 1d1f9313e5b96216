package org.ronda.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.ronda.identity.Persona;
import org.ronda.kernel.Now;
import org.ronda.ledger.Ledger;

/** Builds the demonstration into an empty database before the port opens, so that it is alive whenever it is started. */
@ApplicationScoped
class World {
    private static final Logger LOG = Logger.getLogger(World.class);

    @Inject
    EntityManager entityManager;

    @Inject
    DemoCity city;

    @Inject
    Renewal renewal;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    @ConfigProperty(name = "ronda.demo")
    boolean isDemo;

    @ConfigProperty(name = "ronda.demo.world", defaultValue = "running")
    String name;

    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        Optional<String> kind = kind();
        if (!isDemo) {
            refuse(kind);
            return;
        }
        if (kind.isPresent() && !kind.get().equals("demo")) {
            throw new IllegalStateException("this database is a city's: demo mode would open it to everybody");
        }
        if (kind.isEmpty()) {
            build();
        }
        LOG.info("demonstration accounts, all with the password \"" + Persona.PASSWORD + "\":");
        for (Persona persona : Persona.values()) {
            LOG.info("  " + persona.username() + " (" + persona.publicName() + ")");
        }
    }

    private void build() {
        LOG.info("building the demonstration: this takes some seconds, once");
        Instant today = now.instant();
        mark(today);
        if (!name.equals("empty")) {
            city.build(today);
        }
        ledger.drain();
        renewal.built();
    }

    private static void refuse(Optional<String> kind) {
        if (kind.isPresent() && kind.get().equals("demo")) {
            throw new IllegalStateException(
                    "this database holds the demonstration: set RONDA_DEMO=true, or use another one");
        }
        throw new IllegalStateException("sign-in by an identity provider is not built yet: set RONDA_DEMO=true");
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
