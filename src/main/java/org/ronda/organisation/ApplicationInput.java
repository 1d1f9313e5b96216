package org.ronda.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/**
 * What somebody says who applies for an organisation.
 *
 * @param themes with commas between
 * @param legal an {@link Organisation.Legal}; nothing is as good as none
 * @param title the applicant's role in it
 */
public record ApplicationInput(
        @RestForm @NotBlank @Size(max = 120) String name,
        @RestForm @NotBlank @Size(max = 4_000) String statement,
        @RestForm @Size(max = 300) String themes,
        @RestForm @NotBlank @Size(max = 200) String contact,
        @RestForm String legal,
        @RestForm @NotBlank @Size(max = 80) String title) {
    static final ApplicationInput BLANK = new ApplicationInput("", "", "", "", "NONE", "");

    public ApplicationInput {
        name = PlainText.line(name);
        statement = PlainText.clean(statement);
        themes = PlainText.line(themes);
        contact = PlainText.line(contact);
        legal = legal == null || legal.isBlank() ? "NONE" : legal.strip();
        title = PlainText.line(title);
    }

    Organisation.Legal legalForm() {
        return DescriptionInput.legalForm(legal);
    }
}
