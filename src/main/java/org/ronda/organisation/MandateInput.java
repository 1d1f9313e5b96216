package org.ronda.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Refused;

/**
 * A mandate to be given.
 *
 * @param who a participant's code or public name
 * @param about empty for everything, or what {@link Spheres} offers
 * @param from the first day, or empty for at once
 * @param to the last day, or empty for without end
 * @param holder "true" for who may give mandates too
 */
public record MandateInput(
        @RestForm @NotBlank @Size(max = 80) String who,
        @RestForm @NotBlank @Size(max = 80) String title,
        @RestForm String about,
        @RestForm String from,
        @RestForm String to,
        @RestForm String holder) {
    static final MandateInput BLANK = new MandateInput("", "", "", "", "", "");

    public MandateInput {
        who = PlainText.line(who);
        title = PlainText.line(title);
        about = about == null ? "" : about.strip();
        from = from == null ? "" : from.strip();
        to = to == null ? "" : to.strip();
        holder = "true".equals(holder) ? "true" : "";
    }

    public boolean isHolder() {
        return holder.equals("true");
    }

    /** The beginning of the first day, or that instant where no later one was named. */
    Instant validFrom(Instant now, ZoneId zone) {
        if (from.isEmpty()) {
            return now;
        }
        Instant begins = day("from", from).atStartOfDay(zone).toInstant();
        return begins.isBefore(now) ? now : begins;
    }

    /** The end of the last day, or null. */
    Instant validTo(Instant begins, ZoneId zone) {
        if (to.isEmpty()) {
            return null;
        }
        Instant ends = day("to", to).plusDays(1).atStartOfDay(zone).toInstant();
        if (!ends.isAfter(begins)) {
            throw Refused.invalid("to", language -> Applying.words(language).endsBeforeItBegins());
        }
        return ends;
    }

    private static LocalDate day(String field, String typed) {
        try {
            LocalDate day = LocalDate.parse(typed);
            if (day.getYear() >= 2000 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeException notADay) {
            // said below
        }
        throw Refused.invalid(field, language -> Applying.words(language).notADay());
    }
}
