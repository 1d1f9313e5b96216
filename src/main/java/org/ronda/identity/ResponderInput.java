package org.ronda.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Refused;

/**
 * Somebody who is to respond for an office.
 *
 * @param who a participant's code or public name
 * @param title the role in the office
 * @param from the first day, or empty for at once
 * @param to the last day, or empty for without end
 */
public record ResponderInput(
        @RestForm @NotBlank @Size(max = 80) String who,
        @RestForm @NotBlank @Size(max = 80) String title,
        @RestForm String from,
        @RestForm String to) {
    static final ResponderInput BLANK = new ResponderInput("", "", "", "");

    public ResponderInput {
        who = PlainText.line(who);
        title = PlainText.line(title);
        from = from == null ? "" : from.strip();
        to = to == null ? "" : to.strip();
    }

    Participant person() {
        List<Participant> named = Participant.named(who).stream()
                .filter(person -> !person.isDisabled())
                .toList();
        if (named.size() != 1) {
            throw Refused.invalid(
                    "who",
                    language -> named.isEmpty()
                            ? OfficeSetup.words(language).nobodyNamed()
                            : OfficeSetup.words(language).severalNamed());
        }
        return named.get(0);
    }

    /** The beginning of the first day, or that instant where no later one was named. */
    Instant validFrom(Instant now, ZoneId zone) {
        if (from.isEmpty()) {
            return now;
        }
        Instant begins = OfficeDay.of("from", from).atStartOfDay(zone).toInstant();
        return begins.isBefore(now) ? now : begins;
    }

    /** The end of the last day, or null. */
    Instant validTo(Instant begins, ZoneId zone) {
        if (to.isEmpty()) {
            return null;
        }
        Instant ends = OfficeDay.of("to", to).plusDays(1).atStartOfDay(zone).toInstant();
        if (!ends.isAfter(begins)) {
            throw Refused.invalid("to", language -> OfficeSetup.words(language).endsBeforeItBegins());
        }
        return ends;
    }
}
