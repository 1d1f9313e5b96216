package org.ronda.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.LocalMoment;
import org.ronda.kernel.PlainText;

/**
 * How a process begins.
 *
 * @param from "blank", "template" or "copy"
 * @param copyOf the address of the process that is copied
 * @param slug the last part of its address, or empty to take it from the title
 * @param start when the first phase opens, by the place's clock
 */
public record NewProcessInput(
        @RestForm @Pattern(regexp = "blank|template|copy") String from,
        @RestForm String copyOf,
        @RestForm @NotBlank @Size(max = 140) String title,
        @RestForm @Size(max = 60) String slug,
        @RestForm @LocalMoment String start) {
    public NewProcessInput {
        from = from == null ? "blank" : from.strip();
        copyOf = copyOf == null ? "" : copyOf.strip();
        title = PlainText.line(title);
        slug = slug == null ? "" : slug.strip();
        start = start == null ? "" : start.strip();
    }

    public boolean isBlank() {
        return from.equals("blank");
    }

    public boolean isCopy() {
        return from.equals("copy");
    }
}
