package org.ronda.process;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.ronda.kernel.Dates;
import org.ronda.kernel.LocalMoment;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Wording;

/** What was typed as a date with a time, in the zone of a process. */
final class Moment {
    private Moment() {}

    /**
     * @param before what the field showed: a form has minutes only, and what was not touched is not changed
     */
    static Optional<Instant> of(String field, String typed, ZoneId zone, Instant before) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        if (before != null && Dates.local(before, zone).equals(typed.strip())) {
            return Optional.of(before);
        }
        LocalDateTime moment = LocalMoment.Rule.parse(typed).orElseThrow(() -> outOfRange(field));
        if (moment.getYear() < 2000 || moment.getYear() > 2100) {
            throw outOfRange(field);
        }
        return Optional.of(moment.atZone(zone).toInstant());
    }

    private static Refused outOfRange(String field) {
        return Refused.invalid(
                field, language -> Wording.of(SetupMessages.class, language).dateOutOfRange());
    }
}
