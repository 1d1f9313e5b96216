package org.ronda.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.ronda.identity.Awaiting;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Language;

/** That an account counts together with another one waits among what is for its owner until they have read it. */
@ApplicationScoped
class SharedVoices implements Awaiting {
    @Inject
    Verifying verifying;

    @Inject
    Viewer viewer;

    @Override
    public List<Awaited> awaited(Language language) {
        return viewer.participant().filter(Participant::hasToRead).stream()
                .flatMap(reader -> verifying.unread(reader.id()).stream())
                .map(process -> new Awaited(
                        ProcessSetup.words(language)
                                .sharedVoiceIn(process.title().in(language).text()),
                        Verifying.page(process)))
                .toList();
    }
}
