package org.ronda.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Refused;

/** What an organisation says of itself; its name stays. */
record DescriptionInput(
        @RestForm @NotBlank @Size(max = 4_000) String statement,
        @RestForm @Size(max = 300) String themes,
        @RestForm @NotBlank @Size(max = 200) String contact,
        @RestForm String legal,
        @RestForm String twoPerson,
        @RestForm String version) {
    DescriptionInput {
        statement = PlainText.clean(statement);
        themes = PlainText.line(themes);
        contact = PlainText.line(contact);
        legal = legal == null || legal.isBlank() ? "NONE" : legal.strip();
        twoPerson = "true".equals(twoPerson) ? "true" : "";
        version = version == null ? "" : version.strip();
    }

    static DescriptionInput of(Organisation organisation) {
        return new DescriptionInput(
                organisation.statement(),
                organisation.themes(),
                organisation.contact(),
                organisation.legal().name(),
                String.valueOf(organisation.isTwoPerson()),
                String.valueOf(organisation.version()));
    }

    /** The same, for who has seen that it changed meanwhile. */
    DescriptionInput on(Organisation organisation) {
        return new DescriptionInput(
                statement, themes, contact, legal, twoPerson, String.valueOf(organisation.version()));
    }

    public boolean isTwoPerson() {
        return twoPerson.equals("true");
    }

    Organisation.Legal legalForm() {
        return legalForm(legal);
    }

    static Organisation.Legal legalForm(String typed) {
        return Arrays.stream(Organisation.Legal.values())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(
                        "legal", language -> Applying.words(language).choose()));
    }
}
