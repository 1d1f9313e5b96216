package org.ronda.contribution;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/**
 * What a group says of its members.
 *
 * @param language the tag of the language that it is written in
 * @param codes of its first members, as they were typed
 * @param version the one that a correction was begun from
 */
public record GroupInput(
        @RestForm @NotBlank @Size(max = 140) String title,
        @RestForm @NotBlank @Size(max = 5_000) String synthesis,
        @RestForm String language,
        @RestForm @Size(max = 2_000) String codes,
        @RestForm Long version) {
    public GroupInput {
        title = PlainText.line(title);
        synthesis = PlainText.clean(synthesis);
        language = language == null ? "" : language.strip();
        codes = PlainText.clean(codes);
    }

    static GroupInput of(SimilarityGroup group) {
        return new GroupInput(group.title(), group.synthesis(), group.language(), "", group.version());
    }

    long seen() {
        return version == null ? -1 : version;
    }
}
