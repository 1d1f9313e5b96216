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
 * @param quote the words of the subject that it is about, or empty for the whole
 * @param at what of the subject was before the author's eyes, as its room wrote it
 */
record CommentInput(
        @RestForm String on,
        @RestForm String parent,
        @RestForm String stance,
        @RestForm String name,
        @RestForm @NotBlank @Size(max = 20_000) String body,
        @RestForm @Size(max = 2_000) String quote,
        @RestForm @Size(max = 40) String at) {
    CommentInput {
        on = on == null ? "" : on;
        parent = parent == null ? "" : parent;
        stance = stance == null ? "" : stance;
        name = name == null ? "" : name;
        body = PlainText.clean(body);
        quote = PlainText.clean(quote);
        at = at == null ? "" : at;
    }

    /** The same words, no reply any more. */
    CommentInput answeringNothing() {
        return new CommentInput(on, "", stance, name, body, quote, at);
    }

    static CommentInput about(String on, String parent) {
        return replying(on, parent, "");
    }

    /** @param name in which name it will be said, unless another one is chosen */
    static CommentInput replying(String on, String parent, String name) {
        return whole(on, parent, "", name, "");
    }

    /** About the whole of its subject. */
    static CommentInput whole(String on, String parent, String stance, String name, String body) {
        return new CommentInput(on, parent, stance, name, body, "", "");
    }
}
