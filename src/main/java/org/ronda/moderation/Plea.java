package org.ronda.moderation;

import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/** What somebody says for a second look, if anything. */
public record Plea(@RestForm @Size(max = 1_000) String words) {
    static final Plea BLANK = new Plea("");

    public Plea {
        words = PlainText.clean(words);
    }
}
