package org.ronda.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.ronda.contribution.Names;
import org.ronda.identity.Awaiting;
import org.ronda.identity.Office;
import org.ronda.kernel.Language;

/** The questions that wait for an official reply of whoever is looking. */
@ApplicationScoped
class QuestionsAwaiting implements Awaiting {
    @Inject
    Names names;

    @Inject
    OpenQuestions questions;

    @Override
    public List<Awaited> awaited(Language language) {
        return names.offices().stream()
                .map(office -> waiting(office, questions.count(office), language))
                .filter(one -> one != null)
                .toList();
    }

    private static Awaited waiting(Office office, int n, Language language) {
        return n == 0
                ? null
                : new Awaited(
                        Commenting.words(language)
                                .awaitingQuestions(n, office.name().in(language).text()),
                        office.address() + "/questions");
    }
}
