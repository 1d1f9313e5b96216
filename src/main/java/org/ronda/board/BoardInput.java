package org.ronda.board;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Translated;

/** A new board, with the first version of its rules, in the three languages. */
public record BoardInput(
        @RestForm @NotBlank @Size(max = 120) String nameEs,
        @RestForm @NotBlank @Size(max = 120) String nameEn,
        @RestForm @NotBlank @Size(max = 120) String nameFr,
        @RestForm @NotBlank @Size(max = 4_000) String purposeEs,
        @RestForm @NotBlank @Size(max = 4_000) String purposeEn,
        @RestForm @NotBlank @Size(max = 4_000) String purposeFr,
        @RestForm @NotBlank @Size(max = 20_000) String rulesEs,
        @RestForm @NotBlank @Size(max = 20_000) String rulesEn,
        @RestForm @NotBlank @Size(max = 20_000) String rulesFr) {
    static final BoardInput BLANK = new BoardInput("", "", "", "", "", "", "", "", "");

    public BoardInput {
        nameEs = PlainText.line(nameEs);
        nameEn = PlainText.line(nameEn);
        nameFr = PlainText.line(nameFr);
        purposeEs = PlainText.clean(purposeEs);
        purposeEn = PlainText.clean(purposeEn);
        purposeFr = PlainText.clean(purposeFr);
        rulesEs = PlainText.clean(rulesEs);
        rulesEn = PlainText.clean(rulesEn);
        rulesFr = PlainText.clean(rulesFr);
    }

    Translated name() {
        return Translated.of(nameEs, nameEn, nameFr);
    }

    Translated purpose() {
        return Translated.of(purposeEs, purposeEn, purposeFr);
    }

    Translated rules() {
        return Translated.of(rulesEs, rulesEn, rulesFr);
    }
}
