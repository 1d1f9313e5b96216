package org.ronda.identity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Wording;

/**
 * From when until when, as it was typed into the fields {@code from} and {@code to}.
 *
 * @param from the first day, or empty for at once
 * @param to the last day, or empty for without end
 */
public record Period(String from, String to) {
    /** The beginning of the first day, or that instant where no later one was named. */
    public Instant begins(Instant now, ZoneId zone) {
        if (from.isEmpty()) {
            return now;
        }
        Instant begins = day("from", from).atStartOfDay(zone).toInstant();
        return begins.isBefore(now) ? now : begins;
    }

    /** The end of the last day, or null. */
    public Instant ends(Instant begins, ZoneId zone) {
        if (to.isEmpty()) {
            return null;
        }
        Instant ends = day("to", to).plusDays(1).atStartOfDay(zone).toInstant();
        if (!ends.isAfter(begins)) {
            throw Refused.invalid(
                    "to",
                    language -> Wording.of(IdentityMessages.class, language).endsBeforeItBegins());
        }
        return ends;
    }

    /** A day as it is typed; or else an error beside the field. */
    public static LocalDate day(String field, String typed) {
        try {
            LocalDate day = LocalDate.parse(typed);
            if (day.getYear() >= 1800 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeException notADay) {
            // said below
        }
        throw Refused.invalid(
                field, language -> Wording.of(IdentityMessages.class, language).notADay());
    }
}
