package org.ronda.moderation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.WholeNumber;

/**
 * What a moderator decides about a contribution.
 *
 * @param contribution its code
 * @param act a {@link Decision.Kind} in lower case
 * @param rule a {@link Rule} in lower case; not needed where nothing is taken away
 * @param words the words concerned; needed to take a passage out
 * @param version of the contribution that the moderator read
 */
public record DecisionInput(
        @RestForm @NotBlank String contribution,
        @RestForm @NotBlank String act,
        @RestForm String rule,
        @RestForm @Size(max = 2_000) String words,
        @RestForm @NotBlank @Size(max = 1_000) String reason,
        @RestForm @NotBlank @WholeNumber String version) {
    public DecisionInput {
        contribution = PlainText.line(contribution);
        act = PlainText.line(act);
        rule = PlainText.line(rule);
        words = PlainText.clean(words);
        reason = PlainText.clean(reason);
        version = PlainText.line(version);
    }

    static DecisionInput about(String contribution, long version) {
        return new DecisionInput(contribution, "", "", "", "", String.valueOf(version));
    }
}
