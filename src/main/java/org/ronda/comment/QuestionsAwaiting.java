package org.ronda.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
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
        List<Office> offices = names.offices();
        if (offices.isEmpty()) {
            return List.of();
        }
        Map<Long, Integer> counts = questions.counts(offices);
        return offices.stream()
                .filter(office -> counts.getOrDefault(office.id(), 0) > 0)
                .map(office -> new Awaited(
                        Commenting.words(language)
                                .awaitingQuestions(
                                        counts.get(office.id()),
                                        office.name().in(language).text()),
                        office.address() + "/questions"))
                .toList();
    }
}
