package org.ronda.kernel;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** Something to say to a person, in whatever language that person reads. */
@FunctionalInterface
public interface Wording {
    String in(Language language);

    /** The messages of a room in a language: {@code Wording.of(ProposalMessages.class, language).tooLong()}. */
    static <T> T of(Class<T> bundle, Language language) {
        return MessageBundles.get(bundle, Localized.Literal.of(language.tag()));
    }
}
