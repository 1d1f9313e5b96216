package org.ronda.commitment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/**
 * What somebody of the team decides about a contribution, or recommends.
 *
 * @param does {@code adopt}, {@code change}, {@code take}, {@code not_taken} or {@code inadmissible}
 * @param reason for everybody to read
 * @param sitting the code of the sitting that decided it; empty for a recommendation
 * @param clause the key of the clause that is changed, where a comment is taken
 * @param about the key of the clause whose words the form began with
 * @param words what the clause is to say
 * @param relation an {@link Effect.Relation}, where it is not word by word
 * @param revision of the clause in the working version that was before their eyes, or 0 where there was none
 */
record OutcomeInput(
        @RestForm @NotBlank String does,
        @RestForm @NotBlank @Size(max = 8_000) String reason,
        @RestForm String sitting,
        @RestForm String clause,
        @RestForm String about,
        @RestForm @Size(max = ClauseInput.LONGEST) String words,
        @RestForm String relation,
        @RestForm int revision) {
    static final OutcomeInput BLANK = new OutcomeInput("", "", "", "", "", "", "", 0);

    OutcomeInput {
        does = does == null ? "" : does;
        reason = PlainText.clean(reason);
        sitting = sitting == null ? "" : sitting.strip();
        clause = clause == null ? "" : clause;
        about = about == null ? "" : about;
        words = PlainText.clean(words);
        relation = relation == null ? "" : relation;
    }

    OutcomeInput about(String key, String text, int seen) {
        return new OutcomeInput(does, reason, sitting, key, key, text, relation, seen);
    }
}
