package org.ronda.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.ronda.kernel.Refused;

/** A day as it is typed about an office. */
final class OfficeDay {
    private OfficeDay() {}

    static LocalDate of(String field, String typed) {
        try {
            LocalDate day = LocalDate.parse(typed);
            if (day.getYear() >= 1800 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeException notADay) {
            // said below
        }
        throw Refused.invalid(field, language -> OfficeSetup.words(language).notADay());
    }
}
