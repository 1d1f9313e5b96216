package org.ronda.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Mails of the tests: what they are about is what they say; nothing where it is withdrawn. */
@ApplicationScoped
class TestLetters implements Letters {
    @Override
    public String kind() {
        return "test";
    }

    @Override
    public Optional<Letter> write(long participantId, String about, Language language) {
        if (about.startsWith("broken")) {
            throw new IllegalStateException(about);
        }
        return about.startsWith("withdrawn")
                ? Optional.empty()
                : Optional.of(new Letter(
                        about,
                        List.of("Hola <b>" + language.tag() + "</b>"),
                        List.of(new Letter.Section("", List.of(new Letter.Item("La plaza", "/processes", "")))),
                        null));
    }
}
