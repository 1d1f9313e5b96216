package org.ronda.kernel;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;

/**
 * Instants and numbers in words: {@code {instant.inWords(zone, page.language)}}, {@code {count.grouped(page.language)}}.
 * The zone is said once on a page: {@code {zone.inWords(page.language)}}.
 */
@TemplateExtension
public final class Dates {
    private Dates() {}

    /** "lunes 14 de diciembre, 18:00"; with the year when it is another one. */
    public static String inWords(Instant instant, ZoneId zone, Language language) {
        return day(instant, zone, language, true) + ", " + time(instant, zone, language);
    }

    /** "lunes 14 de diciembre, 18:00 (hora de Argentina)", where a moment stands alone. */
    public static String inWordsWithZone(Instant instant, ZoneId zone, Language language) {
        return inWords(instant, zone, language) + " (" + inWords(zone, language) + ")";
    }

    /** "14 de diciembre". */
    public static String day(Instant instant, ZoneId zone, Language language) {
        return day(instant, zone, language, false);
    }

    /** "14 de diciembre de 2026": a day of the calendar, with its year. */
    public static String inWords(LocalDate day, Language language) {
        boolean isOrdinal = language == Language.FR && day.getDayOfMonth() == 1;
        String pattern =
                language == Language.ES ? "d 'de' MMMM 'de' yyyy" : isOrdinal ? "d'er' MMMM yyyy" : "d MMMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, language.place()).format(day);
    }

    /** "hora de Argentina". */
    public static String inWords(ZoneId zone, Language language) {
        return zone.getDisplayName(TextStyle.FULL, language.place());
    }

    /** How far away it is, before or after now: "en 3 días", "mañana", "hace 20 minutos". Days are those of the calendar. */
    public static String relative(Instant instant, ZoneId zone, Language language) {
        return relative(instant, Arc.container().instance(Now.class).get().instant(), zone, language);
    }

    static String relative(Instant instant, Instant now, ZoneId zone, Language language) {
        KernelMessages words = Wording.of(KernelMessages.class, language);
        Duration distance = Duration.between(now, instant);
        boolean isAhead = !distance.isNegative();
        long minutes = distance.abs().toMinutes();
        if (minutes < 1) {
            return isAhead ? words.in_a_moment() : words.just_now();
        } else if (minutes < 60) {
            return isAhead ? words.in_minutes(minutes) : words.minutes_ago(minutes);
        } else if (minutes < 24 * 60) {
            long hours = minutes / 60;
            return isAhead ? words.in_hours(hours) : words.hours_ago(hours);
        }
        long days = Math.abs(ChronoUnit.DAYS.between(
                now.atZone(zone).toLocalDate(), instant.atZone(zone).toLocalDate()));
        return isAhead ? words.in_days(days) : words.days_ago(days);
    }

    /** For the {@code datetime} attribute. */
    public static String iso(Instant instant) {
        return instant.toString();
    }

    /** For {@code datetime-local} fields; nothing for null. */
    public static String local(Instant instant, ZoneId zone) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")
                        .withZone(zone)
                        .format(instant);
    }

    /** With the place's separators: "12.345". */
    public static String grouped(Number number, Language language) {
        return NumberFormat.getIntegerInstance(language.place()).format(number.longValue());
    }

    /** Whole days until then, counted by the calendar of the zone: 0 is today. */
    public static long daysUntil(Instant then, ZoneId zone) {
        return ChronoUnit.DAYS.between(
                Arc.container().instance(Now.class).get().instant().atZone(zone).toLocalDate(),
                then.atZone(zone).toLocalDate());
    }

    private static String day(Instant instant, ZoneId zone, Language language, boolean hasWeekday) {
        ZonedDateTime moment = instant.atZone(zone);
        boolean isThisYear = moment.getYear()
                == Arc.container()
                        .instance(Now.class)
                        .get()
                        .instant()
                        .atZone(zone)
                        .getYear();
        boolean isOrdinal = language == Language.FR && moment.getDayOfMonth() == 1;
        String day = language == Language.ES ? "d 'de' MMMM" : isOrdinal ? "d'er' MMMM" : "d MMMM";
        String year = isThisYear ? "" : language == Language.ES ? " 'de' yyyy" : " yyyy";
        return DateTimeFormatter.ofPattern((hasWeekday ? "EEEE " : "") + day + year, language.place())
                .format(moment);
    }

    private static String time(Instant instant, ZoneId zone, Language language) {
        return DateTimeFormatter.ofPattern(language == Language.FR ? "H'\u00a0h\u00a0'mm" : "HH:mm")
                .format(instant.atZone(zone));
    }
}
