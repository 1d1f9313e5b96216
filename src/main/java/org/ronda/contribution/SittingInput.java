package org.ronda.contribution;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/**
 * A sitting as somebody records it.
 *
 * @param heldOn the day, as {@code 2026-11-30}
 * @param method a {@link Sitting.Method}
 * @param votesFor a number, where there was a vote
 * @param link to the record of it, or empty
 */
public record SittingInput(
        @RestForm @NotBlank String heldOn,
        @RestForm @NotBlank String method,
        @RestForm String votesFor,
        @RestForm String votesAgainst,
        @RestForm String votesAbstaining,
        @RestForm @Size(max = 4_000) String dissent,
        @RestForm @Size(max = 500) String link) {
    static final SittingInput BLANK = new SittingInput("", "", "", "", "", "", "");

    public SittingInput {
        heldOn = PlainText.line(heldOn);
        method = PlainText.line(method);
        votesFor = PlainText.line(votesFor);
        votesAgainst = PlainText.line(votesAgainst);
        votesAbstaining = PlainText.line(votesAbstaining);
        dissent = PlainText.clean(dissent);
        link = PlainText.line(link);
    }
}
