package org.ronda.process;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.ronda.kernel.Language;

/** Instants in words, in the zone of the process. */
final class Moment {
    private Moment() {}

    static String inWords(Instant instant, ZoneId zone, Language language) {
        String pattern =
                switch (language) {
                    case ES -> "EEEE d 'de' MMMM, HH:mm";
                    case EN -> "EEEE d MMMM, HH:mm";
                    case FR -> "EEEE d MMMM, HH'h'mm";
                };
        return DateTimeFormatter.ofPattern(pattern, language.place()).withZone(zone).format(instant);
    }
}
