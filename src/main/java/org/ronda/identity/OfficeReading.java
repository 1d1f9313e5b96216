package org.ronda.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ronda.kernel.Now;

/** The offices as they stand today, by the clock of the city. */
@ApplicationScoped
public class OfficeReading {
    @Inject
    Now now;

    @ConfigProperty(name = "ronda.zone")
    ZoneId zone;

    /** All of them, in one statement. */
    public OfficeChart chart() {
        return new OfficeChart(Office.listAll(), today());
    }

    public LocalDate today() {
        return day(now.instant());
    }

    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** The beginning of a day. */
    Instant begins(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
