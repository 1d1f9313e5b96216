package org.ronda.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ronda.board.Board;
import org.ronda.contribution.Names;
import org.ronda.identity.Awaiting;
import org.ronda.identity.Office;
import org.ronda.kernel.Language;
import org.ronda.kernel.Translated;
import org.ronda.process.DecisionBodies;

/** The questions that wait for an official reply of whoever is looking. */
@ApplicationScoped
class QuestionsAwaiting implements Awaiting {
    @Inject
    Names names;

    @Inject
    OpenQuestions questions;

    @Inject
    DecisionBodies bodies;

    @Override
    public List<Awaited> awaited(Language language) {
        List<Office> offices = names.offices();
        List<Board> boards = names.boards();
        List<Awaited> awaited = new ArrayList<>();
        if (!offices.isEmpty()) {
            Map<Long, Integer> counts = questions.counts(bodies.answeredBy(offices));
            offices.forEach(
                    one -> add(awaited, counts.get(one.id()), one.name(), one.address() + "/questions", language));
        }
        if (!boards.isEmpty()) {
            Map<Long, Integer> counts = questions.counts(bodies.answeredByBoards(boards));
            boards.forEach(
                    one -> add(awaited, counts.get(one.id()), one.name(), one.address() + "/questions", language));
        }
        return awaited;
    }

    private static void add(List<Awaited> awaited, Integer count, Translated name, String address, Language language) {
        if (count != null && count > 0) {
            String words = Commenting.words(language)
                    .awaitingQuestions(count, name.in(language).text());
            awaited.add(new Awaited(words, address));
        }
    }
}
