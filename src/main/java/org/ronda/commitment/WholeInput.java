package org.ronda.commitment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.ronda.kernel.Language;
import org.ronda.kernel.PlainText;

/**
 * A draft that begins with all its words.
 *
 * @param language the tag of its language of record
 * @param clauses in their order, without the title; null stands for one that was left out, so that the others keep their place
 */
record WholeInput(
        @NotBlank @Size(max = BeginInput.LONGEST_TITLE) String title, String language, List<@Valid Piece> clauses) {
    WholeInput {
        title = PlainText.line(title);
        language = language == null ? "" : language.strip();
    }

    Language chosenLanguage() {
        return new BeginInput(title, language, "").chosenLanguage();
    }

    List<Piece> pieces() {
        return clauses == null
                ? List.of()
                : clauses.stream().filter(Objects::nonNull).toList();
    }
}
