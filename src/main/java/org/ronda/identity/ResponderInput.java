package org.ronda.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

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

    Period period() {
        return new Period(from, to);
    }
}
