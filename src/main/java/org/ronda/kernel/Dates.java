package org.ronda.kernel;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;

/** Instants and numbers in words, in a zone and a language. */
@TemplateExtension
public final class Dates {
    private Dates() {}

    /** "lunes 14 de diciembre, 18:00"; with the year when it is another one. */
    public static String inWords(Instant instant, ZoneId zone, Language language) {
        return format(instant, zone, language, true, true);
    }

    /** "14 de diciembre". */
    public static String day(Instant instant, ZoneId zone, Language language) {
        return format(instant, zone, language, false, false);
    }

    private static String format(Instant instant, ZoneId zone, Language language, boolean hasWeekday, boolean hasTime) {
        ZonedDateTime moment = instant.atZone(zone);
        boolean otherYear = moment.getYear() != now().atZone(zone).getYear();
        String day =
                switch (language) {
                    case ES -> "d 'de' MMMM" + (otherYear ? " 'de' yyyy" : "");
                    case EN, FR -> "d MMMM" + (otherYear ? " yyyy" : "");
                };
        String time = language == Language.FR ? ", H'h'mm" : ", HH:mm";
        return DateTimeFormatter.ofPattern((hasWeekday ? "EEEE " : "") + day + (hasTime ? time : ""), language.place())
                .format(moment);
    }

    /** For the {@code datetime} attribute. */
    static String iso(Instant instant) {
        return instant.toString();
    }

    /** For {@code datetime-local} fields. */
    static String local(Instant instant, ZoneId zone) {
        return instant == null ? "" : DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").withZone(zone).format(instant);
    }

    /** "hora de Argentina", "heure d'Argentine": the zone in words, said once on a page. */
    static String inWords(ZoneId zone, Language language) {
        return zone.getDisplayName(TextStyle.FULL, language.place());
    }

    /** Whole days until then, counted by the calendar of the zone: 0 is today. */
    static long daysUntil(Instant then, ZoneId zone) {
        return ChronoUnit.DAYS.between(
                now().atZone(zone).toLocalDate(), then.atZone(zone).toLocalDate());
    }

    static boolean isWithin(Instant then, long hours) {
        return Duration.between(now(), then).toHours() < hours;
    }

    /** A number with the place's separators. */
    static String grouped(Integer number, Language language) {
        return NumberFormat.getIntegerInstance(language.place()).format(number);
    }

    /** For a query string. */
    static String urlEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Instant now() {
        return Arc.container().instance(Now.class).get().instant();
    }
}
