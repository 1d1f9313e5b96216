package org.ronda.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.ronda.kernel.Language;
import org.ronda.kernel.Letter;
import org.ronda.kernel.Letters;

/** Tells at once that an account counts together with another one, and not with whose: somebody may have taken a code. */
@ApplicationScoped
class SharedVoiceLetter implements Letters {
    static final String KIND = "shared-voice";

    @Inject
    Verifying verifying;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> write(long participantId, String about, Language language) {
        return Process.<Process>findByIdOptional(Long.valueOf(about))
                .filter(process -> verifying.isShared(participantId, process.id()))
                .map(process -> letter(process, language));
    }

    private static Letter letter(Process process, Language language) {
        ProcessMessages words = ProcessSetup.words(language);
        String title = process.title().in(language).text();
        return new Letter(
                words.sharedVoiceIn(title),
                List.of(words.sharedVoice()),
                List.of(new Letter.Section(
                        "", List.of(new Letter.Item(words.whoCounts(), Verifying.page(process), "")))),
                null);
    }
}
