package org.ronda.comment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/**
 * What somebody types for a comment.
 *
 * @param on what it is about, such as {@code proposal:P-7F3K2Q9M}
 * @param parent the code of the comment that it answers, or empty
 * @param stance a {@link Comment.Stance} in lower case, or empty
 * @param name the code of the organisation, or in reply of the office, in whose name it is said, or empty
 */
record CommentInput(
        @RestForm String on,
        @RestForm String parent,
        @RestForm String stance,
        @RestForm String name,
        @RestForm @NotBlank @Size(max = 20_000) String body) {
    CommentInput {
        on = on == null ? "" : on;
        parent = parent == null ? "" : parent;
        stance = stance == null ? "" : stance;
        name = name == null ? "" : name;
        body = PlainText.clean(body);
    }

    /** The same words, no reply any more. */
    CommentInput answeringNothing() {
        return new CommentInput(on, "", stance, name, body);
    }

    static CommentInput about(String on, String parent) {
        return replying(on, parent, "");
    }

    /** @param name in which name it will be said, unless another one is chosen */
    static CommentInput replying(String on, String parent, String name) {
        return new CommentInput(on, parent, "", name, "");
    }
}
