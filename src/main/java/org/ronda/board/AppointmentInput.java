package org.ronda.board;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.identity.Period;
import org.ronda.kernel.PlainText;

/**
 * Who is asked to sit on a seat.
 *
 * @param who a participant's code or public name
 * @param as {@code holder} or {@code deputy}
 * @param from the first day, or empty for at once
 * @param to the last day, or empty for without end
 */
public record AppointmentInput(
        @RestForm @NotBlank @Size(max = 80) String who,

        @RestForm @NotBlank @Pattern(regexp = "|holder|deputy")
        String as,

        @RestForm String from,
        @RestForm String to) {
    static final AppointmentInput BLANK = new AppointmentInput("", "holder", "", "");

    public AppointmentInput {
        who = PlainText.line(who);
        as = PlainText.line(as);
        from = PlainText.line(from);
        to = PlainText.line(to);
    }

    boolean isDeputy() {
        return as.equals("deputy");
    }

    Period period() {
        return new Period(from, to);
    }
}
