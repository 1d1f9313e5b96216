package org.ronda.identity;

import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import org.jboss.resteasy.reactive.RestForm;

/**
 * How an office ends.
 *
 * @param until the first day that is no longer part of it
 * @param successor the code of who follows, or empty
 */
public record OfficeEndInput(
        @RestForm @NotBlank String until, @RestForm String successor) {
    public OfficeEndInput {
        until = until == null ? "" : until.strip();
        successor = successor == null ? "" : successor.strip();
    }

    LocalDate day() {
        return Period.day("until", until);
    }
}
